import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { BookPage } from '../../src/layout/book.js';
import { ThemeFonts } from '../../src/layout/fonts.js';
import { type PaintOptions, paint } from '../../src/pdf/paint.js';
import { type PaintTarget, SLUG } from '../../src/pdf/target.js';
import { ROOT } from '../support/booklet.js';
import { sampleBooklet } from '../support/sample.js';

const calls: [readonly BookPage[], PaintOptions][] = vi.hoisted(() => []);
vi.mock('../../src/pdf/paint.js', async (importOriginal) => {
  const original = await importOriginal<typeof import('../../src/pdf/paint.js')>();
  const spied: typeof paint = (pages, options) => {
    calls.push([pages, options]);
    return original.paint(pages, options);
  };
  return { ...original, paint: spied };
});

const BLEED = (3 * 72) / 25.4;
const MARGIN = BLEED + SLUG;

/** Every operator of every content stream, as its operands and name. */
function operators(file: PDFDocument): string[][] {
  const found: string[][] = [];
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    if (!(object instanceof PDFRawStream)) continue;
    const subtype = object.dict.get(PDFName.of('Subtype'));
    const isContent = object.dict.keys().every((key) => /^\/(Length|Filter)$/.test(key.asString()));
    if (!isContent && subtype !== PDFName.of('Form')) continue;
    const text = Buffer.from(decodePDFRawStream(object).decode()).toString('latin1');
    if (!/^[\x20-\x7e\s]*$/.test(text)) continue;
    for (const line of text.split(/\n/)) found.push(line.trim().split(/\s+/));
  }
  return found;
}

/** Every name that stands as a colour space in a dictionary of the file. */
function spaces(file: PDFDocument): Set<string> {
  const names = new Set<string>();
  for (const [, object] of file.context.enumerateIndirectObjects()) {
    const text = (object instanceof PDFRawStream ? object.dict : object).toString();
    for (const [name] of text.matchAll(/Device\w+|CalRGB|Lab\b|ICCBased/g)) names.add(name);
  }
  return names;
}

describe('the sample booklet for a press', () => {
  let pages: readonly BookPage[];
  let options: PaintOptions;
  let target: (colors: PaintTarget['colors']) => PaintTarget;
  const files = {} as Record<'grey' | 'cmyk', { bytes: Uint8Array; file: PDFDocument }>;

  beforeAll(async () => {
    const { theme } = await sampleBooklet();
    [pages, options] = calls[0] as (typeof calls)[number];
    const font = new ThemeFonts(theme).getFont({ fontFamily: theme.fonts.label.family }).data;
    target = (colors) => ({
      colors,
      inks: theme.inks,
      sheet: {
        bleed: BLEED,
        slug: SLUG,
        slugLine: (page) => `Intercession · Leader’s guide · page ${page} · 0.0.0`,
        slugFonts: [font],
      },
      outputIntent: {
        profile: readFileSync(`${ROOT}/node_modules/pdfjs-dist/iccs/CGATS001Compat-v2-micro.icc`),
        identifier: 'CGATS TR 001',
        info: 'SWOP, web offset on coated paper',
      },
    });
    for (const colors of ['grey', 'cmyk'] as const) {
      const bytes = await paint(pages, { ...options, target: target(colors) });
      files[colors] = { bytes, file: await PDFDocument.load(bytes, { updateMetadata: false }) };
    }
    if (process.env.KEEP) {
      mkdirSync(process.env.KEEP, { recursive: true });
      for (const colors of ['grey', 'cmyk'] as const)
        writeFileSync(`${process.env.KEEP}/${colors}.pdf`, files[colors].bytes);
      writeFileSync(`${process.env.KEEP}/screen.pdf`, await paint(pages, options));
    }
  });

  it('asks for no colour space but its own', () => {
    const used = ({ file }: { file: PDFDocument }) =>
      new Set(operators(file).flatMap((line) => (/^(cs|CS)$/.test(line.at(-1) ?? '') ? [line[0]] : [])));
    expect([...used(files.grey)].sort()).toEqual(['/DeviceGray']);
    expect([...used(files.cmyk)].sort()).toEqual(['/All', '/DeviceCMYK']);
    const other = (line: string[]) => /^(rg|RG|g|G|k|K)$/.test(line.at(-1) ?? '');
    expect([...operators(files.grey.file), ...operators(files.cmyk.file)].filter(other)).toEqual([]);
    expect([...spaces(files.cmyk.file)].filter((name) => !/^Device(CMYK|Gray)$/.test(name))).toEqual([]);
    expect([...spaces(files.grey.file)].filter((name) => !/^Device(CMYK|Gray)$/.test(name))).toEqual([]);
  });

  it('never asks for more than 300 % of ink, and sets type in black alone', () => {
    const inks = operators(files.cmyk.file)
      .filter((line) => /^(scn|SCN)$/.test(line.at(-1) ?? '') && line.length === 5)
      .map((line) => line.slice(0, 4).map(Number));
    expect(inks.length).toBeGreaterThan(100);
    for (const ink of inks) expect(ink.reduce((sum, part) => sum + part, 0)).toBeLessThanOrEqual(3);
    expect(inks).toContainEqual([0, 0, 0, 1]);
    expect(inks).toContainEqual([0.25, 0.95, 0.75, 0.5]);
  });

  it('has its boxes one in the other, all round by bleed and slug', () => {
    for (const { file } of Object.values(files)) {
      expect(file.getPageCount()).toBe(pages.length);
      for (const [index, page] of file.getPages().entries()) {
        const { width, height } = (pages[index] as BookPage).size;
        const whole = { x: 0, y: 0, width: width + 2 * MARGIN, height: height + 2 * MARGIN };
        const near = (box: typeof whole, wanted: typeof whole) => {
          for (const key of ['x', 'y', 'width', 'height'] as const) expect(box[key]).toBeCloseTo(wanted[key], 2);
        };
        near(page.getMediaBox(), whole);
        near(page.getCropBox(), whole);
        near(page.getTrimBox(), { x: MARGIN, y: MARGIN, width, height });
        near(page.getBleedBox(), {
          x: SLUG,
          y: SLUG,
          width: width + 2 * BLEED,
          height: height + 2 * BLEED,
        });
        expect(page.node.Annots()).toBeUndefined();
      }
    }
  });

  it('says that it is PDF/X-4, for which printing condition, and when it was made', () => {
    for (const { bytes, file } of Object.values(files)) {
      expect(Buffer.from(bytes.subarray(0, 8)).toString()).toBe('%PDF-1.6');
      const [intent] = (file.catalog.lookup(PDFName.of('OutputIntents'), PDFArray) as PDFArray).asArray();
      const profile = file.context.lookup((intent as PDFDict).get(PDFName.of('DestOutputProfile'))) as PDFRawStream;
      expect(Buffer.from(decodePDFRawStream(profile).decode().subarray(12, 24)).toString()).toMatch(/CMYKLab/);
      const info = file.context.lookup(file.context.trailerInfo.Info, PDFDict);
      expect(String(info.lookup(PDFName.of('Trapped')))).toBe('/False');
      const xmp = file.catalog.lookup(PDFName.of('Metadata')) as PDFRawStream;
      const text = Buffer.from(xmp.contents).toString();
      expect(text).toContain('<pdfxid:GTS_PDFXVersion>PDF/X-4</pdfxid:GTS_PDFXVersion>');
      expect(text).toContain('<pdf:Trapped>False</pdf:Trapped>');
      const stamp = /<xmp:CreateDate>(.*?)</.exec(text)?.[1];
      expect(text).toContain(`<xmp:MetadataDate>${stamp}<`);
      expect(String(info.lookup(PDFName.of('CreationDate')))).toContain(stamp?.replace(/[-:T]/g, ''));
    }
  });

  it('gives the same bytes each time', async () => {
    const again = await paint(pages, { ...options, target: target('cmyk') });
    expect(Buffer.compare(again, files.cmyk.bytes)).toBe(0);
  });
});
