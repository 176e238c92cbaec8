import { createElement as h, type ReactElement } from 'react';
import { describe, expect, it } from 'vitest';
import { Box, Para } from '../../src/document/elements.js';
import { layOutTree, treeOf, type UnlaidTree } from '../../src/layout/galley.js';
import type { LaidNode } from '../../src/layout/nodes.js';
import { ParagraphMemory } from '../../src/layout/paragraph-memory.js';
import { garamond } from '../support/garamond.js';

const fonts = garamond();

const keepWhole = (word: string) => [word];
const LONG = 'He is able to save completely those who come to him, and words of ours go on for some lines. '.repeat(4);

function para(text: string, style: object = {}): ReactElement {
  return h(
    Para,
    { style: { fontFamily: 'Body', fontSize: 10, lineHeight: 1.3, ...style }, hyphenate: keepWhole },
    text,
  );
}

const column = (...children: ReactElement[]) => h(Box, {}, ...children);
const row = (...children: ReactElement[]) => h(Box, { style: { flexDirection: 'row' } }, ...children);

/** What decides how nodes are painted. */
function seen(nodes: readonly LaidNode[] = []): unknown[] {
  return nodes.map(({ type, box, style, props, lines, children, ...rest }) => {
    const { hyphenate: _, hyphenationCallback: __, ...plain } = props ?? {};
    const set = lines?.map((line) => ({
      ...line,
      runs: line.runs.map((run) => ({ ...run, glyphs: run.glyphs.map(({ id }) => id) })),
    }));
    return {
      type,
      box,
      style,
      props: plain,
      set,
      align: (rest as { alignOffset?: number }).alignOffset,
      in: seen(children),
    };
  });
}

/** Lays content out with a memory, and holds it to what it is without one. */
async function layOut(memory: ParagraphMemory, content: ReactElement, width = 200) {
  const before = { ...memory.counts };
  const laid = await layOutTree(treeOf([{ content, size: { width } }]), fonts, memory);
  const fresh = await layOutTree(treeOf([{ content, size: { width } }]), fonts);
  expect(seen(laid)).toEqual(seen(fresh));
  return { laid, taken: memory.counts.taken - before.taken, set: memory.counts.set - before.set };
}

describe('paragraphs that were set before', () => {
  it('are taken as they were where another has changed', async () => {
    const memory = new ParagraphMemory();
    const content = (words: string) =>
      column(para(LONG), column(para(words), para(LONG, { textAlign: 'justify' })), para('End.'));
    expect(await layOut(memory, content('Some.'))).toMatchObject({ taken: 0, set: 4 });
    expect(await layOut(memory, content('Some others.'))).toMatchObject({ taken: 3, set: 1 });
    expect(await layOut(memory, content('Some.'))).toMatchObject({ taken: 4, set: 0 });
  });

  it('are set again in another width, style or box', async () => {
    const memory = new ParagraphMemory();
    await layOut(memory, column(para(LONG)));
    expect(await layOut(memory, column(para(LONG)), 180)).toMatchObject({ taken: 0 });
    expect(await layOut(memory, column(para(LONG, { fontSize: 11 })))).toMatchObject({ taken: 0 });
    expect(await layOut(memory, h(Box, { style: { paddingLeft: 20 } }, para(LONG)))).toMatchObject({ taken: 0 });
    expect(await layOut(memory, column(para(LONG)))).toMatchObject({ taken: 1 });
  });

  it('are set again where what stands beside them has changed', async () => {
    const memory = new ParagraphMemory();
    const content = (words: string) => column(row(para(words), column(para(LONG, { flexShrink: 1 }))), para(LONG));
    await layOut(memory, content('1.'));
    expect(await layOut(memory, content('A long name.'))).toMatchObject({ taken: 1, set: 1 });
  });

  it.each(['left', 'center', 'right', 'justify'])(
    'are set again where what stands below them makes their box broader, if they are set %s',
    async (textAlign) => {
      const memory = new ParagraphMemory();
      const content = (words: string) =>
        column(h(Box, { style: { alignSelf: 'flex-start' } }, para('Short.', { textAlign }), para(words)), para(LONG));
      await layOut(memory, content('Words.'));
      await layOut(memory, content('Words that are longer.'));
      await layOut(memory, content(LONG));
      await layOut(memory, content('Words.'));
    },
  );

  it('are forgotten once nobody has asked for them in some turns', async () => {
    const memory = new ParagraphMemory();
    await layOut(memory, column(para(LONG)));
    for (let turn = 0; turn < 2; turn += 1) {
      memory.endTurn();
      await layOut(memory, column(para('Others.')));
    }
    expect(await layOut(memory, column(para(LONG)))).toMatchObject({ taken: 1 });
    for (let turn = 0; turn < 3; turn += 1) {
      memory.endTurn();
      await layOut(memory, column(para('Others.')));
    }
    expect(await layOut(memory, column(para(LONG)))).toMatchObject({ taken: 0 });
  });

  it('do not count where it turns out that there is other room for them', async () => {
    const memory = new ParagraphMemory();
    let width = 100;
    let times = 0;
    /** Sets what has no lines yet in one line that says how broad it is. */
    const layOutAt = async (tree: UnlaidTree): Promise<LaidNode[]> => {
      times += 1;
      const [page] = (tree as unknown as { children: LaidNode[] }).children;
      return (page?.children ?? []).map(
        (node): LaidNode => ({
          ...node,
          box: { left: 0, top: 0, width, height: 10 },
          lines: node.lines ?? [
            { string: '', runs: [], ascent: 8, xAdvance: width, box: { x: 0, y: 0, width, height: 10 } },
          ],
        }),
      );
    };
    const layOutOnce = async () => {
      const text = { type: 'TEXT', style: {}, props: {}, children: [] };
      const tree = {
        type: 'DOCUMENT',
        props: {},
        children: [{ type: 'PAGE', style: {}, props: {}, children: [text] }],
      };
      times = 0;
      const [node] = await memory.layOut(tree as unknown as UnlaidTree, [], layOutAt);
      return { broad: node?.lines?.[0]?.xAdvance, times };
    };
    expect(await layOutOnce()).toEqual({ broad: 100, times: 1 });
    expect(await layOutOnce()).toEqual({ broad: 100, times: 1 });
    width = 120;
    expect(await layOutOnce()).toEqual({ broad: 120, times: 2 });
    expect(await layOutOnce()).toEqual({ broad: 120, times: 1 });
  });

  it('stay as they were, whatever is done to the pages that they are taken for', async () => {
    const memory = new ParagraphMemory();
    const content = column(para(LONG, { textAlign: 'justify', textDecoration: 'underline' }));
    const { laid } = await layOut(memory, content);
    const spoil = (nodes: readonly LaidNode[]): void => {
      for (const { lines = [], children = [] } of nodes) {
        for (const line of lines) {
          line.box.x += 5;
          for (const { rect } of line.decorationLines ?? []) rect.x += 5;
          for (const run of line.runs)
            run.positions = run.positions.map((position) => ({ ...position, xAdvance: position.xAdvance + 1 }));
        }
        spoil(children);
      }
    };
    spoil(laid);
    spoil((await layOut(memory, content)).laid);
    expect(await layOut(memory, content)).toMatchObject({ taken: 1, set: 0 });
  });
});
