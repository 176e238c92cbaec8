import {
  decodePDFRawStream,
  PDFArray,
  PDFDict,
  PDFDocument,
  PDFHexString,
  PDFName,
  PDFNumber,
  type PDFObject,
  PDFRawStream,
  type PDFRef,
  PDFString,
} from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** Marked content on a page (counted from 0), with its words. */
export interface TaggedText {
  page: number;
  mark: number;
  text: string;
}

/** An annotation in the tree: what kind, and what is read out for it. */
export interface TaggedAnnotation {
  page: number;
  annotation: string;
  name: string;
}

/** An element of a PDF's structure tree as it stands in the file. */
export interface TaggedElement {
  role: string;
  /** What it says of itself, such as `alt`, `lang` or `scope`. */
  says: Record<string, string>;
  kids: (TaggedElement | TaggedText | TaggedAnnotation)[];
  /** Number of its object. */
  object: number;
}

/** A PDF's tags, read without the code that wrote them. */
export interface TaggedFile {
  file: PDFDocument;
  root: TaggedElement;
}

/** Reads the structure tree of a PDF with pdf-lib, and the words of its marked content with pdf.js. */
export async function readTaggedFile(bytes: Uint8Array): Promise<TaggedFile> {
  const file = await PDFDocument.load(bytes, { updateMetadata: false });
  const texts = await markedTexts(bytes);
  const pages = new Map(file.getPages().map(({ ref }, index) => [ref.tag, index]));
  const { context } = file;
  const read = (ref: PDFRef): TaggedElement => {
    const dict = context.lookup(ref, PDFDict);
    const own = dict.get(PDFName.of('Pg'));
    const kid = (value: PDFObject): TaggedElement['kids'][number] => {
      if (value instanceof PDFNumber) return text(pageOf(own), value.asNumber());
      const entry = context.lookup(value, PDFDict);
      const type = entry.get(PDFName.of('Type'))?.toString();
      if (type === '/MCR')
        return text(pageOf(entry.get(PDFName.of('Pg'))), entry.lookup(PDFName.of('MCID'), PDFNumber).asNumber());
      if (type === '/OBJR') return annotation(entry);
      return read(value as PDFRef);
    };
    const kids = dict.lookup(PDFName.of('K'));
    const list = kids instanceof PDFArray ? kids.asArray() : kids === undefined ? [] : [dict.get(PDFName.of('K'))];
    return {
      role: dict.lookup(PDFName.of('S'), PDFName).decodeText(),
      says: saysOf(dict),
      kids: list.map((value) => kid(value as PDFObject)),
      object: ref.objectNumber,
    };
  };
  const pageOf = (value: PDFObject | undefined): number => pages.get((value as PDFRef).tag) ?? -1;
  const text = (page: number, mark: number) => ({ page, mark, text: texts.get(`${page} ${mark}`) ?? '' });
  const annotation = (entry: PDFDict): TaggedAnnotation => {
    const dict = entry.lookup(PDFName.of('Obj'), PDFDict);
    const name = dict.lookup(PDFName.of('Contents')) ?? dict.lookup(PDFName.of('TU'));
    return {
      page: pageOf(entry.get(PDFName.of('Pg'))),
      annotation: dict.lookup(PDFName.of('Subtype'), PDFName).decodeText(),
      name: wordsIn(name),
    };
  };
  const tree = file.catalog.lookup(PDFName.of('StructTreeRoot'), PDFDict);
  const [top] = tree.lookup(PDFName.of('K'), PDFArray).asArray();
  return { file, root: read(top as PDFRef) };
}

/** The words of each piece of marked content by its page and number, as `3 17`. */
async function markedTexts(bytes: Uint8Array): Promise<Map<string, string>> {
  const task = getDocument({ data: new Uint8Array(bytes), verbosity: 0, isEvalSupported: false });
  const file = await task.promise;
  const texts = new Map<string, string>();
  for (let page = 0; page < file.numPages; page += 1) {
    const { items } = await (await file.getPage(page + 1)).getTextContent({ includeMarkedContent: true });
    const open: (string | undefined)[] = [];
    for (const item of items) {
      if ('str' in item) {
        const key = open.findLast((one) => one !== undefined);
        if (key) texts.set(key, `${texts.get(key) ?? ''}${item.str}${item.hasEOL ? '\n' : ''}`);
      } else if (item.type === 'endMarkedContent') open.pop();
      else open.push(item.id ? `${page} ${/mc(\d+)$/.exec(item.id)?.[1]}` : undefined);
    }
  }
  await task.destroy();
  return texts;
}

function saysOf(dict: PDFDict): Record<string, string> {
  const says: Record<string, string> = {};
  for (const [key, name] of [
    ['Alt', 'alt'],
    ['ActualText', 'actualText'],
    ['Lang', 'lang'],
    ['ID', 'id'],
  ] as const) {
    const value = dict.lookup(PDFName.of(key));
    if (value) says[name] = wordsIn(value);
  }
  const attributes = dict.lookup(PDFName.of('A'));
  const all = attributes instanceof PDFArray ? attributes.asArray() : attributes ? [attributes] : [];
  for (const one of all as PDFDict[])
    for (const key of ['Scope', 'ListNumbering', 'BBox'])
      if (one.has(PDFName.of(key))) says[key] = String(one.lookup(PDFName.of(key))).replace('/', '');
  return says;
}

function wordsIn(value: PDFObject | undefined): string {
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}

/** The content of each page, an operator a line. */
export function contentsOf(file: PDFDocument): string[][] {
  return file.getPages().map((page) => {
    const content = page.node.lookup(PDFName.of('Contents'));
    if (!(content instanceof PDFRawStream)) throw new Error('a page without content');
    return Buffer.from(decodePDFRawStream(content).decode()).toString('latin1').trimEnd().split('\n');
  });
}

/** All elements, each before those within it. */
export function* elementsIn(element: TaggedElement): Generator<TaggedElement> {
  yield element;
  for (const kid of element.kids) if ('role' in kid) yield* elementsIn(kid);
}

/** What is read out of an element, with a space between blocks, and words that a line's end divides whole again. */
export function heard(element: TaggedElement): string {
  return wordsWithin(element, ({ says }) => says.actualText);
}

/** What is painted of an element, in the same way. */
export function printed(element: TaggedElement): string {
  return wordsWithin(element, () => undefined);
}

function wordsWithin(element: TaggedElement, instead: (element: TaggedElement) => string | undefined): string {
  const isBlock = !['Span', 'Link', 'Reference', 'Code'].includes(element.role);
  const parts = element.kids.map((kid) => ('role' in kid ? wordsWithin(kid, instead) : 'text' in kid ? kid.text : ''));
  const painted = parts
    .join('')
    .replace(/\u00ad\n?/g, '')
    .replaceAll('\u00a0', ' ');
  // pdf.js gives the space between two pieces to the second.
  const said = instead(element);
  const text = said === undefined ? painted : `${/^\s/.test(painted) ? ' ' : ''}${said}`;
  return isBlock ? `${text.trim()} ` : text;
}

/** The tree as text, an element or a piece of content a line. */
export function treeText(element: TaggedElement, depth = 0): string {
  const indent = '  '.repeat(depth);
  const says = Object.entries(element.says)
    .filter(([key]) => key !== 'BBox')
    .map(([key, value]) => ` ${key}=${JSON.stringify(value)}`)
    .join('');
  const kids = element.kids.map((kid) => {
    if ('role' in kid) return treeText(kid, depth + 1);
    const words = 'text' in kid ? JSON.stringify(kid.text) : `[${kid.annotation}: ${JSON.stringify(kid.name)}]`;
    return `${indent}  ${words}\n`;
  });
  return `${indent}${element.role}${says}\n${kids.join('')}`;
}
