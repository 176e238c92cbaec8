import {
  decodePDFRawStream,
  PDFArray,
  type PDFContext,
  PDFDict,
  PDFName,
  type PDFObjectCopier,
  type PDFPage,
  PDFRawStream,
  type PDFRef,
  PDFStream,
} from '@cantoo/pdf-lib';

/**
 * Makes a form XObject (ISO 32000-1, 8.10) of a page, with the lower left corner of its trim at the origin and cut off at
 * the edge of its bleed. Fonts and pictures that pages share are copied once by the copier; a page's content is taken as
 * it is stored, without unpacking it.
 *
 * @param copier - Copies from the page's document into `context`.
 */
export function pageForm(page: PDFPage, context: PDFContext, copier: PDFObjectCopier): PDFRef {
  const contents = page.node.Contents();
  const resources = page.node.Resources();
  const bleed = page.getBleedBox();
  const trim = page.getTrimBox();
  const entries = {
    Type: 'XObject',
    Subtype: 'Form',
    FormType: 1,
    BBox: [bleed.x, bleed.y, bleed.x + bleed.width, bleed.y + bleed.height],
    Matrix: [1, 0, 0, 1, -trim.x, -trim.y],
    Resources: copier.copy(resources ?? context.obj({})),
  };
  const group = page.node.lookupMaybe(PDFName.of('Group'), PDFDict);
  const streams =
    contents instanceof PDFArray
      ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index, PDFStream))
      : contents
        ? [contents]
        : [];
  const [only] = streams;
  const stream =
    streams.length === 1 && only instanceof PDFRawStream
      ? stored(only, context, copier)
      : context.flateStream(joined(streams));
  for (const [key, value] of Object.entries(entries)) stream.dict.set(PDFName.of(key), context.obj(value as never));
  if (group) stream.dict.set(PDFName.of('Group'), copier.copy(group));
  return context.register(stream);
}

/** The stream with its filters, and nothing else of its dictionary. */
function stored({ dict, contents }: PDFRawStream, context: PDFContext, copier: PDFObjectCopier): PDFRawStream {
  const own = PDFDict.withContext(context);
  for (const key of ['Filter', 'DecodeParms'].map((name) => PDFName.of(name))) {
    const value = dict.lookup(key);
    if (value) own.set(key, copier.copy(value));
  }
  return PDFRawStream.of(own, contents);
}

/** Streams of one page, as a reader sees them: one after the other with white space between. */
function joined(streams: readonly PDFStream[]): Uint8Array {
  const parts = streams.map((stream) => decodePDFRawStream(stream as PDFRawStream).decode());
  const all = new Uint8Array(parts.reduce((length, part) => length + part.length + 1, 0));
  let at = 0;
  for (const part of parts) {
    all.set(part, at);
    all[at + part.length] = 0x0a;
    at += part.length + 1;
  }
  return all;
}
