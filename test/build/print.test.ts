import { PDFDocument, PDFName } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it } from 'vitest';
import { plan } from '../../src/build.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { mm } from '../../src/geometry/units.js';
import type { PlanOptions } from '../../src/print/signatures/model.js';
import { fold } from '../print/fold.js';
import type { Made } from '../support/booklet.js';
import { type Pdf, readPdf, textOf } from '../support/pdf.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';

const LESSON = lessonOf(
  Array.from(
    { length: 24 },
    (_, at) => `## Part ${at}\n\n${'Words that fill a page, one after another. '.repeat(30)}\n`,
  ).join('\n'),
);

const BOOKLET =
  'title: Tiny\nversion: "1.0"\nfor: [screen, home, copyshop, press]\ncopies: {leader: 2, participant: 14}\n';

const fileOf = (made: Made, place: string) => {
  const bytes = made.written.get(`/out/tiny/${place}`);
  if (!bytes) throw new Error(`no ${place} among ${[...made.written.keys()].join(', ')}`);
  return bytes;
};
const read = (made: Made, place: string) => readPdf(fileOf(made, place));
const words = (pdf: Pdf) => pdf.pages.map((page) => textOf(page.lines).replace(/\s+/g, ' '));

describe('a booklet that is made for every target', () => {
  let made: Made;
  beforeAll(async () => {
    made = await buildTiny(tinyWorld(tinyBooklet(LESSON, BOOKLET)));
  }, 60_000);

  it('has a file for each, and the cards that go with them', () => {
    expect(formatDiagnostics(made.messages)).toBe('');
    const files = (edition: string) => [
      `${edition}.pdf`,
      `print-pack/${edition}-home.pdf`,
      `print-pack/${edition}-copyshop-pages.pdf`,
      `print-pack/${edition}-copyshop.pdf`,
      `press/${edition}.pdf`,
    ];
    expect([...made.written.keys()].map((path) => path.replace('/out/tiny/', ''))).toEqual([
      ...files('leader'),
      ...files('participant'),
      'print-pack/leader-card.pdf',
      'print-pack/flip-test.pdf',
      'print-pack/participant-card.pdf',
      'print-pack/ticket.pdf',
      'manifest.json',
    ]);
    for (const { pages, sheets, target } of made.files) if (target === 'press') expect(sheets).toBe(pages / 4);
  });

  it('has the same words on the same pages in each', async () => {
    const screen = words(await read(made, 'leader.pdf'));
    expect(screen.length).toBeGreaterThan(12);
    expect(words(await read(made, 'print-pack/leader-copyshop-pages.pdf'))).toEqual(screen);
    const press = words(await read(made, 'press/leader.pdf'));
    expect(press.length).toBe(screen.length);
    press.forEach((text, index) => {
      expect(text.replaceAll(' ', '')).toContain((screen[index] ?? '').replaceAll(' ', ''));
    });
  });

  it('folds back to the folios in their order', async () => {
    const screen = await read(made, 'leader.pdf');
    const folios = screen.pages.map(({ lines, height }) =>
      lines
        .filter(({ y }) => y > height - 40)
        .map(({ text }) => text)
        .join(''),
    );
    const laid = await plan(tinyWorld(tinyBooklet(LESSON, BOOKLET)), {
      base: '/work',
      booklets: ['/work/lessons/tiny'],
      templates: ['/work/templates'],
      editions: ['leader'],
    });
    const [one] = laid.value;
    if (!one) throw new Error('no plan');
    const sheets = await read(made, 'print-pack/leader-home.pdf');
    expect(sheets.pages.length).toBe(2 * one.sheets);
    const options: PlanOptions = one.options;
    const found = (cells: (typeof one.signatures)[0]['sheets'][0]['front'], side: number) =>
      cells.map((cell) => {
        const page = sheets.pages[side];
        const foot = page?.lines.find(
          ({ x, y }) => x >= cell.x && x < cell.x + options.trim.width && y > page.height - 40,
        );
        // A page is known by its folio where it has one.
        return { ...cell, page: foot ? folios.indexOf(foot.text) + 1 : undefined };
      });
    const seen = one.signatures.map((signature) => ({
      sheets: signature.sheets.map((sheet, at) => ({
        size: sheet.size,
        front: found(sheet.front, 2 * at),
        back: found(sheet.back, 2 * at + 1),
      })),
    }));
    const withFolio = folios.flatMap((folio, index) => (folio === '' ? [] : [index + 1]));
    expect(withFolio.length).toBeGreaterThan(10);
    expect(fold(seen, options).flatMap(({ page }) => page ?? [])).toEqual(withFolio);
  });

  it('counts copies and sheets on the cards as they are', async () => {
    const { pages = 0 } = made.files.find(({ path }) => path.endsWith('/participant.pdf')) ?? {};
    const card = await read(made, 'print-pack/participant-card.pdf');
    expect(card.pages.length).toBe(1);
    const text = words(card).join(' ');
    for (const part of [
      'Participant’s guide',
      `${pages / 4}`,
      '14 copies',
      `${(14 * pages) / 4}`,
      'participant-home.pdf',
      'flip-test.pdf',
      'flip on the short edge',
    ])
      expect(text.replaceAll(' ', '')).toContain(part.replaceAll(' ', ''));
    const ticket = words(await read(made, 'print-pack/ticket.pdf')).join(' ');
    const sheets = ['leader', 'participant'].map(
      (edition) => (made.files.find(({ path }) => path.endsWith(`/tiny/${edition}.pdf`))?.pages ?? 0) / 4,
    );
    expect(ticket).toContain(`Sheets in all ${2 * (sheets[0] ?? 0) + 14 * (sheets[1] ?? 0)}`);
  });

  it('says on the back of the flip test what to do, whichever way it came out', async () => {
    const test = await read(made, 'print-pack/flip-test.pdf');
    expect(test.pages.length).toBe(2);
    expect(test.pages.map(({ width, height }) => [width, height])).toEqual([
      [792, 612],
      [792, 612],
    ]);
    expect(words(test)[1]).toMatch(/set right.*long edge/);
  });

  it('is made to the same bytes again', async () => {
    const again = await buildTiny(tinyWorld(tinyBooklet(LESSON, BOOKLET)));
    for (const [path, bytes] of made.written)
      expect(Buffer.compare(bytes, again.written.get(path) ?? Buffer.of()), path).toBe(0);
  });
});

describe('the cover of a glued book', () => {
  const cover = async (pages: number, thickness: number) => {
    const yaml = `title: A Spine\nbinding: perfect\nstock: {thickness: ${thickness}}\nfor: [press]\neditions: [participant]\n`;
    const made = await buildTiny(
      tinyWorld(tinyBooklet(lessonOf('Words that fill a page. '.repeat(100 * pages)), yaml)),
    );
    expect(formatDiagnostics(made.messages)).toBe('');
    const count = made.files[0]?.pages ?? 0;
    const pdf = await PDFDocument.load(fileOf(made, 'press/participant-cover.pdf'));
    return {
      count,
      trim: pdf.getPage(0).getTrimBox(),
      words: words(await read(made, 'press/participant-cover.pdf')).join(' '),
    };
  };

  it('is as wide as back, spine and front, the spine as thick as its leaves', async () => {
    const { count, trim } = await cover(4, 0.2);
    expect(count).toBeGreaterThan(8);
    expect(trim.width).toBeCloseTo(2 * 396 + mm(0.2 * (count / 2)), 1);
    expect(trim.height).toBeCloseTo(612, 1);
  });

  it('has the title on the spine where it is wide enough', async () => {
    const times = (text: string) => text.split('A Spine').length - 1;
    const [thin, thick] = [await cover(1, 0.1), await cover(4, 1)];
    // On the front, and on the back where there is no subtitle; and in the line outside the trim.
    expect(times(thin.words)).toBe(3);
    expect(times(thick.words)).toBe(4);
  });
});

describe('cards', () => {
  const LONG =
    'A Very Long Title That Somebody Gave to a Booklet About Prayer, and About Those Who Pray for Others When Nobody Sees It';

  it.each([
    ['en', 'classic', 'letter', 'saddle', 'short'],
    ['es', 'plain', 'a4', 'saddle', 'long'],
    ['es', 'classic', 'letter', 'sewn', 'short'],
    ['en', 'plain', 'a4', 'perfect', 'short'],
    ['en', 'classic', 'letter', 'cut-and-stack', 'long'],
  ])('stay on their pages with a long title: %s, %s, %s, %s', async (language, theme, paper, binding, flip) => {
    const yaml = `title: "${LONG}"\nlanguage: ${language}\ntheme: ${theme}\npaper: ${paper}\nbinding: ${binding}\nflip: ${flip}\nfor: [home, copyshop]\neditions: [participant, large-print]\n`;
    const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf('Words.'), yaml)));
    expect(formatDiagnostics(made.messages)).toBe('');
    const cards = [...made.written].filter(([path]) => /card|test|ticket/.test(path));
    expect(cards.length).toBe(5);
    for (const [path, bytes] of cards) {
      const { pages } = await readPdf(bytes);
      expect(pages.length, path).toBe(path.includes('test') ? 2 : 1);
      for (const { lines, width, height } of pages) {
        expect(lines.length).toBeGreaterThan(1);
        for (const { x, width: advance, y } of lines.flatMap(({ items }) => items)) {
          // What stands on its head runs to the left, and only its beginning is known here.
          const end = path.includes('test') ? x : x + advance;
          expect(x, path).toBeGreaterThan(20);
          expect(end, path).toBeLessThan(width - 20);
          expect(y, path).toBeGreaterThan(20);
          expect(y, path).toBeLessThan(height - 20);
        }
      }
    }
  });
});

describe('a plan for pages that nobody has written yet', () => {
  it.each([
    [1, 1],
    [3, 1],
    [33, 9],
    [127, 32],
  ])('is right for %i pages: %i sheets', async (pages, sheets) => {
    const { value, messages } = await plan(tinyWorld(tinyBooklet(LESSON, 'title: Tiny\n')), {
      base: '/work',
      booklets: ['/work/lessons/tiny'],
      templates: ['/work/templates'],
      editions: ['leader', 'participant'],
      pages,
    });
    expect(messages).toEqual([]);
    expect(value.map((one) => [one.edition, one.pages, one.sheets])).toEqual([
      ['leader', pages, sheets],
      ['participant', pages, sheets],
    ]);
    for (const { signatures, options, text } of value) {
      const read = fold(signatures, options).map(({ page }) => page);
      expect(read.slice(0, pages)).toEqual(Array.from({ length: pages }, (_, index) => index + 1));
      expect(read.slice(pages)).toEqual(Array.from({ length: 4 * sheets - pages }, () => undefined));
      expect(text).toContain(`${pages} page`);
    }
  });

  it('is for the sheet that the edition takes, and says what cannot be', async () => {
    const asked = (editions: string[], pages: number) =>
      plan(tinyWorld(tinyBooklet(LESSON, 'title: Tiny\n')), {
        base: '/work',
        booklets: ['/work/lessons/tiny'],
        templates: ['/work/templates'],
        editions,
        pages,
      });
    expect((await asked(['large-print'], 33)).value[0]?.sheets).toBe(17);
    const { value, messages } = await asked(['leader'], 0);
    expect(value).toEqual([]);
    expect(formatDiagnostics(messages)).toContain('print-sheet  0 pages');
  });
});

describe('a print pack in a language that it has no words in', () => {
  it('is in English and says so, where there is one', async () => {
    const yaml = (targets: string) => `title: Tiny\nlanguage: de\neditions: [participant]\nfor: [${targets}]\n`;
    const told = async (targets: string) =>
      formatDiagnostics((await buildTiny(tinyWorld(tinyBooklet(lessonOf('Words.'), yaml(targets))))).messages);
    expect(await told('home')).toContain(
      'booklet.yaml:2:11  label-missing  warning: no words in the language “de” for the print pack',
    );
    expect(await told('screen, press')).not.toContain('print pack');
  });
});

describe('what cards say of cutting and stapling', () => {
  const card = async (yaml: string, place: string) =>
    words(
      await read(
        await buildTiny(tinyWorld(tinyBooklet(lessonOf('Words.\n\n:::question\nWhy?\n:::'), `title: Tiny\n${yaml}\n`))),
        `print-pack/${place}`,
      ),
    ).join(' ');

  it('sends nobody to look for marks on paper that two pages fill', async () => {
    const a5 = 'for: [home]\npaper: a4\neditions: [participant]';
    expect(await card(a5, 'participant-card.pdf')).toContain('No trimming is needed');
    expect(await card(`${a5}\ntrim: {width: 130, height: 200}`, 'participant-card.pdf')).toContain('little marks');
  });

  it.each([
    ['en', 'left-to-right', /flush at the left side/, /glue at the left side/, /twice at the left side/],
    ['en', 'right-to-left', /flush at the right side/, /glue at the right side/, /twice at the right side/],
    ['es', 'right-to-left', /por el lado derecho, apri/, /pegar por el lado derecho/, /grapas al lado derecho/],
  ])('binds at the side where the booklet is held: %s, %s', async (language, direction, glued, order, stapled) => {
    const yaml = `language: ${language}\ndirection: ${direction}\nfor: [home, copyshop]`;
    const perfect = `${yaml}\nbinding: perfect\neditions: [participant]`;
    expect(await card(perfect, 'participant-card.pdf')).toMatch(glued);
    expect(await card(perfect, 'ticket.pdf')).toMatch(order);
    expect(await card(`${yaml}\neditions: [large-print]`, 'large-print-card.pdf')).toMatch(stapled);
  });

  it('has room on the order for as many editions as there are', async () => {
    const own = Array.from({ length: 9 }, (_, at) => `{name: group-${at}, label: The guide of group ${at}}`);
    const title = 'title: A Booklet with a Title That Takes Several Lines Wherever It Is Set in Large Type';
    const yaml = `for: [copyshop]\neditions: [${own.join(', ')}]`;
    const made = await buildTiny(tinyWorld(tinyBooklet('---\ntitle: One\n---\n\nWords.\n', `${title}\n${yaml}\n`)));
    const pages = words(await read(made, 'print-pack/ticket.pdf'));
    expect(pages.length).toBe(3);
    expect([...pages.join(' ').matchAll(/The guide of group (\d)/g)].map(([, at]) => at).join('')).toBe('012345678');
    expect(pages.map((page) => page.includes('Sheets in all'))).toEqual([false, false, true]);
  });

  it('leaves handouts loose, and staples large print', async () => {
    const yaml = 'for: [home, copyshop]\neditions: [handout, large-print]';
    expect(await card(yaml, 'handout-card.pdf')).toMatch(/Staple nothing/);
    expect(await card(yaml, 'large-print-card.pdf')).toMatch(/staple them twice/);
    expect(await card(yaml, 'ticket.pdf')).toMatch(/Loose sheets.*two staples/);
  });
});

describe('what cannot be printed', () => {
  it('is told before any file appears', async () => {
    const yaml = 'title: Tiny\ntrim: {width: 300, height: 400}\nfor: [home]\neditions: [participant]\n';
    const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf('Words.'), yaml)));
    expect(formatDiagnostics(made.messages)).toMatch(
      /booklet\.yaml:2:7 {2}print-sheet {2}pages of 300 × 400 mm on a sheet of 215\.9 × 279\.4 mm/,
    );
    expect([...made.written]).toEqual([]);
  });

  it('is of no matter for a screen', async () => {
    const yaml = 'title: Tiny\ntrim: {width: 300, height: 400}\neditions: [participant]\n';
    const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf('Words.'), yaml)));
    expect([...made.written.keys()]).toEqual(['/out/tiny/participant.pdf', '/out/tiny/manifest.json']);
  });
});

describe('a booklet that opens from the other side', () => {
  it('says so to programs that show its pages beside each other', async () => {
    const directionOf = async (direction: string) => {
      const yaml = `title: Tiny\ndirection: ${direction}\neditions: [participant]\n`;
      const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf('Words.'), yaml)));
      const { catalog } = await PDFDocument.load(fileOf(made, 'participant.pdf'), { updateMetadata: false });
      return catalog.getViewerPreferences()?.dict.get(PDFName.of('Direction'))?.toString();
    };
    expect(await directionOf('right-to-left')).toBe('/R2L');
    expect(await directionOf('left-to-right')).toBeUndefined();
  });

  it('has its inner margin at the right of odd pages', async () => {
    const lefts = async (direction: string) => {
      const yaml = `title: Tiny\ndirection: ${direction}\neditions: [participant]\n`;
      const made = await buildTiny(tinyWorld(tinyBooklet(LESSON, yaml)));
      const { pages } = await read(made, 'participant.pdf');
      const [verso, recto] = pages.slice(7, 9);
      const block = (page: typeof verso) => Math.round(Math.min(...(page?.lines.map(({ x }) => x) ?? [])));
      return { recto: block(recto), verso: block(verso) };
    };
    const forwards = await lefts('left-to-right');
    expect(forwards.recto).not.toBe(forwards.verso);
    expect(await lefts('right-to-left')).toEqual({ recto: forwards.verso, verso: forwards.recto });
  });
});
