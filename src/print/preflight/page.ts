import { shortened } from '../../diagnostics/shortened.js';
import { mm } from '../../geometry/units.js';
import type { Finding, PreflightOptions } from './model.js';
import { type Box, common, heightOf, widthOf } from './read/geometry.js';
import type { OpenPage, StatedBoxes } from './read/open.js';
import type { Painted } from './read/painted.js';

/** A page as the rules look at it. All boxes are in points of the page. */
export interface PreflightPage {
  /** Physical page from 1. */
  number: number;
  stated: StatedBoxes;
  /** What viewers show. */
  visible: Box;
  /** Where it is cut. */
  trim: Box;
  /** How far color may reach; the trim where there is no bleed. */
  bleed: Box;
  painted: Painted[];
}

/** A rule: what it finds on the pages of a file. */
export type PreflightCheck = (pages: readonly PreflightPage[], options: PreflightOptions) => Finding[];

/** Half a US letter page, where a page states no size at all (ISO 32000-1 requires one). */
const NO_SIZE: Box = { left: 0, bottom: 0, right: 396, top: 612 };

/** A page with its boxes as they hold, those included that it inherits from one another (ISO 32000-1, 14.11.2). */
export function preflightPage(
  { boxes }: OpenPage,
  painted: Painted[],
  number: number,
  size: PreflightOptions['trim'],
): PreflightPage {
  const media = boxes.media ?? NO_SIZE;
  const visible = common(boxes.crop ?? media, media) ?? media;
  const trim = boxes.trim ?? (size ? centered(visible, size) : (boxes.art ?? visible));
  return { number, stated: boxes, visible, trim, bleed: boxes.bleed ?? trim, painted };
}

function centered(outer: Box, { width, height }: { width: number; height: number }): Box {
  const left = outer.left + (widthOf(outer) - width) / 2;
  const bottom = outer.bottom + (heightOf(outer) - height) / 2;
  return { left, bottom, right: left + width, top: bottom + height };
}

/** A finding at a place of a page. */
export function at(page: PreflightPage, box: Box, finding: Omit<Finding, 'page' | 'place'>): Finding {
  const { left, bottom } = page.trim;
  const move = (value: number, by: number) => Math.round((value - by) * 100) / 100;
  const place = {
    left: move(box.left, left),
    bottom: move(box.bottom, bottom),
    right: move(box.right, left),
    top: move(box.top, bottom),
  };
  return { ...finding, page: page.number, place };
}

/** What of a page is neither cut away nor beside it. */
export function isOnPage({ trim }: PreflightPage, box: Box): boolean {
  const shared = common(box, trim);
  return shared !== undefined && (widthOf(shared) > 0 || heightOf(shared) > 0);
}

/** Words quoted in a message, shortened. */
export function quoted(text: string): string {
  const plain = text.replace(/\s+/g, ' ').replaceAll('\u00ad', '-').trim();
  return `“${shortened(plain, 40)}”`;
}

/** `1 line`, `2 lines`. */
export function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

/** What is said of the others on a page, where only the worst is told of. */
export function andMore(others: number): string {
  return others > 0 ? ` (and ${count(others, 'more place')} on this page)` : '';
}

/** Points as millimetres with one decimal. */
export function inMillimetres(points: number): string {
  return `${Math.round((points / mm(1)) * 10) / 10} mm`;
}
