import { BOOKS } from '../books.js';

/** The three characters by which USFM calls the 66 books, in their order (USFM 3.1, “Book Identifiers”). */
const CODES =
  'GEN EXO LEV NUM DEU JOS JDG RUT 1SA 2SA 1KI 2KI 1CH 2CH EZR NEH EST JOB PSA PRO ECC SNG ISA JER LAM EZK DAN HOS JOL AMO OBA JON MIC NAM HAB ZEP HAG ZEC MAL MAT MRK LUK JHN ACT ROM 1CO 2CO GAL EPH PHP COL 1TH 2TH 1TI 2TI TIT PHM HEB JAS 1PE 2PE 1JN 2JN 3JN JUD REV'.split(
    ' ',
  );

/** Deuterocanonical books and what is no book: front matter, glossaries, maps. References cannot name them. */
const OTHERS = new Set(
  'TOB JDT ESG WIS SIR BAR LJE S3Y SUS BEL 1MA 2MA 3MA 4MA 1ES 2ES MAN PS2 ODA PSS EZA 5EZ 6EZ DAG PS3 2BA LBA JUB ENO 1MQ 2MQ 3MQ REP 4BA LAO XXA XXB XXC XXD XXE XXF XXG FRT BAK OTH INT CNC GLO TDX NDX'.split(
    ' ',
  ),
);

const osisByCode = new Map(CODES.map((code, index) => [code, BOOKS[index]?.osis ?? '']));

/** The OSIS code of a book by its USFM one, in capitals or not; `other` for what is none of the 66; undefined for no code at all. */
export function osisOfCode(code: string): string | 'other' | undefined {
  const known = code.toUpperCase();
  return osisByCode.get(known) ?? (OTHERS.has(known) ? 'other' : undefined);
}

/** The USFM codes of the 66 books. */
export const USFM_CODES: readonly string[] = CODES;
