import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeaks, leakDiagnostic } from '../../src/leaks/find-leaks.js';
import type { ReadBackText } from '../../src/leaks/model.js';
import { WINDOW, type Withheld, withheldWords } from '../../src/leaks/withheld.js';
import type { Block, Lesson } from '../../src/lesson/model.js';
import { LESSON, lessonOf, SECRET, withheldOf } from './make.js';

const onPage = (text: string, withheld: Withheld) => findLeaks([{ channel: 'page', where: 'page 7', text }], withheld);

const withheld = withheldOf(LESSON);

describe('findLeaks', () => {
  it.each([
    ['as it is', SECRET],
    ['with other line breaks', SECRET.replaceAll(' ', '\n')],
    ['hyphenated', 'No-\nbody else will plead for the ac-\ncused on that last mor-\nning'],
    ['with soft hyphens', 'No\u00adbody else will plead for the ac\u00ad\ncused on that last mor\u00adning'],
    [
      'with ligatures and other letters',
      'Nobody else will plead ﬀor'.replace('ﬀ', 'f').concat(' the aｃcused on that last'),
    ],
    ['in capitals', SECRET.toUpperCase()],
    ['without spaces', SECRET.replaceAll(' ', '')],
    ['letter by letter', [...SECRET].join(' ')],
    ['with signs between', SECRET.replaceAll(' ', ' · ')],
    ['with figures between', SECRET.replaceAll(' ', '3 ')],
    ['in part', 'x will plead for the accused on y'],
  ])('finds an answer %s', (_, text) => {
    expect(onPage(`What do you say? ${text} What next?`, withheld)).toHaveLength(1);
  });

  it('tells where it is and quotes it, twelve words at most', () => {
    const long = withheldOf(':::leader\nOne may count to twelve and still find that words go on and on.\n:::');
    expect(onPage('So: One may count to twelve, and\nstill find that words go on and on. So', long)).toEqual([
      { channel: 'page', where: 'page 7', words: 'One may count to twelve, and still find that words go on …' },
    ]);
    expect(onPage(`x ${SECRET} y`, withheld)).toEqual([
      { channel: 'page', where: 'page 7', words: SECRET.slice(0, -1) },
    ]);
  });

  it('joins what overlaps and tells of each place apart', () => {
    const twice = onPage(`${SECRET} Every court has a door. ${SECRET.toUpperCase()}`, withheld);
    expect(twice.map(({ words }) => words)).toEqual([SECRET.slice(0, -1), SECRET.toUpperCase().slice(0, -1)]);
    const texts = ['page 1', 'page 2', 'page 1'].map((where) => ({ channel: 'page' as const, where, text: SECRET }));
    expect(findLeaks(texts, withheld).map(({ where }) => where)).toEqual(['page 1', 'page 2']);
  });

  it('does not take five common words for a leak', () => {
    expect(
      onPage(
        'Nobody else will plead for. The accused on that last.',
        withheldOf(LESSON.replace('for the', 'for all the')),
      ),
    ).toEqual([]);
  });

  it('does not take two public runs for a leak where one paragraph ends and another begins', () => {
    const secret = withheldOf(
      'He stands before the king for us\n\nHe always speaks.\n\n:::leader\nSee: before the king for us. He smiles.\n:::',
    );
    expect(onPage('He stands before the king for us\nAnd so\nHe always', secret)).toEqual([]);
    const order = withheldOf(
      'He always speaks.\n\nHe stands before the king for us\n\n:::leader\nHe stands before the king for us. He always smiles.\n:::',
    );
    expect(onPage('He stands before the king for us\nHe always speaks', order)).toEqual([]);
    expect(onPage('He stands before the king for us. He always smiles', order)).toHaveLength(1);
    expect(onPage('He stands before the king\nfor us. He always smiles', order)).toHaveLength(1);
    expect(onPage('He stands before the king for us\nHe always smiles', order)).toHaveLength(1);
  });

  it('takes short units only where they stand for themselves', () => {
    const short = withheldOf(':::leader\nHear the other.\n\nIntercession continues\n\nThe cross\n:::');
    expect(onPage('we hear the otherwise', short)).toEqual([]);
    expect(onPage('overhear the other', short)).toEqual([]);
    expect(onPage('So hear the oth-\ner!', short)).toHaveLength(1);
    expect(onPage('Intercession continues', short)).toHaveLength(1);
    expect(onPage('the cross', short)).toEqual([]);
  });

  it('is quick with long texts and many windows', () => {
    const word = (seed: number) =>
      Array.from(
        { length: 3 + (seed % 6) },
        (_, at) => 'aeioubdglmnrst'[(seed * 7 + at * 5 + (seed >> (at + 2))) % 14],
      ).join('');
    const words = (from: number, count: number) =>
      Array.from({ length: count }, (_, at) => word((from + at) * 2_654_435)).join(' ');
    const secret = withheldOf(`:::leader\n${words(1, 20_000)}\n:::`);
    const text = words(90_001, 20_000);
    expect(text.length).toBeGreaterThan(100_000);
    // Time of its own, however busy the computer is.
    const start = process.cpuUsage();
    findLeaks([{ channel: 'page', where: 'page 1', text }], secret);
    const { user } = process.cpuUsage(start);
    expect(user / 1000).toBeLessThan(1500);
  });
});

/** Words of random letters, so that two of them are hardly ever the same. */
const wordArbitrary = fc.string({
  unit: fc.constantFrom(...'abcdefghijklmnoprstuvwyzäéß'),
  minLength: 4,
  maxLength: 12,
});
const textArbitrary = (minLength: number) => fc.array(wordArbitrary, { minLength, maxLength: 60 });

function lessonFrom(open: readonly string[], secret: readonly string[]): Lesson {
  const paragraph = (words: readonly string[]): Block => ({
    type: 'paragraph',
    children: [{ type: 'text', value: words.join(' ') }],
  });
  const answer: Block = { type: 'question', id: 'q1', optional: false, prompt: [], answer: [paragraph(secret)] };
  return { ...lessonOf('Text.'), title: 'x', body: [paragraph(open), answer] };
}

const withheldFrom = (open: readonly string[], secret: readonly string[]) =>
  withheldWords({
    lessons: [lessonFrom(open, secret)],
    edition: { answers: false, audiences: ['participant'] },
    publicTexts: [],
  });

describe('findLeaks, whatever the words', () => {
  it('finds every run of six words, anywhere on a page', () => {
    fc.assert(
      fc.property(textArbitrary(0), textArbitrary(WINDOW), fc.nat(), fc.nat(), (open, secret, from, at) => {
        const start = from % (secret.length - WINDOW + 1);
        const run = secret.slice(start, start + WINDOW);
        const place = at % (open.length + 1);
        const page = [...open.slice(0, place), ...run, ...open.slice(place)].join(' ');
        fc.pre(!open.join('').includes(run.join('')));
        expect(onPage(page, withheldFrom(open, secret))).not.toEqual([]);
      }),
    );
  });

  it('never takes public words for a leak', () => {
    const few = fc.constantFrom('we', 'pray', 'for', 'all', 'people', 'in', 'the', 'morning');
    fc.assert(
      fc.property(fc.array(few, { maxLength: 80 }), fc.array(few, { maxLength: 80 }), (open, secret) => {
        expect(onPage(open.join('\n'), withheldFrom(open, secret))).toEqual([]);
      }),
    );
  });

  it('finds the same in texts whose words are known', () => {
    const known = new Map();
    const secret = 'Nobody else will plead for the accused on that last morning'.split(' ');
    const part = fc.oneof(
      fc.constantFrom(['court'], ['a', 'door'], ['12']),
      fc.tuple(fc.nat(9), fc.integer({ min: 1, max: 8 })).map(([from, count]) => secret.slice(from, from + count)),
    );
    const parts = fc.array(part, { maxLength: 8 }).map((found) => found.flat());
    let finds = 0;
    fc.assert(
      fc.property(parts, parts, (open, page) => {
        const withheld = withheldFrom(open, secret);
        const text = page.join(' ');
        const texts: ReadBackText[] = [
          { channel: 'page', where: 'page 1', text, lines: [0, Math.min(7, text.length)] },
          { channel: 'page', where: 'page 2', text: open.join(' '), lines: [0] },
          { channel: 'outline', where: 'the outline', text },
        ];
        const found = findLeaks(texts, withheld);
        expect(findLeaks(texts, withheld, known)).toEqual(found);
        expect(findLeaks(texts, withheld, known)).toEqual(found);
        finds += found.length;
      }),
      { seed: 1 },
    );
    expect(finds).toBeGreaterThan(50);
  });

  it('bears any text at all', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (secret, page) => {
        const found = onPage(page, withheldFrom([], [secret]));
        for (const { words } of found) expect(words).not.toBe('');
      }),
    );
  });
});

describe('leakDiagnostic', () => {
  const place = { file: 'lessons/tiny/booklet.yaml', edition: 'participant' };

  it('says what leaked and where', () => {
    const message = leakDiagnostic({ channel: 'page', where: 'page 7', words: 'Nobody else will' }, place);
    expect(message).toMatchObject({ ruleId: 'leak', fatal: true, file: place.file });
    expect(message.actual).toBe(
      'words for another edition on page 7 of the participant edition’s PDF: “Nobody else will”',
    );
    const outline = leakDiagnostic({ channel: 'outline', where: 'the outline', words: 'x' }, place);
    expect(outline.actual).toContain('in the outline of the participant');
    const note = leakDiagnostic({ channel: 'annotation', where: 'page 2', words: 'x' }, place);
    expect(note.actual).toContain('on page 2 (annotation) of the participant');
  });
});
