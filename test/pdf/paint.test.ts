import { describe, expect, it } from 'vitest';
import type { OutlineEntry } from '../../src/document/flow.js';
import type { LaidNode } from '../../src/layout/nodes.js';
import { type EmbeddedFont, glyphOperators } from '../../src/pdf/glyphs.js';
import { informationDictionary, type Metadata, xmpPacket } from '../../src/pdf/metadata.js';
import { type PdfReference, writeOutline } from '../../src/pdf/outline.js';
import { labelTree, pageLabels } from '../../src/pdf/page-labels.js';
import { paint } from '../../src/pdf/paint.js';
import { readPdf } from '../support/pdf.js';

const metadata: Metadata = {
  title: 'A <b>&"title"</b> (\\) – Λόγος',
  authors: ['Ann & Bob', 'Zoë <z@example.org>'],
  subject: 'Leader’s “guide”',
  language: 'en-GB',
  date: new Date('2026-11-22T01:02:03Z'),
  creator: 'Gathering',
};

function emptyPage(
  label: string,
  ids: [string, number][] = [],
): { size: { width: number; height: number }; label: string; nodes: LaidNode[] } {
  const nodes = ids.map(
    ([id, top]): LaidNode => ({
      type: 'VIEW',
      style: {},
      props: { id },
      box: { left: 30, top, width: 10, height: 10 },
      children: [],
    }),
  );
  return { size: { width: 300, height: 500 }, label, nodes };
}

describe('paint', () => {
  const outline: OutlineEntry[] = [
    { title: 'One (1) \\ “two” Λ', level: 1, anchor: 'one' },
    { title: 'Below', level: 2, anchor: 'one.below' },
    { title: 'Nowhere', level: 2, anchor: 'absent' },
    { title: 'Two', level: 1, anchor: 'two' },
  ];
  const pages = [
    emptyPage(''),
    emptyPage('ii'),
    emptyPage('1', [
      ['one', 40],
      ['one.below', 120.5],
    ]),
    emptyPage('2', [
      ['two', 0],
      ['one', 70],
    ]),
  ];

  it('says of the file what the metadata say, whatever signs they hold', async () => {
    const pdf = await readPdf(await paint(pages, { metadata, outline, cover: 'Cover' }));
    expect(pdf.info).toMatchObject({
      Title: metadata.title,
      Author: 'Ann & Bob, Zoë <z@example.org>',
      Subject: metadata.subject,
      Creator: 'Gathering',
      Producer: 'Gathering',
      CreationDate: 'D:20261122010203Z',
    });
    expect(pdf.language).toBe('en-GB');
    expect(pdf.xmp).toBe(xmpPacket(metadata));
  });

  it('names places where their blocks begin, of two of one name the first', async () => {
    const { places } = await readPdf(await paint(pages, { metadata, outline, cover: 'Cover' }));
    expect(Object.fromEntries(places)).toEqual({
      one: { page: 3, top: 40 },
      'one.below': { page: 3, top: 120.5 },
      two: { page: 4, top: 0 },
    });
  });

  it('writes an outline of the places there are', async () => {
    const pdf = await readPdf(await paint(pages, { metadata, outline, cover: 'Cover' }));
    expect(pdf.outline).toEqual([
      { title: 'One (1) \\ “two” Λ', level: 1, to: 'one' },
      { title: 'Below', level: 2, to: 'one.below' },
      { title: 'Two', level: 1, to: 'two' },
    ]);
  });

  it('labels pages as they are cited', async () => {
    const pdf = await readPdf(await paint(pages, { metadata, outline, cover: 'Cover' }));
    expect(pdf.pages.map(({ label }) => label)).toEqual(['Cover', 'ii', '1', '2']);
    expect(pdf.pages.map(({ width, height }) => [width, height])).toEqual(pages.map(() => [300, 500]));
  });

  it('gives the same bytes for the same pages, and other bytes for another date', async () => {
    const once = await paint(pages, { metadata, outline, cover: 'Cover' });
    expect(Buffer.compare(once, await paint(pages, { metadata, outline, cover: 'Cover' }))).toBe(0);
    expect(
      Buffer.compare(
        once,
        await paint(pages, { metadata: { ...metadata, date: new Date(0) }, outline, cover: 'Cover' }),
      ),
    ).not.toBe(0);
  });

  it('makes a file without an outline when there is nothing to list', async () => {
    const pdf = await readPdf(await paint([emptyPage('1')], { metadata, outline: [], cover: 'Cover' }));
    expect(pdf.outline).toEqual([]);
  });
});

describe('page labels', () => {
  it('make one range for each kind of number', () => {
    expect(pageLabels(['', 'ii', 'iii', 'iv', '1', '2'], 'Cover')).toEqual([
      { from: 0, prefix: 'Cover' },
      { from: 1, style: 'r', start: 2 },
      { from: 4, style: 'D', start: 1 },
    ]);
    expect(pageLabels(['1', '2'], 'Cover')).toEqual([{ from: 0, style: 'D', start: 1 }]);
    expect(pageLabels([], 'Cover')).toEqual([]);
  });

  it('are a number tree in the catalog', () => {
    expect(labelTree(pageLabels(['', 'ii', '1'], 'Cover'))).toEqual({
      Nums: [0, { P: new String('Cover') }, 1, { S: 'r', St: 2 }, 2, { S: 'D', St: 1 }],
    });
  });
});

describe('the outline', () => {
  const write = (entries: OutlineEntry[]): PdfReference[] => {
    const refs: PdfReference[] = [];
    const make = (): PdfReference => {
      const ref = { data: {}, end: () => {} };
      refs.push(ref);
      return ref;
    };
    writeOutline(make(), entries, make);
    return refs;
  };

  it('links parents, children and neighbours both ways', () => {
    const [root, a, b, c, d] = write([
      { title: 'a', level: 1, anchor: 'a' },
      { title: 'b', level: 2, anchor: 'b' },
      { title: 'c', level: 2, anchor: 'c' },
      { title: 'd', level: 1, anchor: 'd' },
    ]);
    expect(root?.data).toMatchObject({ Type: 'Outlines', First: a, Last: d, Count: 2 });
    expect(a?.data).toMatchObject({ Parent: root, First: b, Last: c, Next: d, Count: -2 });
    expect(b?.data).toMatchObject({ Parent: a, Next: c });
    expect(c?.data).toMatchObject({ Parent: a, Prev: b });
    expect(d?.data).toMatchObject({ Parent: root, Prev: a });
    expect(d?.data.Next).toBeUndefined();
  });

  it('takes a level that comes without its parent as a child of what there is', () => {
    const [root, a, b] = write([
      { title: 'a', level: 2, anchor: 'a' },
      { title: 'b', level: 1, anchor: 'b' },
    ]);
    expect(root?.data).toMatchObject({ First: a, Last: b, Count: 2 });
  });
});

describe('metadata', () => {
  it('leave out what is not known', () => {
    const bare = { ...metadata, authors: [], subject: undefined };
    expect(Object.keys(informationDictionary(bare))).not.toContain('Author');
    expect(Object.keys(informationDictionary(bare))).not.toContain('Subject');
    expect(xmpPacket(bare)).not.toMatch(/dc:creator|dc:description/);
  });

  it('are well-formed XML with every sign that has a meaning escaped', () => {
    const xmp = xmpPacket(metadata);
    expect(xmp).toContain('A &lt;b&gt;&amp;&quot;title&quot;&lt;/b&gt; (\\) – Λόγος');
    expect(xmp).toContain('<rdf:li>Ann &amp; Bob</rdf:li><rdf:li>Zoë &lt;z@example.org&gt;</rdf:li>');
    const open: string[] = [];
    for (const [, close, name, self] of xmp.matchAll(/<(\/?)([a-z]+:[A-Za-z]+)[^>]*?(\/?)>/g)) {
      if (close) expect(open.pop()).toBe(name);
      else if (!self) open.push(name ?? '');
    }
    expect(open).toEqual([]);
    expect(xmp).not.toMatch(/&(?!(lt|gt|amp|quot);)/);
  });
});

describe('glyph operators', () => {
  const fontOf = (unitsPerEm: number): EmbeddedFont => {
    const glyphs: number[] = [0];
    return {
      id: 'F1',
      font: { unitsPerEm },
      scale: 1000 / unitsPerEm,
      subset: { glyphs, includeGlyph: (id) => (glyphs.includes(id) ? glyphs.indexOf(id) : glyphs.push(id) - 1) },
      widths: [],
      unicode: [],
    };
  };
  const glyph = (id: number, letter: string, advanceWidth = 500) => ({
    id,
    advanceWidth,
    codePoints: [letter.codePointAt(0) ?? 0],
  });

  it('show codes of the subset, and move only where a glyph’s advance is not its own', () => {
    const font = fontOf(1000);
    const glyphs = [glyph(7, 'a'), glyph(9, 'b'), glyph(7, 'a')];
    expect(glyphOperators(font, 10, glyphs, [{ xAdvance: 5 }, { xAdvance: 6 }, { xAdvance: 5 }])).toEqual([
      '/F1 10 Tf',
      '1 0 0 1 0 0 Tm',
      '[<00010002> -100 <0001>] TJ',
    ]);
    expect(font.unicode.slice(1)).toEqual([[97], [98]]);
  });

  it('raise figures by the font’s own units', () => {
    for (const unitsPerEm of [1000, 2048]) {
      const [, matrix] = glyphOperators(
        fontOf(unitsPerEm),
        10,
        [glyph(1, '2')],
        [{ xAdvance: 5, yOffset: unitsPerEm * 0.35 }],
      );
      expect(matrix).toBe('1 0 0 1 0 3.5 Tm');
    }
  });

  it('give an added hyphen a code of its own that means a soft hyphen', () => {
    const font = fontOf(1000);
    glyphOperators(font, 10, [glyph(3, '-')], [{ xAdvance: 5 }]);
    const soft = { ...glyph(3, '-'), codePoints: [0xad] };
    const [, , first] = glyphOperators(font, 10, [soft], [{ xAdvance: 5 }]);
    const [, , second] = glyphOperators(font, 10, [soft], [{ xAdvance: 5 }]);
    expect(first).toBe(second);
    expect(font.unicode.slice(1)).toEqual([[0x2d], [0xad]]);
    expect(font.subset.glyphs).toEqual([0, 3, 3]);
  });

  it('write numbers that PDF can read', () => {
    const operators = glyphOperators(
      fontOf(1000),
      10,
      [glyph(1, 'a'), glyph(2, 'b')],
      [
        { xAdvance: 1e-9, yOffset: -1e-9 },
        { xAdvance: 12345.678901, xOffset: 1e-7 },
      ],
    );
    expect(operators.join(' ')).not.toMatch(/e[-+]?\d|-0(?![\d.])|NaN|Infinity/);
  });
});
