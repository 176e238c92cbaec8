import { describe, expect, it } from 'vitest';
import type { LaidNode } from '../../src/layout/nodes.js';
import { pageLines } from '../../src/layout/page-lines.js';
import { box, text } from '../support/nodes.js';

const at = (node: LaidNode, top: number): LaidNode => ({ ...node, box: { ...node.box, top } });
const row = (): LaidNode => ({
  type: 'VIEW',
  style: {},
  props: {},
  box: { left: 0, top: 0, width: 100, height: 20 },
  children: [
    { type: 'SVG', style: { position: 'absolute' }, props: {}, box: { left: 0, top: 0, width: 100, height: 20 } },
  ],
});

describe('lines on a page', () => {
  it('are those of its paragraphs, however far apart they stand', () => {
    expect(pageLines({ nodes: [text(['a', 'b'], 10), at(text(['c'], 10), 60)] })).toBe(3);
  });

  it('are counted once where they stand side by side', () => {
    expect(pageLines({ nodes: [text(['1.'], 10), text(['a', 'b'], 10), at(text(['c'], 8), 11)] })).toBe(2);
  });

  it('are found inside boxes', () => {
    expect(pageLines({ nodes: [box([text(['a'], 10), text(['b'], 10)], { padding: 5 })] })).toBe(2);
  });

  it('are those of a paragraph that was cut, and not of all of it', () => {
    const whole = text(['a', 'b', 'c', 'd'], 10);
    const rest = { ...whole, lines: whole.lines?.slice(2) ?? [], box: { ...whole.box, height: 20 } };
    expect(pageLines({ nodes: [rest, at(text(['e'], 10), 20)] })).toBe(3);
  });

  it('are the room taken where more than text stands there', () => {
    expect(pageLines({ nodes: [text(['a', 'b'], 10), at(row(), 20), at(row(), 40)] })).toBe(6);
    expect(pageLines({ nodes: [row()] })).toBe(Number.POSITIVE_INFINITY);
  });

  it('are none in a drawing, whose parts have no boxes', () => {
    const words = { type: 'TEXT', style: {}, props: {} } as unknown as LaidNode;
    const drawing: LaidNode = { ...(row().children?.[0] as LaidNode), children: [words] };
    expect(pageLines({ nodes: [text(['a'], 10), drawing] })).toBe(1);
  });
});
