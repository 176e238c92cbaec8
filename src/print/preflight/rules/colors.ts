import type { Finding } from '../model.js';
import { at, isOnPage, type PreflightCheck, type PreflightPage, quoted } from '../page.js';
import type { Color, ColorSpace } from '../read/colors.js';
import type { Painted } from '../read/painted.js';

/** The most ink, in percent of one, that paper takes on a web press without smearing (SWOP, total area coverage). */
const MOST_INK = 300;

/** Colour spaces that the target does not print: anything but DeviceGray at a copy shop, and light at a press. */
export const checkColorSpaces: PreflightCheck = (pages, { target }) => {
  if (target !== 'copyshop' && target !== 'press') return [];
  const fits = ({ family, name }: ColorSpace) => (target === 'copyshop' ? name === 'DeviceGray' : family !== 'rgb');
  return pages.flatMap((page) => {
    const told = new Set<string>();
    return page.painted.flatMap((item) => {
      const space = spaceOf(item);
      if (!space || space.family === 'pattern' || space.family === 'unknown' || fits(space)) return [];
      if (told.has(space.name)) return [];
      told.add(space.name);
      return [
        at(page, item.box, {
          rule: 'preflight-color-space',
          found: `${NOUNS[item.kind]} in ${space.name}`,
          expected: target === 'copyshop' ? 'nothing but DeviceGray' : 'gray and the four inks of the press',
          advice:
            target === 'copyshop'
              ? 'make the file in gray; a copy shop counts a page with any color as a color page'
              : 'turn it into CMYK or gray when the file is made, so that you see the colors before they are printed',
        }),
      ];
    });
  });
};

/** Black text that is mixed from several inks, and more ink than paper takes. For a press. */
export const checkInks: PreflightCheck = (pages, { target }) =>
  target !== 'press' ? [] : pages.flatMap((page) => [...mixedBlack(page), ...tooMuchInk(page)]);

function mixedBlack(page: PreflightPage): Finding[] {
  for (const item of page.painted) {
    if (item.kind !== 'text' || item.color.space.family !== 'cmyk') continue;
    const [c = 0, m = 0, y = 0, k = 0] = item.color.components;
    const isDark = k > 0.7 || Math.min(c, m, y) > 0.6;
    if (!isDark || Math.min(c, m, y) < 0.02) continue;
    return [
      at(page, item.box, {
        rule: 'preflight-black',
        found: `black text mixed from four inks, ${quoted(item.text)}`,
        expected: 'black ink alone',
        advice: 'set text in black (K) only; where plates are a hair out of place, its edges show colors',
      }),
    ];
  }
  return [];
}

function tooMuchInk(page: PreflightPage): Finding[] {
  for (const item of page.painted) {
    if (!('color' in item) || !isOnPage(page, item.box)) continue;
    const ink = Math.round(inkOf(item.color));
    if (ink <= MOST_INK) continue;
    return [
      at(page, item.box, {
        rule: 'preflight-ink',
        found: `${ink} % of ink in one place`,
        expected: `at most ${MOST_INK} %`,
        advice: 'choose a color with less of some inks; so much dries slowly and comes off on the next sheet',
      }),
    ];
  }
  return [];
}

function inkOf({ space, components }: Color): number {
  const sum = components.reduce((all, part) => all + part, 0) * 100;
  if (space.family === 'cmyk') return sum;
  return space.inks?.includes('All') ? sum * 4 : 0;
}

const NOUNS: Record<Painted['kind'], string> = {
  text: 'text',
  fill: 'a colored area',
  stroke: 'a line',
  image: 'a picture',
  shading: 'a gradient',
};

function spaceOf(item: Painted): ColorSpace | undefined {
  return 'color' in item ? item.color.space : item.space;
}
