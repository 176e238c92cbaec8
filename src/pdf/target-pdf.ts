import { createHash } from 'node:crypto';
import type { Rgb } from '../color/rgb.js';
import type { OutlineEntry } from '../document/flow.js';
import { BookletPdf } from './booklet-pdf.js';
import { inkOf } from './ink.js';
import { markOperators, slugPlace } from './marks.js';
import type { Metadata } from './metadata.js';
import type { PdfReference } from './outline.js';
import { outputIntentDictionary, pdfxDescription } from './output-intent.js';
import type { PageLabelRange } from './page-labels.js';
import { imageForTarget, type PdfImage } from './press-image.js';
import { setSlugLine } from './slug-line.js';
import type { PaintTarget, PressSheet } from './target.js';

/** The parts of pdfkit's document that its types do not name. */
interface Internals {
  _root: { data: Record<string, unknown> };
  _id: Uint8Array;
  info: Record<string, unknown>;
  page: { dictionary: { data: Record<string, unknown> }; colorSpaces: Record<string, unknown> };
  ref(data?: object): PdfReference & { write(chunk: Uint8Array): void };
  addContent(data: string): unknown;
}

/** pdfkit's own answers to calls that its types do not name. */
interface Inherited {
  _normalizeColor(color: unknown): number[] | null;
  openImage(source: unknown): PdfImage;
  outline: { dictionary: PdfReference };
}

const inherited = BookletPdf.prototype as unknown as Inherited;

/** What the intents of a press have in common. */
const PRESS_INTENT = { subtype: 'GTS_PDFX', components: 4, registry: 'http://www.color.org' } as const;

/** Type size of the slug line, in points. */
const SLUG_SIZE = 6.5;

/** A name object (ISO 32000-1, 7.3.5) as a value of the information dictionary, where pdfkit makes strings of strings. */
class PdfName {
  readonly [Symbol.toStringTag] = 'PdfName';
  constructor(private readonly name: string) {}
  toString(): string {
    return `/${this.name}`;
  }
}

/**
 * The file of a target other than the screen. Colours and pictures become grey or four inks whatever the painter asks
 * for. With a sheet, pages are made larger than the trim and everything is moved in by bleed and slug.
 */
export class TargetPdf extends BookletPdf {
  readonly #target: PaintTarget;
  readonly #date: Date;
  readonly #images = new Map<string, PdfImage>();
  #pages = 0;
  #registration: PdfReference | undefined;

  constructor(
    metadata: Metadata,
    outline: readonly OutlineEntry[],
    labels: readonly PageLabelRange[],
    target: PaintTarget,
  ) {
    super(metadata, outline, labels, target.outputIntent ? '1.6' : '1.7');
    this.#target = target;
    this.#date = metadata.date;
    const { outputIntent } = target;
    if (!outputIntent) return;
    const own = this.#own;
    own.info.Trapped = new PdfName('False');
    own._root.data.OutputIntents = [
      outputIntentDictionary({ ...PRESS_INTENT, ...outputIntent }, (data) => own.ref(data)),
    ];
  }

  get #own(): Internals {
    return this as unknown as Internals;
  }

  /** Called by pdfkit for fills, strokes and the stops of gradients; the components tell it the colour space. */
  _normalizeColor(color: unknown): number[] | null {
    const components = inherited._normalizeColor.call(this, color);
    return components?.length === 3 ? inkOf(components as unknown as Rgb, this.#target) : components;
  }

  _getColorSpace({ length }: number[]): string {
    return length === 1 ? 'DeviceGray' : 'DeviceCMYK';
  }

  /** Each picture once, however often it stands in the booklet. */
  openImage(source: unknown): PdfImage {
    if (!(source instanceof Uint8Array)) return inherited.openImage.call(this, source);
    const key = createHash('sha256').update(source).digest('hex');
    const known = this.#images.get(key);
    if (known) return known;
    const image = imageForTarget(inherited.openImage.call(this, source), source, this.#target);
    this.#images.set(key, image);
    return image;
  }

  override addPage(options: PDFKit.PDFDocumentOptions = {}): this {
    const { sheet, colors } = this.#target;
    const [width, height] = options.size as [number, number];
    const margin = sheet ? sheet.bleed + sheet.slug : 0;
    super.addPage({ ...options, size: [width + 2 * margin, height + 2 * margin] });
    this.#pages += 1;
    const { data } = this.#own.page.dictionary;
    data.UserUnit = undefined;
    data.Group = { Type: 'Group', S: 'Transparency', CS: colors === 'grey' ? 'DeviceGray' : 'DeviceCMYK' };
    if (!sheet) return this;
    const box = (inset: number) => [
      round(inset),
      round(inset),
      round(width + 2 * margin - inset),
      round(height + 2 * margin - inset),
    ];
    // Viewers and proofs show the crop box, and marks that nobody sees serve nobody: so it is the whole sheet.
    Object.assign(data, { CropBox: box(0), BleedBox: box(sheet.slug), TrimBox: box(margin) });
    this.translate(margin, margin);
    this.#drawSlug(sheet, { width, height });
    const { bleed } = sheet;
    this.rect(-bleed, -bleed, width + 2 * bleed, height + 2 * bleed).clip();
    return this;
  }

  #drawSlug(sheet: PressSheet, trim: { width: number; height: number }): void {
    const own = this.#own;
    this.save();
    const isGrey = this.#target.colors === 'grey';
    if (!isGrey) own.page.colorSpaces.All = this.#all();
    const black = isGrey ? ['/DeviceGray CS', '0 SCN'] : ['/All CS', '1 SCN'];
    for (const line of [...black, ...markOperators(trim, sheet)]) own.addContent(line);
    this.restore();
    const place = slugPlace(trim, sheet);
    const { size, runs } = setSlugLine(sheet.slugLine(this.#pages), sheet.slugFonts, SLUG_SIZE, place.width);
    this.save();
    this.fillColor('#000000');
    let { x } = place;
    for (const { font, glyphs, positions, width } of runs) {
      this.font(font, size);
      this.glyphs(glyphs, positions, x, place.y);
      x += width;
    }
    this.restore();
  }

  /** The colour of every plate (ISO 32000-1, 8.6.6.4), in which marks are printed. */
  #all(): PdfReference {
    if (this.#registration) return this.#registration;
    const tint = this.#own.ref({ FunctionType: 2, Domain: [0, 1], C0: [0, 0, 0, 0], C1: [1, 1, 1, 1], N: 1 });
    tint.end();
    this.#registration = this.#own.ref(['Separation', 'All', 'DeviceCMYK', tint]);
    this.#registration.end();
    return this.#registration;
  }

  /** A press has no use for links, and PDF/X allows none on the page (ISO 15930-7, 6.17). */
  override link(...place: Parameters<BookletPdf['link']>): this {
    return this.#target.sheet ? this : super.link(...place);
  }

  override goTo(...place: Parameters<BookletPdf['goTo']>): this {
    return this.#target.sheet ? this : super.goTo(...place);
  }

  override addNamedDestination(name: string, ...place: unknown[]): void {
    if (!this.#target.sheet) super.addNamedDestination(name, ...place);
  }

  protected override xmpDescriptions(): string[] {
    if (!this.#target.outputIntent) return [];
    return [pdfxDescription(Buffer.from(this.#own._id).toString('hex'), this.#date)];
  }
}

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
