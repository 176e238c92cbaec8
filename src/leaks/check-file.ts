import { ReadBackError } from './model.js';

/**
 * Throws unless a PDF begins and ends as one must (ISO 32000-1, 7.5): readers repair a file that was cut off, and what
 * they repair need not be all of it.
 *
 * @returns The file's bytes as characters, one each.
 */
export function checkFile(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).toString('latin1');
  if (!raw.slice(0, 1024).includes('%PDF-')) throw new ReadBackError('it does not begin as a PDF does');
  const end = /startxref\s+(\d{1,12})\s+%%EOF\s*$/.exec(raw.slice(-1024));
  if (!end) throw new ReadBackError('its end is missing');
  const table = raw.slice(Number(end[1]));
  if (!/^\s*(?:xref|\d+\s+\d+\s+obj)/.test(table.slice(0, 40))) {
    throw new ReadBackError('its table of objects is not where it should be');
  }
  checkTable(raw, table);
  return raw;
}

/** A reader that trusts the table finds nothing at a wrong place, and shows an empty page. */
function checkTable(raw: string, table: string): void {
  for (const { number, generation, offset } of tableEntries(table)) {
    if (!raw.startsWith(`${number} ${generation} obj`, offset)) {
      throw new ReadBackError(`its table of objects is wrong about object ${number}`);
    }
  }
}

/** The objects that are in use as tables of cross-references say (ISO 32000-1, 7.5.4). */
export function* tableEntries(table: string): Generator<{ number: number; generation: number; offset: number }> {
  for (const [, first, entries = ''] of table.matchAll(/\b(\d+) +\d+ *\r?\n((?:\d{10} \d{5} [nf](?: ?\r?\n| \r))+)/g)) {
    for (const [index, entry] of (entries.match(/\d{10} \d{5} [nf]/g) ?? []).entries()) {
      const [offset, generation, kind] = entry.split(' ');
      if (kind === 'n') {
        yield { number: Number(first) + index, generation: Number(generation), offset: Number(offset) };
      }
    }
  }
}

/** What stands between the objects of a file, where no reader looks: comments, the trailer, leftovers. */
export function betweenObjects(raw: string): string {
  return raw
    .replace(/\b\d+ +\d+ +obj\b[\s\S]*?\bendobj\b/g, ' ')
    .replace(/^\d{10} \d{5} [nf]\s*$/gm, ' ')
    .replaceAll('\0', '');
}
