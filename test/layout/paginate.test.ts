import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { LaidNode } from '../../src/layout/nodes.js';
import { paginate } from '../../src/layout/paginate.js';
import { slice } from '../../src/layout/slice.js';
import { bottomOf, box, everyNode, linesIn, type Part, row, stack, text } from '../support/nodes.js';

const SLACK = 0.1;
/** The same galleys on every run, so that a failure can be looked at; another number looks elsewhere. */
const SEED = Number(process.env.FC_SEED ?? 7);

/** The galley cut into pages of this height. */
function pagesOf(galley: readonly LaidNode[], height: number): { pages: LaidNode[][]; forced: number } {
  const { pages, forcedThrough } = paginate(galley, height);
  return { pages: pages.map((span) => slice(galley, span)), forced: forcedThrough.length };
}

const named = (name: string, count: number): string[] => Array.from({ length: count }, (_, at) => `${name}.${at + 1}`);
const para = (name: string, count: number, props: LaidNode['props'] = {}): LaidNode =>
  text(named(name, count), 10, props);
const texts = (pages: readonly LaidNode[][]): string[][] => pages.map((page) => linesIn(page));

describe('pages of a galley', () => {
  it('hold what fits, and go on where a page ends', () => {
    const { pages } = pagesOf(stack([para('a', 5), para('b', 5), para('c', 5)]), 100);
    expect(texts(pages)).toEqual([[...named('a', 5), ...named('b', 5)], named('c', 5)]);
    expect(pages[1]?.[0]?.box.top).toBe(0);
  });

  it('are one page for an empty galley and for what fits on it', () => {
    expect(texts(pagesOf([], 100).pages)).toEqual([[]]);
    expect(texts(pagesOf(stack([para('a', 10)]), 100).pages)).toEqual([named('a', 10)]);
  });

  it('drop the space between blocks where a page ends', () => {
    const { pages } = pagesOf(stack([para('a', 9), { node: para('b', 4), above: 30 }]), 100);
    expect(pages[1]?.[0]?.box.top).toBeCloseTo(0);
  });

  it('leave no line of a paragraph alone on either side', () => {
    // Nine lines and five more: a single line of the second paragraph would fit on the first page.
    const { pages } = pagesOf(stack([para('a', 9), para('b', 5)]), 100);
    expect(texts(pages)).toEqual([named('a', 9), named('b', 5)]);
    const other = pagesOf(stack([para('a', 6), para('b', 5), para('c', 6)]), 100);
    for (const page of texts(other.pages)) expect(page.filter((line) => line.startsWith('b')).length).not.toBe(1);
  });

  it('do not part a heading from what follows it', () => {
    const { pages } = pagesOf(
      stack([para('a', 9), para('heading', 1, { keepWithNext: true, keep: true }), para('b', 4)]),
      100,
    );
    expect(texts(pages)).toEqual([named('a', 9), ['heading.1', ...named('b', 4)]]);
  });

  it('do not part what is bound to the block before it', () => {
    const { pages } = pagesOf(
      stack([para('a', 8), para('b', 2, { keep: true }), para('rights', 1, { keepWithPrevious: true })]),
      100,
    );
    expect(texts(pages)).toEqual([named('a', 8), [...named('b', 2), 'rights.1']]);
  });

  it('hold a chain of bound blocks together as long as a page can', () => {
    const chain = ['h1', 'h2', 'h3'].map((name) => para(name, 1, { keepWithNext: true, keep: true }));
    const { pages, forced } = pagesOf(stack([para('a', 6), ...chain, para('b', 3, { keep: true })]), 100);
    expect(texts(pages)).toEqual([named('a', 6), ['h1.1', 'h2.1', 'h3.1', ...named('b', 3)]]);
    expect(forced).toBe(0);
  });

  it('keep what hangs above the first line of a block that goes on overleaf', () => {
    const number = { ...para('number', 1), style: { position: 'absolute' } };
    number.box = { ...number.box, top: -1.5 };
    const question = box([para('b', 12)]);
    const galley = stack([para('a', 10), { ...question, children: [number, ...(question.children ?? [])] }]);
    const { pages } = pagesOf(galley, 100);
    expect(texts(pages)).toEqual([named('a', 10), expect.arrayContaining(['number.1', 'b.1']), expect.anything()]);
    expect(pages[1]?.[0]?.children?.[0]?.box.top).toBeCloseTo(-1.5);
    expect(texts(pages)[2]).not.toContain('number.1');
  });

  it('begin anew where the author asks', () => {
    const { pages } = pagesOf(stack([para('a', 2), para('b', 2, { breakBefore: true }), para('c', 2)]), 100);
    expect(texts(pages)).toEqual([named('a', 2), [...named('b', 2), ...named('c', 2)]]);
  });

  it('begin anew at an empty block that asks for it, and after a heading too', () => {
    const mark = { ...box([]), props: { breakBefore: true } };
    const { pages } = pagesOf(stack([para('a', 2, { keepWithNext: true }), mark, para('b', 2)]), 100);
    expect(texts(pages)).toEqual([named('a', 2), named('b', 2)]);
  });

  it('divide what is taller than a page between lines, and say so', () => {
    const tall = box([para('a', 25)], { props: { keep: true } });
    const { pages, forced } = pagesOf(stack([para('before', 3), tall, para('after', 3)]), 100);
    expect(texts(pages).flat()).toEqual([...named('before', 3), ...named('a', 25), ...named('after', 3)]);
    expect(forced).toBeGreaterThan(0);
    for (const page of pages) expect(bottomOf(page)).toBeLessThanOrEqual(100 + SLACK);
  });

  it('divide a table that is bound to something tall before its head, not in it', () => {
    const row = (name: string, props: object) => ({ ...box([para(name, 2)], { props: { keep: true, ...props } }) });
    const rows = [row('head', { repeatHead: true }), row('r1', {}), row('r2', {})].map((node) => ({
      ...node,
      style: { ...node.style, flexDirection: 'row' },
    }));
    const bound = para('a', 8, { keep: true, keepWithNext: true });
    const { pages, forced } = pagesOf(stack([bound, box(rows as LaidNode[])]), 100);
    expect(texts(pages)[0]).toEqual(named('a', 8));
    expect(texts(pages)[1]?.slice(0, 3)).toEqual(['head.1', 'head.2', 'r1.1']);
    expect(forced).toBeGreaterThan(0);
  });

  it('let a picture that is taller than a page stick out rather than lose it', () => {
    const picture: LaidNode = {
      type: 'IMAGE',
      style: {},
      props: {},
      box: { left: 0, top: 0, width: 100, height: 150 },
    };
    const { pages } = pagesOf(stack([para('a', 3), picture, para('b', 3)]), 100);
    expect(pages.flat().filter((node) => node.type === 'IMAGE')).toHaveLength(1);
    expect(texts(pages).flat()).toEqual([...named('a', 3), ...named('b', 3)]);
  });

  it('prefer the end of a box to its middle', () => {
    const note = box([para('b', 3), para('c', 3)], { props: { breakCost: 200 } });
    const { pages } = pagesOf(stack([para('a', 6), note, para('d', 9)]), 100);
    expect(texts(pages)[0]).toEqual(named('a', 6));
  });
});

describe('boxes over a page’s end', () => {
  const galley = (openEnded: boolean) =>
    stack([
      para('a', 4),
      box([para('b', 4), para('c', 4)], { padding: 5, border: 1, props: { openEnded, id: 'box' } }),
    ]);

  it('are closed at the foot and opened again at the head', () => {
    const { pages } = pagesOf(galley(false), 100);
    const fragments = pages.map((page) => page.find((node) => node.type === 'VIEW'));
    expect(texts(pages)).toEqual([[...named('a', 4), ...named('b', 4)], named('c', 4)]);
    expect(fragments.map((node) => node?.box.height)).toEqual([52, 52]);
    expect(fragments[1]?.children?.[0]?.box.top).toBeCloseTo(6);
    expect(fragments.map((node) => node?.props.id)).toEqual(['box', undefined]);
  });

  it('run on without an edge where they are open-ended', () => {
    const { pages } = pagesOf(galley(true), 100);
    const fragments = pages.map((page) => page.find((node) => node.type === 'VIEW'));
    expect(fragments.map((node) => node?.box.height)).toEqual([46, 46]);
    expect(fragments[0]).toMatchObject({
      box: { borderTopWidth: 1, borderBottomWidth: 0 },
      style: { borderBottomWidth: 0 },
    });
    expect(fragments[1]).toMatchObject({
      box: { borderTopWidth: 0, borderBottomWidth: 1 },
      style: { borderTopWidth: 0 },
    });
    expect(fragments[1]?.children?.[0]?.box.top).toBeCloseTo(0);
  });

  it('in boxes are closed and opened all the way up', () => {
    const inner = box([para('b', 6), para('c', 6)], { padding: 4 });
    const { pages } = pagesOf(stack([box([inner], { padding: 6 })]), 100);
    expect(texts(pages).flat()).toEqual([...named('b', 6), ...named('c', 6)]);
    for (const page of pages) {
      const [outer] = page;
      const [within] = outer?.children ?? [];
      expect(within?.box.top).toBeCloseTo(6);
      expect(within?.children?.[0]?.box.top).toBeCloseTo(4);
      expect(outer?.box.height).toBeCloseTo((within?.box.height ?? 0) + 12);
    }
  });

  it('leave the galley as it was', () => {
    const nodes = galley(true);
    const before = structuredClone(nodes);
    pagesOf(nodes, 100);
    expect(nodes).toEqual(before);
  });
});

describe('tables over a page’s end', () => {
  it('have their head on every page and their rows whole', () => {
    const head = row([para('head', 1), para('right', 1)], { repeatHead: true });
    const rows = Array.from({ length: 12 }, (_, at) => row([para(`r${at}`, 2), para(`s${at}`, 1)]));
    const { pages } = pagesOf(stack([para('a', 2), box([head, ...rows], { border: 1 })]), 100);
    expect(pages.length).toBeGreaterThan(2);
    for (const page of pages) {
      const table = page.find((node) => node.type === 'VIEW');
      expect(linesIn(table?.children?.slice(0, 1) ?? [])).toEqual(['head.1', 'right.1']);
      expect(bottomOf(page)).toBeLessThanOrEqual(100 + SLACK);
      for (const child of table?.children?.slice(1) ?? []) expect(linesIn([child])).toHaveLength(3);
    }
    expect(pages.flatMap((page) => linesIn(page, false)).filter((line) => line.startsWith('r'))).toEqual(
      rows.flatMap((_, at) => named(`r${at}`, 2)),
    );
  });

  it('do not leave their head alone at a page’s foot', () => {
    const head = row([para('head', 1)], { repeatHead: true });
    const { pages } = pagesOf(stack([para('a', 9), box([head, row([para('r', 2)]), row([para('s', 2)])])]), 100);
    expect(texts(pages)[0]).toEqual(named('a', 9));
  });
});

/** A galley of paragraphs, headings, boxes in boxes, tables and forced breaks, no bound group of which is taller than 60. */
interface Model {
  parts: Part[];
}

const galleys: fc.Arbitrary<Model> = (() => {
  let names = 0;
  const name = (kind: string): string => `${kind}${names++}`;
  const space = fc.integer({ min: 0, max: 8 });
  const withSpace = (nodes: fc.Arbitrary<LaidNode>): fc.Arbitrary<Part> => fc.record({ node: nodes, above: space });
  const paragraph = fc.integer({ min: 1, max: 14 }).map((lines) => para(name('p'), lines));
  const whole = fc.integer({ min: 1, max: 4 }).map((lines) => para(name('k'), lines, { keep: true, id: name('id') }));
  const table = fc.array(fc.integer({ min: 1, max: 2 }), { minLength: 1, maxLength: 12 }).map((rows) => {
    const head = row([para(name('head'), 1)], { repeatHead: true });
    return box([head, ...rows.map((lines) => row([para(name('r'), lines), para(name('s'), 1)]))], { border: 1 });
  });
  const boxOf = (inner: fc.Arbitrary<LaidNode>): fc.Arbitrary<LaidNode> =>
    fc
      .record({
        parts: fc.array(withSpace(inner), { minLength: 1, maxLength: 4 }),
        padding: fc.integer({ min: 0, max: 5 }),
        openEnded: fc.boolean(),
        breakCost: fc.integer({ min: 0, max: 60 }),
      })
      .map(({ parts, padding, openEnded, breakCost }) =>
        box(parts, { padding, props: { openEnded, breakCost, id: name('id') } }),
      );
  const simple = fc.oneof({ weight: 4, arbitrary: paragraph }, whole);
  const block = fc.oneof(
    { weight: 5, arbitrary: simple },
    { weight: 2, arbitrary: boxOf(simple) },
    boxOf(boxOf(simple)),
    table,
  );
  const part = fc.oneof(
    { weight: 8, arbitrary: withSpace(block).map((one) => [one]) },
    withSpace(block).map((one): Part[] => [
      { node: para(name('h'), 1, { keep: true, keepWithNext: true, id: name('id') }), above: 6 },
      one,
    ]),
    withSpace(simple).map(({ node, above }): Part[] => [
      { node: { ...node, props: { ...node.props, breakBefore: true } }, above },
    ]),
  );
  return fc.array(part, { minLength: 1, maxLength: 14 }).map((parts) => ({ parts: parts.flat() }));
})();

const HEIGHT = 120;

describe('whatever the galley', () => {
  const check = (property: (galley: LaidNode[], pages: LaidNode[][], forced: number) => void): void =>
    fc.assert(
      fc.property(galleys, ({ parts }) => {
        const galley = stack(parts);
        const { pages, forced } = pagesOf(galley, HEIGHT);
        property(galley, pages, forced);
      }),
      { numRuns: 400, seed: SEED },
    );

  it('every line is on one page, in order', () =>
    check((galley, pages) => {
      // A table's head is set again; only its first time counts.
      const lines = pages.flatMap((page) => linesIn(page));
      expect([...new Set(lines)]).toEqual(linesIn(galley));
      const repeated = lines.filter((line, index) => lines.indexOf(line) !== index);
      expect(repeated.filter((line) => !line.startsWith('head'))).toEqual([]);
    }));

  it('no page is taller than the text block, and nothing on it overlaps', () =>
    check((_, pages) => {
      for (const page of pages) {
        expect(bottomOf(page)).toBeLessThanOrEqual(HEIGHT + SLACK);
        for (const parent of [{ children: page } as LaidNode, ...everyNode(page)]) {
          if (parent.style?.flexDirection === 'row') continue;
          (parent.children ?? []).forEach((node, index, all) => {
            const before = all[index - 1];
            if (before) expect(node.box.top).toBeGreaterThanOrEqual(before.box.top + before.box.height - SLACK);
            if (parent.box) expect(node.box.top + node.box.height).toBeLessThanOrEqual(parent.box.height + SLACK);
          });
        }
      }
    }));

  it('nothing is divided against its rules: whole blocks, headings, rows, first and last lines, asked-for pages', () =>
    check((galley, pages, forced) => {
      expect(forced).toBe(0);
      const pageOf = new Map(
        pages.flatMap((page, index) => linesIn(page, false).map((line) => [line, index] as const)),
      );
      for (const node of everyNode(galley)) {
        const own = linesIn([node], false);
        const on = own.map((line) => pageOf.get(line));
        if (node.props.keep) expect(new Set(on).size, own.join()).toBeLessThanOrEqual(1);
        if (node.type === 'TEXT' && own.length > 1) {
          const first = on.filter((page) => page === on[0]).length;
          const last = on.filter((page) => page === on.at(-1)).length;
          if (own.length >= 4) expect(Math.min(first, last), own.join()).toBeGreaterThan(1);
          if (own.length < 4) expect(new Set(on).size, own.join()).toBe(1);
        }
      }
      galley.forEach((node, index) => {
        const before = galley[index - 1];
        const page = pageOf.get(linesIn([node])[0] ?? '') ?? pageOf.get(linesIn([node], false)[0] ?? '');
        if (!before || page === undefined) return;
        const last = pageOf.get(linesIn([before], false).at(-1) ?? '');
        if (node.props.breakBefore) expect(page, 'a page of its own').toBe((last ?? 0) + 1);
        else if (before.props.keepWithNext) expect(page).toBe(last);
      });
    }));

  it('every anchor is on one page: where its block begins', () =>
    check((galley, pages) => {
      const ids = (nodes: readonly LaidNode[]) => [...everyNode(nodes)].flatMap((node) => node.props.id ?? []);
      expect(pages.flatMap(ids)).toEqual(ids(galley));
      const pageOf = new Map(
        pages.flatMap((page, index) =>
          linesIn(page)
            .map((line) => [line, index] as const)
            .reverse(),
        ),
      );
      pages.forEach((page, index) => {
        for (const id of ids(page)) {
          const node = [...everyNode(galley)].find((candidate) => candidate.props.id === id) as LaidNode;
          expect(pageOf.get(linesIn([node])[0] ?? '')).toBe(index);
        }
      });
    }));

  it('boxes keep their padding on every page, but open-ended ones only at their true ends', () =>
    check((galley, pages) => {
      const originals = [...everyNode(galley)].filter((node) => node.props.openEnded !== undefined);
      for (const original of originals) {
        const own = linesIn([original], false);
        const parts = pages
          .flatMap((page) => [...everyNode(page)])
          .filter(
            (node) =>
              node.props.breakCost === original.props.breakCost &&
              node.props.openEnded === original.props.openEnded &&
              linesIn([node], false).length > 0 &&
              linesIn([node], false).every((line) => own.includes(line)) &&
              node.box.paddingTop === original.box.paddingTop &&
              node.children?.length &&
              node.type === 'VIEW',
          );
        const { paddingTop: padding = 0 } = original.box;
        for (const part of parts.filter((node) => linesIn([node], false).length < own.length)) {
          const first = part.children?.[0] as LaidNode;
          const begins = linesIn([part], false)[0] === own[0];
          const ends = linesIn([part], false).at(-1) === own.at(-1);
          const under = part.box.height - bottomOf(part.children ?? []);
          if (!original.props.openEnded || begins) expect(first.box.top).toBeGreaterThanOrEqual(padding - SLACK);
          if (original.props.openEnded && !begins) expect(first.box.top).toBeLessThan(SLACK);
          if (!original.props.openEnded || ends) expect(under).toBeGreaterThanOrEqual(padding - SLACK);
          if (original.props.openEnded && !ends) expect(under).toBeLessThan(SLACK);
        }
      }
    }));

  it('the same galley gives the same pages', () =>
    check((galley, pages) => {
      expect(pagesOf(galley, HEIGHT).pages).toEqual(pages);
    }));
});

describe('galleys with blocks that no page can hold', () => {
  const tall = fc.array(
    fc.record({
      lines: fc.integer({ min: 1, max: 40 }),
      keep: fc.boolean(),
      padding: fc.integer({ min: 0, max: 9 }),
      bound: fc.boolean(),
    }),
    { minLength: 1, maxLength: 6 },
  );

  // Fault of both: an emergency break between two bound blocks resumes at the next block's first line, not at its top.
  // That block counts as continued, so its anchor is lost and its padding above is set but not counted.
  it('lose no line and fill no page beyond its height', () => {
    fc.assert(
      fc.property(tall, (blocks) => {
        const { galley, pages } = made(blocks);
        expect(pages.flatMap((page) => linesIn(page))).toEqual(linesIn(galley));
        for (const page of pages) expect(bottomOf(page)).toBeLessThanOrEqual(HEIGHT + SLACK);
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  it('are never cut within or right after the head of a table', () => {
    const head = row([para('one', 2), para('two', 2)], { repeatHead: true });
    const table = box([head, row([para('x', 1), para('y', 1)])], { props: { breakCost: 60 } });
    for (let lines = 5; lines <= 16; lines += 1) {
      const { pages } = pagesOf(stack([para('prompt', lines, { keep: true, keepWithNext: true }), table]), 100);
      const heads = pages.map((page) => linesIn(page).filter((line) => /^(?:one|two)/.test(line)));
      expect(heads.flat()).toEqual(['one.1', 'one.2', 'two.1', 'two.2']);
      expect(linesIn(pages.find((page) => linesIn(page).includes('one.1')) ?? [])).toContain('x.1');
    }
  });

  it('leave whole what stands free of the flow and rises above its page', () => {
    const drawing: LaidNode = {
      ...box([para('drawing', 3)], { style: { position: 'absolute' } }),
      box: { left: 0, top: -30, width: 100, height: 30 },
    };
    const opener = box([para('title', 14)], { props: { keep: true } });
    const { pages } = pagesOf(stack([{ ...opener, children: [drawing, ...(opener.children ?? [])] }]), 100);
    expect(pages).toHaveLength(2);
    const [first] = [...everyNode(pages[0] ?? [])].filter(({ style }) => style.position === 'absolute');
    expect(first?.box).toMatchObject({ top: -30, height: 30 });
    expect(linesIn(first ? [first] : [])).toEqual(['drawing.1', 'drawing.2', 'drawing.3']);
  });

  it('lose no anchor', () => {
    fc.assert(
      fc.property(tall, (blocks) => {
        const { galley, pages } = made(blocks);
        const ids = (nodes: readonly LaidNode[]) => [...everyNode(nodes)].flatMap((node) => node.props.id ?? []);
        expect(pages.flatMap(ids)).toEqual(ids(galley));
      }),
      { numRuns: 300, seed: SEED },
    );
  });

  function made(blocks: readonly { lines: number; keep: boolean; padding: number; bound: boolean }[]): {
    galley: LaidNode[];
    pages: LaidNode[][];
  } {
    const galley = stack(
      blocks.map(({ lines, keep, padding, bound }, at) =>
        box([para(`t${at}`, lines)], { padding, props: { keep, keepWithNext: bound, id: `id${at}` } }),
      ),
    );
    return { galley, pages: pagesOf(galley, HEIGHT).pages };
  }
});
