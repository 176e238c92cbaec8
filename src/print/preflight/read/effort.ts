import { UnreadablePdf } from './unreadable.js';

/** Counts steps that are taken, one unless it is told more. */
export type Effort = (steps?: number) => void;

/**
 * Counts steps, so that no file keeps the program busy for ever: a small one can ask for more than any computer does.
 *
 * @param most - So many steps may be taken.
 * @returns What is told of each step; it throws {@link UnreadablePdf} when there have been too many.
 */
export function effort(most: number): Effort {
  let taken = 0;
  return (steps = 1) => {
    taken += steps;
    if (taken > most) throw new UnreadablePdf('it draws more than can be looked at', { kind: 'endless' });
  };
}
