import type { OutlineEntry } from '../../document/flow.js';
import type { Glyph, GlyphPosition } from '../../layout/nodes.js';
import type { ScreenConformance } from '../conformance.js';
import type { FieldRect } from '../fields/fields.js';
import { codeOf, type EmbeddedFont } from '../glyphs.js';
import type { Metadata } from '../metadata.js';
import type { PageLabelRange } from '../page-labels.js';
import type { BoundBook, BoundPage, Owner } from '../structure/bind.js';
import { StructureElement } from '../structure/element.js';
import { TaggedPdf } from '../tagged-pdf.js';
import type { Opacity, PageEvent, PageRecord, TagId } from './page-record.js';
import { PageRecorder } from './page-recorder.js';

/** The parts of pdfkit's document that its types do not name. */
interface Internals {
  _ctm: readonly number[];
  _font: EmbeddedFont;
  _opacityRegistry: Record<string, [unknown, string] | undefined>;
  _opacityCount: number;
  page: { resources: { data: Record<string, unknown> } };
}

/** pdfkit's own answers to calls that its types do not name. */
const inherited = TaggedPdf.prototype as unknown as {
  _doOpacity(fill: Opacity, stroke: Opacity): unknown;
};

/** Resources of a page that no record tells of: pictures and gradients. */
const UNTOLD = ['XObject', 'Pattern', 'Shading', 'ColorSpace'];

/**
 * A tagged file that writes down how each of its pages was painted, and takes pages as they were painted before where all is
 * the same that is written in them: codes of glyphs, names of fonts and of graphics states, types of elements. What a page
 * adds to the file beside its content is then done again, in the same order, so the file is the same to the byte.
 */
export class RecordedPdf extends TaggedPdf {
  readonly #onPainted: (page: number, record: PageRecord) => void;
  #page = -1;
  #recorder: PageRecorder | undefined;
  /** The content of the page, where it was painted before. */
  #known: Uint8Array | undefined;

  /** @param onPainted - Told of each page that was painted, counted from 0, if it can be taken as it is the next time. */
  constructor(
    metadata: Metadata,
    outline: readonly OutlineEntry[],
    labels: readonly PageLabelRange[],
    book: BoundBook,
    screen: ScreenConformance,
    onPainted: (page: number, record: PageRecord) => void,
  ) {
    super(metadata, outline, labels, book, screen);
    this.#onPainted = onPainted;
  }

  get #own(): Internals {
    return this as unknown as Internals;
  }

  /** To be called when a page has begun. Answers whether nothing of it has to be painted, because it was painted before. */
  takesUp(): boolean {
    this.#page += 1;
    const page = this.boundPage as BoundPage;
    const { record } = page;
    if (record && !this.hasLinks && this.#isAsBefore(record)) {
      for (const event of record.events) this.#repeat(event, page, record);
      this.#known = record.content;
      return true;
    }
    this.#recorder = new PageRecorder();
    if (this.hasLinks) this.#recorder.lose();
    return false;
  }

  /** Whether all names in the content mean the same. Fonts and codes are given out as the painter would, in the same order. */
  #isAsBefore({ fonts, events }: PageRecord): boolean {
    for (const { source, id, glyphs, codes } of fonts) {
      this.font(source);
      const { _font: font } = this.#own;
      if (font.id !== id || glyphs.some((glyph, index) => codeOf(font, glyph) !== codes[index])) return false;
    }
    let count = this.#own._opacityCount;
    const names = new Map<string, string>();
    for (const event of events) {
      if (event.kind !== 'opacity') continue;
      const key = `${event.fill}_${event.stroke}`;
      const name = this.#own._opacityRegistry[key]?.[1] ?? names.get(key) ?? `Gs${++count}`;
      names.set(key, name);
      if (name !== event.name) return false;
    }
    return true;
  }

  #repeat(event: PageEvent, page: BoundPage, { fonts }: PageRecord): void {
    switch (event.kind) {
      case 'font':
        this.font(fonts[event.font]?.source);
        super.takeFont(this.#own._font);
        break;
      case 'opacity':
        inherited._doOpacity.call(this, event.fill, event.stroke);
        break;
      case 'mark':
        super.mark(page.element(event.element));
        break;
      case 'figure':
        super.placeFigure(page.element(event.element), event.box);
        break;
      case 'field':
        super.addField(page.element(event.element), event.rect);
        break;
      case 'link':
        this.#own._ctm = [...event.matrix];
        super[event.way](...event.place, event.to);
        break;
      case 'words':
        super.attachLinks(event.element === undefined ? undefined : page.element(event.element));
        break;
      case 'destination':
        super.addDestination(event.name, event.left, event.top);
        break;
    }
  }

  /** Writes down what is done, unless it is done again. */
  #add(event: (idOf: (element: StructureElement) => TagId) => PageEvent): void {
    const page = this.boundPage;
    if (page) this.#recorder?.add(event((element) => page.idOf(element)));
  }

  override glyphs(glyphs: readonly Glyph[], positions: readonly GlyphPosition[], x: number, y: number): this {
    super.glyphs(glyphs, positions, x, y);
    const { _font: font } = this.#own;
    this.#recorder?.addRun(this.sourceOf(font), font, glyphs);
    return this;
  }

  protected override takeFont(font: EmbeddedFont): void {
    super.takeFont(font);
    const source = this.sourceOf(font);
    this.#recorder?.takeFont(source, font);
  }

  _doOpacity(fill: Opacity, stroke: Opacity): unknown {
    const answer = inherited._doOpacity.call(this, fill, stroke);
    if ((fill ?? stroke ?? undefined) === undefined) return answer;
    // Of what is out of range pdfkit makes another key.
    const name = this.#own._opacityRegistry[`${fill}_${stroke}`]?.[1];
    if (name === undefined) this.#recorder?.lose();
    else this.#add(() => ({ kind: 'opacity', fill, stroke, name }));
    return answer;
  }

  protected override onMark(element: StructureElement): void {
    this.#add((idOf) => ({ kind: 'mark', element: idOf(element) }));
  }

  protected override placeFigure(element: StructureElement, box: NonNullable<StructureElement['box']>): void {
    this.#add((idOf) => ({ kind: 'figure', element: idOf(element), box }));
    super.placeFigure(element, box);
  }

  protected override addField(element: StructureElement, rect: FieldRect): void {
    this.#add((idOf) => ({ kind: 'field', element: idOf(element), rect }));
    super.addField(element, rect);
  }

  override link(...args: Parameters<TaggedPdf['link']>): this {
    this.#addLink('link', args);
    return super.link(...args);
  }

  override goTo(...args: Parameters<TaggedPdf['goTo']>): this {
    this.#addLink('goTo', args);
    return super.goTo(...args);
  }

  override annotate(...args: Parameters<TaggedPdf['annotate']>): this {
    if (args[4].Subtype !== 'Link') this.#recorder?.lose();
    return super.annotate(...args);
  }

  #addLink(way: 'link' | 'goTo', [x, y, width, height, to]: Parameters<TaggedPdf['link' | 'goTo']>): void {
    const matrix = [...this.#own._ctm];
    this.#add(() => ({ kind: 'link', way, to, place: [x, y, width, height], matrix }));
  }

  protected override attachLinks(owner: Owner | undefined): void {
    if (this.hasLinks)
      this.#add((idOf) => ({ kind: 'words', element: owner instanceof StructureElement ? idOf(owner) : undefined }));
    super.attachLinks(owner);
  }

  protected override addDestination(name: string, left: number, top: number): void {
    this.#add(() => ({ kind: 'destination', name, left, top }));
    super.addDestination(name, left, top);
  }

  protected override finishPage(): Uint8Array {
    const [known, recorder, page] = [this.#known, this.#recorder, this.boundPage];
    this.#known = this.#recorder = undefined;
    if (known) return known;
    const painted = super.finishPage();
    if (UNTOLD.some((kind) => kind in this.#own.page.resources.data)) recorder?.lose();
    const record = page && recorder?.finish(painted, page);
    if (record) this.#onPainted(this.#page, record);
    return painted;
  }
}
