import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { mm } from '../../src/geometry/units.js';
import { bytesOf, made } from '../support/booklet.js';
import { type Pdf, type PdfPage, readPdf } from '../support/pdf.js';
import { tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

const LESSON = `---
title: The Sower
subtitle: What becomes of the seed
aim: To ask for *good* soil.
memory-verse: Mark 4:20
---

Words that are *meant*, and a list:

- one
- two

:::aside[A word]
Tinted.
:::

::::question{minutes=5 kind=understand}
Where does the seed fall?

| Soil | What grows | How long | What hinders it | What became of it |
|---|---|---|---|---|
| Path | nothing at all | not a day | birds that come | swallowed whole |

:::answer
Along the path.
:::
::::

::memory-verse
`;

/** The tiny booklet in the theme on a page. */
async function set(yaml: string, edition: string): Promise<{ pdf: Pdf; told: string }> {
  const world = tinyWorld(tinyBooklet(LESSON, `title: Tiny\nsubtitle: Of a kind\ntheme: large\n${yaml}\n`));
  const result = await made(
    { base: WORK, booklets: [`${WORK}/lessons/tiny`], templates: [`${WORK}/templates`], editions: [edition] },
    world,
  );
  return { pdf: await readPdf(bytesOf(result, edition)), told: formatDiagnostics(result.messages) };
}

const itemsOf = (pages: readonly PdfPage[]) => pages.flatMap(({ lines }) => lines.flatMap(({ items }) => items));
const textSize = (pdf: Pdf) => itemsOf(pdf.pages).find(({ text }) => text.includes('Words that are'))?.size;

describe('the theme large', () => {
  it.each([
    ['paper: letter', 'leader'],
    ['paper: letter', 'participant'],
    ['paper: letter', 'large-print'],
    ['trim: letter', 'leader'],
    ['trim: letter', 'participant'],
    ['paper: a4', 'participant'],
    ['paper: a4\ntrim: a4', 'leader'],
  ])('is set at its size with %s as %s, without a word of warning', async (yaml, edition) => {
    const { pdf, told } = await set(yaml, edition);
    // What a sheet costs is for the lesson to mend.
    expect(told.split('\n').filter((line) => line !== '' && !line.includes('short-last-page'))).toEqual([]);
    expect(textSize(pdf)).toBeCloseTo(18, 1);
    const type = itemsOf(pdf.pages).filter(({ text }) => /\p{L}{2}/u.test(text));
    // The leader's table of times is set a little smaller where the page is narrow.
    expect(Math.min(...type.map(({ size }) => size))).toBeGreaterThanOrEqual(edition === 'leader' ? 13.5 : 13.99);
  });

  it('shows emphasis by weight, and slopes nothing', async () => {
    const { pdf } = await set('', 'participant');
    const items = itemsOf(pdf.pages);
    expect(items.filter(({ font }) => /italic/i.test(font))).toEqual([]);
    expect(items.find(({ text }) => text === 'meant')?.font).toMatch(/Bold$/);
  });

  it('has lines to write on that are 12 mm apart', async () => {
    const { pdf } = await set('', 'participant');
    const page = pdf.pages.find(({ lines }) => lines.some(({ text }) => text.includes('Where does the seed fall')));
    const after = pdf.pages.slice(pdf.pages.indexOf(page as PdfPage), pdf.pages.indexOf(page as PdfPage) + 2);
    const gaps = after.flatMap(({ marks }) => {
      const tops = marks.filter(({ left, right }) => right - left > 150).map(({ top }) => top);
      return tops.slice(1).map((top, index) => top - (tops[index] as number));
    });
    expect(gaps.some((gap) => Math.abs(gap - mm(12)) < 0.5)).toBe(true);
  });
});

describe('a table too broad for large type', () => {
  const table = (yaml: string, edition: string) =>
    made(
      { base: WORK, booklets: [`${WORK}/lessons/tiny`], templates: [`${WORK}/templates`], editions: [edition] },
      tinyWorld(tinyBooklet(LESSON, `title: Tiny\n${yaml}\n`)),
    ).then((result) => readPdf(bytesOf(result, edition)));
  const lineWith = (pdf: Pdf, words: string) =>
    pdf.pages.flatMap(({ lines }) => lines).find(({ text }) => text.includes(words))?.text ?? '';

  it('is set row by row, and beside others in usual type', async () => {
    expect(lineWith(await table('', 'large-print'), 'nothing at all')).toMatch(/^What grows/);
    expect(lineWith(await table('', 'participant'), 'Soil')).not.toContain('nothing at all');
    expect(lineWith(await table('', 'participant'), 'nothing')).not.toMatch(/^What grows/);
  });
});
