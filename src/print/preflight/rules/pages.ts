import { count, type PreflightCheck } from '../page.js';
import { isWhite } from '../read/colors.js';

/** Pages on which nothing is printed. */
export const checkBlankPages: PreflightCheck = (pages, { blanks }) =>
  blanks
    ? []
    : pages
        .filter(({ painted }) => painted.every((item) => item.kind === 'fill' && isWhite(item.color)))
        .map(({ number }) => ({
          rule: 'preflight-blank-page',
          page: number,
          found: 'a page with nothing on it',
          expected: 'something to print',
          advice: 'leave the page out, or see to it that it is meant to be empty',
        }));

/** A number of pages that leaves sides of the last sheet empty. */
export const checkPageCount: PreflightCheck = (pages, { multiple, sheets }) => {
  const left = pages.length % multiple;
  if (left === 0) return [];
  return [
    {
      rule: 'preflight-page-count',
      found: count(pages.length, sheets ? 'side' : 'page'),
      expected: `a multiple of ${multiple}`,
      advice: `add ${count(multiple - left, 'page')} or take out ${left}; otherwise the last sheet is not full`,
    },
  ];
};
