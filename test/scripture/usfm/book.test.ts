import { createRequire } from 'node:module';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { PassageBlock, VerseSpan } from '../../../src/lesson/passage.js';
import { readUsfmBook } from '../../../src/scripture/usfm/book.js';

const read = (source: string) => readUsfmBook('b.usfm', source);

/** A chapter as it is read: one text a paragraph or line, with `>` for each step of its indent and verses in brackets. */
function shown(body: string): string[] {
  const { value, messages } = read(`\\id LUK\n\\c 1\n${body}`);
  expect(messages).toEqual([]);
  return blocksShown(value?.text.blocks ?? []);
}

function blocksShown(blocks: readonly PassageBlock[]): string[] {
  const line = (spans: readonly VerseSpan[]) =>
    spans
      .map(({ verse, runs }) => `[${verse}]${runs.map((run) => (run.supplied ? `<${run.text}>` : run.text)).join('')}`)
      .join('');
  return blocks.flatMap((block) => {
    if (block.type === 'gap') return [];
    if (block.type === 'prose') return [line(block.spans)];
    return ['{', ...block.lines.map(({ indent, spans }) => `${'>'.repeat(indent)}${line(spans)}`), '}'];
  });
}

/** Places and reasons of messages. */
function told(source: string): string[] {
  return read(source).messages.map(
    ({ line, column, ruleId, reason }) => `${line}:${column} ${ruleId}: ${reason.split(';')[0]}`,
  );
}

describe('what is kept', () => {
  test.each([
    ['paragraphs', '\\p\n\\v 1 Uno.\n\\v 2 Dos.\n\\p\n\\v 3 Tres.', ['[1]Uno. [2]Dos.', '[3]Tres.']],
    ['a verse over paragraphs', '\\p\n\\v 1 Uno\n\\m dos\n\\pi1 tres', ['[1]Uno', '[1]dos', '[1]tres']],
    [
      'lines of poetry and stanzas',
      '\\q1\n\\v 1 Uno\n\\q2 dos\n\\q3 tres\n\\b\n\\q\n\\v 2 Cuatro\n\\qm2 cinco',
      ['{', '[1]Uno', '>[1]dos', '>>[1]tres', '}', '{', '[2]Cuatro', '>[2]cinco', '}'],
    ],
    ['prose after poetry', '\\q1\n\\v 1 Uno\n\\p\n\\v 2 Dos', ['{', '[1]Uno', '}', '[2]Dos']],
    ['prose, poetry, prose', '\\p\n\\v 1 Uno\n\\q1 dos\n\\m tres', ['[1]Uno', '{', '[1]dos', '}', '[1]tres']],
    ['Selah', '\\q1\n\\v 1 Uno \\qs Selah\\qs*\n\\q2 dos', ['{', '[1]Uno Selah', '>[1]dos', '}']],
    ['Selah on the right', '\\q1\n\\v 1 Uno\n\\qr Selah', ['{', '[1]Uno', '>>[1]Selah', '}']],
    ['supplied words', '\\p\n\\v 1 Uno \\add dos\\add* tres,\\add cuatro\\add*.', ['[1]Uno <dos> tres,<cuatro>.']],
    [
      'words within supplied words',
      '\\p\n\\v 1 \\add uno \\+nd dos\\+nd* tres\\add* \\nd cuatro\\nd*',
      ['[1]<uno dos tres> cuatro'],
    ],
    [
      'styles of words',
      '\\p\n\\v 1 \\wj Uno \\+nd dos\\+nd*, tres\\wj* \\it cuatro\\it* \\sc cinco\\sc*.',
      ['[1]Uno dos, tres cuatro cinco.'],
    ],
    [
      'words with attributes',
      '\\p\n\\v 1 \\w Uno|strong="H1" lemma="a b"\\w*, \\w dos\\w* \\wj \\+w tres|strong="G2"\\+w* y\\wj* \\rb cuatro|4\\rb*',
      ['[1]Uno, dos tres y cuatro'],
    ],
    [
      'milestones',
      '\\p\n\\v 1 \\qt-s |sid="a" who="b"\\*Uno\\qt-e |eid="a"\\* dos \\ts\\* tres\\zaln-s |x-strong="H1"\\*\\w cuatro|x="1"\\w*\\zaln-e\\*.',
      ['[1]Uno dos tres' + 'cuatro.'],
    ],
    [
      'milestones that end with the line',
      '\\p\n\\v 1\n\\k-s | x-tw="a"\nUno \\w dos|x="1"\\w*\n\\k-e\\*',
      ['[1]Uno dos'],
    ],
    ['a verse that goes on after a style', '\\p\n\\v 1 \\wj Uno\n\\v 2 dos\\wj* tres', ['[1]Uno [2]dos tres']],
    ['verses of two parts', '\\p\n\\v 1a Uno\n\\p\n\\v 1b dos\n\\v 2 Tres', ['[1]Uno', '[1]dos [2]Tres']],
    ['no-break spaces and possible line ends', '\\p\n\\v 1 Uno~dos // tres', ['[1]Uno\u00a0dos tres']],
    ['white space of any length', '\\p\r\n\\v   1\tUno \r\n  dos\r\n\r\n\\v 2\r\nTres\r\n', ['[1]Uno dos [2]Tres']],
    ['numbers at the beginning of a verse', '\\p\n\\v 1 2 y 3\n\\v 2 -4', ['[1]2 y 3 [2]-4']],
    ['everything on one line', '\\p \\v 1 Uno \\v 2 Dos\\v 3 Tres', ['[1]Uno [2]Dos [3]Tres']],
    ['verses without a paragraph', '\\v 1 Uno\n\\v 2 Dos', ['[1]Uno [2]Dos']],
    [
      'lists and tables',
      '\\li1\n\\v 1 Uno\n\\li2 dos\n\\tr \\tc1 tres\\tcr2 cuatro',
      ['[1]Uno', '[1]dos', '[1]tres cuatro'],
    ],
    ['a bar in running text', '\\p\n\\v 1 Uno | dos', ['[1]Uno | dos']],
    ['a quotation’s last bracket', '\\p\n\\v 1 «Uno \\add dos\\add*»', ['[1]«Uno <dos>»']],
  ])('%s', (_, body, expected) => {
    expect(shown(body)).toEqual(expected);
  });

  test('a paragraph goes on over a chapter where it says so', () => {
    const { value } = read('\\id LUK\n\\c 1\n\\p\n\\v 1 Uno\n\\c 2\n\\nb\n\\v 1 Dos');
    expect(blocksShown(value?.text.blocks ?? [])).toEqual(['[1]Uno [1]Dos']);
    expect(value?.text.verses).toEqual([1, 1]);
  });

  test('verses run together', () => {
    const { value } = read('\\id LUK\n\\c 2\n\\p\n\\v 1 Uno\n\\v 2-4 Dos\n\\v 5,6 Tres');
    expect(value?.text.verses).toEqual([0, 6]);
    const [block] = value?.text.blocks ?? [];
    expect(block?.type === 'prose' && block.spans).toMatchObject([
      { verse: 1 },
      { verse: 2, through: 4 },
      { verse: 5, through: 6 },
    ]);
  });

  test('names in headers, the running one first', () => {
    expect(read('\\id LUK\n\\h  San  Lucas \n\\toc2 Lucas\n\\c 1').value?.name).toBe('San Lucas');
    expect(read('\\id LUK\n\\toc1 El Evangelio\n\\toc2 Lucas\n\\toc3 Lc\n\\c 1').value?.name).toBe('Lucas');
    expect(read('\\id LUK\n\\toc1 El Evangelio\n\\c 1').value?.name).toBe('El Evangelio');
    expect(read('\\id luk\n\\c 1').value).not.toHaveProperty('name');
  });
});

describe('what is left out', () => {
  test.each([
    ['footnotes', '\\p\n\\v 1 Uno\\f + \\fr 1:1 \\ft Nota \\fq cita\\fq* \\+nd x\\+nd* y\\f* dos'],
    ['footnotes within a style', '\\p\n\\v 1 \\wj Uno\\f + \\ft Nota \\+w x|a="b"\\+w*\\f* dos\\wj*'],
    ['cross-references', '\\p\n\\v 1 Uno \\x - \\xo 1:1 \\xt Gn 1:1\\x*dos'],
    ['pictures', '\\p\n\\v 1 Uno\\fig Un mapa|src="a.png" size="col"\\fig* dos'],
    ['other numbers', '\\ca 2\\ca*\n\\p\n\\v 1 \\va 3\\va* \\vp 1b\\vp*Uno dos'],
    ['headings', '\\s1 Un \\nd título\\nd* largo\n\\r (Mt 1)\n\\p\n\\v 1 Uno\n\\s2 Otro\n\\v 2 dos'],
    ['titles of psalms', '\\d Salmo de alguien\n\\q1\n\\v 1 Uno\n\\sp Voz\n\\qa Alef\n\\q1 dos'],
    ['sidebars', '\\p\n\\v 1 Uno\n\\esb\n\\p Aparte\n\\esbe dos'],
    ['comments', '\\rem Nota\n\\p\n\\v 1 Uno dos\n\\rem Fin'],
  ])('%s', (_, body) => {
    const words = shown(body)
      .join(' ')
      .replace(/[{}]|\[\d+\]/g, ' ')
      .trim()
      .split(/\s+/);
    expect(words).toEqual(['Uno', 'dos']);
  });

  test('front matter, introductions and what is no book of the 66', () => {
    const { value, messages } = read(
      '\\id GEN - x\n\\ide UTF-8\n\\usfm 3.0\n\\h Génesis\n\\mt1 Génesis\n\\is Introducción\n\\ip Texto \\bk Libro\\bk*\n\\c 1\n\\p\n\\v 1 Uno',
    );
    expect(messages).toEqual([]);
    expect(blocksShown(value?.text.blocks ?? [])).toEqual(['[1]Uno']);
    expect(read('\\id FRT\n\\mt1 Prólogo').value?.osis).toBe('other');
    expect(read('\\id TOB\n\\c 1\n\\p\n\\v 1 Uno').value?.osis).toBe('other');
  });

  test('a verse in a psalm’s title stays, as some Bibles count it', () => {
    expect(shown('\\d\n\\v 1 Uno\n\\q1\n\\v 2 Dos')).toEqual(['[1]Uno', '{', '[2]Dos', '}']);
  });
});

describe('what is wrong', () => {
  test.each([
    ['', ['1:1 usfm-book: no \\id marker']],
    ['\\c 1\n\\p\n\\v 1 Uno', ['1:1 usfm-book: no \\id marker']],
    ['\\id XYZ\n\\c 1', ['1:5 usfm-book: book code “XYZ”']],
    ['\\id\n\\c 1', ['1:4 usfm-book: no book code']],
    ['\\id LUK\n\\c 1\n\\v 1 a\n\\id MRK\n\\c 1\n\\v 1 b', ['4:1 usfm-book: a second \\id in one file']],
    ['\\id LUK\n\\c 1\n\\c 2\n\\c 1', ['4:1 usfm-verse: chapter 1 for the second time']],
    ['\\id LUK\n\\c 2\n\\c 1', ['3:1 usfm-verse: chapter 1 after chapter 2']],
    ['\\id LUK\n\\c 1\n\\v 1 a\n\\v 1 b', ['4:1 usfm-verse: verse 1 of chapter 1 for the second time']],
    ['\\id LUK\n\\c 1\n\\v 3 a \\v 2 b', ['3:8 usfm-verse: verse 2 of chapter 1 after verse 3']],
    ['\\id LUK\n\\c 1\n\\v 1-3 a\n\\v 2 b', ['4:1 usfm-verse: verse 2 of chapter 1 for the second time']],
    ['\\id LUK\n\\c 1\n\\v 1a a\n\\v 1a b', ['4:1 usfm-verse: verse 1 of chapter 1 for the second time']],
    ['\\id LUK\n\\v 1 a\n\\v 2 b', ['2:1 usfm-verse: verse 1 before any chapter']],
    ['\\id LUK\n\\c 1\n\\p Suelto\n\\v 1 a', ['3:4 usfm-verse: “Suelto” before the first verse']],
    ['Suelto\n\\id LUK\n\\c 1', ['1:1 usfm-verse: “Suelto” before the first verse']],
    ['\\id LUK\n\\c\n\\v 1 a', ['2:1 usfm-syntax: “\\c” without the number of a chapter']],
    ['\\id LUK\n\\c 999999999\n', ['2:1 usfm-syntax: “\\c” without the number of a chapter']],
    ['\\id LUK\n\\c 1\n\\v a', ['3:1 usfm-syntax: “\\v” without the number of a verse']],
    ['\\id LUK\n\\c 1\n\\v 3-2 a', ['3:1 usfm-syntax: “\\v” without the number of a verse']],
    ['\\id LUK\n\\c 1\n\\v 1 a\\f + \\ft b\n\\v 2 c', ['3:7 usfm-syntax: “\\f” that is not closed']],
    ['\\id LUK\n\\c 1\n\\v 1 a\\x - b', ['3:7 usfm-syntax: “\\x” that is not closed']],
    ['\\id LUK\n\\c 1\n\\v 1 a \\ b', ['3:8 usfm-syntax: a backslash that begins no marker']],
    ['\\id LUK\n\\c 1\n\\v 1 a \\raro b\\raro* \\otro c', ['3:8 usfm-marker: “\\raro”, “\\otro”']],
  ])('%j', (source, expected) => {
    expect(told(source)).toEqual(expected);
  });

  test('the text of unknown markers stays', () => {
    const { value } = read(
      '\\id LUK\n\\zhead x\n\\c 1\n\\p\n\\v 1 Uno \\raro dos|a="b"\\raro* tres \\constructor cuatro \\__proto__ 5',
    );
    expect(blocksShown(value?.text.blocks ?? [])).toEqual(['[1]Uno dos tres cuatro 5']);
  });

  test('marks that are never closed', () => {
    const deep = '\\+nd x '.repeat(100_000);
    const { messages, value } = read(`\\id LUK\n\\c 1\n\\p\n\\v 1 Uno \\nd ${deep}dos`);
    expect(messages.map(({ ruleId }) => ruleId)).toEqual(['usfm-syntax']);
    expect(blocksShown(value?.text.blocks ?? [])).toEqual([`[1]Uno ${'x '.repeat(100_000)}dos`]);
  });
});

describe('whatever it is given', () => {
  const piece = fc.constantFrom(
    ...'\\id LUK|\\c 1|\\c|\\v 1|\\v 2-3|\\v|\\p|\\q1|\\b|\\nb|\\f + |\\f*|\\x|\\x*|\\add |\\add*|\\+nd |\\+nd*|\\w a;x="1"\\w*|\\esb|\\esbe|\\*|\\qt-s ;a="b"\\*|\\|\\\\|\\zzz|\\s|\\tr|~|//|\n|\r\n| |palabra|\u0000|\ud800|\u202e'
      .split('|')
      .map((text) => text.replace(';', '|')),
  );

  test('it neither throws nor hangs', () => {
    fc.assert(
      fc.property(
        fc.oneof(
          fc.array(piece, { maxLength: 60 }).map((parts) => parts.join('')),
          fc.string(),
        ),
        (source) => {
          const { value, messages } = read(source);
          expect(value !== undefined || messages.length > 0).toBe(true);
        },
      ),
      { numRuns: 2000, seed: 1 },
    );
  });

  test.each([
    ['one long line', `\\v 1 ${'palabra '.repeat(500_000)}`],
    ['one long word', `\\v 1 ${'a'.repeat(4_000_000)}`],
    ['many backslashes', `\\v 1 ${'\\'.repeat(1_000_000)}`],
    ['many notes that are not closed', '\\v 1 \\f + '.repeat(100_000)],
    ['many unknown marks', `\\v 1 ${'\\raro a '.repeat(200_000)}`],
    ['many marks within each other', `\\v 1 ${'\\+add a '.repeat(200_000)}`],
    ['many marks that end nothing', `\\v 1 ${'a\\add* '.repeat(200_000)}`],
    ['many milestones', `\\v 1 ${'\\qt-s |a="b" '.repeat(100_000)}`],
    ['many paragraphs over chapters', '\\c 2\n\\nb\n\\v 1 a\n'.repeat(20_000)],
    ['many verses of one paragraph, joined', `\\v 1 ${'a\n\\nb '.repeat(50_000)}`],
    ['many bars', `\\v 1 \\w ${'|'.repeat(1_000_000)}`],
    ['many lines', `\\v 1 ${'a\n'.repeat(1_000_000)}`],
    ['a very long marker', `\\v 1 \\${'a'.repeat(1_000_000)}`],
    ['white space', `\\v 1 ${' \n'.repeat(1_000_000)}`],
    ['slashes', `\\v 1 ${'/'.repeat(1_000_000)}`],
  ])('it takes no longer for %s', (_, body) => {
    const began = performance.now();
    read(`\\id LUK\n\\c 1\n\\p\n${body}`);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  test('every word of a verse is kept', () => {
    const style = fc.constantFrom('add', 'nd', 'wj', 'it', 'raro');
    const begin = fc.constantFrom('\\p\n', '\\q1 ', '\\m ', '\\b\n\\q2 ', '\\li1 ', '', '\n');
    const word = fc.stringMatching(/^[a-zñáé]{1,8}$/);
    const part = fc.tuple(begin, style, fc.array(word, { minLength: 1, maxLength: 3 }), fc.boolean());
    fc.assert(
      fc.property(fc.array(part, { minLength: 1, maxLength: 30 }), (parts) => {
        const body = parts.map(
          ([lead, mark, words, marked], index) =>
            `\n${lead}\\v ${index + 1} ${marked ? `\\${mark} ${words.join(' ')}\\${mark}*\\f + \\ft nota\\f*` : words.join(' ')}`,
        );
        const { value } = read(`\\id LUK\n\\c 1${body.join('')}`);
        const found = blocksShown(value?.text.blocks ?? [])
          .join(' ')
          .replace(/[{}<>]|\[\d+\]/g, ' ')
          .trim()
          .split(/\s+/);
        expect(found).toEqual(parts.flatMap(([, , words]) => words));
      }),
      { numRuns: 500, seed: 2 },
    );
  });
});

describe('a second reader', () => {
  /** usfm-js reads such texts right; it has no places, and loses verses of two parts. */
  const { toJSON } = createRequire(import.meta.url)('usfm-js') as { toJSON(usfm: string): { chapters: unknown } };
  const wordsIn = (value: unknown): string[] => {
    if (Array.isArray(value)) return value.flatMap(wordsIn);
    if (typeof value !== 'object' || value === null) return [];
    const { text, children } = value as { text?: string; children?: unknown };
    return [...(text?.match(/\p{L}+/gu) ?? []), ...wordsIn(children)];
  };

  test('finds the same words in each verse', () => {
    const source =
      '\\id LUK\n\\c 1\n\\p\n\\v 1 Uno \\nd dos\\nd* tres\\f + \\ft nota\\f* cuatro\n\\q1 cinco \\add seis\\add*, siete\n\\v 2 \\w Ocho|strong="G1"\\w* \\w nueve\\w*\n\\m diez\n\\b\n\\q2 \\wj once \\+nd doce\\+nd* trece\\wj*\n';
    const chapters = toJSON(source).chapters as Record<string, Record<string, { verseObjects: unknown[] }>>;
    const spans = (read(source).value?.text.blocks ?? []).flatMap((block) =>
      block.type === 'prose' ? block.spans : block.lines.flatMap((line) => line.spans),
    );
    for (const verse of [1, 2]) {
      const ours = spans
        .filter((span) => span.verse === verse)
        .map(({ runs }) => runs.map(({ text }) => text).join(''));
      expect(ours.join(' ').match(/\p{L}+/gu)).toEqual(wordsIn(chapters['1']?.[verse]?.verseObjects));
    }
  });
});
