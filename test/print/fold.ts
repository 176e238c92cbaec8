import type { Cell, PlanOptions, Sheet, Signature } from '../../src/print/signatures/model.js';

/** A leaf of paper: what is printed on the side that is read first, and on the other. */
interface Leaf {
  /** Left edge of the leaf on the front of its sheet. */
  x: number;
  y: number;
  front: Cell;
  back: Cell;
}

/**
 * Does with sheets what hands do: turns each over its flip edge to see what stands behind what, folds and nests or cuts
 * and stacks, and reads the result leaf by leaf. It knows the geometry of paper and nothing of how plans are made.
 *
 * @returns Pages in reading order, undefined for blanks, each with the hand it is on.
 */
export function fold(
  plan: readonly Signature[],
  { scheme, trim, flip = 'short', direction = 'left-to-right' }: PlanOptions,
): { page: number | undefined; hand: 'left' | 'right' }[] {
  const read = (leaf: Leaf, first: 'front' | 'back') => {
    const [near, far] = first === 'front' ? [leaf.front, leaf.back] : [leaf.back, leaf.front];
    // A leaf lies right of the fold with its first side up when reading from left to right.
    const hands = direction === 'left-to-right' ? (['right', 'left'] as const) : (['left', 'right'] as const);
    return [
      { page: near.page, hand: hands[0] },
      { page: far.page, hand: hands[1] },
    ];
  };
  return plan.flatMap(({ sheets }) => {
    const leaves = sheets.map((sheet) => leavesOf(sheet, trim, flip));
    if (scheme === 'saddle' || scheme === 'signatures') {
      // The front is outside. Opened from the front cover, one half is read from the outermost sheet in, the other out again.
      const [firstHalf, secondHalf] = direction === 'left-to-right' ? [1, 0] : [0, 1];
      const going = leaves.flatMap((own) => read(own[firstHalf] as Leaf, 'front'));
      const coming = [...leaves].reverse().flatMap((own) => read(own[secondHalf] as Leaf, 'back'));
      return [...going, ...coming];
    }
    const piles = (leaves[0] ?? []).map((_, pile) => leaves.map((own) => own[pile] as Leaf));
    return piles.flat().flatMap((leaf) => read(leaf, 'front'));
  });
}

/** The leaves of a sheet, row by row from the top left of its front. */
function leavesOf(
  { size, front, back }: Sheet,
  trim: { width: number; height: number },
  flip: 'short' | 'long',
): Leaf[] {
  const landscape = size.width > size.height;
  // Turning round the upright axis keeps heads up; round the level one it puts them down.
  const upright = landscape ? flip === 'short' : flip === 'long';
  return [...front]
    .sort((a, b) => b.y - a.y || a.x - b.x)
    .map((cell) => {
      const x = upright ? size.width - cell.x - trim.width : cell.x;
      const y = upright ? cell.y : size.height - cell.y - trim.height;
      const behind = back.find((other) => Math.abs(other.x - x) < 0.01 && Math.abs(other.y - y) < 0.01);
      if (!behind) throw new Error(`nothing stands behind the page at ${cell.x}, ${cell.y}`);
      const headsMeet = (behind.rotation === cell.rotation) === upright;
      if (!headsMeet) throw new Error('a page stands on its head behind another');
      return { x: cell.x, y: cell.y, front: cell, back: behind };
    });
}
