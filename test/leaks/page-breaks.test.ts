import { describe, expect, it } from 'vitest';
import { findLeaks, leakDiagnostic } from '../../src/leaks/find-leaks.js';
import type { ReadBackText } from '../../src/leaks/model.js';
import { readBack } from '../../src/leaks/read-back.js';
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
});
