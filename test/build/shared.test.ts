import { expect, it, vi } from 'vitest';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';

/** Words of every tree that was handed to the layout, in order. */
const laid: string[] = [];

vi.mock('@react-pdf/layout', async (original) => {
  const real = (await original()) as { default: (root: unknown, fonts: unknown) => unknown };
  return {
    ...real,
    default: (root: unknown, fonts: unknown) => {
      laid.push(wordsIn(root).trim());
      return real.default(root, fonts);
    },
  };
});

function wordsIn(node: unknown): string {
  if (typeof node !== 'object' || node === null) return '';
  const { value, children = [] } = node as { value?: unknown; children?: unknown[] };
  return `${typeof value === 'string' ? value : ''}${children.map(wordsIn).join(' ')}`;
}

const BODY = 'Words for all.\n\n:::leader\nWords for leaders.\n:::\n';
const world = () => {
  const chapter = '---\ntitle: Welcome\n---\n\nA word of welcome to everyone.\n';
  const booklet = 'title: Tiny\nfront: [welcome]\nback: [prayer-requests]\nlessons: [1-one]\n';
  return tinyWorld({ ...tinyBooklet(lessonOf(BODY), booklet), 'lessons/tiny/welcome.md': chapter });
};

it('lays out once what two editions share, and apart what they do not', async () => {
  const { files } = await buildTiny(world());
  expect(files).toHaveLength(2);
  const times = (words: string) => laid.filter((text) => text.includes(words)).length;
  // A foreword, the page for prayer requests, and one page for notes that serves as filler in both.
  expect(times('word of welcome')).toBe(1);
  expect(times('Prayer requests Date')).toBe(1);
  expect(laid.filter((text) => text === 'Notes')).toHaveLength(2);
  expect(times('Words for all')).toBe(2);
});
