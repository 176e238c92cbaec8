import { describe, expect, test } from 'vitest';
import type { PassageBlock } from '../../src/lesson/passage.js';
import { BOOKS } from '../../src/scripture/books.js';
import { KJV_FILE, readKjv } from '../../src/scripture/kjv.js';
import { loadTranslation, TRANSLATION_IDS } from '../../src/scripture/library.js';
import { type BookText, type Translation, translationOf } from '../../src/scripture/translation.js';
import { readWeb, webFile } from '../../src/scripture/web.js';
import { world } from './lessons.js';

const all = BOOKS.map((book) => book.osis);

async function open(id: string, books: readonly string[] = all): Promise<Translation> {
  const translation = await loadTranslation(world, id, books);
  if (!translation) throw new Error(id);
  return translation;
}

/** Texts of paragraphs and lines as they are printed. */
function texts(blocks: readonly PassageBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'gap') return [];
    const lines = block.type === 'prose' ? [block.spans] : block.lines.map((line) => line.spans);
    return lines.map((spans) => spans.flatMap((span) => span.runs.map((run) => run.text)).join(''));
  });
}

/** Verses without text in the World English Bible, which has them in footnotes. */
const IN_FOOTNOTES = ['Luke.17.36', 'Acts.8.37', 'Acts.15.34', 'Acts.24.7', 'Rom.16.25'];

describe.each(TRANSLATION_IDS)('%s', (id) => {
  test('sets every verse of every book, without marks of its source', async () => {
    const translation = await open(id);
    const empty: string[] = [];
    let verses = 0;
    for (const book of all) {
      const chapters = translation.chapters(book);
      const last = translation.verses(book, chapters);
      const end = { book, chapter: chapters, verse: last };
      const blocks = translation.passage({ start: { book, chapter: 1, verse: 1 }, end });
      const withText = new Set<string>();
      for (const block of blocks) {
        if (block.type === 'gap') continue;
        for (const span of block.type === 'prose' ? block.spans : block.lines.flatMap((line) => line.spans)) {
          withText.add(`${book}.${span.chapter}.${span.verse}`);
          expect(span.label).toBeUndefined();
        }
      }
      for (let chapter = 1; chapter <= chapters; chapter++) {
        for (let verse = 1; verse <= translation.verses(book, chapter); verse++) {
          verses++;
          if (!withText.has(`${book}.${chapter}.${verse}`)) empty.push(`${book}.${chapter}.${verse}`);
        }
      }
      for (const text of texts(blocks)) {
        expect(text).not.toMatch(/[[\]#<>*{}|¶'"]|\s\s|^\s|\s$|\s[,.;:?!]|^$/u);
      }
    }
    expect(verses).toBeGreaterThan(31_000);
    expect(empty).toEqual(id === 'WEB' ? IN_FOOTNOTES : []);
  });
});

/** The books of a translation as they are read from its package. */
async function booksOf(id: string): Promise<Map<string, BookText>> {
  const json = async ({ packageName, file }: { packageName: string; file: string }) => {
    const path = await world.packageFile(packageName, file);
    return JSON.parse(new TextDecoder().decode(await world.readFile(path ?? '')));
  };
  if (id === 'KJV') return readKjv(await json(KJV_FILE));
  return new Map(
    await Promise.all(all.map(async (book): Promise<[string, BookText]> => [book, readWeb(await json(webFile(book)))])),
  );
}

test.each(TRANSLATION_IDS)('%s has the same words, whichever chapters are read for them', async (id) => {
  const about = { id, abbreviation: id, name: id, language: 'en', notice: '' };
  const books = await booksOf(id);
  const whole = [...books].map(([book, { verses, blocks }]): [string, BookText] => [book, { verses, blocks }]);
  const [translation, read] = [translationOf(about, await booksOf(id)), translationOf(about, new Map(whole))];
  for (const book of all) {
    const first = books.get(book)?.blocksOf?.(1, 1) ?? [];
    // A book of one chapter, or one in which a paragraph goes on into the next.
    if (translation.chapters(book) > 40) expect(first.length).toBeLessThan((books.get(book)?.blocks.length ?? 0) / 2);
    const passages = ({ passage, chapters }: Translation) =>
      Array.from({ length: chapters(book) }, (_, index) =>
        passage({ start: { book, chapter: index + 1, verse: 2 }, end: { book, chapter: index + 2, verse: 1 } }),
      );
    // Compared without printing them.
    expect(JSON.stringify(passages(translation)) === JSON.stringify(passages(read)), book).toBe(true);
  }
});

test('the two agree on chapters and verses but for the end of Romans', async () => {
  const [web, kjv] = [await open('WEB'), await open('KJV')];
  const different = all.flatMap((book) => {
    expect(web.chapters(book)).toBe(kjv.chapters(book));
    return Array.from({ length: kjv.chapters(book) }, (_, index) => index + 1)
      .filter((chapter) => web.verses(book, chapter) !== kjv.verses(book, chapter))
      .map((chapter) => `${book} ${chapter}: ${web.verses(book, chapter)} ${kjv.verses(book, chapter)}`);
  });
  expect(different).toEqual(['Rom 14: 26 23', 'Rom 16: 25 27']);
});

test('WEB keeps poetry in prose, and prose after poetry', async () => {
  const romans = await open('WEB', ['Rom']);
  const verse = (chapter: number, number: number) => ({ book: 'Rom', chapter, verse: number });
  const blocks = romans.passage({ start: verse(8, 35), end: verse(8, 39) });
  expect(blocks.map((block) => block.type)).toEqual(['prose', 'poetry', 'prose']);
  const [first, , last] = blocks;
  expect(first?.type === 'prose' && first.spans.map((span) => span.verse)).toEqual([35, 36]);
  expect(last?.type === 'prose' && last.spans.map((span) => span.verse)).toEqual([37, 38, 39]);
});

test('WEB lines open couplets at the margin and answer them one step in', async () => {
  const psalms = await open('WEB', ['Ps']);
  const at = (chapter: number, verse: number) => ({ book: 'Ps', chapter, verse });
  const indents = (chapter: number, verse: number) =>
    psalms
      .passage({ start: at(chapter, verse), end: at(chapter, verse) })
      .flatMap((block) => (block.type === 'poetry' ? block.lines.map((line) => line.indent) : []));
  expect(indents(110, 1)).toEqual([0, 1]);
  expect(indents(1, 1)).toEqual([0, 1, 1]);
  expect(indents(1, 3)).toEqual([0, 1, 1, 0]);
});

test('a verse always begins a line of poetry', async () => {
  const psalms = await open('WEB', ['Ps']);
  const range = { start: { book: 'Ps', chapter: 55, verse: 2 }, end: { book: 'Ps', chapter: 55, verse: 3 } };
  for (const block of psalms.passage(range)) {
    for (const line of block.type === 'poetry' ? block.lines : []) expect(line.spans).toHaveLength(1);
  }
});

test('KJV marks supplied words and begins paragraphs', async () => {
  const kjv = await open('KJV', []);
  const at = (verse: number) => ({ book: 'Ps', chapter: 23, verse });
  const [psalm] = kjv.passage({ start: at(1), end: at(1) });
  expect(psalm?.type === 'prose' && psalm.spans[0]?.runs.filter((run) => run.supplied)).toEqual([
    { text: 'is', supplied: true },
  ]);
  const john = (verse: number) => ({ book: 'John', chapter: 3, verse });
  expect(kjv.passage({ start: john(15), end: john(17) }).map((block) => block.type)).toEqual(['prose', 'prose']);
});

test('a book that was not read is a mistake in the program', async () => {
  const romans = await open('WEB', ['Rom']);
  expect(() => romans.chapters('Heb')).toThrow('read without Hebrews');
});

test('an unknown translation is none, and a missing package is told', async () => {
  expect(await loadTranslation(world, 'NIV', ['Rom'])).toBeUndefined();
  const bare = { ...world, packageFile: async () => undefined };
  await expect(loadTranslation(bare, 'WEB', ['Rom'])).rejects.toThrow('npm ci');
});
