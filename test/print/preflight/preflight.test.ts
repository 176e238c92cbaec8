import { PDFDocument, PDFName, StandardFonts } from '@cantoo/pdf-lib';
import { describe, expect, it, vi } from 'vitest';
import { Recent } from '../../../src/memory/recent.js';
import type { PreflightOptions } from '../../../src/print/preflight/model.js';
import { type KnownPages, preflight } from '../../../src/print/preflight/preflight.js';
import { Interpreter } from '../../../src/print/preflight/read/interpret.js';

/** An image of one byte a pixel. */
interface Picture {
  width: number;
  height: number;
  bits?: 1 | 8;
  space?: string;
}

interface Page {
  content: string;
  /** Boxes beside the MediaBox of 400 by 600. */
  boxes?: Record<string, number[]>;
  size?: [number, number];
  picture?: Picture;
}

/** A PDF of such pages. `/F` is a font that is embedded and subset, `/Helv` one that is not in the file, `/P` the picture. */
async function pdf(...pages: Page[]): Promise<Uint8Array> {
  const document = await PDFDocument.create();
  const { context } = document;
  const helvetica = await document.embedFont(StandardFonts.Helvetica);
  const font = context.register(
    context.obj({
      Type: 'Font',
      Subtype: 'TrueType',
      BaseFont: 'ABCDEF+Made',
      FirstChar: 32,
      Widths: Array.from({ length: 95 }, () => 500),
      FontDescriptor: context.register(context.obj({ FontFile2: context.register(context.stream(Uint8Array.of(1))) })),
    }),
  );
  for (const { content, boxes = {}, size, picture } of pages) {
    const page = document.addPage(size ?? [400, 600]);
    for (const [name, box] of Object.entries(boxes)) page.node.set(PDFName.of(name), context.obj(box));
    page.node.set(PDFName.of('Contents'), context.register(context.stream(Buffer.from(content))));
    const { width, height, bits = 8, space = 'DeviceGray' } = picture ?? { width: 1, height: 1 };
    const image = context.register(
      context.stream(new Uint8Array(width * height), {
        Type: 'XObject',
        Subtype: 'Image',
        Width: width,
        Height: height,
        BitsPerComponent: bits,
        ColorSpace: space,
      }),
    );
    page.node.set(
      PDFName.of('Resources'),
      context.obj({ Font: { F: font, Helv: helvetica.ref }, XObject: { P: image } }),
    );
  }
  return document.save({ useObjectStreams: false, addDefaultPage: false });
}

const WORDS = '0 g BT /F 12 Tf 1 0 0 1 100 300 Tm (Peace be with you) Tj ET\n';

/** Which rules a file breaks, each once. */
async function rules(bytes: Uint8Array, options: Partial<PreflightOptions> = {}): Promise<string[]> {
  const { findings } = await preflight(bytes, { target: 'home', multiple: 1, sheets: false, ...options });
  return [...new Set(findings.map(({ rule }) => rule.replace('preflight-', '')))].sort();
}

const PRESS = { BleedBox: [11.5, 11.5, 388.5, 588.5], TrimBox: [20, 20, 380, 580] };

describe('preflight', () => {
  it('has nothing to say of a page that is fit to be printed', async () => {
    const page = { content: `${WORDS}0.5 w 100 200 m 300 200 l S`, boxes: PRESS };
    for (const target of ['screen', 'home', 'copyshop', 'press'] as const) {
      expect(await rules(await pdf(page), { target })).toEqual([]);
    }
  });

  it('tells what a file is for from the file', async () => {
    const options = async (page: Partial<Page>) => (await preflight(await pdf({ content: WORDS, ...page }))).options;
    expect(await options({})).toMatchObject({ target: 'home', sheets: false });
    expect(await options({ boxes: PRESS })).toMatchObject({ target: 'press' });
    expect(await options({ size: [792, 612] })).toMatchObject({ target: 'home', sheets: true });
  });

  it('tells of a font that is not in the file, once, with the words that need it', async () => {
    const content = 'BT /Helv 12 Tf 100 300 Td (Peace) Tj ET BT /Helv 12 Tf 100 200 Td (again) Tj ET';
    const { findings } = await preflight(await pdf({ content }, { content }), { target: 'screen' });
    expect(findings).toHaveLength(1);
    expect(findings[0]).toMatchObject({ rule: 'preflight-font-embedded', page: 1, place: { left: 100 } });
    expect(findings[0]?.found).toContain('Helvetica');
  });

  it.each([
    [100, 'a picture fine enough', { width: 300, height: 300 }, []],
    [100, 'a soft picture', { width: 200, height: 300 }, ['resolution']],
    [300, 'a coarse picture', { width: 300, height: 300 }, ['resolution-low']],
    [100, 'two tones', { width: 400, height: 400, bits: 1 }, ['resolution']],
  ] as const)(
    'measures pictures at the size at which they stand: %s points, %s',
    async (size, _, picture, expected) => {
      const file = await pdf({ content: `${WORDS}q ${size} 0 0 ${size} 50 350 cm /P Do Q`, picture });
      expect(await rules(file)).toEqual(expected);
      expect(await rules(file, { target: 'screen' })).toEqual([]);
    },
  );

  it('holds colors to the target', async () => {
    const area = (color: string) => pdf({ content: `${WORDS}${color} 100 100 50 50 re f`, boxes: PRESS });
    expect(await rules(await area('0.2 0.4 0.4 rg'), { target: 'home' })).toEqual([]);
    expect(await rules(await area('0.2 0.4 0.4 rg'), { target: 'copyshop' })).toEqual(['color-space']);
    expect(await rules(await area('0.2 0.4 0.4 rg'), { target: 'press' })).toEqual(['color-space']);
    expect(await rules(await area('0.2 0.4 0.4 0.1 k'), { target: 'copyshop' })).toEqual(['color-space']);
    expect(await rules(await area('0.2 0.4 0.4 0.1 k'), { target: 'press' })).toEqual([]);
    expect(await rules(await area('1 0.9 0.8 0.6 k'), { target: 'press' })).toEqual(['ink']);
  });

  it('wants black text of one ink', async () => {
    const text = (color: string) => pdf({ content: WORDS.replace('0 g', color), boxes: PRESS });
    expect(await rules(await text('0 0 0 1 k'), { target: 'press' })).toEqual([]);
    expect(await rules(await text('0.6 0.5 0.5 1 k'), { target: 'press' })).toEqual(['black']);
    expect(await rules(await text('0.9 0.4 0 0.5 k'), { target: 'press' })).toEqual([]);
  });

  it('wants boxes that lie in one another', async () => {
    const boxes = (stated: Record<string, number[]>) => pdf({ content: WORDS, boxes: stated });
    expect(await rules(await boxes({ TrimBox: [10, 10, 410, 590] }))).toEqual(['boxes']);
    expect(await rules(await boxes({ BleedBox: [30, 30, 370, 570], TrimBox: [20, 20, 380, 580] }))).toEqual(['boxes']);
    expect(await rules(await boxes({ TrimBox: [50, 50, 50, 500] }))).toContain('boxes');
    expect(await rules(await boxes({}), { target: 'press' })).toEqual(['boxes']);
    const trim = { width: 300, height: 500 };
    expect(await rules(await boxes({}), { target: 'press', trim })).toEqual([]);
    expect(await rules(await boxes({}), { target: 'home', trim: { width: 500, height: 500 } })).toContain('boxes');
  });

  it('wants color that touches the trim to reach the end of the bleed', async () => {
    const area = (rectangle: string) => pdf({ content: `${WORDS}0.9 g ${rectangle} re f`, boxes: PRESS });
    const options = { target: 'press' } as const;
    expect(await rules(await area('11.5 400 200 100'), options)).toEqual([]);
    expect(await rules(await area('20 400 200 100'), options)).toEqual(['bleed']);
    expect(await rules(await area('14 400 200 100'), options)).toEqual(['bleed']);
    expect(await rules(await area('60 400 200 100'), options)).toEqual([]);
    expect(await rules(await area('20 400 200 100'), { target: 'home' })).toEqual([]);
  });

  it('keeps words away from the trim and from the edge of the paper', async () => {
    const text = (x: number) => pdf({ content: `0 g BT /F 12 Tf ${x} 300 Td (Peace) Tj ET` });
    expect(await rules(await text(15))).toEqual([]);
    expect(await rules(await text(13))).toEqual(['near-trim']);
    expect(await rules(await text(13), { sheets: true })).toEqual([]);
    expect(await rules(await text(11), { sheets: true })).toEqual(['unprintable']);
    expect(await rules(await text(13), { target: 'screen' })).toEqual([]);
  });

  it('tells of lines too fine, drawn or filled, as they come out at their scale', async () => {
    const line = (content: string) => pdf({ content: WORDS + content });
    expect(await rules(await line('0.25 w 100 200 m 300 200 l S'))).toEqual([]);
    expect(await rules(await line('0.2 w 100 200 m 300 200 l S'))).toEqual(['hairline']);
    expect(await rules(await line('0 w 100 200 m 300 200 l S'))).toEqual(['hairline']);
    expect(await rules(await line('q 0.1 0 0 0.1 0 0 cm 1 w 1000 2000 m 3000 2000 l S Q'))).toEqual(['hairline']);
    expect(await rules(await line('100 200 200 0.1 re f'))).toEqual(['hairline']);
    expect(await rules(await line('1 G 0.1 w 100 200 m 300 200 l S'))).toEqual([]);
  });

  it('tells of text that is cut off: by the page, and by what it is clipped to', async () => {
    const text = (content: string) => pdf({ content });
    expect(await rules(await text('BT /F 12 Tf 370 300 Td (Peace be) Tj ET'), { target: 'screen' })).toEqual([
      'text-cut',
    ]);
    expect(await rules(await text(`q 100 290 60 30 re W n ${WORDS} Q`))).toEqual(['text-cut']);
    expect(await rules(await text(`q 90 290 200 30 re W n ${WORDS} Q`))).toEqual([]);
  });

  it('tells of text over other text, and not of letters thickened by printing them twice', async () => {
    const second = (x: number, y: number, words: string) =>
      pdf({ content: `${WORDS}BT /F 12 Tf ${x} ${y} Td (${words}) Tj ET` });
    expect(await rules(await second(150, 302, 'and rest'))).toEqual(['text-overlap']);
    expect(await rules(await second(150, 286, 'and rest'))).toEqual([]);
    expect(await rules(await second(100.3, 300, 'Peace be with you'))).toEqual([]);
  });

  it('judges text by what it stands on', async () => {
    const on = (ground: string, ink: string) => pdf({ content: `${ground} ${WORDS.replace('0 g', ink)}` });
    expect(await rules(await on('', '0.7 g'))).toEqual(['contrast']);
    expect(await rules(await on('', '0.4 g'))).toEqual([]);
    expect(await rules(await on('0.2 g 90 290 200 40 re f', '1 g'))).toEqual([]);
    expect(await rules(await on('0.8 g 90 290 200 40 re f', '1 g'))).toEqual(['contrast']);
    // What is not a rectangle may or may not be behind the words.
    expect(await rules(await on('0.8 g 90 250 m 300 250 l 200 400 l f', '1 g'))).toEqual([]);
  });

  it('finds words in forms, where the form puts them', async () => {
    const document = await PDFDocument.load(await pdf({ content: 'q 1 0 0 1 -95 0 cm /X Do Q' }));
    const { context } = document;
    const node = document.getPage(0).node;
    const form = context.register(
      context.stream(Buffer.from(WORDS), { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 400, 600] }),
    );
    node.Resources()?.set(PDFName.of('XObject'), context.obj({ X: form }));
    const { findings } = await preflight(await document.save({ useObjectStreams: false }), {
      target: 'home',
      multiple: 1,
    });
    expect(findings).toMatchObject([{ rule: 'preflight-near-trim', page: 1, place: { left: 5 } }]);
  });

  it('counts pages, tells of empty ones and of one that has another size', async () => {
    const page = { content: WORDS };
    const file = await pdf(page, { content: '1 g 0 0 400 600 re f' }, page, { ...page, size: [400, 500] }, page);
    const { findings } = await preflight(file, { target: 'home' });
    expect(findings.map(({ rule, page: on }) => [rule, on])).toEqual([
      ['preflight-page-count', undefined],
      ['preflight-blank-page', 2],
      ['preflight-page-size', 4],
    ]);
  });

  it('says why it cannot look at a file', async () => {
    const whole = await pdf({ content: WORDS });
    const why = async (bytes: Uint8Array) => {
      const { pages, findings } = await preflight(bytes);
      expect(pages).toBe(0);
      expect(findings).toHaveLength(1);
      return findings[0]?.found;
    };
    expect(await why(new Uint8Array())).toContain('it is empty');
    expect(await why(Buffer.from('# A lesson\n'))).toContain('it is no PDF');
    expect(await why(whole.subarray(0, whole.length / 2))).toContain('cut off');
    const text = Buffer.from(whole).toString('latin1');
    expect(await why(Buffer.from(text.replace(/trailer\s*<</, '$&/Encrypt 1 0 R '), 'latin1'))).toContain('encrypted');
  });

  it('does not go round in circles', async () => {
    const document = await PDFDocument.load(await pdf({ content: '/X Do' }));
    const { context } = document;
    const form = context.stream(Buffer.from('/X Do'), { Type: 'XObject', Subtype: 'Form', BBox: [0, 0, 400, 600] });
    const ref = context.register(form);
    form.dict.set(PDFName.of('Resources'), context.obj({ XObject: { X: ref } }));
    document
      .getPage(0)
      .node.Resources()
      ?.set(PDFName.of('XObject'), context.obj({ X: ref }));
    const forms = await preflight(await document.save({ useObjectStreams: false }));
    expect(forms.findings[0]?.found).toContain('without end');

    const tree = await PDFDocument.load(await pdf({ content: WORDS }));
    const root = tree.catalog.Pages();
    root.set(PDFName.of('Kids'), tree.context.obj([tree.catalog.get(PDFName.of('Pages')) as never]));
    const bytes = await tree.save({ useObjectStreams: false, addDefaultPage: false }).catch(() => undefined);
    if (bytes) expect((await preflight(bytes)).findings[0]?.found).toContain('circle');
  });

  it('says the same of pages that it knows, and reads again what is another', async () => {
    const known: KnownPages = new Recent(20);
    const options = { target: 'screen', multiple: 1, sheets: false } as const;
    const other = 'BT /Helv 12 Tf 100 300 Td (Peace) Tj ET';
    const read = vi.spyOn(Interpreter.prototype, 'page');
    const first = await preflight(await pdf({ content: WORDS }, { content: other }), options, { known });
    expect(read).toHaveBeenCalledTimes(2);
    // The same two pages lie in the other order, and a third one shows something else by the same name.
    const bytes = await pdf(
      { content: other },
      { content: WORDS },
      { content: '/P Do', picture: { width: 3, height: 3 } },
    );
    const again = await preflight(bytes, options, { known });
    expect(read).toHaveBeenCalledTimes(3);
    read.mockRestore();
    expect(first.findings).toHaveLength(1);
    expect(again).toEqual(await preflight(bytes, options));
    expect(again.findings[0]).toMatchObject({ rule: 'preflight-font-embedded', page: 1 });
  });

  it('survives any damage to a file', async () => {
    const whole = await pdf({ content: WORDS, picture: { width: 9, height: 9 } });
    for (let at = 0; at < whole.length; at += 17) {
      const damaged = Uint8Array.from(whole);
      damaged[at] = (damaged[at] as number) ^ 0x15;
      await expect(preflight(damaged)).resolves.toBeDefined();
    }
  });
});
