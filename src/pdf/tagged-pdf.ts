import type { OutlineEntry } from '../document/flow.js';
import type { Artifact } from '../document/tag.js';
import type { Glyph, GlyphPosition } from '../layout/nodes.js';
import { conformanceDescriptions, type ScreenConformance } from './conformance.js';
import { deflated } from './deflate.js';
import { type FieldRect, Fields } from './fields/fields.js';
import type { Metadata } from './metadata.js';
import type { PdfReference } from './outline.js';
import { outputIntentDictionary } from './output-intent.js';
import { PackedPdf } from './packed-pdf.js';
import type { PageLabelRange } from './page-labels.js';
import type { BoundBook, BoundPage, Marks, Owner } from './structure/bind.js';
import { StructureElement } from './structure/element.js';
import { MarkedContent, type Marking } from './structure/marked-content.js';
import { TreeContent } from './structure/tree-content.js';

type Stream = PdfReference & { compress: boolean; write(chunk: Uint8Array): void };

/** The parts of pdfkit's document that its types do not name. */
interface Internals {
  _root: { data: Record<string, unknown> };
  _fontSize: number;
  page: {
    dictionary: { data: Record<string, unknown> };
    annotations: PdfReference[];
    content: PdfReference;
  };
  _convertRect(x: number, y: number, width: number, height: number): [number, number, number, number];
}

/** How many states the painter saves for a paragraph: its node, its text, a line, and the glyphs themselves. */
const STATES_OF_PARAGRAPH = 4;
/** And how many for a run of glyphs, or for the marker of a place. */
const STATES_OF_RUN = 1;
const STATES_OF_MARKER = 2;

/** Artifacts as marked content (ISO 32000-1, 14.8.2.2.2). */
const ARTIFACTS: Record<Artifact, Marking> = {
  Header: { open: () => '/Artifact <</Type /Pagination /Subtype /Header>> BDC' },
  Footer: { open: () => '/Artifact <</Type /Pagination /Subtype /Footer>> BDC' },
  Decoration: { open: () => '/Artifact BMC' },
};

/**
 * The file of the screen: tagged (ISO 32000-1, 14.8), so that it can be read by those who hear it or set it anew. Whatever
 * is not said to be an element's is an artifact, so nothing on a page is left unmarked.
 */
export class TaggedPdf extends PackedPdf {
  /** What the painter tells of places on the page that it comes to. */
  readonly marks: Marks = {
    begin: (element, size) => this.#beginFigure(element, size),
    end: () => this.#endFigure(),
    field: (element, size) => this.addField(element, this.#own._convertRect(0, 0, size.width, size.height)),
  };
  readonly #book: BoundBook;
  readonly #tree: TreeContent;
  /** Figures that are being painted. */
  readonly #within: StructureElement[] = [];
  readonly #fields: Fields | undefined;
  #run: { owner: Owner; alone: boolean } | undefined;
  #content: MarkedContent;
  /** What is on the page so far. It is written at once: pdfkit makes bytes of every line that it is given. */
  #lines: string[] = [];
  /** Links whose words have not been painted yet. */
  #links: PdfReference[] = [];

  constructor(
    metadata: Metadata,
    outline: readonly OutlineEntry[],
    labels: readonly PageLabelRange[],
    book: BoundBook,
    { profile, fields }: ScreenConformance,
  ) {
    super(metadata, outline, labels);
    this.#book = book;
    this.#tree = new TreeContent(book.root, book.pages.length, (element) => this.onMark(element));
    this.#fields = fields && new Fields((entries) => this.#ref(entries), fields);
    this.#content = this.#contentOfPage();
    const { data } = this.#own._root;
    data.MarkInfo = { Marked: true };
    data.OutputIntents = [outputIntentDictionary({ ...SRGB, profile }, (entries) => this.#ref(entries))];
  }

  get #own(): Internals {
    return this as unknown as Internals;
  }

  #ref(data: object): Stream {
    return this.ref(data) as unknown as Stream;
  }

  #contentOfPage(): MarkedContent {
    return new MarkedContent(
      (line) => this.#lines.push(line),
      () => this.#current(),
    );
  }

  /** What is painted now belongs to. */
  #current(): { marking: Marking; own: number } {
    const { owner, alone } = this.#run ?? { owner: this.#within.at(-1) ?? 'Decoration', alone: false };
    if (typeof owner === 'string') return { marking: ARTIFACTS[owner], own: 0 };
    const own = this.#run ? (alone ? STATES_OF_PARAGRAPH : STATES_OF_RUN) : 0;
    return { marking: this.#tree.markingOf(owner), own };
  }

  /** The page that is being painted. */
  protected get boundPage(): BoundPage | undefined {
    return this.#book.pages[this.#tree.page];
  }

  /** Begins a stretch of the page that is an element's, whose operators are written otherwise. */
  protected mark(element: StructureElement): void {
    this.#tree.open(element);
  }

  /** Called when a stretch of the page begins that is an element's. */
  protected onMark(_element: StructureElement): void {}

  override addPage(options: PDFKit.PDFDocumentOptions = {}): this {
    super.addPage(options);
    const { dictionary } = this.#own.page;
    dictionary.data.UserUnit = undefined;
    this.#tree.addPage(dictionary);
    return this;
  }

  override flushPages(): void {
    if (this.#own.page) this.writeDeflated(this.#own.page.content, this.finishPage());
    super.flushPages();
    this.#content = this.#contentOfPage();
  }

  /** Called once a page is painted. Gives its content stream, deflated. */
  protected finishPage(): Uint8Array {
    this.#content.finish();
    return deflated(Buffer.from(`${this.#lines.splice(0).join('\n')}\n`, 'latin1'));
  }

  /** Called by pdfkit for every operator of a page. */
  override addContent(line: string): this {
    this.#content.write(line);
    return this;
  }

  override glyphs(glyphs: readonly Glyph[], positions: readonly GlyphPosition[], x: number, y: number): this {
    this.#run = this.boundPage?.ownerOf(positions);
    this.attachLinks(this.#run?.owner);
    const { owner } = this.#run ?? {};
    if (this.#fields && owner instanceof StructureElement && owner.tag?.field) {
      this.addField(owner, this.#rectOfBlank(positions, x, y));
      // The field is what is heard; the rule on which it stands is for the eye.
      this.#run = { owner: 'Decoration', alone: false };
    }
    super.glyphs(glyphs, positions, x, y);
    this.#run = undefined;
    return this;
  }

  #beginFigure(element: StructureElement, { width, height }: { width: number; height: number }): void {
    const [left = 0, bottom = 0, right = 0, top = 0] = this.#own._convertRect(0, 0, width, height).map(round);
    this.placeFigure(element, [
      Math.min(left, right),
      Math.min(bottom, top),
      Math.max(left, right),
      Math.max(bottom, top),
    ]);
    this.#within.push(element);
    this.#content.begin(this.#tree.markingOf(element), STATES_OF_MARKER);
  }

  /** Says where on the page a figure stands. */
  protected placeFigure(element: StructureElement, box: NonNullable<StructureElement['box']>): void {
    element.box = box;
  }

  #endFigure(): void {
    this.#within.pop();
    this.#content.end();
  }

  /** Called by react-pdf, by way of pdfkit, for a link, just before its words are painted. */
  override annotate(x: number, y: number, width: number, height: number, entries: Record<string, unknown>): this {
    const link = this.#ref({
      ...entries,
      Type: 'Annot',
      Rect: this.#own._convertRect(x, y, width, height).map(round),
      Border: [0, 0, 0],
      F: PRINTED,
    });
    this.#own.page.annotations.push(link);
    this.#links.push(link);
    return this;
  }

  /** Whether there are links whose words have not been painted yet. */
  protected get hasLinks(): boolean {
    return this.#links.length > 0;
  }

  /** Makes links that wait for their words these words' own. */
  protected attachLinks(owner: Owner | undefined): void {
    for (const link of this.#links.splice(0)) {
      if (owner instanceof StructureElement) this.#tree.attachLink(link, owner);
      link.end();
    }
  }

  /** Room for a word on a rule, such that viewers set it on the rule's own baseline. */
  #rectOfBlank(positions: readonly GlyphPosition[], x: number, y: number): FieldRect {
    const size = this.#own._fontSize;
    const width = positions.reduce((sum, { xAdvance }) => sum + xAdvance, 0);
    const [above, below] = [size * ABOVE_BASELINE + PADDING, size * BELOW_BASELINE + PADDING];
    return this.#own._convertRect(x, y - above, width, above + below);
  }

  /** Puts an element's field on the page. */
  protected addField(element: StructureElement, rect: FieldRect): void {
    const { field } = element.tag ?? {};
    if (!this.#fields || !field) return;
    const { annotations, dictionary } = this.#own.page;
    const widget = this.#fields.add(field, rect, dictionary);
    annotations.push(widget);
    this.#tree.attachField(widget, element);
    widget.end();
  }

  override endMarkings(): void {
    this.#fields?.finish(this.#own._root.data);
    this.#own._root.data.StructTreeRoot = this.#tree.write(() => this.#ref({}));
  }

  /** pdfkit would write a form of its own making. */
  override endAcroForm(): this {
    return this;
  }

  protected override xmpDescriptions(): string[] {
    return conformanceDescriptions();
  }
}

/** Annotations are printed with the page (ISO 32000-1, table 165), which PDF/A asks for. */
const PRINTED = 4;

/** How far a field on a rule reaches from the rule's baseline, as shares of the type size. */
const ABOVE_BASELINE = 0.97;
const BELOW_BASELINE = 0.38;
/** What viewers leave free within a field, in points. */
const PADDING = 1;

/** The colours of screens (IEC 61966-2-1). */
const SRGB = {
  subtype: 'GTS_PDFA1',
  components: 3,
  identifier: 'sRGB IEC61966-2.1',
  registry: 'http://www.iec.ch',
  info: 'sRGB IEC61966-2.1',
} as const;

function round(value: number): number {
  return Math.round(value * 1e4) / 1e4;
}
