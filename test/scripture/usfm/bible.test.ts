import fc from 'fast-check';
import { expect, test } from 'vitest';
import { BOOKS } from '../../../src/scripture/books.js';
import { loadTranslation } from '../../../src/scripture/library.js';
import type { Translation } from '../../../src/scripture/translation.js';
import { aboutUsfmFolder, isUsfmFile, readUsfmFolder, type UsfmFile } from '../../../src/scripture/usfm/bible.js';
import { USFM_CODES } from '../../../src/scripture/usfm/codes.js';
import { SPANISH_ABOUT, spanishBible, usfmOf } from '../../support/usfm.js';
import { world } from '../lessons.js';

const asked = { folder: 'a/biblia', file: 'a/booklet.yaml' };

function files(contents: Record<string, string | Uint8Array | undefined>): UsfmFile[] {
  return Object.entries(contents).map(([name, content]) => ({
    path: `/x/${name}`,
    file: `a/biblia/${name}`,
    bytes: typeof content === 'string' ? new TextEncoder().encode(content) : content,
  }));
}

const read = (contents: Record<string, string | Uint8Array | undefined>) => readUsfmFolder(files(contents), asked);

function told(contents: Record<string, string | Uint8Array | undefined>): string[] {
  const { value, messages } = read(contents);
  expect(value).toBeUndefined();
  return messages.map(({ file, line, column, ruleId, reason }) => {
    const place = line === undefined ? file : `${file}:${line}:${column}`;
    return `${place} ${ruleId}: ${reason}`;
  });
}

const LUKE = '\\id LUK\n\\h Lucas\n\\c 1\n\\p\n\\v 1 Uno.';

test('reads the books of a folder in the order of the Bible, with their names', () => {
  const { value, messages } = readUsfmFolder(
    Object.entries(spanishBible('/b')).map(([path, text]) => ({
      path,
      file: path,
      bytes: new TextEncoder().encode(text),
    })),
    asked,
  );
  expect(messages).toEqual([]);
  expect(value).toMatchObject({ id: 'PRUEBA', abbreviation: 'PRUEBA', name: 'Texto de Prueba', language: 'es' });
  expect([...(value?.books.keys() ?? [])]).toEqual(['Ps', 'Luke']);
  expect([...(value?.names ?? [])]).toEqual([
    ['Ps', 'Salmos'],
    ['Luke', 'Lucas'],
  ]);
});

test('reads the text of those books only that are wanted, and the headers of all', () => {
  const contents = { 'bible.yaml': SPANISH_ABOUT, 'a.usfm': LUKE, 'b.usfm': '\\id MRK\n\\h Marcos\n\\c 1\n\\v a' };
  const of = (...books: string[]) => readUsfmFolder(files(contents), asked, new Set(books));
  expect(of('Luke', 'Heb')).toMatchObject({ messages: [] });
  expect([...(of('Luke').value?.books.keys() ?? [])]).toEqual(['Luke']);
  expect([...(of().value?.names.values() ?? [])]).toEqual(['Marcos', 'Lucas']);
  expect(of('Mark').messages.map(({ ruleId }) => ruleId)).toEqual(['usfm-syntax']);
});

test('says what it is before its books are read', () => {
  const { notice } = read({ 'bible.yaml': SPANISH_ABOUT, 'a.usfm': LUKE }).value ?? {};
  expect(aboutUsfmFolder(files({ 'bible.yaml': SPANISH_ABOUT }))).toEqual({
    id: 'PRUEBA',
    abbreviation: 'PRUEBA',
    name: 'Texto de Prueba',
    language: 'es',
    notice,
  });
  expect(aboutUsfmFolder(files({ 'bible.yaml': 'name: x' }))).toBeUndefined();
  expect(aboutUsfmFolder([])).toBeUndefined();
});

test('asks for USFM and for what it is', () => {
  expect(['a.usfm', 'B.SFM', 'bible.yaml'].filter(isUsfmFile)).toHaveLength(3);
  expect(['a.usfm.bak', 'usfm', 'Bible.yaml', 'bible.yml', 'a.txt'].filter(isUsfmFile)).toEqual([]);
});

test('takes a byte order mark for no text', () => {
  const bytes = new Uint8Array([0xef, 0xbb, 0xbf, ...new TextEncoder().encode(LUKE)]);
  expect(read({ 'bible.yaml': SPANISH_ABOUT, 'a.usfm': bytes }).messages).toEqual([]);
});

test('passes over what is none of the 66 books', () => {
  const { value, messages } = read({
    'bible.yaml': SPANISH_ABOUT,
    'a.usfm': LUKE,
    'b.usfm': '\\id TOB\n\\c 1\n\\p\n\\v 1 Uno.',
    'c.usfm': '\\id FRT\n\\mt Prólogo',
  });
  expect(messages).toEqual([]);
  expect([...(value?.books.keys() ?? [])]).toEqual(['Luke']);
});

test.each<[string, Record<string, string | Uint8Array | undefined>, string[]]>([
  [
    'nothing at all',
    {},
    [
      'a/booklet.yaml file-missing: no translation in a/biblia; expected a folder of USFM files with a bible.yaml in it; correct the path, or put a bible.yaml with abbreviation, name, language, notice there, and files ending in .usfm or .sfm',
    ],
  ],
  [
    'a book twice',
    { 'bible.yaml': SPANISH_ABOUT, 'a.usfm': LUKE, 'b.usfm': `\n${LUKE}` },
    [
      'a/biblia/b.usfm:2:1 usfm-book: Luke for the second time; expected each book once; remove this file or a/biblia/a.usfm',
    ],
  ],
  [
    'bytes of Windows-1252',
    { 'bible.yaml': SPANISH_ABOUT, 'a.usfm': Uint8Array.from([...new TextEncoder().encode('\\id LUK\n\\h '), 0xf3]) },
    [
      'a/biblia/a.usfm:2:4 file-unreadable: bytes that are not UTF-8 text; expected a text file in the UTF-8 encoding; save the file again as UTF-8',
    ],
  ],
  [
    'bytes of UTF-16',
    { 'bible.yaml': SPANISH_ABOUT, 'a.usfm': Uint8Array.from([0xff, 0xfe, 0x5c, 0]) },
    [
      'a/biblia/a.usfm:1:1 file-unreadable: bytes that are not UTF-8 text; expected a text file in the UTF-8 encoding; save the file again as UTF-8',
    ],
  ],
  [
    'a file that leads out of the folder',
    { 'bible.yaml': SPANISH_ABOUT, 'a.usfm': undefined },
    [
      'a/biblia/a.usfm file-missing: no file that can be read; expected a file in the booklet’s folder; copy the file into the folder: a link may not lead out of the booklet',
    ],
  ],
  [
    'a very large file',
    { 'bible.yaml': SPANISH_ABOUT, 'a.usfm': new Uint8Array(17 * 1024 * 1024).fill(65) },
    ['a/biblia/a.usfm usfm-syntax: a file of 17 MB; expected at most 16 MB; give each book a file of its own'],
  ],
  [
    'control characters',
    { 'bible.yaml': SPANISH_ABOUT, 'a.usfm': `${LUKE}\n\u0000` },
    [
      'a/biblia/a.usfm:6:1 usfm-syntax: a control character; expected a text file of USFM; remove it, or save the file again as plain text',
    ],
  ],
  [
    'the name of a bundled translation',
    { 'bible.yaml': SPANISH_ABOUT.replace('PRUEBA', 'kjv'), 'a.usfm': LUKE },
    [
      'a/biblia/bible.yaml:1:15 wrong-value: abbreviation “kjv”; expected an abbreviation of its own; choose another: KJV is the King James Version that comes with the program',
    ],
  ],
])('tells of %s', (_, contents, expected) => {
  expect(told(contents)).toEqual(expected);
});

test.each([
  ['', ['missing-key', 'missing-key', 'missing-key', 'missing-key']],
  [SPANISH_ABOUT.replace(/notice.*/, ''), ['missing-key']],
  [SPANISH_ABOUT.replace('PRUEBA', '"RV 1909"'), ['wrong-value']],
  [SPANISH_ABOUT.replace('PRUEBA', '"(.*)"'), ['wrong-value']],
  [SPANISH_ABOUT.replace('language: es', 'language: Spanish'), ['wrong-value']],
  [`${SPANISH_ABOUT}copyright: x\n`, ['unknown-key']],
  ['a: [', ['yaml-syntax']],
])('checks bible.yaml: %j', (about, rules) => {
  expect(read({ 'bible.yaml': about, 'a.usfm': LUKE }).messages.map(({ ruleId }) => ruleId)).toEqual(rules);
});

test('what the World English Bible says comes back from USFM in the same words and lines', async () => {
  const all = BOOKS.map(({ osis }) => osis);
  const web = (await loadTranslation(world, 'WEB', all)) as Translation;
  const books = ['Gen', 'Job', 'Ps', 'Isa', 'Luke', 'Rom', 'Heb', 'Jude', 'Rev'];
  const { value, messages } = read({
    'bible.yaml': SPANISH_ABOUT,
    ...Object.fromEntries(
      books.map((osis) => {
        const chapters = Array.from({ length: web.chapters(osis) }, (_, index) => index + 1);
        return [`${osis}.usfm`, usfmOf(web, USFM_CODES[all.indexOf(osis)] ?? '', osis, chapters)];
      }),
    ),
  });
  expect(messages).toEqual([]);
  for (const book of books) {
    const blocks = Array.from({ length: web.chapters(book) }, (_, index) => index + 1).flatMap((chapter) =>
      web.passage({
        start: { book, chapter, verse: 1 },
        end: { book, chapter, verse: web.verses(book, chapter) },
      }),
    );
    expect(value?.books.get(book)?.blocks).toEqual(blocks);
  }
});

test('what the King James Version adds comes back as supplied', async () => {
  const kjv = (await loadTranslation(world, 'KJV', [])) as Translation;
  const { value } = read({ 'bible.yaml': SPANISH_ABOUT, 'a.sfm': usfmOf(kjv, 'PSA', 'Ps', [23]) });
  const end = { book: 'Ps', chapter: 23, verse: 6 };
  expect(value?.books.get('Ps')?.blocks).toEqual(kjv.passage({ start: { ...end, verse: 1 }, end }));
});

test('neither throws nor hangs whatever the bytes of its files', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 300 }), fc.uint8Array({ maxLength: 300 }), (about, book) => {
      const { value, messages } = read({ 'bible.yaml': about, 'a.usfm': book });
      expect(value !== undefined || messages.length > 0).toBe(true);
    }),
    { numRuns: 500, seed: 3 },
  );
});
