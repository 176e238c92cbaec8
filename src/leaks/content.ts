import type { PDFContext, PDFDict, PDFObject } from '@cantoo/pdf-lib';
import type { Place } from './places.js';
import { decoded } from './stream-text.js';
import { decodeStream, type Lib } from './streams.js';

/** Content that no page shows, to be made a page of its own so that it can be read. */
export interface Unseen extends Place {
  /** One stream, or an array of them. */
  contents: PDFObject;
  resources: PDFDict;
}

/** Reads what content streams say beside the text that they show. */
export class ContentReader {
  /** What has been put aside to be shown. */
  readonly unseen: Unseen[] = [];
  readonly #lib: Lib;
  readonly #context: PDFContext;
  #fonts: PDFDict | undefined;

  constructor(lib: Lib, context: PDFContext) {
    this.#lib = lib;
    this.#context = context;
  }

  /** Whether bytes are page content that shows text. */
  isContent(bytes: Uint8Array): boolean {
    const text = Buffer.from(bytes).toString('latin1');
    return /\bBT\b[\s\S]*?\bET\b/.test(text) && /[)>\]]\s*(?:Tj|TJ|'|")/.test(text);
  }

  /** The strings and names in dictionaries of marked content (alternative and actual text), and comments. */
  textsIn(bytes: Uint8Array): string[] {
    const text = Buffer.from(bytes).toString('latin1');
    const found: string[] = [];
    for (let at = text.indexOf('<<'); at !== -1; at = text.indexOf('<<', at + 2)) {
      try {
        const dict = this.#lib.PDFObjectParser.forBytes(bytes.subarray(at), this.#context).parseObject();
        this.#collect(dict, found);
      } catch {
        // Not a dictionary: two signs within a string, which is read where it is shown.
      }
    }
    for (const [comment] of text.matchAll(/%[^\r\n]*/g)) found.push(decoded(Buffer.from(comment, 'latin1')));
    return found;
  }

  #collect(object: PDFObject, found: string[]): void {
    const { PDFArray, PDFDict, PDFHexString, PDFName, PDFString } = this.#lib;
    if (object instanceof PDFString || object instanceof PDFHexString) {
      found.push(object.decodeText(), decoded(object.asBytes()));
    } else if (object instanceof PDFName) found.push(decoded(object.asBytes()));
    else if (object instanceof PDFArray) for (const item of object.asArray()) this.#collect(item, found);
    else if (object instanceof PDFDict) this.#entries(object, found);
  }

  #entries(dict: PDFDict, found: string[]): void {
    for (const [, value] of dict.entries()) this.#collect(value, found);
  }

  /** Puts content aside that has to be shown to be read: only with its fonts are its codes words. */
  show(place: Place, contents: PDFObject, resources: PDFObject | undefined): void {
    const own = resources instanceof this.#lib.PDFDict ? resources : this.#allFonts();
    const isStream = contents instanceof this.#lib.PDFStream;
    // A form has entries that a page's content must not have.
    const plain = isStream ? this.#context.stream(decodeStream(this.#lib, contents)) : contents;
    this.unseen.push({ ...place, contents: plain, resources: own });
  }

  /** The drawings of a Type 3 font’s glyphs can show text as well. */
  showGlyphs({ where }: Place, value: PDFObject, resources: PDFObject | undefined): void {
    const glyphs = this.#context.lookup(value);
    if (!(glyphs instanceof this.#lib.PDFDict)) return;
    for (const glyph of glyphs.values()) this.show({ channel: 'page', where }, glyph, resources);
  }

  /** Resources for content that has none: every font of the file by its name. */
  #allFonts(): PDFDict {
    if (this.#fonts) return this.#fonts;
    const { PDFDict, PDFName, PDFStream } = this.#lib;
    const get = (dict: PDFDict, key: string) => this.#context.lookup(dict.get(PDFName.of(key)));
    const fonts = this.#context.obj({});
    for (const [, object] of this.#context.enumerateIndirectObjects()) {
      const dict = object instanceof PDFStream ? object.dict : object;
      if (!(dict instanceof PDFDict)) continue;
      for (const holder of [dict, get(dict, 'Resources')]) {
        const named = holder instanceof PDFDict ? get(holder, 'Font') : undefined;
        if (named instanceof PDFDict) for (const [name, font] of named.entries()) fonts.set(name, font);
      }
    }
    this.#fonts = this.#context.obj({ Font: fonts });
    return this.#fonts;
  }
}
