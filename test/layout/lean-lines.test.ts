import { createElement as h, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { Box, Para, Span } from '../../src/document/elements.js';
import { layOutTree, treeOf } from '../../src/layout/galley.js';
import { leanLines } from '../../src/layout/lean-lines.js';
import type { LaidNode, Line, Run } from '../../src/layout/nodes.js';
import type { Metadata } from '../../src/pdf/metadata.js';
import { paint } from '../../src/pdf/paint.js';
import { garamond } from '../support/garamond.js';

const fonts = garamond();

const metadata: Metadata = {
  title: 'One',
  authors: ['Ann'],
  subject: 'Two',
  language: 'en',
  date: new Date('2026-11-22T01:02:03Z'),
  creator: 'Gathering',
};

const WORDS = 'He is able to save completely those who come to him, and words of ours go on for some lines. ';

/** All that is read of lines once they are set: by the painter, which is watched, and here. */
const LINES = ['string', 'runs', 'box', 'ascent', 'xAdvance', 'overflowRight', 'decorationLines'];
const RUNS = ['glyphs', 'positions', 'xAdvance', 'height', 'descent', 'attributes', 'tag'];
const PAINTED = ['font', 'fontSize', 'color', 'opacity', 'link', 'attachment', 'backgroundColor'];
const ATTRIBUTES = [...PAINTED, 'underlineStyle', 'align', 'direction', 'bidiLevel'];

/** Paragraphs with all that the painter may draw of words. */
function words(): ReactElement {
  const style = { fontFamily: 'Body', fontSize: 10, lineHeight: 1.3 };
  const para = (own: object, ...children: (string | ReactElement)[]) =>
    h(Para, { style: { ...style, ...own } }, ...children);
  return h(
    Box,
    {},
    para({ textAlign: 'justify' }, WORDS.repeat(3)),
    para(
      { textAlign: 'right', opacity: 0.5 },
      WORDS,
      h(Span, { style: { textDecoration: 'underline', color: '#aa0000' } }, 'under '),
      h(Span, { style: { textDecoration: 'line-through', backgroundColor: '#ffffaa' } }, 'through '),
      h(Span, { href: 'https://example.org/' }, 'away '),
      h(Span, { href: '#here' }, 'here'),
    ),
    para({ direction: 'rtl', color: '#123456' }, WORDS),
  );
}

async function laidWords(): Promise<LaidNode[]> {
  const [page] = await layOutTree(treeOf([{ content: words(), size: { width: 200 } }]), fonts);
  return page?.children ?? [];
}

function* linesIn(nodes: readonly LaidNode[]): Generator<Line> {
  for (const { lines = [], children = [] } of nodes) {
    yield* lines;
    yield* linesIn(children);
  }
}

const runsIn = (nodes: readonly LaidNode[]): Run[] => [...linesIn(nodes)].flatMap((line) => line.runs);

/** The object, whose properties are written down as they are asked for. */
function noted<T extends object>(whole: T, asked: Set<string>): T {
  return new Proxy(whole, {
    get(target, key) {
      if (typeof key === 'string') asked.add(key);
      return Reflect.get(target, key);
    },
  });
}

describe('lines of laid-out nodes', () => {
  it('have all that the painter asks for', async () => {
    const nodes = await laidWords();
    const asked = { lines: new Set<string>(), runs: new Set<string>(), attributes: new Set<string>() };
    const watch = (list: readonly LaidNode[]): void => {
      for (const node of list) {
        if (node.lines)
          node.lines = node.lines.map((line) => {
            const runs = line.runs.map((run) =>
              noted({ ...run, attributes: noted(run.attributes, asked.attributes) }, asked.runs),
            );
            return noted({ ...line, runs }, asked.lines);
          });
        watch(node.children ?? []);
      }
    };
    const kept = {
      lines: [...linesIn(nodes)].map(Object.keys),
      runs: runsIn(nodes).map(Object.keys),
      attributes: runsIn(nodes).map((run) => Object.keys(run.attributes)),
    };
    watch(nodes);
    await paint([{ size: { width: 200, height: 600 }, label: '1', nodes }], { metadata, outline: [], cover: 'Cover' });
    expect([...asked.lines]).toEqual(expect.arrayContaining(['box', 'runs', 'ascent', 'decorationLines']));
    expect([...asked.runs]).toEqual(expect.arrayContaining(['glyphs', 'positions', 'height', 'descent', 'xAdvance']));
    expect([...asked.attributes]).toEqual(expect.arrayContaining(['font', 'link', 'color', 'backgroundColor']));
    for (const what of ['lines', 'runs', 'attributes'] as const)
      for (const keys of kept[what]) expect(keys).toEqual(expect.arrayContaining([...asked[what]]));
  });

  it('have nothing else', async () => {
    const nodes = await laidWords();
    for (const line of linesIn(nodes)) expect(LINES).toEqual(expect.arrayContaining(Object.keys(line)));
    for (const run of runsIn(nodes)) {
      expect(RUNS).toEqual(expect.arrayContaining(Object.keys(run)));
      expect(ATTRIBUTES).toEqual(expect.arrayContaining(Object.keys(run.attributes)));
    }
  });

  it('share the places of glyphs that are equal, and attributes', async () => {
    const runs = runsIn(await laidWords());
    const places = runs.flatMap((run) => run.positions);
    expect(new Set(places).size).toBe(new Set(places.map((place) => JSON.stringify(place))).size);
    expect(new Set(places).size).toBeLessThan(places.length / 4);
    const attributes = runs.map((run) => run.attributes);
    expect(new Set(attributes).size).toBeLessThan(attributes.length);
  });

  it('share nothing that is not equal to the last digit', () => {
    const place = (over: object) => ({ xAdvance: 5, yAdvance: 0, xOffset: 0, yOffset: 0, advanceWidth: 500, ...over });
    const places = [
      place({}),
      place({ xAdvance: 5.000001 }),
      place({ yAdvance: 1 }),
      place({ xOffset: -0 }),
      place({ yOffset: 1 }),
      place({ advanceWidth: 501 }),
      { xAdvance: 5 },
    ];
    const attributes = (over: object) => ({ font: [], fontSize: 10, color: '#000000', ...over });
    const each = [
      attributes({}),
      attributes({ link: '#here' }),
      attributes({ opacity: 0.5 }),
      attributes({ font: [{ unitsPerEm: 1000 }] }),
    ];
    const box = { x: 0, y: 0, width: 1, height: 1 };
    const runs = each.map((one) => ({ glyphs: [], positions: places, xAdvance: 0, attributes: one }));
    const node = { type: 'TEXT', lines: [{ string: '', runs, box, ascent: 0, xAdvance: 0 }] } as unknown as LaidNode;
    leanLines([node]);
    expect(runsIn([node]).map((run) => run.attributes)).toEqual(each);
    for (const run of runsIn([node])) expect(run.positions).toStrictEqual(places);
    expect(new Set(runsIn([node]).flatMap((run) => run.positions)).size).toBe(places.length);
    expect(new Set(runsIn([node]).map((run) => run.attributes)).size).toBe(each.length);
  });
});
