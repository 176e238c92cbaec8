import { readFileSync } from 'node:fs';
import { decodePDFRawStream, PDFArray, PDFDict, PDFDocument, PDFName, PDFRawStream } from '@cantoo/pdf-lib';
import pixelmatch from 'pixelmatch';
import { PNG } from 'pngjs';
import { beforeAll, describe, expect, it, vi } from 'vitest';
import type { BookPage } from '../../src/layout/book.js';
import { ThemeFonts } from '../../src/layout/fonts.js';
import { type PaintOptions, paint } from '../../src/pdf/paint.js';
import { type PaintTarget, type PressSheet, SLUG } from '../../src/pdf/target.js';
import { ROOT } from '../support/booklet.js';
import { drawPages } from '../support/picture.js';
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

  it('shows within the trim what is there without bleed and marks, and art in the bleed', async () => {
    const cover = pages.slice(0, 1);
    const plain = await paint(cover, { ...options, target: { colors: 'grey' } });
    // Whole pixels at 48 dots to the inch, so that nothing is drawn between two.
    const sheet = { ...(target('grey').sheet as PressSheet), bleed: 9, slug: 36 };
    const pressed = await paint(cover, { ...options, target: { colors: 'grey', sheet } });
    const first = async (bytes: Uint8Array) => PNG.sync.read((await drawPages(bytes, [1]))[0] as Buffer);
    const [small, large] = [await first(plain), await first(pressed)];
    expect([large.width, large.height]).toEqual([small.width + 60, small.height + 60]);
    const trimmed = new PNG({ width: small.width, height: small.height });
    PNG.bitblt(large, trimmed, 30, 30, small.width, small.height, 0, 0);
    expect(pixelmatch(small.data, trimmed.data, undefined, small.width, small.height, { threshold: 0.1 })).toBe(0);
    // Ground or art, never paper, along the whole outer edge of the bleed.
    for (let x = 25; x < large.width - 25; x++) {
      for (const y of [25, large.height - 26]) expect(large.data[(y * large.width + x) * 4]).toBeLessThan(250);
    }
  });

  it('gives the same bytes each time', async () => {
    const again = await paint(pages, { ...options, target: target('cmyk') });
    expect(Buffer.compare(again, files.cmyk.bytes)).toBe(0);
  });
});

describe('what else a page may hold', () => {
  const style = {};
  const box = { left: 10, top: 10, width: 40, height: 40 };
  const stop = (offset: number, stopColor: string, stopOpacity: number) => ({
    type: 'STOP',
    props: { offset, stopColor, stopOpacity },
  });
  const gradient = {
    type: 'LINEAR_GRADIENT',
    props: { x1: 0, y1: 0, x2: 1, y2: 0 },
    children: [stop(0, '#ff0000', 1), stop(1, '#0033cc', 0.2)],
  };
  const rect = { type: 'RECT', style, box, props: { x: 0, y: 0, width: 40, height: 40, fill: gradient } };
  const svg = {
    type: 'SVG',
    style,
    box,
    props: { viewBox: { minX: 0, minY: 0, maxX: 40, maxY: 40 } },
    children: [rect],
  };
  const picture = new PNG({ width: 2, height: 2 });
  picture.data.fill(99);
  picture.data[0] = 250;
  const image = () => ({
    type: 'IMAGE',
    style,
    box,
    props: {},
    image: { width: 2, height: 2, data: PNG.sync.write(picture), format: 'png' },
  });
  const page = { size: { width: 200, height: 300 }, label: '1', nodes: [svg, image(), image()] };
  const options: PaintOptions = {
    metadata: { title: 'T', authors: [], language: 'en', date: new Date(0), creator: 'G' },
    outline: [],
    cover: 'Cover',
  };

  it.each(['grey', 'cmyk'] as const)(
    'gradients, soft masks and pictures are %s too, each picture once',
    async (colors) => {
      const bytes = await paint([page as unknown as BookPage], { ...options, target: { colors } });
      const file = await PDFDocument.load(bytes);
      const allowed = colors === 'grey' ? ['DeviceGray'] : ['DeviceCMYK', 'DeviceGray'];
      expect([...spaces(file)].sort()).toEqual(allowed);
      const images = file.context
        .enumerateIndirectObjects()
        .flatMap(([, object]) => (object instanceof PDFRawStream ? [object] : []))
        .filter(({ dict }) => dict.get(PDFName.of('Subtype')) === PDFName.of('Image'));
      expect(images).toHaveLength(2);
      const masked = images.find(({ dict }) => dict.has(PDFName.of('SMask')));
      expect(String(masked?.dict.get(PDFName.of('ColorSpace')))).toBe(`/${allowed[0]}`);
      expect(decodePDFRawStream(masked as PDFRawStream).decode()).toHaveLength(colors === 'grey' ? 4 : 16);
    },
  );

  it('is RGB for a screen, which shows that the test can fail', async () => {
    const file = await PDFDocument.load(await paint([page as unknown as BookPage], options));
    expect([...spaces(file)]).toContain('DeviceRGB');
  });
});
