/** One of the 66 books as authors, OSIS and the bundled texts call it. */
export interface Book {
  /** OSIS 2.1 code, `1John`. */
  osis: string;
  /** English name as references print it, `1 John`. */
  name: string;
}

/** The 66 books in the order of English Bibles. */
export const BOOKS: readonly Book[] = (
  'Gen Genesis|Exod Exodus|Lev Leviticus|Num Numbers|Deut Deuteronomy|Josh Joshua|Judg Judges|Ruth Ruth|1Sam 1 Samuel|' +
  '2Sam 2 Samuel|1Kgs 1 Kings|2Kgs 2 Kings|1Chr 1 Chronicles|2Chr 2 Chronicles|Ezra Ezra|Neh Nehemiah|Esth Esther|Job Job|' +
  'Ps Psalms|Prov Proverbs|Eccl Ecclesiastes|Song Song of Solomon|Isa Isaiah|Jer Jeremiah|Lam Lamentations|Ezek Ezekiel|' +
  'Dan Daniel|Hos Hosea|Joel Joel|Amos Amos|Obad Obadiah|Jonah Jonah|Mic Micah|Nah Nahum|Hab Habakkuk|Zeph Zephaniah|' +
  'Hag Haggai|Zech Zechariah|Mal Malachi|Matt Matthew|Mark Mark|Luke Luke|John John|Acts Acts|Rom Romans|' +
  '1Cor 1 Corinthians|2Cor 2 Corinthians|Gal Galatians|Eph Ephesians|Phil Philippians|Col Colossians|' +
  '1Thess 1 Thessalonians|2Thess 2 Thessalonians|1Tim 1 Timothy|2Tim 2 Timothy|Titus Titus|Phlm Philemon|Heb Hebrews|' +
  'Jas James|1Pet 1 Peter|2Pet 2 Peter|1John 1 John|2John 2 John|3John 3 John|Jude Jude|Rev Revelation'
)
  .split('|')
  .map((entry) => {
    const space = entry.indexOf(' ');
    return { osis: entry.slice(0, space), name: entry.slice(space + 1) };
  });

const byOsis = new Map(BOOKS.map((book, index) => [book.osis, { ...book, index }]));

/** The English name of a book by its OSIS code. Throws for a code that is not one of the 66. */
export function bookName(osis: string): string {
  return known(osis).name;
}

/** Place of a book in the order of English Bibles, from 0. */
export function bookIndex(osis: string): number {
  return known(osis).index;
}

function known(osis: string): Book & { index: number } {
  const book = byOsis.get(osis);
  if (!book) throw new Error(`not a book of the 66: ${osis}`);
  return book;
}
