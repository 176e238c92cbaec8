import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { findLeaks, leakDiagnostic } from '../../src/leaks/find-leaks.js';
import type { ReadBackText } from '../../src/leaks/model.js';
import { leaksAcrossPages } from '../../src/leaks/page-breaks.js';
import { readBack } from '../../src/leaks/read-back.js';
import { WINDOW, type Withheld } from '../../src/leaks/withheld.js';
import { pdfWith, withheldOf } from './make.js';

const ANSWER = 'Seven ships came home before winter closed the harbor.';
const PUBLIC = 'Every court has a door, and somebody stands beside it.';

const withheld = withheldOf(`${PUBLIC}

::::question
Who came home again?

:::answer
${ANSWER}
:::
::::

The harbor was full of ships by then.
`);

/** Pages as they are read back, each line of them on its own. */
const pages = (...all: string[][]): ReadBackText[] =>
  all.map((rows, index) => {
    const lines: number[] = [];
    let text = '';
    for (const row of rows) {
      lines.push(text.length);
      text += `${row}\n`;
    }
    return { channel: 'page', where: `page ${index + 1}`, text, lines };
  });

const found = (...all: string[][]) =>
  findLeaks(pages(...all), withheld).map(({ where, words }) => `${where}: ${words}`);

describe('words that a page break divides', () => {
  const words = ANSWER.split(' ');

  it.each([1, 2, 3, 4, 5, 6, 7, 8])('are found when %i of nine stand on the first page', (count) => {
    const [before, after] = [words.slice(0, count).join(' '), words.slice(count).join(' ')];
    // A footnote and the folio come after the last line, a running head before the first.
    const first = [PUBLIC, before, '1 A court was held in the gate.', '7'];
    expect(found(first, ['The open door', after, PUBLIC])).toHaveLength(1);
  });

  it('are told of with both pages', () => {
    const leaks = findLeaks(pages([PUBLIC, 'Seven ships came home'], ['before winter closed the harbor.']), withheld);
    expect(leaks.map(({ where }) => where)).toEqual(['pages 1 and 2']);
    const message = leakDiagnostic(leaks[0] as (typeof leaks)[0], { file: 'a.pdf', edition: 'participant' });
    expect(message.message).toContain('on pages 1 and 2 of the participant edition’s PDF: “');
  });

  it('are found in a finished PDF', async () => {
    const bytes = await pdfWith(({ doc, page, font }) => {
      const at = (y: number) => ({ x: 20, y, size: 10, font });
      page.drawText('Seven ships came home', at(60));
      page.drawText('1 A court was held in the gate of the town.', at(40));
      page.drawText('7', at(20));
      const next = doc.addPage([400, 600]);
      next.drawText('The open door', at(580));
      next.drawText('before winter closed the harbor.', at(550));
    });
    expect(findLeaks(await readBack(bytes), withheld).map(({ where }) => where)).toEqual(['pages 2 and 3']);
  });

  it('are no leak where they are on pages apart, or the other way round', () => {
    expect(found(['Seven ships came home'], [PUBLIC], ['before winter closed the harbor.'])).toEqual([]);
    expect(found(['before winter closed the harbor.'], ['Seven ships came home'])).toEqual([]);
  });

  it('are no leak in the middle of a line', () => {
    expect(found(['Our seven ships came home late'], ['They left before winter closed the harbor.'])).toEqual([]);
  });

  it('are no leak when everyone may read both parts', () => {
    const quoting = withheldOf(`Peter followed him. From a distance they saw the fire.

:::leader
Peter followed him from a distance
:::
`);
    const texts = pages(['Peter followed him.'], ['From a distance they saw the fire.']);
    expect(findLeaks(texts, quoting)).toEqual([]);
    const apart = withheldOf(`He looked, and Peter followed him.

From a distance they saw the fire.

:::leader
Peter followed him from a distance
:::
`);
    expect(findLeaks(pages(['He looked, and Peter followed him.'], ['From a distance they saw it']), apart)).toEqual(
      [],
    );
  });

  it('are told of once, on the page that holds more of them', () => {
    expect(found([words.slice(0, 7).join(' ')], [words.slice(7).join(' ')])).toEqual([
      'page 1: Seven ships came home before winter closed',
    ]);
  });

  it('are found wherever a look at every two lines finds them', () => {
    const row = fc.oneof(
      fc.array(fc.constantFrom('door', 'harbor', 'seven', 'winter', '12'), { minLength: 1, maxLength: 4 }),
      fc.tuple(fc.nat(7), fc.integer({ min: 1, max: 5 })).map(([from, count]) => words.slice(from, from + count)),
    );
    const rows = fc.array(row, { minLength: 1, maxLength: 5 });
    const hidden = withheldOf(`:::leader\n${ANSWER}\n:::`);
    let finds = 0;
    fc.assert(
      fc.property(rows, rows, (one, next) => {
        const looked = pages(...[one, next].map((page) => page.map((row) => row.join(' '))));
        const leaks = leaksAcrossPages(looked, hidden, new Set(), new Map());
        expect(leaks.length > 0).toBe(isDivided(one, next, hidden));
        finds += leaks.length;
      }),
      { seed: 1, numRuns: 1000 },
    );
    expect(finds).toBeGreaterThan(10);
  });
});

/**
 * Whether the words before the end of some line and those after the beginning of another are together a withheld run, and neither
 * are public.
 */
function isDivided(one: string[][], next: string[][], { wordsOnly, open }: Withheld): boolean {
  const runs = new Set([...wordsOnly.values()].flat().flatMap(({ whole, letters }) => (whole ? [] : [letters])));
  const foldedIn = (rows: string[][]) =>
    rows
      .flat()
      .map((word) => word.toLowerCase().replace(/[^a-z]/g, ''))
      .filter((letters) => letters !== '');
  const isSecret = (run: string) => run !== '' && !open.some((text) => text.includes(` ${run} `));
  const lengths = Array.from({ length: WINDOW - 1 }, (_, index) => index + 1);
  const ends = one.flatMap((_, row) => {
    const before = foldedIn(one.slice(0, row + 1));
    return lengths.map((length) => before.slice(-length).join(' ')).filter(isSecret);
  });
  const beginnings = next.flatMap((_, row) => {
    const after = foldedIn(next.slice(row));
    return lengths.map((length) => after.slice(0, length).join(' ')).filter(isSecret);
  });
  return ends.some((end) => beginnings.some((after) => runs.has(`${end}${after}`.replaceAll(' ', ''))));
}
