import { isForPaper } from '../../../geometry/targets.js';
import { andMore, at, isOnPage, type PreflightCheck, quoted } from '../page.js';
import { type Effort, effort } from '../read/effort.js';
import { type Box, common, heightOf, isWithin, widthOf } from '../read/geometry.js';
import type { PaintedText } from '../read/painted.js';

/** What letters may reach out of the place that their widths give them, in points. */
const SLACK = 1;

/** Text that an edge takes away: that of the page, of the trim, or of the area that it stands in. */
export const checkCutText: PreflightCheck = (pages, { target }) =>
  pages.flatMap((page) => {
    const edge = isForPaper(target) ? page.trim : page.visible;
    const cut = page.painted.filter((item): item is PaintedText => {
      if (item.kind !== 'text') return false;
      // What stands wholly beside the page, such as a slug line, is not cut.
      const byPage = isOnPage(page, item.body) && !isWithin(item.body, edge, SLACK);
      const byArea = !isWithin(common(item.body, item.box) ?? NOTHING, item.body) || isLess(item);
      return byPage || byArea;
    });
    const [first] = cut;
    if (!first) return [];
    return [
      at(page, first.whole, {
        rule: 'preflight-text-cut',
        found: `${quoted(first.text)}, of which a part is cut off${andMore(cut.length - 1)}`,
        expected: 'all of it on the page',
        advice: 'give it more room: a wider page, a smaller size, or a line break',
      }),
    ];
  });

const NOTHING: Box = { left: 0, bottom: 0, right: 0, top: 0 };

/** Whether less than all of the text's body can be seen. */
function isLess({ body, box }: PaintedText): boolean {
  const seen = common(body, box);
  return !seen || widthOf(seen) < widthOf(body) - SLACK || heightOf(seen) < heightOf(body) - SLACK;
}

/** Of the smaller of two texts, the part in each direction that must be covered to be told of. */
const COVERED = 0.3;

/** So many pairs of texts are compared, which is more than a book of tables needs. */
const MOST_COMPARED = 20_000_000;

/** Text that is set over other text. */
export const checkOverlap: PreflightCheck = (pages) => {
  const step = effort(MOST_COMPARED);
  return pages.flatMap((page) => {
    const { first, count } = overlapping(
      page.painted.filter(
        // A single sign may be an accent that belongs over a letter.
        (item): item is PaintedText => item.kind === 'text' && item.square && item.text.length > 1,
      ),
      step,
    );
    if (!first) return [];
    return [
      at(page, first[0].whole, {
        rule: 'preflight-text-overlap',
        found: `${quoted(first[0].text)} and ${quoted(first[1].text)} in one place${andMore(count - 1)}`,
        expected: 'every word in a place of its own',
        advice: 'give them more room, or shorten one of them',
      }),
    ];
  });
};

/** How many pairs of texts are in one place, and the first of them from the head of the page to its foot. */
function overlapping(
  texts: readonly PaintedText[],
  step: Effort,
): { first?: [PaintedText, PaintedText]; count: number } {
  const byTop = [...texts].sort((one, other) => other.body.top - one.body.top);
  let first: [PaintedText, PaintedText] | undefined;
  let count = 0;
  for (const [index, one] of byTop.entries()) {
    // Few texts are as high on the page as each other, while many begin at the same margin.
    for (let next = index + 1; next < byTop.length; next += 1) {
      const other = byTop[next] as PaintedText;
      if (other.body.top <= one.body.bottom) break;
      step();
      if (!isOver(one, other)) continue;
      first ??= [one, other];
      count += 1;
    }
  }
  return first ? { first, count } : { count };
}

function isOver(one: PaintedText, other: PaintedText): boolean {
  const shared = common(one.body, other.body);
  if (!shared) return false;
  // The same words a hair beside themselves are a way to print them bolder.
  if (one.text === other.text && widthOf(shared) > 0.9 * widthOf(one.body)) return false;
  const part = (size: (box: Box) => number) =>
    size(shared) / Math.max(0.01, Math.min(size(one.body), size(other.body)));
  return widthOf(shared) > 1.5 && part(widthOf) > 0.02 && part(heightOf) > COVERED;
}
