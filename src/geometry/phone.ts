import { type PageFrame, pageFrame } from './frame.js';

/** A page for a telephone, in points: 4.5 by 8 inches, about the shape of its screen and half as large again. */
const PAGE = { width: 324, height: 576 };

/** In points. There is no fold, so both sides are alike; at the foot is room for a folio. */
const SIDE = 22;
const TOP = 26;
const BOTTOM = 38;

/** The page of an edition for telephones. */
export function phoneFrame(): PageFrame {
  return { ...pageFrame(PAGE, { top: TOP, bottom: BOTTOM, inner: SIDE, outer: SIDE }), alone: true };
}
