import type { Position } from 'unist';
import type { Checked } from '../../diagnostics/diagnostic.js';
import type { BookText } from '../translation.js';
import { osisOfCode } from './codes.js';
import { type MarkerKind, markerKind } from './markers.js';
import { Numbering } from './numbering.js';
import { Oddities } from './oddities.js';
import { type Report, reporter } from './report.js';
import { type Marker, Places, scanMarkers } from './scan.js';
import { VerseWriter } from './verses.js';

/** One book of a translation as a USFM file has it. */
export interface UsfmBook {
  /** OSIS code, or `other` for what is none of the 66 books. */
  osis: string;
  /** What its headers call it: `\h`, or else `\toc2` or `\toc1`. */
  name?: string;
  text: BookText;
  /** Where its `\id` stands. */
  place: Position;
}

/**
 * Reads a book in USFM. Paragraphs and lines of poetry are kept, words supplied by the translators marked; titles,
 * headings, introductions, footnotes, cross-references and pictures are left out. Nothing else is: the text of a marker
 * that is not known stays, with a warning. Two verses with one number, verses that go back, and text that belongs to no
 * verse are errors.
 *
 * @param file - Path of the file as the author knows it.
 */
export function readUsfmBook(file: string, source: string): Checked<UsfmBook | undefined> {
  const places = new Places(source);
  const report = reporter(file, places);
  const book = new BookReader(source, places, report).read();
  return { value: book, messages: report.messages };
}

/** Marks for words that may stand within each other. */
const DEEPEST = 16;

/** Steps from the left of lines that have no level: on the right, in the middle. */
const INDENTS: Record<string, number> = { qr: 2, qc: 1 };

class BookReader {
  readonly #source: string;
  readonly #places: Places;
  readonly #report: Report;
  readonly #numbering: Numbering;
  readonly #writer = new VerseWriter();
  readonly #names = new Map<string, string>();
  readonly #oddities: Oddities;
  #id: { osis: string; place: Position } | undefined;
  /** In a line that is no verse. */
  #leftOut = false;
  /** In a note or sidebar, which the marker began. */
  #note: Marker | undefined;
  /** Marks for words that are open, outermost first. */
  #open: { name: string; supplied: boolean }[] = [];
  #deepTold = false;

  constructor(source: string, places: Places, report: Report) {
    this.#source = source;
    this.#places = places;
    this.#report = report;
    this.#numbering = new Numbering(source, report);
    this.#oddities = new Oddities(source, report);
  }

  read(): UsfmBook | undefined {
    const markers = scanMarkers(this.#source);
    this.#text(0, markers[0]?.start ?? this.#source.length);
    for (const [index, marker] of markers.entries()) {
      const next = markers[index + 1];
      const end = next?.start ?? this.#source.length;
      if (marker.name === 'id' && this.#id) {
        this.#report('usfm-book', marker.start, marker.end, 'a second \\id in one file', {
          expected: 'one book in a file',
          advice: 'give each book a file of its own',
        });
        break;
      }
      if (!this.#stillInNote(marker, end)) this.#marker(marker, next, end);
    }
    this.#noteEnds();
    this.#oddities.end();
    if (!this.#id) {
      this.#report('usfm-book', 0, 0, 'no \\id marker', {
        expected: 'a line such as \\id LUK, which says what book it is',
        advice: 'add it as the first line',
      });
      return undefined;
    }
    const name = this.#names.get('h') ?? this.#names.get('toc2') ?? this.#names.get('toc1');
    return { ...this.#id, ...(name === undefined ? {} : { name }), text: this.#writer.end() };
  }

  /** Passes over what stands in a note. A note that is not closed ends where a line or verse begins. */
  #stillInNote(marker: Marker, end: number): boolean {
    const note = this.#note;
    if (!note) return false;
    const isSidebar = note.name === 'esb';
    const closed = isSidebar ? marker.name === 'esbe' : marker.closes && marker.name === note.name;
    if (closed) {
      this.#note = undefined;
      this.#text(marker.end, end);
      return true;
    }
    const kind = markerKind(marker.name);
    const begins: (MarkerKind | undefined)[] = ['chapter', 'verse', 'paragraph', 'poetry', 'id'];
    const unclosed = isSidebar ? kind === 'chapter' : begins.includes(kind) && !marker.closes;
    if (!unclosed) return true;
    this.#noteEnds();
    return false;
  }

  #noteEnds(): void {
    const note = this.#note;
    if (!note) return;
    const mark = this.#source.slice(note.start, note.end);
    this.#report('usfm-syntax', note.start, note.end, `“${mark}” that is not closed`, {
      expected: note.name === 'esb' ? '“\\esbe” after it' : `“${mark}*” after it, in the same verse`,
      advice: 'close it where its text ends',
    });
    this.#note = undefined;
  }

  #marker(marker: Marker, next: Marker | undefined, end: number): void {
    const { name, level, closes } = marker;
    if (marker.milestone || (next?.name === '' && !closes)) {
      this.#text(name === '' ? marker.end : this.#afterAttributes(marker, next, end), end);
      return;
    }
    const kind = markerKind(name);
    if (!kind) this.#oddities.unknown(marker);
    if (closes) {
      const at = this.#open.findLastIndex((one) => one.name === name);
      if (at >= 0) this.#open.length = at;
      this.#text(marker.end, end);
      return;
    }
    const from = this.#afterSpace(marker.end);
    switch (kind) {
      case 'id':
        this.#identify(marker, end);
        this.#leftOut = true;
        return;
      case 'name':
        this.#names.set(name === 'h' ? 'h' : `toc${level}`, this.#source.slice(from, end).replace(/\s+/g, ' ').trim());
        this.#leftOut = true;
        return;
      case 'left-out':
        this.#begin();
        this.#writer.stanza();
        this.#leftOut = true;
        return;
      case 'note':
      case 'sidebar':
        this.#note = marker;
        return;
      case 'chapter': {
        this.#begin();
        this.#writer.paragraph();
        const number = this.#numbering.chapter(marker);
        this.#text(number?.end ?? from, end);
        return;
      }
      case 'verse': {
        this.#begin();
        const number = this.#numbering.verse(marker);
        if (number) this.#writer.verse(number.verse);
        this.#text(number?.end ?? from, end);
        return;
      }
      case 'paragraph':
        this.#begin();
        this.#writer.paragraph();
        this.#text(from, end);
        return;
      case 'poetry':
        this.#begin();
        this.#writer.poetry(Object.hasOwn(INDENTS, name) ? (INDENTS[name] ?? 0) : Math.min(level, 4) - 1);
        this.#text(from, end);
        return;
      case 'blank':
        this.#writer.stanza();
        this.#text(from, end);
        return;
      case 'join':
        this.#begin();
        this.#writer.join();
        this.#text(from, end);
        return;
      case 'cell':
        this.#write(' ');
        this.#text(from, end);
        return;
      case 'character':
      case 'supplied':
        this.#mark(marker, kind === 'supplied');
        this.#text(from, end);
        return;
      default:
        // In the headers an unknown marker is one more header.
        if (!this.#numbering.begun) this.#leftOut = true;
        // It may mark words and have attributes.
        if (this.#open.length < DEEPEST) this.#open.push({ name, supplied: false });
        this.#text(from, end);
    }
  }

  /** A line or verse begins: marks for words do not go on in it, nor does a heading. */
  #begin(): void {
    this.#open = [];
    this.#leftOut = false;
  }

  #identify(marker: Marker, end: number): void {
    const written = /^\s*(\S*)/.exec(this.#source.slice(marker.end, end))?.[1] ?? '';
    const osis = osisOfCode(written);
    this.#id = { osis: osis ?? 'other', place: this.#places.of(marker.start, marker.end) };
    if (osis) return;
    const from = this.#source.indexOf(written, marker.end);
    this.#report('usfm-book', from, from + written.length, written ? `book code “${written}”` : 'no book code', {
      expected: 'one of the codes of USFM, such as GEN, PSA or LUK',
      advice: 'correct the \\id line',
    });
  }

  #mark(marker: Marker, supplied: boolean): void {
    // Without a plus sign a mark ends those before it.
    if (!marker.nested) this.#open = [];
    if (this.#open.length < DEEPEST) this.#open.push({ name: marker.name, supplied });
    else if (!this.#deepTold) {
      this.#deepTold = true;
      this.#report('usfm-syntax', marker.start, marker.end, `more than ${DEEPEST} marks within each other`, {
        expected: 'marks for words that are closed',
        advice: 'close each mark, as in \\add words\\add*',
      });
    }
  }

  /** What stands between two markers. */
  #text(from: number, end: number): void {
    const text = this.#source.slice(from, end);
    this.#oddities.stray(text, from);
    if (this.#leftOut || this.#note || text === '') return;
    const bar = this.#open.length > 0 ? text.indexOf('|') : -1;
    const words = (bar < 0 ? text : text.slice(0, bar)).replaceAll('~', '\u00a0').replace(/\/\//g, ' ');
    if (this.#numbering.inVerse) this.#write(words);
    else if (/\S/.test(words)) this.#numbering.outside(from + words.search(/\S/), end);
  }

  #write(words: string): void {
    this.#writer.text(
      words,
      this.#open.some(({ supplied }) => supplied),
    );
  }

  /** What stands between a milestone and the `\*` that ends it are its attributes. Older files leave that out and end the line. */
  #afterAttributes(marker: Marker, next: Marker | undefined, end: number): number {
    if (next?.name === '') return end;
    const attributes = /^[ \t]*\|[^\n]*/.exec(this.#source.slice(marker.end, end));
    return marker.end + (attributes?.[0].length ?? 0);
  }

  /** The space or line end after a marker belongs to it. */
  #afterSpace(index: number): number {
    if (this.#source.startsWith('\r\n', index)) return index + 2;
    return /\s/.test(this.#source[index] ?? '') ? index + 1 : index;
  }
}
