import type { OutlineEntry } from '../document/flow.js';
import { BookletPdf } from './booklet-pdf.js';
import type { Metadata } from './metadata.js';
import { ObjectStreams } from './object-streams.js';
import type { PageLabelRange } from './page-labels.js';

/** A reference as pdfkit ends it. */
interface Ending {
  id: number;
  buffer: { length: number };
  finalize(): void;
}

/** The parts of pdfkit's document that its types do not name. */
interface Internals {
  _root: unknown;
  _info: unknown;
  _id: Uint8Array;
  _offset: number;
  _offsets: unknown[];
  push(chunk: Uint8Array | null): void;
}

/** A booklet's file whose objects are packed together and deflated, all but its streams. */
export class PackedPdf extends BookletPdf {
  readonly #streams: ObjectStreams;
  /** What an object is written as, while it is. */
  #packing: { id: number; lines: string[] } | undefined;

  constructor(metadata: Metadata, outline: readonly OutlineEntry[], labels: readonly PageLabelRange[]) {
    super(metadata, outline, labels);
    const own = this as unknown as Internals;
    this.#streams = new ObjectStreams({
      offset: () => own._offset,
      write: (data) => this._write(typeof data === 'string' ? Buffer.from(data, 'latin1') : data),
    });
  }

  /** Objects that are no streams are packed together when the file ends. */
  override ref(data: object = {}): ReturnType<BookletPdf['ref']> {
    const reference = super.ref(data);
    const ending = reference as unknown as Ending;
    const finalize = ending.finalize.bind(ending);
    ending.finalize = () => {
      if (ending.buffer.length > 0) this.#streams.placeHere(ending.id);
      else this.#packing = { id: ending.id, lines: [] };
      finalize();
    };
    return reference;
  }

  /** Called by pdfkit for every piece of the file. */
  _write(data: string | Uint8Array): void {
    // pdfkit writes the file's first line before this document is made.
    const packing = #packing in this ? this.#packing : undefined;
    if (!packing || typeof data !== 'string') {
      inherited._write.call(this, data);
    } else if (data === 'endobj') {
      this.#packing = undefined;
      this.#streams.pack(packing.id, packing.lines.slice(1).join('\n'));
    } else {
      packing.lines.push(data);
    }
  }

  /** Called by pdfkit when every object is written. */
  _finalize(): void {
    const own = this as unknown as Internals;
    const { _root: root, _info: info, _id: id, _offsets: offsets } = own;
    const hex = `<${Buffer.from(id).toString('hex')}>`;
    this.#streams.finish(offsets.length + 1, `/Root ${root} /Info ${info} /ID [${hex} ${hex}]`);
    own.push(null);
  }
}

/** pdfkit's own answers to calls that its types do not name. */
const inherited = BookletPdf.prototype as unknown as { _write(data: string | Uint8Array): void };
