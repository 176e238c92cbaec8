import type { Booklet, EditionDefinition } from '../booklet/model.js';
import { foldedTrim, type Margins, PAPERS, type PageFrame, pageFrame, TRIMS } from '../geometry/frame.js';

/** A whole sheet is as many times as wide as the sheet folded once (ISO 216), and so are its margins. */
const WHOLE = Math.SQRT2;

/**
 * The page of an edition: the booklet's own, or what the edition's paper gives when it is folded once or taken whole.
 *
 * @param margins - The theme's, in points, made for a page that is a sheet folded once.
 */
export function editionFrame(
  { paper, sheet }: EditionDefinition,
  booklet: Pick<Booklet, 'paper' | 'trim' | 'direction'>,
  { top, bottom, inner, outer }: Margins,
): PageFrame {
  if (sheet === 'whole') {
    const side = WHOLE * Math.max(inner, outer);
    return pageFrame(PAPERS[paper ?? booklet.paper], {
      top: WHOLE * top,
      bottom: WHOLE * bottom,
      inner: side,
      outer: side,
    });
  }
  const trim = paper && paper !== booklet.paper ? TRIMS[foldedTrim(paper)] : booklet.trim;
  return pageFrame(trim, { top, bottom, inner, outer }, booklet.direction === 'right-to-left');
}
