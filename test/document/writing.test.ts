import { describe, expect, it } from 'vitest';
import { mm } from '../../src/geometry/units.js';
import { bytesOf } from '../support/booklet.js';
import { type PdfPage, readPdf } from '../support/pdf.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';

/** The first page of a lesson with this body, as the participant has it. */
async function page(body: string, theme = 'classic'): Promise<PdfPage> {
  const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf(body))), { editions: ['participant'], theme });
  const found = (await readPdf(bytesOf(made, 'participant'))).pages[4];
  if (!found) throw new Error('no lesson');
  return found;
}

const between = ({ lines, marks }: PdfPage) => {
  const top = lines.find((line) => line.text === 'Above.')?.y ?? Number.NaN;
  const bottom = lines.find((line) => line.text === 'Below.')?.y ?? Number.NaN;
  return { space: bottom - top, marks: marks.filter((mark) => mark.top > top + 1 && mark.bottom < bottom - 1) };
};

describe('writing space', () => {
  it.each(['ruled', 'dotted', 'grid', 'blank'])('in the style “%s” takes 8 mm a line', async (style) => {
    const one = between(await page(`Above.\n\n::lines{count=1 style=${style}}\n\nBelow.`)).space;
    const six = between(await page(`Above.\n\n::lines{count=6 style=${style}}\n\nBelow.`)).space;
    expect(six - one).toBeCloseTo(5 * mm(8), 0);
  });

  it('is drawn in its style', async () => {
    const drawn = async (style: string) =>
      between(await page(`Above.\n\n::lines{count=3 style=${style}}\n\nBelow.`)).marks;
    const wide = (mark: { left: number; right: number }) => mark.right - mark.left > 200;
    expect((await drawn('ruled')).filter((mark) => wide(mark) && !mark.dashed)).toHaveLength(3);
    expect((await drawn('dotted')).filter((mark) => wide(mark) && mark.dashed)).toHaveLength(3);
    expect(await drawn('blank')).toEqual([]);
    const grid = await drawn('grid');
    expect(grid.filter((mark) => mark.right - mark.left < 1 && mark.bottom - mark.top > 5).length).toBeGreaterThan(30);
  });

  it('goes with a question’s kind where the question asks for no number of lines', async () => {
    const count = async (attributes: string) =>
      between(await page(`Above.\n\n::::question${attributes}\nWhy?\n::::\n\nBelow.`)).marks.length;
    expect(await count('{lines=5}')).toBe(5);
    expect(await count('{lines=0}')).toBe(0);
    const byKind = await Promise.all(['{kind=understand}', '{kind=reflect}', '{kind=engage}', ''].map(count));
    expect(byKind).toEqual([3, 4, 4, 3]);
  });

  it('is left out beneath a question that is itself filled in', async () => {
    expect(between(await page('Above.\n\n::::question\nHe is our :blank[High Priest].\n::::\n\nBelow.')).marks).toEqual(
      [],
    );
  });

  it('runs over a page’s end in twos at least', async () => {
    for (const before of [10, 11, 12, 13, 14, 15, 16]) {
      const filling = Array.from({ length: before }, (_, at) => `Paragraph ${at}.`).join('\n\n');
      const made = await buildTiny(tinyWorld(tinyBooklet(lessonOf(`${filling}\n\n::lines{count=7}\n\nBelow.`))), {
        editions: ['participant'],
      });
      const { pages } = await readPdf(bytesOf(made, 'participant'));
      const counts = pages
        .slice(4, 7)
        .map((where) =>
          where.lines.some((line) => line.text === 'Notes')
            ? 0
            : where.marks.filter((mark) => mark.kind === 'stroke' && mark.right - mark.left > 200).length,
        );
      expect(
        counts.reduce((sum, number) => sum + number, 0),
        `after ${before} paragraphs`,
      ).toBe(7);
      expect(counts, `after ${before} paragraphs`).not.toContain(1);
    }
  });
});
