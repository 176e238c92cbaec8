import { mm } from '../../../geometry/units.js';
import { at, inMillimetres, type PreflightCheck, type PreflightPage } from '../page.js';
import { isWhite } from '../read/colors.js';
import { type Box, common, heightOf, widthOf } from '../read/geometry.js';
import type { Painted } from '../read/painted.js';

/** What a press asks for where a file does not say. */
const USUAL = mm(3);

/** Nearer than this, in points, is touching. */
const TOUCH = 0.5;

/** Colour that ends at the trim: where the knife is a hair beside it, the paper shows white. For a press. */
export const checkBleed: PreflightCheck = (pages, { target }) =>
  target !== 'press'
    ? []
    : pages.flatMap((page) => {
        for (const item of page.painted) {
          const short = shortOf(page, item);
          if (short === undefined) continue;
          const found =
            short <= 0 ? 'color that ends at the trim' : `color that reaches ${inMillimetres(short)} over the trim`;
          return [
            at(page, item.box, {
              rule: 'preflight-bleed',
              found,
              expected: `color that reaches ${inMillimetres(bleedOf(page))} over it`,
              advice: 'let the area or picture go on over the edge of the page, or keep it away from there',
            }),
          ];
        }
        return [];
      });

const EDGES = ['left', 'bottom', 'right', 'top'] as const;

/** How far something that touches the trim reaches over it, where that is not far enough. */
function shortOf(page: PreflightPage, item: Painted): number | undefined {
  if (item.kind === 'text' || item.kind === 'stroke') return undefined;
  if (item.kind === 'fill' && isWhite(item.color)) return undefined;
  const { trim } = page;
  const inside = common(item.box, trim);
  if (!inside || widthOf(inside) <= TOUCH || heightOf(inside) <= TOUCH) return undefined;
  const wanted = bleedOf(page);
  const reaches = EDGES.filter((edge) => overEdge(trim, item.box, edge) > -TOUCH).map((edge) =>
    overEdge(trim, item.box, edge),
  );
  const least = Math.min(...reaches);
  return least < wanted - TOUCH ? least : undefined;
}

function overEdge(trim: Box, box: Box, edge: (typeof EDGES)[number]): number {
  return edge === 'left' || edge === 'bottom' ? trim[edge] - box[edge] : box[edge] - trim[edge];
}

function bleedOf({ trim, bleed }: PreflightPage): number {
  const stated = Math.min(...EDGES.map((edge) => overEdge(trim, bleed, edge)));
  return stated > TOUCH ? stated : USUAL;
}
