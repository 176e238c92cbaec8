import type { Heading, Root } from 'mdast';
import { visitForAudience } from './audiences.js';
import type { Heading as HeadingBlock } from './model.js';

/** The level at which each heading is set. */
export type HeadingLevels = ReadonlyMap<Heading, HeadingBlock['level']>;

/**
 * Levels without gaps, from 2, whatever levels the author used: the lesson's title is the only heading of level 1, and
 * PDF/UA-1 (ISO 14289-1, 7.4.2) allows no heading to skip one. What only one audience sees is not counted upon for
 * the headings that everyone sees, so that no edition has a gap.
 */
export function headingLevels(root: Root): HeadingLevels {
  const levels = new Map<Heading, HeadingBlock['level']>();
  // Depths of the headings that the present place stands under.
  const under: Record<'all' | 'some', number[]> = { all: [], some: [] };
  let last = 1;
  visitForAudience(root, (node, audience) => {
    if (node.type !== 'heading') return;
    const path = audience === 'all' ? under.all : under.some;
    leave(under.some, node.depth);
    if (audience === 'all') leave(under.all, node.depth);
    const level = Math.min(path.length + 2, last + 1, 6);
    levels.set(node, level as HeadingBlock['level']);
    last = level;
    under.some.push(node.depth);
    if (audience === 'all') under.all.push(node.depth);
  });
  return levels;
}

function leave(path: number[], depth: number): void {
  while ((path.at(-1) ?? 0) >= depth) path.pop();
}
