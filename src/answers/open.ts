import { type PDFContext, PDFDict, type PDFObject, PDFParser } from '@cantoo/pdf-lib';
import type { AnswerProblem } from './model.js';

/** The objects of a PDF, as many as could be read. */
export interface OpenFile {
  context: PDFContext;
  catalog: PDFDict | undefined;
  /** What is wrong with the file, where that may have cost some of its objects. */
  damage: string | undefined;
}

/**
 * Reads the objects of a PDF one after the other, also where its end or some of it is missing: what a viewer would not
 * open may still hold answers. The problem says why there is nothing to be had.
 */
export async function openFile(bytes: Uint8Array): Promise<OpenFile | AnswerProblem> {
  const text = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (!text.subarray(0, 1024).includes('%PDF-')) {
    return unreadable(bytes.length === 0 ? 'it is empty' : 'it is no PDF', 'name the PDF that was filled in');
  }
  const parser = PDFParser.forBytesWithOptions(bytes, Number.POSITIVE_INFINITY);
  const { context } = parser as unknown as { context: PDFContext };
  let damage = damageAtEnd(text);
  try {
    await parser.parseDocument();
  } catch {
    damage ??= 'its objects cannot all be read';
  }
  if (context.trailerInfo.Encrypt || (damage && text.includes('/Encrypt'))) {
    return unreadable('it is locked with a password', 'open it in a viewer and save it without a password');
  }
  const catalog = lookup(context, context.trailerInfo.Root);
  return { context, catalog: catalog instanceof PDFDict ? catalog : undefined, damage };
}

/** What a reference leads to; nothing where that cannot be read. */
export function lookup(context: PDFContext, object: PDFObject | undefined): PDFObject | undefined {
  try {
    return context.lookup(object);
  } catch {
    return undefined;
  }
}

function unreadable(found: string, advice: string): AnswerProblem {
  return { rule: 'answers-unreadable', found, expected: 'a PDF made by gathering and filled in', advice };
}

/** A file ends with the place of its table of objects (ISO 32000-1, 7.5.5). */
function damageAtEnd(text: Buffer): string | undefined {
  const end = /startxref\s+(\d{1,12})\s+%%EOF\s*$/.exec(text.subarray(-1024).toString('latin1'));
  if (!end) return 'it is cut off: its end is missing';
  const at = Number(end[1]);
  const isThere = /^\s*(?:xref|\d+\s+\d+\s+obj)/.test(text.subarray(at, at + 40).toString('latin1'));
  return isThere ? undefined : 'its table of objects is not where it should be';
}
