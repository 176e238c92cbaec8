import type { PDFContext, PDFDict, PDFName, PDFObject, PDFRef, PDFStream } from '@cantoo/pdf-lib';
import type { PdfObjects } from '../memory/pdf-objects.js';
import { ContentReader, type Unseen } from './content.js';
import { ReadBackError, type ReadBackText } from './model.js';
import { type Place, placeInside, placeOf } from './places.js';
import { decoded, textsOf, withoutTags } from './stream-text.js';
import { decodeStream, isImage, type Lib, pictureText } from './streams.js';

/** What lies in a PDF's objects. */
export interface ReadObjects extends PdfObjects {
  texts: ReadBackText[];
  /** What each page shows, and what with; without what it inherits. */
  pages: { contents: PDFObject | undefined; resources: PDFObject | undefined }[];
  unseen: Unseen[];
  /** PDFs attached to it. */
  nested: { pdf: Uint8Array; where: string }[];
}

/** Reads every string, name and stream of every object of a PDF, those too that nothing leads to or that were replaced. */
export function readObjects(file: PdfObjects): ReadObjects {
  const { lib, context, objects } = file;
  if (context.trailerInfo.Encrypt) throw new ReadBackError('it is encrypted');
  const reader = new ObjectReader(lib, context);
  reader.readAll(objects);
  const { texts, pages, unseen, nested } = reader;
  return { ...file, texts, pages, unseen, nested };
}

/** An object yet to be read, with where it belongs and the key that led to it. */
interface Task {
  object: PDFObject;
  place: Place;
  key: string;
}

/** What was told of a place: texts as they stand in the file, and what was made of them. */
interface Told {
  raw: Set<string>;
  texts: Set<string>;
}

/** Stands for the key `Contents` of a page, which means text in other dictionaries. */
const PAGE_CONTENT = ' Contents';

class ObjectReader {
  readonly texts: ReadBackText[] = [];
  readonly nested: ReadObjects['nested'] = [];
  pages: ReadObjects['pages'] = [];
  readonly #lib: Lib;
  readonly #context: PDFContext;
  readonly #content: ContentReader;
  readonly #read = new Set<PDFObject>();
  readonly #told = new Map<string, Told>();
  readonly #toldAt = new WeakMap<Place, Told>();
  #tasks: Task[] = [];

  constructor(lib: Lib, context: PDFContext) {
    this.#lib = lib;
    this.#context = context;
    this.#content = new ContentReader(lib, context);
  }

  /** Content that still has to be shown to be read. */
  get unseen(): Unseen[] {
    return this.#content.unseen;
  }

  /** First what is reached from pages, catalogue and information, which tells where it belongs; then all the rest. */
  readAll(objects: readonly (readonly [PDFRef, PDFObject])[]): void {
    const { Root, Info, ID } = this.#context.trailerInfo;
    const catalogue = this.#context.lookup(Root);
    if (!(catalogue instanceof this.#lib.PDFDict)) throw new ReadBackError('it has no catalogue');
    const pages = this.#pages(catalogue);
    this.pages = pages.map((page) => ({
      contents: this.#get(page, 'Contents'),
      resources: this.#get(page, 'Resources'),
    }));
    pages.forEach((page, index) => {
      this.#from(page, { channel: 'other', where: `page ${index + 1}` });
    });
    this.#from(catalogue, { channel: 'other', where: 'the catalogue' });
    if (Info) this.#from(this.#context.lookup(Info), { channel: 'information', where: 'the document information' });
    if (ID) this.#from(this.#context.lookup(ID), { channel: 'other', where: 'the trailer' });
    const loose = objects.map(([ref, object]) => {
      const isOld = this.#context.lookup(ref) !== object;
      return { object, where: `${isOld ? 'an earlier version of object' : 'object'} ${ref.objectNumber}` };
    });
    const isLeft = ({ object }: { object: PDFObject }) => !this.#read.has(object);
    for (const { object, where } of loose.filter(isLeft)) if (this.#isPage(object)) this.#loosePage(object, where);
    for (const { object, where } of loose.filter(isLeft)) this.#from(object, { channel: 'other', where });
  }

  /** The leaves of the page tree in order. */
  #pages(catalogue: PDFDict): PDFDict[] {
    const pages: PDFDict[] = [];
    const seen = new Set<PDFObject>();
    const visit = [this.#get(catalogue, 'Pages')];
    while (visit.length > 0) {
      const node = visit.shift();
      if (!(node instanceof this.#lib.PDFDict) || seen.has(node)) continue;
      seen.add(node);
      const kids = this.#get(node, 'Kids');
      if (kids instanceof this.#lib.PDFArray) visit.unshift(...kids.asArray().map((kid) => this.#context.lookup(kid)));
      else pages.push(node);
    }
    return pages;
  }

  /** A page that is not in the page tree: no reader shows it, and any tool can find it. */
  #loosePage(page: PDFDict, where: string): void {
    const contents = this.#get(page, 'Contents');
    if (contents) this.#content.show({ channel: 'page', where }, contents, this.#get(page, 'Resources'));
    this.#from(page, { channel: 'other', where });
  }

  #isPage(object: PDFObject | undefined): object is PDFDict {
    return object instanceof this.#lib.PDFDict && ['Page', 'Pages', 'Catalog'].includes(this.#nameIn(object, 'Type'));
  }

  #from(object: PDFObject | undefined, place: Place): void {
    if (!object) return;
    // A stack of our own: lists in a PDF can be longer than calls can be deep.
    this.#tasks = [{ object, place, key: '' }];
    for (let task = this.#tasks.pop(); task; task = this.#tasks.pop()) this.#visit(task);
  }

  #visit({ object, place, key }: Task): void {
    const lib = this.#lib;
    if (object instanceof lib.PDFRef) {
      const target = this.#context.lookup(object);
      // To a reader that is nothing at all; here something has been lost.
      if (!target) throw new ReadBackError(`object ${object.objectNumber} in it is missing`);
      // Pages are read as pages, in their order.
      if (!this.#isPage(target)) this.#tasks.push({ object: target, place, key });
      return;
    }
    if (object instanceof lib.PDFString || object instanceof lib.PDFHexString) {
      const bytes = object.asBytes();
      this.#tell(place, object.decodeText());
      this.#tell(place, decoded(bytes));
    } else if (object instanceof lib.PDFName) this.#tell(place, nameText(object));
    else if (object instanceof lib.PDFInvalidObject) throw new ReadBackError('it holds an object that is damaged');
    else if (object instanceof lib.PDFArray || object instanceof lib.PDFDict || object instanceof lib.PDFStream) {
      if (this.#read.has(object)) return;
      this.#read.add(object);
      if (object instanceof lib.PDFArray) this.#array(object.asArray(), place, key);
      else if (object instanceof lib.PDFDict) this.#dictionary(object, place);
      else this.#stream(object, this.#dictionary(object.dict, place), key);
    }
  }

  #array(items: readonly PDFObject[], place: Place, key: string): void {
    for (let index = items.length - 1; index >= 0; index -= 1) {
      this.#tasks.push({ object: items[index] as PDFObject, place, key });
    }
  }

  /** Returns where the dictionary itself belongs. */
  #dictionary(dict: PDFDict, outer: Place): Place {
    const place = placeOf(outer, {
      type: this.#nameIn(dict, 'Type'),
      name: this.#fileName(dict),
      isField: this.#isField(dict),
    });
    const fontResources = this.#get(dict, 'Resources');
    for (const [name, value] of dict.entries().reverse()) {
      const key = nameText(name);
      const inside = placeInside(place, key);
      this.#tell(inside, key);
      const isPageContent = key === 'Contents' && this.#isPage(dict);
      this.#tasks.push({ object: value, place: inside, key: isPageContent ? PAGE_CONTENT : key });
      if (isPageContent) this.#inlineTexts(value, place);
      if (key === 'CharProcs') this.#content.showGlyphs(place, value, fontResources);
    }
    return place;
  }

  #isField(dict: PDFDict): boolean {
    return this.#nameIn(dict, 'Subtype') === 'Widget' || dict.has(this.#lib.PDFName.of('FT'));
  }

  #fileName(dict: PDFDict): string | undefined {
    if (this.#nameIn(dict, 'Type') !== 'Filespec' && !dict.has(this.#lib.PDFName.of('EF'))) return undefined;
    const name = this.#get(dict, 'UF') ?? this.#get(dict, 'F');
    return name instanceof this.#lib.PDFString || name instanceof this.#lib.PDFHexString ? name.decodeText() : '';
  }

  #stream(stream: PDFStream, place: Place, key: string): void {
    const { dict } = stream;
    const type = this.#nameIn(dict, 'Type');
    // Their objects were read one by one, and a font's outlines are drawings.
    if (type === 'ObjStm' || type === 'XRef' || /^FontFile\d?$/.test(key)) return;
    if (isImage(this.#lib, stream)) {
      this.#tell({ ...place, channel: 'other' }, pictureText(this.#lib, stream));
      return;
    }
    // A page's own content is read with the page.
    if (key === PAGE_CONTENT) return;
    const bytes = decodeStream(this.#lib, stream);
    const isForm = this.#nameIn(dict, 'Subtype') === 'Form' || dict.has(this.#lib.PDFName.of('PatternType'));
    const isContent = isForm || this.#content.isContent(bytes);
    const shown: Place = isContent && place.channel === 'other' ? { ...place, channel: 'page' } : place;
    if (isContent) {
      this.#content.show(shown, stream, this.#get(dict, 'Resources'));
      for (const text of this.#content.textsIn(bytes)) this.#tell({ ...place, channel: 'alternative text' }, text);
    }
    if (isForm) return;
    for (const found of textsOf(bytes)) {
      if ('pdf' in found) this.nested.push({ pdf: found.pdf, where: place.where });
      else this.#tell(shown, found.text);
    }
  }

  /** What the content of a page says beside what it shows. A list of streams is one content, cut anywhere. */
  #inlineTexts(contents: PDFObject, { where }: Place): void {
    const value = this.#context.lookup(contents);
    const list =
      value instanceof this.#lib.PDFArray ? value.asArray().map((item) => this.#context.lookup(item)) : [value];
    const parts = list.map((item) => {
      if (!(item instanceof this.#lib.PDFStream)) throw new ReadBackError(`the content of ${where} is missing`);
      return decodeStream(this.#lib, item);
    });
    for (const text of this.#content.textsIn(Buffer.concat(parts)))
      this.#tell({ channel: 'alternative text', where }, text);
  }

  #tell(place: Place, text: string): void {
    const told = this.#toldAt.get(place) ?? this.#toldOf(place);
    if (told.raw.has(text)) return;
    told.raw.add(text);
    const { channel, where } = place;
    for (const one of withoutTags(text)) {
      if (told.texts.has(one)) continue;
      told.texts.add(one);
      this.texts.push({ channel, where, text: one });
    }
  }

  /** What was told of a place, also where it is said anew. */
  #toldOf(place: Place): Told {
    const key = `${place.channel}\0${place.where}`;
    const told = this.#told.get(key) ?? { raw: new Set(), texts: new Set(['']) };
    this.#told.set(key, told);
    this.#toldAt.set(place, told);
    return told;
  }

  #get(dict: PDFDict, key: string): PDFObject | undefined {
    return this.#context.lookup(dict.get(this.#lib.PDFName.of(key)));
  }

  #nameIn(dict: PDFDict, key: string): string {
    const name = this.#get(dict, key);
    return name instanceof this.#lib.PDFName ? nameText(name) : '';
  }
}

/** Names are the same object wherever they are, and few. */
const names = new WeakMap<PDFName, string>();

function nameText(name: PDFName): string {
  const known = names.get(name) ?? decoded(name.asBytes());
  names.set(name, known);
  return known;
}
