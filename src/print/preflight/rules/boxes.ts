import type { Finding } from '../model.js';
import { count, inMillimetres, type PreflightCheck, type PreflightPage } from '../page.js';
import { type Box, heightOf, isWithin, widthOf } from '../read/geometry.js';

/** What rounding may add to an edge, in points. */
const SLACK = 0.02;

/** Boxes that are missing, empty or reach out of those around them (ISO 32000-1, 14.11.2; ISO 15930-7). */
export const checkBoxes: PreflightCheck = (pages, { target, trim }) =>
  pages.flatMap((page) => {
    const { media, crop, bleed, trim: cut, art } = page.stated;
    const box = (found: string, expected: string, advice: string): Finding[] => [
      { rule: 'preflight-boxes', page: page.number, found, expected, advice },
    ];
    if (!media) return box('a page without MediaBox', 'the size of its sheet', 'make the file again');
    const all: [string, Box | undefined][] = [
      ['MediaBox', media],
      ['CropBox', crop],
      ['BleedBox', bleed],
      ['TrimBox', cut],
      ['ArtBox', art],
    ];
    const empty = all.find(([, one]) => one && (widthOf(one) <= 0 || heightOf(one) <= 0));
    if (empty) return box(`an empty ${empty[0]}`, 'a box with a width and a height', 'make the file again');
    const nested: [string, Box | undefined, string, Box | undefined][] = [
      ['CropBox', crop, 'MediaBox', media],
      ['BleedBox', bleed, 'MediaBox', media],
      ['TrimBox', cut, 'MediaBox', media],
      ['ArtBox', art, 'MediaBox', media],
      ['TrimBox', cut, 'BleedBox', bleed],
    ];
    const wrong = nested.flatMap(([name, inner, around, outer]) =>
      inner && outer && !isWithin(inner, outer, SLACK)
        ? box(`a ${name} that reaches out of the ${around}`, 'boxes that lie in one another', 'make the file again')
        : [],
    );
    if (wrong.length > 0) return wrong;
    if (!cut && trim && !isWithin(page.trim, media, SLACK)) {
      return box(
        `pages of ${sizeWords(media)}`,
        `pages at least as large as the trim, ${sizeWords(page.trim)}`,
        'give the size of the finished page, width before height, in millimetres',
      );
    }
    if (target === 'press' && !cut && !trim) {
      return box(
        'a page that does not say where it is cut',
        'a TrimBox',
        'make the file for a press again, or say the finished size with --trim',
      );
    }
    return [];
  });

/** Pages whose finished size is not that of the others. */
export const checkSizes: PreflightCheck = (pages) => {
  const groups = new Map<string, PreflightPage[]>();
  for (const page of pages) {
    const size = `${Math.round(widthOf(page.trim))} ${Math.round(heightOf(page.trim))}`;
    groups.set(size, [...(groups.get(size) ?? []), page]);
  }
  const usual = [...groups.values()].reduce((most, group) => (group.length > most.length ? group : most), []);
  return [...groups.values()]
    .filter((group) => group !== usual)
    .flatMap(([first]) => {
      if (!first || !usual[0]) return [];
      return [
        {
          rule: 'preflight-page-size',
          page: first.number,
          found: `a page of ${sizeWords(first.trim)}`,
          expected: `the size of ${count(usual.length, 'other page')}, ${sizeWords(usual[0].trim)}`,
          advice: 'make all pages of one size',
        } satisfies Finding,
      ];
    });
};

function sizeWords(box: Box): string {
  return `${inMillimetres(widthOf(box)).replace(' mm', '')} × ${inMillimetres(heightOf(box))}`;
}
