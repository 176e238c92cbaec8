import { createCanvas } from '@napi-rs/canvas';
import { PNG } from 'pngjs';
import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { mm } from '../../src/geometry/units.js';
import { bytesOf } from '../support/booklet.js';
import { type Pdf, paragraphsOf, readPdf, textOf } from '../support/pdf.js';
import { buildTiny, lessonOf, runBuild, tinyBooklet, tinyWorld } from '../support/tiny.js';
import { wordsOf } from '../support/words.js';

/** Builds the leader's edition of a booklet of one lesson and reads it back. */
async function leader(
  body: string,
  { booklet = 'title: Tiny\n', files = {} as Record<string, Uint8Array | string> } = {},
): Promise<Pdf & { told: string }> {
  const made = await buildTiny(tinyWorld({ ...tinyBooklet(lessonOf(body), booklet), ...files }), {
    editions: ['leader'],
  });
  expect(made.files, formatDiagnostics(made.messages)).toHaveLength(1);
  return { ...(await readPdf(bytesOf(made, 'leader'))), told: formatDiagnostics(made.messages) };
}

const allText = (pdf: Pdf): string => pdf.pages.map((page) => textOf(page.lines)).join('\n');
const count = (from: number, to: number): number[] => Array.from({ length: to - from + 1 }, (_, at) => from + at);

describe('pictures', () => {
  const png = (): Uint8Array => {
    const picture = new PNG({ width: 40, height: 20 });
    picture.data.fill(120);
    return new Uint8Array(PNG.sync.write(picture));
  };
  const jpeg = (): Uint8Array => {
    const canvas = createCanvas(60, 30);
    canvas.getContext('2d').fillRect(0, 0, 60, 30);
    return new Uint8Array(canvas.toBuffer('image/jpeg'));
  };
  const svg =
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 50" width="100" height="50"><rect x="0" y="0" width="100" height="50" fill="#123456"/></svg>';

  it('of each format stand in their place at their size, with their captions', async () => {
    const body =
      'Before.\n\n![One](images/one.png "Caption one")\n\n![Two](images/two.jpg "Caption two")\n\n![Three](images/three.svg "Caption three")\n\nAfter.';
    const pdf = await leader(body, {
      files: {
        'lessons/tiny/images/one.png': png(),
        'lessons/tiny/images/two.jpg': jpeg(),
        'lessons/tiny/images/three.svg': svg,
      },
    });
    expect(pdf.told).toBe('');
    const page = pdf.pages.find(({ pictures }) => pictures.length > 0);
    expect(page?.pictures.map(({ left, right, top, bottom }) => [right - left, bottom - top].map(Math.round))).toEqual([
      [19, 10],
      [29, 14],
    ]);
    const drawn = page?.marks.find((mark) => mark.color === '#123456');
    expect(
      [drawn && drawn.right - drawn.left, drawn && drawn.bottom - drawn.top].map((length) => Math.round(length ?? 0)),
    ).toEqual([75, 38]);
    const heights = ['Before.', 'Caption one', 'Caption two', 'Caption three', 'After.'].map(
      (text) => page?.lines.find((line) => line.text.trim() === text)?.y ?? Number.NaN,
    );
    expect(heights).toEqual([...heights].sort((a, b) => a - b));
    const [first, second] = page?.pictures ?? [];
    expect(first && first.top > (heights[0] ?? 0) && first.bottom < (heights[1] ?? 0)).toBe(true);
    expect(second && second.top > (heights[1] ?? 0) && second.bottom < (heights[2] ?? 0)).toBe(true);
  });

  it('that are larger than a page are made to fit', async () => {
    const pdf = await leader('![Wide](wide.svg)\n\n![High](high.svg)', {
      files: {
        'lessons/tiny/wide.svg': svg.replace('width="100" height="50"', 'width="4000" height="2000"'),
        'lessons/tiny/high.svg':
          '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 10 100" width="1000" height="10000"><rect width="10" height="100" fill="#123456"/></svg>',
      },
    });
    const drawn = pdf.pages.flatMap((page) => page.marks.filter((mark) => mark.color === '#123456'));
    expect(drawn).toHaveLength(2);
    for (const { left, right, top, bottom } of drawn) {
      expect(left).toBeGreaterThan(40);
      expect(right).toBeLessThan(396 - 40);
      expect(top).toBeGreaterThan(50);
      expect(bottom).toBeLessThan(612 - 50);
    }
  });
});

describe('what is longer than a page', () => {
  it('a table of 80 rows has its head on each of its pages, every row once and in order', async () => {
    const rows = count(1, 80).map((n) => `| row ${n} | some words about ${n} |`);
    const pdf = await leader(`Before.\n\n| Name | Words |\n|---|---|\n${rows.join('\n')}\n\nAfter.`);
    expect(pdf.told).toBe('');
    const pages = pdf.pages.filter((page) => page.lines.some((line) => /^row \d+$/.test(line.text)));
    expect(pages.length).toBeGreaterThan(1);
    for (const page of pages) {
      expect(
        page.lines.filter((line) => line.text === 'Name'),
        `heads on page ${page.label}`,
      ).toHaveLength(1);
      const head = page.lines.find((line) => line.text === 'Name');
      expect(head?.y).toBeLessThan(page.lines.find((line) => line.text.startsWith('row '))?.y ?? 0);
    }
    const found = pages.flatMap((page) => page.lines.flatMap((line) => /^row (\d+)$/.exec(line.text)?.[1] ?? []));
    expect(found.map(Number)).toEqual(count(1, 80));
    const cells = pages.flatMap((page) =>
      page.lines.flatMap((line) => /^some words about (\d+)$/.exec(line.text)?.[1] ?? []),
    );
    expect(cells.map(Number)).toEqual(count(1, 80));
  });

  it('a stanza is a warning, and none of its lines is lost', async () => {
    const lines = count(1, 70).map((n) => `Line number ${n} of the song`);
    const pdf = await leader(`:::hymn[Long song]\n${lines.join('\n')}\n:::`);
    expect(pdf.told.split('\n')).toHaveLength(1);
    expect(pdf.told).toMatch(
      /^lessons\/tiny\/1-one\.md {2}block-too-tall {2}warning: a block that is taller than a page, at “one\.long-song”/,
    );
    const numbers = pdf.pages.flatMap((page) =>
      page.lines.flatMap((line) => /^Line number (\d+) of the song/.exec(line.text)?.[1] ?? []),
    );
    expect(numbers.map(Number)).toEqual(count(1, 70));
  });

  it('a table’s cell is a warning, and none of its words is lost', async () => {
    const words = count(1, 700)
      .map((n) => `w${n}`)
      .join(' ');
    const pdf = await leader(`| Head | Other |\n|---|---|\n| ${words} | short |\n\nAfter.`);
    expect(pdf.told).toMatch(/block-too-tall {2}warning/);
    const numbers = pdf.pages.flatMap((page) =>
      wordsOf(
        paragraphsOf(page.lines)
          .map(({ text }) => text)
          .join(' '),
      ).flatMap((word) => /^w(\d+)$/.exec(word)?.[1] ?? []),
    );
    expect(numbers.map(Number)).toEqual(count(1, 700));
    expect(allText(pdf)).toContain('After.');
  });

  it('a question’s text and answer, a note, a quotation and code run on without a warning', async () => {
    const text = (name: string) =>
      count(1, 450)
        .map((n) => `${name}${n}`)
        .join(' ');
    const code = count(1, 60)
      .map((n) => `code${n}`)
      .join('\n');
    const pdf = await leader(
      `::::question\n${text('q')}\n\n:::answer\n${text('a')}\n:::\n::::\n\n:::leader[Note]\n${text('n')}\n:::\n\n> ${text('b')}\n\n\`\`\`\n${code}\n\`\`\``,
    );
    expect(pdf.told).toBe('');
    for (const [name, last] of [
      ['q', 450],
      ['a', 450],
      ['n', 450],
      ['b', 450],
      ['code', 60],
    ] as const) {
      const found = pdf.pages.flatMap((page) =>
        wordsOf(textOf(page.lines)).flatMap((word) => new RegExp(`^${name}(\\d+)$`).exec(word)?.[1] ?? []),
      );
      expect(found.map(Number), name).toEqual(count(1, last));
    }
  });

  it.each([
    ['a word', `Before ${'a'.repeat(120)} after.`],
    ['an address', `Before <https://example.org/${'a'.repeat(60)}?page=${'1'.repeat(60)}> after.`],
    ['a line of code', `Before\n\n\`\`\`\n${'let us pray; '.repeat(12)}\n\`\`\`\n\nafter.`],
    ['code in a sentence', `Before \`${'pray '.repeat(30)}\` after.`],
  ])('%s that is wider than the measure is not cut off at the edge of the page', async (_, body) => {
    const pdf = await leader(body);
    for (const page of pdf.pages.slice(4)) {
      for (const line of page.lines) expect(line.right, line.text.slice(0, 30)).toBeLessThan(396 - 40);
    }
    expect(allText(pdf)).toContain('after.');
  });
});

describe('what is asked for on the command line', () => {
  const world = () =>
    tinyWorld(
      tinyBooklet(
        lessonOf('::scripture[Hebrews 7:25]\n\n::::question{lines=2}\nWhy?\n\n:::answer\nBecause.\n:::\n::::'),
      ),
    );

  it('paper a4 gives A5 pages', async () => {
    const run = await runBuild(world(), '--paper', 'a4');
    expect([run.exit, run.stderr]).toEqual([0, expect.not.stringContaining('error')]);
    const pdf = await readPdf(bytesOf(run, 'leader'));
    for (const { width, height } of pdf.pages) {
      expect(width).toBeCloseTo(mm(148), 1);
      expect(height).toBeCloseTo(mm(210), 1);
    }
  });

  it('theme plain builds both editions in black on white', async () => {
    const run = await runBuild(world(), '--theme', 'plain');
    expect([...run.written.keys()]).toEqual([
      '/work/output/tiny/leader.pdf',
      '/work/output/tiny/participant.pdf',
      '/work/output/tiny/manifest.json',
    ]);
    for (const edition of ['leader', 'participant']) {
      const { pages } = await readPdf(bytesOf(run, edition));
      const colors = new Set(
        pages.flatMap(({ lines, marks }) => [
          ...lines.flatMap((line) => line.items.map((item) => item.color)),
          ...marks.map((mark) => mark.color),
        ]),
      );
      for (const color of colors) expect(color, `grey in the ${edition} edition`).toMatch(/^#(..)\1\1$/);
      expect(allText(await readPdf(bytesOf(run, edition)))).toContain('Why?');
    }
  });

  it('translation KJV sets passages from it', async () => {
    const run = await runBuild(world(), '--translation', 'KJV', '--edition', 'participant');
    expect([...run.written.keys()]).toEqual(['/work/output/tiny/participant.pdf', '/work/output/tiny/manifest.json']);
    const text = allText(await readPdf(bytesOf(run, 'participant')));
    expect(text).toContain('Wherefore he is able also to save them to the uttermost that come unto God by him');
    expect(text).toContain('1 verse is quoted from the King James Version.');
    expect(text).not.toContain('World English Bible');
    expect(text).not.toContain('Because.');
  });

  it('and told in a line for each file', async () => {
    const run = await runBuild(world(), '--out', 'print');
    expect(run.stdout.replace(/[\d.]+ (K?B|s)\b/g, 'n $1')).toBe(
      'print/tiny/leader.pdf       8 pages  2 sheets  n KB  n s\nprint/tiny/participant.pdf  8 pages  2 sheets  n KB  n s\n',
    );
  });
});

describe('a booklet', () => {
  it('of a lesson without any directive, or of a title alone, builds', async () => {
    expect(allText(await leader('Just *words*.'))).toContain('Just words.');
    const bare = await leader('');
    expect(bare.told).toBe('');
    expect(bare.pages.map(({ label }) => label)).toEqual(['Cover', 'ii', 'iii', 'iv', '1', '2', '3', '4']);
  });

  it('may hold signs that mean something to PDF and XML', async () => {
    const title = 'Salt & <Light> (5:13) \\ "here" ]]>';
    const pdf = await leader('## Salt & Light (a\\\\) \\\\\n\nText.', {
      booklet: `title: '${title}'\nauthors: ["Ann & Bob <x>", "Zoë Λόγος"]\n`,
    });
    const printed = title.replace(' "here"', ' “here”');
    expect([title, printed]).toContain(pdf.info.Title);
    expect(pdf.info.Author).toBe('Ann & Bob <x>, Zoë Λόγος');
    expect(pdf.xmp).toContain('Salt &amp; &lt;Light&gt; (5:13) \\ ');
    expect(pdf.xmp).toContain('<rdf:li>Ann &amp; Bob &lt;x&gt;</rdf:li><rdf:li>Zoë Λόγος</rdf:li>');
    expect(pdf.xmp).not.toContain(']]>');
    expect(pdf.outline.map((entry) => entry.title)).toContain('Salt & Light (a\\) \\');
  });

  it('numbers lessons and questions apart, and opens every lesson on a recto', async () => {
    const lessons = count(1, 11).map((n) => [
      `lessons/tiny/${n}-part.md`,
      `---\ntitle: Part ${n}\nid: part-${n}\n---\n\n::::question{lines=2}\nFirst of ${n}?\n::::\n\n::::question{lines=2}\nSecond of ${n}?\n::::\n`,
    ]);
    const made = await buildTiny(
      tinyWorld({ 'lessons/tiny/booklet.yaml': 'title: Many\n', ...Object.fromEntries(lessons) }),
      { editions: ['participant'] },
    );
    const pdf = await readPdf(bytesOf(made, 'participant'));
    const starts = count(1, 11).map((n) => pdf.places.get(`part-${n}`)?.page ?? 0);
    expect(starts).toEqual([...starts].sort((a, b) => a - b));
    expect(starts.every((page) => page % 2 === 1)).toBe(true);
    expect(pdf.pages[(starts[0] ?? 0) - 1]?.label).toBe('1');
    for (const [index, page] of starts.entries()) {
      const lines = pdf.pages[page - 1]?.lines.map((line) => line.text.trim()) ?? [];
      expect(lines.slice(0, 2)).toEqual([`SESSION ${index + 1}`, `Part ${index + 1}`]);
      expect(lines.indexOf('1'), `numbers on ${lines.join('|')}`).toBe(lines.indexOf(`First of ${index + 1}?`) - 1);
      expect(lines.indexOf('2')).toBe(lines.indexOf(`Second of ${index + 1}?`) - 1);
    }
    const contents = pdf.pages[2];
    expect(contents?.links.filter((link) => link.to === 'part-11').map((link) => link.text)).toEqual([
      'Part 11',
      pdf.pages[(starts[10] ?? 0) - 1]?.label,
    ]);
  });
});

describe('signs that are not seen', () => {
  it('may be all that a paragraph or a cell holds', async () => {
    const pdf = await leader('- \u00ad\n\nBetween.\n\n| \u00ad | A |\n|---|---|\n| \u00ad | b |\n\n\u00ad\n\nAfter.');
    expect(allText(pdf)).toMatch(/Between\..*b.*After\./s);
  });
});

describe('a gap in a heading', () => {
  it('is in nobody’s book but the leader’s, nor in the name of the place', async () => {
    const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf('## God is :blank[merciful] to all\n\nText.'))), {
      editions: ['participant'],
    });
    expect(formatDiagnostics(made.messages)).toBe('');
    const { places } = await readPdf(bytesOf(made, 'participant'));
    expect([...places.keys()]).toContain('one.god-is-to-all');
  });
});
