import { bars, holdTo } from '../bars.js';
import type { SizeName } from '../corpus/corpus.js';
import type { Results } from '../results.js';
import { barTable, growthTable, profileTable, sizeTable } from './tables.js';

const BEGIN = '<!-- What follows, up to the next such line, is written by npm run bench -- --write. -->';
const END = '<!-- The end of what is written by it. -->';

/** Everything that a run found out, as Markdown; the bars come last. */
export function report(results: Results): string {
  const sizes = Object.keys(results.sizes) as SizeName[];
  const main = mainSize(results);
  const parts = [results.machine, ...results.notes];
  for (const size of sizes) parts.push(sizeTable(results, size));
  if (results.growth.length > 0) parts.push(growthTable(results));
  if (results.sizes[main]?.contestants.some(({ key, samples }) => key === 'gathering-cold' && samples.length > 0)) {
    parts.push(`Where the time of a cold build of ${main} went:`, profileTable(results, main));
  }
  parts.push(`The bars, in ${main} where nothing else is said:`, barTable(holdTo(bars(main), results)));
  return parts.join('\n\n');
}

/** The bars are for M; a quick run holds S to them, which says little. */
export function mainSize({ sizes }: Results): SizeName {
  return sizes.M || !sizes.S ? 'M' : 'S';
}

/** Puts what was measured in its place on the page that tells of it. */
export function intoPage(page: string, results: Results): string {
  const start = page.indexOf(BEGIN);
  const end = page.indexOf(END);
  if (start < 0 || end < start) throw new Error('The page has lost the place for its figures.');
  return `${page.slice(0, start + BEGIN.length)}\n\n${report(results)}\n\n${page.slice(end)}`;
}
