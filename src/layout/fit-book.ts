import type { BookPlan } from '../document/flow.js';
import type { SectionSetting } from './section.js';
import { type SheetFill, setBook, type WholeBook } from './set-book.js';

/** How the last sheet of a booklet is filled: `stretch` by giving lessons more room or less. */
export interface SheetFit extends Omit<SheetFill, 'fill'> {
  fill: SheetFill['fill'] | 'stretch';
}

/** A booklet that was made to fit its sheets. */
export interface FittedBook extends WholeBook {
  /** The booklet as it is where nothing is stretched. */
  plain: WholeBook;
  sheets: number;
}

/** How far towards their limits lessons are stretched, in the order they are tried: the least change first, less paper before more. */
const SHARES = [-0.25, 0.25, -0.5, 0.5, -0.75, 0.75, -1, 1] as const;

/**
 * Lays a booklet out so that its last sheet is filled as `fit` says. To stretch it, it is laid out with a little less
 * room and a little more in turn, and the first that fills its sheets without a page for notes beyond its own is taken.
 * None may take more sheets than the booklet does unstretched; once one with more room does, no more is given. Where none is full, the one that needs the fewest pages
 * for notes is filled with them, and of equals the one that is changed least.
 *
 * @param planAt - The booklet so far towards the limits of its theme: 0 as it is, -1 with the least room, 1 with the most.
 */
export async function fitBook(
  planAt: (share: number) => BookPlan,
  setting: SectionSetting,
  { fill, pagesToTheSheet }: SheetFit,
): Promise<FittedBook> {
  const sheetsOf = ({ assembly }: WholeBook) => Math.ceil(assembly.pages.length / pagesToTheSheet);
  const stretches = fill === 'stretch';
  const filling: SheetFill = { fill: stretches ? 'notes' : fill, pagesToTheSheet };
  const plain = await setBook(planAt(0), setting, filling);
  let best = plain;
  let mayGrow = true;
  for (const share of stretches ? SHARES : []) {
    if (best.added === 0) break;
    if (share > 0 && !mayGrow) continue;
    const tried = await setBook(planAt(share), setting, filling);
    const tooLong = sheetsOf(tried) > sheetsOf(plain);
    if (tooLong) mayGrow &&= share < 0;
    else if (tried.added < best.added) best = tried;
  }
  return { ...best, plain, sheets: sheetsOf(best) };
}
