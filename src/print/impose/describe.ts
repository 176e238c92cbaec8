import { PDFDict, type PDFDocument, PDFName } from '@cantoo/pdf-lib';

/** The sheets say of themselves what the pages did; an identifier of the pages' own file would be wrong. */
export function describe(source: PDFDocument, target: PDFDocument): void {
  const language = source.getLanguage();
  if (language) target.setLanguage(language);
  const information = source.context.lookupMaybe(source.context.trailerInfo.Info, PDFDict);
  for (const key of ['Title', 'Author', 'Subject', 'Creator', 'Producer', 'CreationDate', 'ModDate']) {
    const value = information?.lookup(PDFName.of(key));
    if (value) informationOf(target).set(PDFName.of(key), value);
  }
}

function informationOf({ context }: PDFDocument): PDFDict {
  const known = context.lookupMaybe(context.trailerInfo.Info, PDFDict);
  if (known) return known;
  const made = context.obj({});
  context.trailerInfo.Info = context.register(made);
  return made;
}
