import type { SizeName } from './corpus/corpus.js';
import { type Results, samplesOf } from './results.js';
import { growthExponent, pairedRatios, type Spread, spreadOf } from './statistics.js';

/** What Gathering is to reach, against whom. */
export interface Bar {
  loop: string;
  against: string;
  atMost: number;
  /** Keys of those who are compared. */
  between: readonly string[];
  /** What was measured; undefined where it was not. */
  figure(results: Results): Spread | undefined;
}

/** What came of a bar. */
export interface BarOutcome extends Pick<Bar, 'loop' | 'against' | 'atMost'> {
  figure?: Spread;
  verdict: string;
}

/** The bars, with the size in which each is held to. */
export function bars(main: SizeName): readonly Bar[] {
  const time = (loop: string, own: string, against: string, other: string, atMost: number, size = main): Bar => ({
    loop,
    against,
    atMost,
    between: [own, other],
    figure: (results) => ratio(results, size, own, other, 'milliseconds'),
  });
  const cold = 'cold, empty cache';
  const apiece = [
    ['WeasyPrint ×2', 'weasyprint'],
    ['asciidoctor-pdf ×2', 'asciidoctor'],
    ['xelatex ×2', 'xelatex'],
    ['Vivliostyle ×2', 'vivliostyle'],
  ] as const;
  return [
    time(cold, 'gathering-cold', 'plain react-pdf, one process', 'react-pdf', 0.45),
    ...apiece.map(([name, key]) => time(cold, 'gathering-cold', name, key, 0.6)),
    time(
      'one-word edit, new process, warm cache',
      'gathering-edit',
      'Typst from Markdown, one process',
      'typst-markdown',
      1,
    ),
    time('nothing changed, new process', 'gathering-unchanged', 'plain react-pdf', 'react-pdf', 0.05),
    time(
      'one-word edit in watch, to files on disk',
      'gathering-watch',
      'plain react-pdf warm, in process',
      'react-pdf-watch',
      0.06,
    ),
    time('XL, two workers, empty cache', 'gathering-cold', 'plain react-pdf, one process', 'react-pdf', 0.25, 'XL'),
    {
      loop: 'L, peak memory',
      against: 'plain react-pdf',
      atMost: 0.7,
      between: ['gathering-cold', 'react-pdf'],
      figure: (results) => ratio(results, 'L', 'gathering-cold', 'react-pdf', 'peak'),
    },
    {
      loop: 'growth, 10 to 300 pages',
      against: 'time ~ pages^p',
      atMost: 1.05,
      between: ['gathering-cold'],
      figure: ({ growth }) =>
        growth.length > 1
          ? spreadOf([growthExponent(growth.map(({ pages, milliseconds }) => ({ x: pages, y: milliseconds })))])
          : undefined,
    },
  ];
}

/** Holds what was measured to the bars. */
export function holdTo(list: readonly Bar[], results: Results): BarOutcome[] {
  return list.map(({ loop, against, atMost, between, figure }) => {
    const measured = figure(results);
    if (!measured) {
      const why = between.map((key) => skipped(results, key)).find(Boolean);
      return { loop, against, atMost, verdict: why ? `skipped: ${why}` : 'not measured' };
    }
    const { median } = measured;
    const over = (median / atMost - 1).toLocaleString('en-US', { style: 'percent' });
    return { loop, against, atMost, figure: measured, verdict: median <= atMost ? 'met' : `missed by ${over}` };
  });
}

function skipped({ sizes }: Results, key: string): string | undefined {
  const all = Object.values(sizes).flatMap(({ contestants }) => contestants);
  return all.find((one) => one.key === key)?.skipped;
}

/** One contestant's figure by another's, of the same rounds. */
export function ratio(
  results: Results,
  size: SizeName,
  own: string,
  other: string,
  of: 'milliseconds' | 'peak' | 'bytes',
): Spread | undefined {
  const numbers = (key: string) => samplesOf(results, size, key).map((sample) => sample[of]);
  const [ours, theirs] = [numbers(own), numbers(other)];
  const isKnown = (list: (number | undefined)[]): list is number[] => list.length > 0 && !list.includes(undefined);
  return isKnown(ours) && isKnown(theirs) ? spreadOf(pairedRatios(ours, theirs)) : undefined;
}
