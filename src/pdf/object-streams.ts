import { deflated } from './deflate.js';

/** Objects that one stream holds at the most: a reader unpacks a stream to get at any of them. */
const MOST_OBJECTS = 200;

/** Where an object of a file stands: at an offset, or in a stream that holds several. */
type Place = { offset: number } | { stream: number; index: number };

/** What a file with object streams is written through. */
export interface FileWriter {
  /** Bytes written so far. */
  offset(): number;
  write(data: string | Uint8Array): void;
}

/**
 * The objects of a PDF that are no streams themselves, packed together and deflated (ISO 32000-1, 7.5.7), and the
 * cross-reference stream that finds them (7.5.8). A tagged file has thousands, most of them like the one before.
 */
export class ObjectStreams {
  readonly #places = new Map<number, Place>();
  #packed: { id: number; body: string }[] = [];

  constructor(private readonly file: FileWriter) {}

  /** Notes an object that stands in the file by itself, from where the file is written next. */
  placeHere(id: number): void {
    this.#places.set(id, { offset: this.file.offset() });
  }

  /** Takes an object that goes into a stream. */
  pack(id: number, body: string): void {
    this.#packed.push({ id, body });
  }

  /**
   * Writes the streams, the cross-references and the end of the file.
   *
   * @param next - The first number that no object has.
   * @param trailer - Entries of the trailer, without size, as PDF text.
   */
  finish(next: number, trailer: string): void {
    let id = next;
    for (let from = 0; from < this.#packed.length; from += MOST_OBJECTS) {
      const objects = this.#packed.slice(from, from + MOST_OBJECTS);
      objects.forEach((object, index) => {
        this.#places.set(object.id, { stream: id, index });
      });
      this.#writeStream(id, ...streamOf(objects));
      id += 1;
    }
    const start = this.file.offset();
    this.placeHere(id);
    const size = id + 1;
    this.#writeStream(id, `/Type /XRef /Size ${size} /W [1 4 2] ${trailer}`, this.#crossReferences(size));
    this.file.write(`startxref\n${start}\n%%EOF\n`);
  }

  #writeStream(id: number, entries: string, content: Uint8Array): void {
    const packed = deflated(content);
    this.placeHere(id);
    this.file.write(`${id} 0 obj\n<< ${entries} /Filter /FlateDecode /Length ${packed.length} >>\nstream\n`);
    this.file.write(packed);
    this.file.write('\nendstream\nendobj\n');
  }

  /** Entries of one byte for the kind, four for the offset or stream, two for the index (table 18). */
  #crossReferences(size: number): Uint8Array {
    const bytes = new DataView(new ArrayBuffer(size * 7));
    bytes.setUint16(5, 65_535);
    for (let id = 1; id < size; id += 1) {
      const place = this.#places.get(id);
      if (!place) throw new Error(`object ${id} was never written`);
      const [kind, where, index] = 'offset' in place ? [1, place.offset, 0] : [2, place.stream, place.index];
      bytes.setUint8(id * 7, kind);
      bytes.setUint32(id * 7 + 1, where);
      bytes.setUint16(id * 7 + 5, index);
    }
    return new Uint8Array(bytes.buffer);
  }
}

/** The dictionary entries and the content of a stream of objects. */
function streamOf(objects: readonly { id: number; body: string }[]): [string, Uint8Array] {
  let offset = 0;
  const heads: string[] = [];
  for (const { id, body } of objects) {
    heads.push(`${id} ${offset}`);
    offset += body.length + 1;
  }
  const head = `${heads.join(' ')}\n`;
  const content = Buffer.from(head + objects.map(({ body }) => `${body}\n`).join(''), 'latin1');
  return [`/Type /ObjStm /N ${objects.length} /First ${head.length}`, content];
}
