import { PDFDict, PDFDocument, PDFName } from '@cantoo/pdf-lib';
import type { Flavour } from './flavours.js';
import { faultOf, type Verdict } from './report.js';
import { roleOf, structureElements } from './structure.js';

/** A way to spoil a good file, to see that veraPDF notices. */
export interface Control {
  name: string;
  /** What is spoilt. */
  broken: string;
  /** The rules that must be broken by it, for each standard that asks for what is spoilt. */
  rules: Partial<Record<Flavour, readonly string[]>>;
  /** @returns Whether there was anything to spoil. */
  spoil(pdf: PDFDocument): boolean;
}

/** The same file read and written by the library that spoils the others, and otherwise as it was. */
export const UNSPOILT = 'unspoilt';

export const CONTROLS: readonly Control[] = [
  {
    name: 'no-tags',
    broken: 'the structure tree and the mark that there is one are taken out',
    rules: { ua1: ['6.2-1', '7.1-3', '7.1-11'], '2a': ['6.7.2.2-1', '6.7.3.3-1'] },
    spoil: ({ catalog }) => remove(catalog, 'StructTreeRoot', 'MarkInfo'),
  },
  {
    name: 'font-not-embedded',
    broken: 'every font loses its program',
    rules: { ua1: ['7.21.4.1-1'], '2a': ['6.2.11.4.1-1'] },
    // Not only the first: that of the fields sets no word until they are filled in.
    spoil: (pdf) => dictionaries(pdf).filter((one) => remove(one, 'FontFile', 'FontFile2', 'FontFile3')).length > 0,
  },
  {
    name: 'unknown-role',
    broken: 'one paragraph has a role that is no standard one and is mapped to none',
    rules: { ua1: ['7.1-5'], '2a': ['6.7.3.4-1'] },
    spoil: (pdf) => rename(pdf, 'P', 'Words'),
  },
  {
    name: 'link-not-in-link',
    broken: 'the element that holds a link says that it is a span',
    rules: { ua1: ['7.18.5-1'] },
    spoil: (pdf) => rename(pdf, 'Link', 'Span'),
  },
  {
    name: 'picture-without-words',
    broken: 'one picture loses the words that stand for it',
    rules: { ua1: ['7.3-1'] },
    spoil: (pdf) => structureElements(pdf).some((one) => roleOf(one) === 'Figure' && remove(one, 'Alt', 'ActualText')),
  },
  {
    name: 'no-language',
    broken: 'neither the file nor anything in its tree says its language',
    rules: { ua1: ['7.2-34'] },
    spoil: (pdf) => [pdf.catalog, ...structureElements(pdf)].filter((one) => remove(one, 'Lang')).length > 0,
  },
];

/**
 * Makes the control of a file.
 *
 * @returns Nothing where the file has nothing to spoil.
 */
export async function spoilt(bytes: Uint8Array, control?: Control): Promise<Uint8Array | undefined> {
  const pdf = await PDFDocument.load(bytes, { updateMetadata: false });
  if (control && !control.spoil(pdf)) return undefined;
  return pdf.save({ addDefaultPage: false, updateFieldAppearances: false });
}

/**
 * Tells why a control does not prove what it is there to prove. It does where veraPDF names each rule that it was to
 * break, and named none of them for the same file unspoilt: else the fault may come from the file or from the library.
 */
export function controlFault(rules: readonly string[], verdict: Verdict, unspoilt: Verdict): string | undefined {
  const fault = faultOf(verdict);
  if (fault === undefined) return 'passes, and should not';
  if (verdict.unread !== undefined) return fault;
  const missed = rules.filter((rule) => !names(verdict, rule));
  if (missed.length > 0) return `fails, but not by ${missed.join(', ')}`;
  if (unspoilt.unread !== undefined) return 'proves nothing: the file was not read unspoilt';
  const before = rules.filter((rule) => names(unspoilt, rule));
  return before.length > 0 ? `proves nothing: unspoilt the file breaks ${before.join(', ')} too` : undefined;
}

function names({ broken }: Verdict, rule: string): boolean {
  return broken.some((one) => one.rule === rule);
}

function dictionaries({ context }: PDFDocument): PDFDict[] {
  return context
    .enumerateIndirectObjects()
    .map(([, object]) => object)
    .filter((object) => object instanceof PDFDict);
}

/** Takes entries out of a dictionary, and tells whether any was there. */
function remove(dictionary: PDFDict, ...keys: string[]): boolean {
  return keys.filter((key) => dictionary.delete(PDFName.of(key))).length > 0;
}

/** Gives the first element of a role another one. */
function rename(pdf: PDFDocument, from: string, to: string): boolean {
  const element = structureElements(pdf).find((one) => roleOf(one) === from);
  element?.set(PDFName.of('S'), PDFName.of(to));
  return element !== undefined;
}
