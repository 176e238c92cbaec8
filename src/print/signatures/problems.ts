import { MOST_PAGES, type Size } from '../../geometry/frame.js';
import { POINTS_PER_MM } from '../../geometry/units.js';
import { arrangement, sheetsFor } from './arrangement.js';
import { creepOf } from './creep.js';
import type { PlanOptions } from './model.js';

/** Why a plan cannot be made: phrases as in the messages to authors. */
export interface PlanProblem {
  found: string;
  expected: string;
  advice: string;
}

/** Smallest and largest side of a sheet and of a page that a person could handle, in millimetres. */
const SIDES = { least: 20, most: 2000 };

/** Thickest sheet that can be folded, in millimetres. */
const THICKEST = 1;

/** Rounding of sizes given in other units than points. */
const SLACK = 0.05;

/** Everything that is wrong with what a plan is asked for; empty when it can be made. */
export function planProblems(pages: number, sheet: Size, options: PlanOptions): PlanProblem[] {
  const { scheme, trim, sheetsPerSignature = 4, thickness = 0 } = options;
  const problems: PlanProblem[] = [];
  if (!Number.isInteger(pages) || pages < 1 || pages > MOST_PAGES) {
    problems.push({
      found: `${pages} pages`,
      expected: `a whole number of pages from 1 to ${MOST_PAGES}`,
      advice: 'give the number of pages that the booklet has',
    });
  }
  for (const [what, size] of [
    ['a sheet', sheet],
    ['a page', trim],
  ] as const) {
    const sides = [size.width, size.height].map((side) => side / POINTS_PER_MM);
    if (sides.every((side) => side >= SIDES.least && side <= SIDES.most)) continue;
    problems.push({
      found: `${what} of ${described(size)}`,
      expected: `sides from ${SIDES.least} to ${SIDES.most} mm`,
      advice: 'correct the size and its unit',
    });
  }
  if (!(thickness >= 0 && thickness <= THICKEST * POINTS_PER_MM)) {
    problems.push({
      found: `sheets ${rounded(thickness / POINTS_PER_MM)} mm thick`,
      expected: `a thickness from 0 to ${THICKEST} mm`,
      advice: 'copier paper of 80 g/m² is 0.1 mm thick',
    });
  }
  if (scheme === 'signatures' && !(Number.isInteger(sheetsPerSignature) && sheetsPerSignature >= 1)) {
    problems.push({
      found: `${sheetsPerSignature} sheets in a signature`,
      expected: 'a whole number from 1',
      advice: 'four sheets can be sewn with ease',
    });
  }
  if (problems.length > 0) return problems;
  const { columns, rows, size } = arrangement(sheet, options);
  const room = { width: size.width / columns, height: size.height / rows };
  if (trim.width > room.width + SLACK || trim.height > room.height + SLACK) {
    problems.push({
      found: `pages of ${described(trim)} on a sheet of ${described(sheet)}`,
      expected: `pages of at most ${described(room)}, of which ${columns * rows} stand on a side`,
      advice: 'print on larger paper, or choose a smaller trim',
    });
  }
  const folded = scheme === 'saddle' ? sheetsFor(pages, options) : scheme === 'signatures' ? sheetsPerSignature : 0;
  const creep = folded > 0 ? creepOf(folded - 1, thickness) : 0;
  if (creep > trim.width / 4) {
    problems.push({
      found: `${folded} sheets folded into each other, whose innermost would stand out by ${rounded(creep / POINTS_PER_MM)} mm`,
      expected: 'a fold that leaves more than three quarters of the page',
      advice: 'choose “binding: sewn” or “binding: perfect”, or thinner paper',
    });
  }
  return problems;
}

function described({ width, height }: Size): string {
  return `${rounded(width / POINTS_PER_MM)} × ${rounded(height / POINTS_PER_MM)} mm`;
}

function rounded(value: number): string {
  return String(Math.round(value * 1000) / 1000);
}
