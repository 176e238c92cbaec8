import { isForPaper } from '../../../geometry/targets.js';
import { mm } from '../../../geometry/units.js';
import type { Finding } from '../model.js';
import { andMore, at, inMillimetres, isOnPage, type PreflightCheck, type PreflightPage, quoted } from '../page.js';
import type { Box } from '../read/geometry.js';
import { common, isWithin } from '../read/geometry.js';
import type { Painted, PaintedImage, PaintedText } from '../read/painted.js';

/** Knives are this far beside the trim at worst. */
const SAFE = mm(5);

/** What office printers leave white at every edge of a sheet. */
const UNPRINTABLE = mm(4.2);

/** Words and pictures that a knife or a printer may take away. */
export const checkMargins: PreflightCheck = (pages, { target, sheets }) => {
  if (!isForPaper(target)) return [];
  return pages.flatMap((page) => {
    if (sheets) return nearEdge(page, page.visible, UNPRINTABLE, atPaper);
    return nearEdge(page, page.trim, SAFE, atTrim);
  });
};

type Say = (what: string, distance: string) => Omit<Finding, 'page' | 'place'>;

const atTrim: Say = (what, distance) => ({
  rule: 'preflight-near-trim',
  found: `${what} ${distance} from the trim`,
  expected: `at least ${inMillimetres(SAFE)}`,
  advice: 'move it inward; a knife is not exact, and printers leave the edge of the paper white',
});

const atPaper: Say = (what, distance) => ({
  rule: 'preflight-unprintable',
  found: `${what} ${distance} from the edge of the paper`,
  expected: `at least ${inMillimetres(UNPRINTABLE)}, which most printers leave white`,
  advice: 'make the margins of the page larger, or print on larger paper',
});

function nearEdge(page: PreflightPage, edge: Box, margin: number, say: Say): Finding[] {
  const safe = {
    left: edge.left + margin,
    bottom: edge.bottom + margin,
    right: edge.right - margin,
    top: edge.top - margin,
  };
  const near = page.painted
    .filter(isImportant)
    .map((item) => ({ item, box: item.kind === 'text' ? item.whole : item.box }))
    .filter(
      ({ item, box }) => common(box, edge) && isOnPage(page, box) && !isWithin(box, safe, 0.1) && !bleeds(item, edge),
    )
    .map(({ item, box }) => ({ item, box, distance: distanceTo(edge, box) }));
  const worst = near.reduce<(typeof near)[number] | undefined>(
    (least, one) => (least && least.distance <= one.distance ? least : one),
    undefined,
  );
  if (!worst) return [];
  const what = worst.item.kind === 'text' ? quoted(worst.item.text) : 'a picture';
  const said = say(what, inMillimetres(Math.max(0, worst.distance)));
  return [at(page, worst.box, { ...said, found: said.found + andMore(near.length - 1) })];
}

function isImportant(item: Painted): item is PaintedText | PaintedImage {
  return item.kind === 'text' || item.kind === 'image';
}

/** A picture that goes over the edge is meant to. */
function bleeds(item: Painted, edge: Box): boolean {
  return item.kind === 'image' && distanceTo(edge, item.box) < 0.5;
}

function distanceTo(edge: Box, box: Box): number {
  return Math.min(box.left - edge.left, box.bottom - edge.bottom, edge.right - box.right, edge.top - box.top);
}
