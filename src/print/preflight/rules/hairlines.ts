import { isForPaper } from '../../../geometry/targets.js';
import { andMore, at, isOnPage, type PreflightCheck } from '../page.js';
import { isWhite } from '../read/colors.js';
import type { Painted } from '../read/painted.js';

/** Breadth in points of the finest line that every press and copier prints. */
const FINEST = 0.25;

/** Lines so fine that they print broken, or not at all. */
export const checkHairlines: PreflightCheck = (pages, { target }) =>
  !isForPaper(target)
    ? []
    : pages.flatMap((page) => {
        const fine = page.painted
          .filter((item) => isOnPage(page, item.box) && breadthOf(item) < FINEST - 0.005)
          .sort((one, other) => breadthOf(one) - breadthOf(other));
        const [finest] = fine;
        if (!finest) return [];
        const breadth = Math.round(breadthOf(finest) * 100) / 100;
        return [
          at(page, finest.box, {
            rule: 'preflight-hairline',
            found: `a line of ${breadth} points${andMore(fine.length - 1)}`,
            expected: `at least ${FINEST} points`,
            advice: 'draw it broader, or in a lighter color where it should look fine',
          }),
        ];
      });

function breadthOf(item: Painted): number {
  if (item.kind === 'stroke') return isWhite(item.color) ? Number.POSITIVE_INFINITY : item.width;
  if (item.kind !== 'fill' || !item.rectangle || isWhite(item.color)) return Number.POSITIVE_INFINITY;
  return item.thickness > 0 ? item.thickness : Number.POSITIVE_INFINITY;
}
