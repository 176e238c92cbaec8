import { createElement } from 'react';
import { describe, expect, it } from 'vitest';
import type { Section } from '../../src/document/flow.js';
import { pageFrame } from '../../src/geometry/frame.js';
import { assemble, roman } from '../../src/layout/assemble.js';
import { bindPages, furnitureOf } from '../../src/layout/book.js';
import type { LaidSection } from '../../src/layout/section.js';

interface Given extends Partial<Section> {
  pages?: number;
  /** Anchor to page of the section. */
  anchors?: Record<string, number>;
}

function laid(id: string, { pages = 1, anchors = {}, ...section }: Given = {}): LaidSection {
  const made = {
    section: {
      id,
      numbering: 'body',
      start: 'any',
      folios: true,
      mode: 'flow',
      content: createElement('VIEW'),
      ...section,
    },
    pages: Array.from({ length: pages }, () => ({ nodes: [], tags: [] })),
    anchors: new Map(Object.entries(anchors)),
    citations: new Map<string, number[]>(),
    tooTall: [],
  };
  return made as LaidSection;
}

const filler = laid('filler');
const cover = () =>
  laid('cover', { numbering: 'cover', start: 'recto', folios: false, mode: 'page', anchors: { cover: 0 } });
const imprint = () => laid('imprint', { numbering: 'front', folios: false });
const contents = (pages = 1) =>
  laid('contents', { numbering: 'front', start: 'recto', pages, anchors: { contents: 0 } });
const lesson = (id: string, pages: number) =>
  laid(id, {
    start: 'recto',
    pages,
    heads: { verso: 'Booklet', recto: id },
    anchors: { [id]: 0, [`${id}.end`]: pages - 1 },
  });

const labels = (sections: LaidSection[]) => assemble(sections, filler).pages.map((page) => page.label);
const rows = (sections: LaidSection[]) =>
  assemble(sections, filler).pages.map(
    (page) => `${page.section.section.id}${page.index < 0 ? '+filler' : `.${page.index}`}`,
  );

describe('assemble', () => {
  it('puts sections one after the other and fills the verso before a recto', () => {
    expect(rows([cover(), imprint(), contents(), lesson('a', 3), lesson('b', 2), laid('notes')])).toEqual([
      'cover.0',
      'imprint.0',
      'contents.0',
      'contents+filler',
      'a.0',
      'a.1',
      'a.2',
      'a+filler',
      'b.0',
      'b.1',
      'notes.0',
    ]);
  });

  it('needs no filler where a recto comes by itself', () => {
    expect(rows([cover(), imprint(), contents(2), lesson('a', 2), lesson('b', 1)])).toEqual([
      'cover.0',
      'imprint.0',
      'contents.0',
      'contents.1',
      'a.0',
      'a.1',
      'b.0',
    ]);
  });

  it('counts front pages in roman numerals after an unnumbered cover, and body pages from 1', () => {
    expect(labels([cover(), imprint(), contents(), lesson('a', 3), lesson('b', 1)])).toEqual([
      '',
      'ii',
      'iii',
      'iv',
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  it('gives body pages the same numbers however long the contents are', () => {
    const body = (pages: number) =>
      assemble([cover(), imprint(), contents(pages), lesson('a', 3), lesson('b', 2)], filler).folioOf;
    for (const pages of [1, 2, 3, 7])
      expect([body(pages).get('a'), body(pages).get('a.end'), body(pages).get('b')]).toEqual(['1', '3', '5']);
  });

  it('alternates rectos and versos, odd pages on the right', () => {
    for (const { number, recto } of assemble([cover(), imprint(), contents(), lesson('a', 4)], filler).pages)
      expect(recto).toBe(number % 2 === 1);
  });

  it('knows the page and folio of every anchor, of two of one name the first', () => {
    const { pageOf, folioOf } = assemble(
      [cover(), imprint(), contents(), lesson('a', 3), laid('notes', { anchors: { notes: 0, a: 0 } })],
      filler,
    );
    expect(Object.fromEntries(pageOf)).toEqual({ cover: 1, contents: 3, a: 5, 'a.end': 7, notes: 8 });
    expect(Object.fromEntries(folioOf)).toEqual({ cover: '', contents: 'iii', a: '1', 'a.end': '3', notes: '4' });
  });

  it('makes a booklet of nothing', () => {
    const { pages, pageOf, folioOf } = assemble([], filler);
    expect([pages, [...pageOf], [...folioOf]]).toEqual([[], [], []]);
  });
});

describe('roman', () => {
  it('writes numbers as printers do', () => {
    const known: [number, string][] = [
      [1, 'i'],
      [4, 'iv'],
      [9, 'ix'],
      [14, 'xiv'],
      [19, 'xix'],
      [40, 'xl'],
      [49, 'xlix'],
      [90, 'xc'],
      [400, 'cd'],
      [944, 'cmxliv'],
      [1987, 'mcmlxxxvii'],
    ];
    for (const [value, written] of known) expect(roman(value)).toBe(written);
  });

  it('can be read back', () => {
    const worth: Record<string, number> = { i: 1, v: 5, x: 10, l: 50, c: 100, d: 500, m: 1000 };
    for (let value = 1; value <= 400; value += 1) {
      const signs = [...roman(value)].map((sign) => worth[sign] ?? Number.NaN);
      expect(signs.reduce((sum, sign, index) => sum + (sign < (signs[index + 1] ?? 0) ? -sign : sign), 0)).toBe(value);
    }
  });
});

describe('furniture and binding', () => {
  const assembly = assemble([cover(), imprint(), contents(), lesson('a', 3), lesson('b', 1)], filler);
  const frame = pageFrame({ width: 400, height: 600 }, { top: 50, bottom: 60, inner: 55, outer: 40 });

  it('heads run over what follows an opener: the booklet on versos, the lesson on rectos', () => {
    expect(furnitureOf(assembly).map(({ head }) => head)).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
      undefined,
      'Booklet',
      'a',
      'Booklet',
      undefined,
    ]);
  });

  it('folios stand where a section has them', () => {
    expect(furnitureOf(assembly).map(({ folio }) => folio)).toEqual([
      undefined,
      undefined,
      'iii',
      'iv',
      '1',
      '2',
      '3',
      '4',
      '5',
    ]);
  });

  it('text blocks stand beside the inner margin, whole pages at the trim edge', () => {
    const pages = bindPages(assembly, [], frame);
    expect(pages.map(({ nodes }) => [nodes[0]?.box.left, nodes[0]?.box.top])).toEqual([
      [0, 0],
      ...assembly.pages.slice(1).map(({ number }) => [number % 2 === 1 ? 55 : 40, 50]),
    ]);
    expect(pages.map(({ label }) => label)).toEqual(assembly.pages.map(({ label }) => label));
    expect(new Set(pages.map(({ size }) => size))).toEqual(new Set([frame.trim]));
  });
});
