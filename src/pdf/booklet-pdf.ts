import PDFDocument from 'pdfkit';
import type { OutlineEntry } from '../document/flow.js';
import type { Glyph, GlyphPosition } from '../layout/nodes.js';
import { deflated } from './deflate.js';
import { type EmbeddedFont, glyphOperators } from './glyphs.js';
import { informationDictionary, type Metadata, xmpPacket } from './metadata.js';
import { type PdfReference, writeOutline } from './outline.js';
import { labelTree, type PageLabelRange } from './page-labels.js';

/** The parts of pdfkit's document that its types do not name. */
interface Internals {
  _root: {
    data: Record<string, unknown> & { Names: { data: { Dests: { add(name: string, target: unknown): void } } } };
  };
  _ctm: [number, number, number, number, number, number];
  _font: EmbeddedFont & { subset?: unknown };
  _fontSize: number;
  page: { dictionary: unknown; fonts: Record<string, unknown> };
  outline: { dictionary: PdfReference };
  ref(data?: object): PdfReference;
  addContent(data: string): unknown;
  metadataRef: unknown;
}

interface Stream extends PdfReference {
  buffer: Uint8Array[] | Uint8Array;
  compress: boolean;
  finalize(): void;
}

/**
 * The PDF file of a booklet: pdfkit's document with the pieces replaced that pdfkit or react-pdf's use of it get wrong
 * or leave to chance. Nothing of either library is patched; react-pdf's painter calls these methods.
 */
export class BookletPdf extends PDFDocument {
  readonly #metadata: Metadata;
  readonly #entries: readonly OutlineEntry[];
  readonly #destinations = new Set<string>();
  readonly #fonts = new Map<unknown, EmbeddedFont>();
  readonly #sources = new Map<EmbeddedFont, unknown>();

  constructor(
    metadata: Metadata,
    outline: readonly OutlineEntry[],
    labels: readonly PageLabelRange[],
    pdfVersion: '1.6' | '1.7' = '1.7',
  ) {
    super({
      autoFirstPage: false,
      font: null as never,
      pdfVersion,
      lang: metadata.language,
      displayTitle: true,
      info: informationDictionary(metadata) as never,
    });
    this.#metadata = metadata;
    this.#entries = outline;
    const { data } = this.#internals._root;
    data.PageLabels = labelTree(labels);
    data.PageLayout = 'TwoPageRight';
    // Viewers then put page 2 at the right of page 3 (ISO 32000-1, table 150).
    if (metadata.direction === 'right-to-left') (data.ViewerPreferences as Stream).data.Direction = 'R2L';
  }

  get #internals(): Internals {
    return this as unknown as Internals;
  }

  /** Opens with its pages one under the other, in place of spreads. */
  showInColumn(): void {
    this.#internals._root.data.PageLayout = 'OneColumn';
  }

  /** Streams are deflated by our own means; see `deflated`. */
  override ref(data: object = {}): ReturnType<PDFKit.PDFDocument['ref']> {
    const reference = super.ref(data);
    const stream = reference as unknown as Stream;
    const finalize = stream.finalize.bind(stream);
    stream.finalize = () => {
      if (stream.compress && stream.buffer.length > 0) {
        const bytes = Buffer.concat(stream.buffer as Uint8Array[]);
        stream.buffer = [deflated(bytes)];
        stream.compress = false;
      }
      finalize();
    };
    return reference;
  }

  /** Makes bytes that are deflated already a stream's content. */
  protected writeDeflated(reference: PdfReference, bytes: Uint8Array): void {
    const stream = reference as Stream & { write(chunk: Uint8Array): void };
    Object.assign(stream.data, { Length: 0, Filter: 'FlateDecode' });
    stream.compress = false;
    stream.write(bytes);
  }

  /** One embedded font a face, however often react-pdf asks. */
  override font(source: unknown, ...rest: unknown[]): this {
    if (source === null) return this;
    const size = rest.find((argument) => typeof argument === 'number') as number | undefined;
    const known = this.#fonts?.get(source);
    if (known) {
      this.#internals._font = known;
      if (size !== undefined) this.fontSize(size);
      return this;
    }
    super.font(source as never, ...(rest as []));
    this.#fonts?.set(source, this.#internals._font);
    this.#sources?.set(this.#internals._font, source);
    return this;
  }

  /** What react-pdf knows an embedded font by. */
  protected sourceOf(font: EmbeddedFont): unknown {
    return this.#sources.get(font);
  }

  /** Takes a font among the resources of the page. */
  protected takeFont(font: EmbeddedFont): void {
    this.#internals.page.fonts[font.id] ??= (font as unknown as { ref(): unknown }).ref();
  }

  /** Called by react-pdf's painter for each run, with the baseline's start at (x, y). */
  glyphs(glyphs: readonly Glyph[], positions: readonly GlyphPosition[], x: number, y: number): this {
    const { _font: font, _fontSize: size } = this.#internals;
    if (!font.subset) throw new Error('text reached the page in a font that is not embedded');
    if (glyphs.length === 0) return this;
    this.takeFont(font);
    this.save();
    this.transform(1, 0, 0, -1, x, y);
    this.#internals.addContent('BT');
    for (const line of glyphOperators(font, size, glyphs, positions)) this.#internals.addContent(line);
    this.#internals.addContent('ET');
    return this.restore();
  }

  /** react-pdf gives coordinates relative to the parent; the current transformation knows the place on the page. */
  override addNamedDestination(name: string, ...place: unknown[]): void {
    const { _ctm: m } = this.#internals;
    const x = Number(place[1] ?? 0);
    const y = Number(place[2] ?? 0);
    const left = Math.round((m[0] * x + m[2] * y + m[4]) * 100) / 100;
    const top = Math.round((m[1] * x + m[3] * y + m[5]) * 100) / 100;
    this.addDestination(name, left, top);
  }

  /** Names a place of the page, in points from its lower left corner; of two of one name the first. */
  protected addDestination(name: string, left: number, top: number): void {
    if (this.#destinations.has(name)) return;
    this.#destinations.add(name);
    const { _root: root, page } = this.#internals;
    root.data.Names.data.Dests.add(name, [page.dictionary, 'XYZ', left, top, null]);
  }

  override endOutline(): void {
    const { outline, _root: root } = this.#internals;
    const entries = this.#entries.filter((entry) => this.#destinations.has(entry.anchor));
    writeOutline(outline.dictionary, entries, () => this.#internals.ref({}));
    if (entries.length === 0) return;
    root.data.Outlines = outline.dictionary;
    root.data.PageMode = 'UseOutlines';
  }

  /** What the XMP packet says beyond the information dictionary. */
  protected xmpDescriptions(): string[] {
    return [];
  }

  override endMetadata(): void {
    const stream = this.#internals.ref({ Type: 'Metadata', Subtype: 'XML' }) as Stream & {
      write(chunk: Uint8Array): void;
    };
    stream.compress = false;
    stream.write(new TextEncoder().encode(xmpPacket(this.#metadata, this.xmpDescriptions())));
    stream.end();
    this.#internals._root.data.Metadata = stream;
  }
}
