import { beforeAll, describe, expect, test } from 'vitest';
import type { Lesson, Paragraph, Scripture } from '../../src/lesson/model.js';
import type { PassageBlock } from '../../src/lesson/passage.js';
import { loadReferenceLanguage } from '../../src/scripture/languages/load.js';
import type { ReferenceLanguage } from '../../src/scripture/languages/model.js';
import { loadTranslations } from '../../src/scripture/library.js';
import { booksNeeded } from '../../src/scripture/needs.js';
import { passageIndex } from '../../src/scripture/passage-index.js';
import { setScripture } from '../../src/scripture/set-scripture.js';
import { translationUses } from '../../src/scripture/uses.js';
import { readUsfmFolder, type UsfmBible } from '../../src/scripture/usfm/bible.js';
import { spanishBible } from '../support/usfm.js';
import { lesson, marked, paragraph, told, world } from './lessons.js';

let spanish: ReferenceLanguage;
let bible: UsfmBible;

beforeAll(async () => {
  spanish = await loadReferenceLanguage('es');
  bible = opened(spanishBible('/b'));
});

function opened(files: Record<string, string>): UsfmBible {
  const read = readUsfmFolder(
    Object.entries(files).map(([path, text]) => ({ path, file: path, bytes: new TextEncoder().encode(text) })),
    { folder: '/b', file: 'booklet.yaml' },
  );
  expect(read.messages).toEqual([]);
  return read.value as UsfmBible;
}

/** Sets a lesson in Spanish from the booklet's own translation, or from another with the own one beside it. */
async function set(given: Lesson, translation = 'PRUEBA', own = [bible]) {
  const needed = booksNeeded([given], translation, { own, language: spanish });
  const translations = await loadTranslations(world, needed, own);
  const source = { translation, translations, language: spanish };
  const { value, messages } = setScripture(given, source);
  return { value, messages: told(messages), translations, source };
}

function scripture(reference: string, more: Partial<Scripture> = {}): Scripture {
  return { type: 'scripture', id: 's', reference, verses: 'show', ...more } as Scripture;
}

function texts(blocks: readonly PassageBlock[]): string[] {
  return blocks.flatMap((block) => {
    if (block.type === 'gap') return ['…'];
    const lines = block.type === 'prose' ? [block.spans] : block.lines.map(({ spans }) => spans);
    return lines.map((spans) =>
      spans.map(({ label, runs }) => `${label ?? ''}${runs.map(({ text }) => text).join('')}`).join(''),
    );
  });
}

async function passage(reference: string, more: Partial<Scripture> = {}, own = [bible], translation = 'PRUEBA') {
  const { value, messages } = await set(lesson([scripture(reference, more)]), translation, own);
  const [block] = value.body;
  return { passage: block?.type === 'scripture' ? block.passage : undefined, messages };
}

const osisIn = ({ children }: Paragraph) =>
  children.flatMap((inline) => (inline.type === 'reference' ? [inline.osis] : []));

describe('setting', () => {
  test('prints its paragraphs and lines under a Spanish reference', async () => {
    const luke = await passage('Lucas 22:31-34');
    expect(luke.messages).toEqual([]);
    expect(luke.passage).toMatchObject({
      reference: 'Lucas\u00a022:31–34',
      translation: { id: 'PRUEBA', abbreviation: 'PRUEBA', name: 'Texto de Prueba', language: 'es' },
      verseCount: 4,
    });
    expect(texts(luke.passage?.blocks ?? [])).toEqual([
      '31Aquí se prueba la primera frase, que tiene unas palabras. 32Aquí se prueba la segunda frase.',
      '33Aquí se prueba la tercera frase. 34Aquí se prueba la cuarta frase.',
    ]);
    const psalm = await passage('Salmo 23');
    expect(psalm.passage?.reference).toBe('Salmo\u00a023');
    expect(psalm.passage?.blocks.map((block) => block.type === 'poetry' && block.lines.map((l) => l.indent))).toEqual([
      [0, 1, 0, 1],
      [0, 1],
    ]);
  });

  test('can be asked for in one passage, in any case of letters', async () => {
    const found = await passage('Lucas 22:32', { translation: 'prueba' }, [bible], 'WEB');
    expect(found.messages).toEqual([]);
    expect(found.passage?.translation.id).toBe('PRUEBA');
    expect((await passage('Hebreos 7:25', { translation: 'WEB' })).passage?.translation.id).toBe('WEB');
  });

  test.each([
    ['Hebreos 7:25', 'a book that the PRUEBA of this booklet has', 'translation=WEB'],
    ['Lucas 21', 'verses that the PRUEBA prints', 'no text for Lucas 21:1'],
    ['Lucas 22:30-34', 'verses that the PRUEBA prints', 'no text for Lucas 22:30'],
    ['Lucas 22:33-35', 'a verse of Lucas 22, which has 34 verses', 'correct the number'],
    ['Lucas 25', 'a chapter of Lucas, which has 24 chapters', 'correct the number'],
  ])('tells that it does not have %s', async (reference, expected, advice) => {
    const { passage: none, messages } = await passage(reference);
    expect(none).toBeUndefined();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('reference-missing');
    expect(messages[0]).toContain(expected);
    expect(messages[0]).toContain(advice);
  });

  test('tells of a translation that is neither bundled nor the booklet’s own', async () => {
    const { messages } = await passage('Lucas 22:31', { translation: 'PRUEBO' });
    expect(messages).toEqual([
      'unknown-translation: translation “PRUEBO”; expected a bundled translation or the booklet’s own; did you mean “PRUEBA”?',
    ]);
  });

  test('labels verses that are run together with all their numbers', async () => {
    const luke = '\\id LUK\n\\c 1\n\\p\n\\v 1 Uno.\n\\v 2-3 Dos y tres.\n\\v 4 Cuatro.';
    const bridged = opened({ ...spanishBible('/b'), '/b/43-LUK.usfm': luke });
    const shown = async (reference: string) => texts((await passage(reference, {}, [bridged])).passage?.blocks ?? []);
    expect(await shown('Lucas 1:1-4')).toEqual(['1Uno. 2–3Dos y tres. 4Cuatro.']);
    expect(await shown('Lucas 1:3')).toEqual(['2–3Dos y tres.']);
    expect(await shown('Lucas 1:1-2')).toEqual(['1Uno. 2–3Dos y tres.']);
  });
});

describe('mentions', () => {
  test('may be of books, chapters and verses that it lacks', async () => {
    const words = 'Véase Hebreos 7:25, Lucas 24:13, Lucas 22:61 y Romanos 8; en el v. 32 y los versículos 31 y 32.';
    const given = lesson([paragraph(words)], { passages: [marked('Lucas 22:31-34')] });
    const { value, messages } = await set(given);
    expect(messages).toEqual([]);
    const [first] = value.body;
    expect(first?.type === 'paragraph' && osisIn(first)).toEqual([
      'Heb.7.25',
      'Luke.24.13',
      'Luke.22.61',
      'Rom.8.1-Rom.8.39',
    ]);
  });

  test('are partial where the lesson says of what', async () => {
    const given = lesson([paragraph('En el v. 32, y en los versículos 33 y 34.')], {
      passages: [marked('Lucas 22:31-34')],
    });
    const [first] = (await set(given)).value.body;
    expect(first?.type === 'paragraph' && osisIn(first)).toEqual(['Luke.22.32', 'Luke.22.33,Luke.22.34']);
  });

  test('that exist nowhere are told', async () => {
    const { messages } = await set(lesson([paragraph('Véase Hebreos 14:1 y Lucas 22:72.')]));
    expect(messages).toEqual([
      'reference-missing: “Hebreos 14:1”; expected a chapter of Hebreos, which has 13 chapters; correct the number of the chapter or the name of the book',
      'reference-missing: “Lucas 22:72”; expected a verse of Lucas 22, which has 71 verses; correct the number of the verse or of the chapter',
    ]);
  });
});

describe('quotations', () => {
  test('that name it are compared and counted, with its notice', async () => {
    const given = lesson([
      paragraph('Leemos «prueba la segunda frase» (Lucas 22:32, PRUEBA).'),
      paragraph('Y “prueba la quinta frase” (Lucas 22:33, Texto de Prueba).'),
      paragraph('Pero «otra cosa» (Lucas 22:33, NVI).'),
      scripture('Lucas 22:31-32'),
    ]);
    const { value, messages, translations } = await set(given);
    expect(messages).toEqual([
      'quotation-differs: Lucas\u00a022:33 quoted as “prueba la quinta frase”; expected the words of the PRUEBA, “prueba la tercera frase”; correct the words, or the reference, or mark what is left out or put in with … and [ ]',
    ]);
    expect(translationUses([value], translations)).toEqual([
      {
        translation: { id: 'PRUEBA', abbreviation: 'PRUEBA', name: 'Texto de Prueba', language: 'es' },
        notice: bible.notice,
        verses: 3,
      },
    ]);
  });

  test('of verses that it lacks are told', async () => {
    const { messages } = await set(lesson([paragraph('«Unas palabras» (Hebreos 7:25, PRUEBA)')]));
    expect(messages).toEqual([
      'quotation-differs: Hebreos\u00a07:25 quoted from the PRUEBA; expected verses that the PRUEBA of this booklet has; quote other verses, or leave out the name of the translation',
    ]);
  });

  test('of a bundled translation are compared beside it', async () => {
    const given = lesson([paragraph('«Jesus was tired» (Juan 11:35, WEB)')]);
    const { messages, value, translations } = await set(given);
    expect(messages).toHaveLength(1);
    expect(messages[0]).toContain('quotation-differs');
    expect(translationUses([value], translations)).toMatchObject([{ translation: { id: 'WEB' }, verses: 1 }]);
  });
});

test('an index names the books in the language', async () => {
  const given = lesson([paragraph('Hebreos 7:25; Salmo 23; Lucas 22:61; Lucas 22:31-34'), scripture('Lucas 22:31-34')]);
  const { value, source } = await set(given);
  const books = passageIndex([value], source).map(({ name, passages }) => [name, passages.map((one) => one.numbers)]);
  expect(books).toEqual([
    ['Salmos', ['23']],
    ['Lucas', ['22:31–34', '22:61']],
    ['Hebreos', ['7:25']],
  ]);
});

test('a name full of signs is no pattern', async () => {
  const odd = { ...bible, id: 'A', abbreviation: 'A', name: 'Biblia (a+)+$ [x' };
  const given = lesson([paragraph('«prueba la segunda frase» (Lucas 22:32, Biblia (a+)+$ [x)')]);
  expect((await set(given, 'A', [odd])).messages).toEqual([]);
});
