import { createElement } from 'react';
import { beforeAll, describe, expect, it } from 'vitest';
import { Box, Para } from '../../src/document/elements.js';
import type { Section } from '../../src/document/flow.js';
import { pageFrame } from '../../src/geometry/frame.js';
import { ThemeFonts } from '../../src/layout/fonts.js';
import { LayoutMemory } from '../../src/layout/memory.js';
import { layOutSection, type SectionMemory } from '../../src/layout/section.js';
import { loadTheme } from '../../src/theme/load.js';
import type { Theme } from '../../src/theme/model.js';
import { diskWorld } from '../../src/world/disk.js';
import { ROOT } from '../support/booklet.js';

let theme: Theme;
beforeAll(async () => {
  const read = await loadTheme(diskWorld(), 'plain', { folders: [`${ROOT}/templates`], base: ROOT });
  if (!read.value) throw new Error('no theme');
  theme = read.value;
});

const keepWhole = (word: string) => [word];

function section(text: string, { id = 'one', hyphenate = keepWhole, anchor = 'here' } = {}): Section {
  const style = { fontFamily: theme.fonts.body.family, fontSize: 10, lineHeight: 1.3 };
  const para = createElement(Para, { style, hyphenate, id: anchor }, text);
  return { id, numbering: 'body', start: 'any', folios: true, mode: 'flow', content: createElement(Box, {}, para) };
}

function setting() {
  const memory: SectionMemory = new LayoutMemory();
  const frame = pageFrame({ width: 300, height: 200 }, { top: 20, bottom: 20, inner: 20, outer: 20 });
  return { frame, fonts: new ThemeFonts(theme), memory };
}

describe('what was laid out once', () => {
  it('is not laid out again for another section of the same content', async () => {
    const at = setting();
    const first = await layOutSection(section('The same words.'), at);
    const second = await layOutSection(section('The same words.', { id: 'two' }), at);
    expect(at.memory.counts).toEqual({ laidOut: 1, shared: 1 });
    expect(second.section.id).toBe('two');
    expect(second.pages).toBe(first.pages);
  });

  it.each([
    ['other words', () => section('Other words.')],
    ['another anchor', () => section('The same words.', { anchor: 'there' })],
    ['another hyphenation', () => section('The same words.', { hyphenate: (word) => [...word] })],
  ])('is laid out anew for %s', async (_, other) => {
    const at = setting();
    await layOutSection(section('The same words.'), at);
    await layOutSection(other(), at);
    expect(at.memory.counts).toEqual({ laidOut: 2, shared: 0 });
  });

  it('is laid out anew for another page or other fonts', async () => {
    const at = setting();
    await layOutSection(section('The same words.'), at);
    const wider = pageFrame({ width: 310, height: 200 }, at.frame.margins);
    const taller = pageFrame({ width: 300, height: 210 }, at.frame.margins);
    await layOutSection(section('The same words.'), { ...at, frame: wider });
    await layOutSection(section('The same words.'), { ...at, frame: taller });
    await layOutSection(section('The same words.'), { ...at, fonts: new ThemeFonts(theme) });
    expect(at.memory.counts).toEqual({ laidOut: 4, shared: 0 });
  });
});
