import { decodePDFRawStream, PDFArray, PDFDocument, PDFName, PDFRawStream, rgb, StandardFonts } from '@cantoo/pdf-lib';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { beforeAll, describe, expect, it } from 'vitest';
import { PAPERS, type Size, TRIMS } from '../../src/geometry/frame.js';
import { mm } from '../../src/geometry/units.js';
import { impose } from '../../src/print/impose/impose.js';
import type { PlanOptions } from '../../src/print/signatures/model.js';
import { planSignatures } from '../../src/print/signatures/plan.js';
import { fold } from './fold.js';

const half = TRIMS['half-letter'];
const saddle: PlanOptions = { scheme: 'saddle', trim: half };

/** A booklet whose pages say their number in the middle, with a link to the last page on each. */
async function booklet(pages: number, trim: Size = half, bleed = 0): Promise<Uint8Array> {
  const pdf = await PDFDocument.create({ updateMetadata: false });
  const font = await pdf.embedFont(StandardFonts.Helvetica);
  pdf.setTitle('Numbers');
  pdf.setLanguage('en');
  for (let number = 1; number <= pages; number += 1) {
    const page = pdf.addPage([trim.width + 2 * bleed, trim.height + 2 * bleed]);
    page.setTrimBox(bleed, bleed, trim.width, trim.height);
    page.drawRectangle({ x: 0, y: 0, width: page.getWidth(), height: page.getHeight(), color: rgb(0.9, 0.9, 1) });
    page.drawText(`p${number}`, { x: bleed + trim.width / 2, y: bleed + trim.height / 2, size: 12, font });
    for (let line = 0; line < 30; line += 1)
      page.drawText(`line ${line * number} of words`, { x: 50, y: 40 + 8 * line, size: 6, font });
  }
  for (const page of pdf.getPages()) {
    const last = pdf.getPages().at(-1)?.ref;
    if (last)
      page.node.set(
        PDFName.of('Annots'),
        pdf.context.obj([{ Type: 'Annot', Subtype: 'Link', Rect: [0, 0, 9, 9], Dest: [last, 'Fit'] }]),
      );
  }
  return pdf.save();
}

/** The operators of the first side. */
async function firstSide(bytes: Uint8Array): Promise<string> {
  const contents = (await PDFDocument.load(bytes)).getPage(0).node.Contents();
  const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
  return streams
    .map((stream) =>
      stream instanceof PDFRawStream ? new TextDecoder().decode(decodePDFRawStream(stream).decode()) : '',
    )
    .join('\n');
}

interface Seen {
  page: number;
  x: number;
  y: number;
  upsideDown: boolean;
}

/** The numbers on each side of the sheets, with the places where their text begins, as a reader finds them. */
async function numbersOn(bytes: Uint8Array): Promise<Seen[][]> {
  const pdf = await getDocument({ data: bytes.slice(), verbosity: 0 }).promise;
  const sides: Seen[][] = [];
  for (let side = 1; side <= pdf.numPages; side += 1) {
    const { items } = await (await pdf.getPage(side)).getTextContent();
    sides.push(
      items.flatMap((item) => {
        if (!('str' in item) || !/^p\d+$/.test(item.str)) return [];
        const [a, , , , x, y] = item.transform as number[];
        return [{ page: Number(item.str.slice(1)), x: x ?? 0, y: y ?? 0, upsideDown: (a ?? 0) < 0 }];
      }),
    );
  }
  return sides;
}

describe('imposing', () => {
  let source: Uint8Array;
  beforeAll(async () => {
    source = await booklet(10);
  });

  it.each(['short', 'long'] as const)(
    'prints sheets that fold back to the order of pages, turned over the %s edge',
    async (flip) => {
      const options = { ...saddle, flip };
      const plan = planSignatures(10, PAPERS.letter, options);
      const sides = await numbersOn(await impose(source, plan, { trim: half }));
      // The plan is made anew from what stands on the paper.
      const read = plan.map(({ sheets }) => ({
        sheets: sheets.map((sheet, index) => {
          const found = (cells: typeof sheet.front, seen: Seen[]) =>
            cells.map((cell) => ({
              ...cell,
              page: seen.find(
                ({ x, y }) => x > cell.x && x < cell.x + half.width && y > cell.y && y < cell.y + half.height,
              )?.page,
              rotation: seen.some(({ upsideDown }) => upsideDown) ? (180 as const) : (0 as const),
            }));
          return {
            size: sheet.size,
            front: found(sheet.front, sides[2 * index] ?? []),
            back: found(sheet.back, sides[2 * index + 1] ?? []),
          };
        }),
      }));
      expect(fold(read, options).flatMap(({ page }) => page ?? [])).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    },
  );

  it('moves inner pages towards the fold', async () => {
    const thickness = mm(0.2);
    const shift = (Math.PI / 2) * thickness;
    const sides = await numbersOn(
      await impose(source, planSignatures(10, PAPERS.letter, { ...saddle, thickness }), { trim: half }),
    );
    const middle = half.width / 2;
    expect(sides[0]?.map(({ page, x }) => [page, Math.round(x * 100) / 100])).toEqual([[1, half.width + middle]]);
    const [eight, five] = [sides[4]?.find(({ page }) => page === 8), sides[4]?.find(({ page }) => page === 5)];
    expect(eight?.x).toBeCloseTo(middle + 2 * shift, 2);
    expect(five?.x).toBeCloseTo(half.width + middle - 2 * shift, 2);
  });

  it('is no larger than the pages, and says of itself what they did', async () => {
    const big = await booklet(120);
    const sheets = await impose(big, planSignatures(120, PAPERS.letter, saddle), { trim: half });
    expect(sheets.length).toBeLessThan(big.length * 1.1);
    const pdf = await PDFDocument.load(sheets, { updateMetadata: false });
    expect([pdf.getPageCount(), pdf.getTitle(), pdf.getLanguage()]).toEqual([60, 'Numbers', 'en']);
    expect(pdf.getPages().some((page) => page.node.Annots()?.size())).toBe(false);
    const fonts = pdf.context.enumerateIndirectObjects().filter(([, object]) => /\/Type \/Font\n/.test(String(object)));
    expect(fonts.length).toBe(1);
  });

  it('gives the same bytes for the same pages', async () => {
    const plan = planSignatures(10, PAPERS.letter, saddle);
    const [one, two] = [await impose(source, plan, { trim: half }), await impose(source, plan, { trim: half })];
    expect(Buffer.compare(one, two)).toBe(0);
  });

  it('keeps bleed at the edges and ends it at the fold', async () => {
    const bleed = mm(3);
    const trim = { width: mm(140), height: mm(200) };
    const pages = await booklet(4, trim, bleed);
    const bytes = await impose(pages, planSignatures(4, PAPERS.a4, { scheme: 'saddle', trim }), { trim });
    const content = await firstSide(bytes);
    const clips = [...content.matchAll(/^([\d.]+) ([\d.]+) ([\d.]+) ([\d.]+) re$/gm)].map((match) =>
      match.slice(1).map((value) => Math.round(Number(value) / mm(0.5)) / 2),
    );
    expect(clips).toEqual([
      [0, 0, 148.5, 210],
      [148.5, 0, 148.5, 210],
    ]);
  });

  it('marks where to cut only where paper is larger than the pages', async () => {
    const trim = { width: mm(120), height: mm(180) };
    const strokes = async (paper: Size, size: Size) => {
      const bytes = await impose(await booklet(4, size), planSignatures(4, paper, { scheme: 'saddle', trim: size }), {
        trim: size,
      });
      const content = await firstSide(bytes);
      return [...content.matchAll(/^S$/gm)].length;
    };
    expect(await strokes(PAPERS.letter, half)).toBe(0);
    // Two at each corner, and one above and one below the fold.
    expect(await strokes(PAPERS.a4, trim)).toBe(10);
  });
});
