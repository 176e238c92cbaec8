import { PDFArray, type PDFContext, PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { lookup, type OpenFile } from './open.js';

/** A field as it stands in the file: its own dictionary, those of its widgets, and those that it inherits from. */
export interface FormField {
  /** Full name (ISO 32000-1, 12.7.3.2). */
  name: string;
  dictionary: PDFDict;
  widgets: PDFDict[];
  parents: PDFDict[];
}

/** Fields lie no deeper in groups than this; a file in which they do goes round in circles. */
const DEEPEST = 20;

/** The form of a file, if it has one. */
export function formOf({ context, catalog }: OpenFile): PDFDict | undefined {
  const form = lookup(context, catalog?.get(PDFName.of('AcroForm')));
  return form instanceof PDFDict ? form : undefined;
}

/**
 * All fields of a file in the order of its form, then those that no form leads to: in a damaged file the form may be
 * lost and the fields still be there.
 */
export function fieldsOf(file: OpenFile): FormField[] {
  const { context } = file;
  const found = new Map<PDFDict, FormField>();
  const seen = new Set<PDFDict>();
  const visit = (object: PDFObject | undefined, parents: PDFDict[]): void => {
    const dictionary = lookup(context, object);
    if (!(dictionary instanceof PDFDict) || seen.has(dictionary) || parents.length > DEEPEST) return;
    seen.add(dictionary);
    const kids = listOf(context, dictionary, 'Kids');
    const isField = (kid: PDFObject) => kid instanceof PDFDict && kid.has(PDFName.of('T'));
    if (kids.some(isField)) {
      for (const kid of kids) visit(kid, [dictionary, ...parents]);
      return;
    }
    const name = [...parents]
      .reverse()
      .concat(dictionary)
      .map((part) => textOf(context, part, 'T'))
      .filter(Boolean);
    const widgets = kids.filter((kid) => kid instanceof PDFDict);
    for (const widget of widgets) seen.add(widget);
    found.set(dictionary, { name: name.join('.'), dictionary, widgets: [dictionary, ...widgets], parents });
  };
  for (const field of listOf(context, formOf(file), 'Fields')) visit(field, []);
  for (const [, object] of context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFDict) || !object.has(PDFName.of('T')) || !object.has(PDFName.of('FT'))) continue;
    visit(object, parentsOf(context, object));
  }
  return [...found.values()];
}

function parentsOf(context: PDFContext, dictionary: PDFDict): PDFDict[] {
  const parents: PDFDict[] = [];
  for (let at: PDFObject | undefined = dictionary; parents.length <= DEEPEST; ) {
    at = lookup(context, (at as PDFDict).get(PDFName.of('Parent')));
    if (!(at instanceof PDFDict)) break;
    parents.push(at);
  }
  return parents;
}

/** The entries of an array, looked up. */
export function listOf(context: PDFContext, dictionary: PDFDict | undefined, key: string): PDFObject[] {
  const list = lookup(context, dictionary?.get(PDFName.of(key)));
  if (!(list instanceof PDFArray)) return [];
  return list.asArray().flatMap((entry) => lookup(context, entry) ?? []);
}

/** A text string of a dictionary; empty where there is none. */
export function textOf(context: PDFContext, dictionary: PDFDict | undefined, key: string): string {
  const value = lookup(context, dictionary?.get(PDFName.of(key)));
  return value instanceof PDFString || value instanceof PDFHexString ? value.decodeText() : '';
}
