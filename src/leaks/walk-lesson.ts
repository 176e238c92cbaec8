import type { EditionDefinition } from '../booklet/model.js';
import type { Block, Footnote, Hymn, Inline, Lesson, TableRow } from '../lesson/model.js';
import { unreachable } from '../lesson/model.js';
import type { SetPassage } from '../lesson/passage.js';
import { addressesLike } from './addresses.js';

/** A piece of text as an edition may know it. */
export interface Readable {
  text: string;
  secret: boolean;
}

/** Words that are withheld, with what stands around them. */
export interface Passage {
  /** In reading order. */
  parts: Readable[];
  /** What stands for itself: a paragraph, a title, a cell, the answer of a blank. */
  units: Readable[][];
}

/** A lesson as one edition may know it. */
export interface ReadLesson {
  /** What is for the edition, in reading order. */
  open: Readable[];
  /** The lesson's title, and the headings that are for the edition. */
  titles: Readable[];
  /** Addresses on the web that open text links to. */
  addresses: Readable[];
  secrets: Passage[];
}

type Rights = Pick<EditionDefinition, 'answers' | 'audiences'>;

/**
 * Parts a lesson's words into those that are for an edition and those that are not.
 *
 * @param bible - Address of an online Bible with placeholders: a link to it says no more than a reference.
 */
export function readLesson(lesson: Lesson, audience: string, edition: Rights, bible?: string): ReadLesson {
  const reader = new LessonReader(edition, bible);
  reader.lesson(lesson, isFor(edition, [audience]));
  return reader.read;
}

function isFor({ audiences }: Rights, names: readonly string[]): boolean {
  return names.some((name) => name === 'all' || audiences.includes(name));
}

/** Between two runs of text. */
const SPACE: Readable = { text: '\n', secret: false };

/** Whether text is for the edition, withheld with its block, or the answer of a blank. */
type Where = 'open' | 'hidden' | 'answer';

class LessonReader {
  readonly read: ReadLesson = { open: [], titles: [], addresses: [], secrets: [] };
  readonly #edition: Rights;
  readonly #bible: RegExp | undefined;
  /** Notes that a mark in open text points to. */
  readonly #openNotes = new Set<string>();

  constructor(edition: Rights, bible?: string) {
    this.#edition = edition;
    if (bible) this.#bible = addressesLike(bible);
  }

  lesson(lesson: Lesson, isOpen: boolean): void {
    const hidden = isOpen ? undefined : this.#newPassage();
    const { title, subtitle, aim, passages, memoryVerse, hymn, body, footnotes } = lesson;
    if (isOpen) this.read.titles.push({ text: title, secret: false }, SPACE);
    for (const text of [title, subtitle, hymn]) this.#text(text, hidden);
    this.#run(aim ?? [], hidden);
    this.#run([...passages, ...(memoryVerse ? [memoryVerse] : [])], hidden);
    this.#blocks(body, hidden);
    this.#notes(footnotes);
  }

  /** A note is open if open text points to it, were it only from another open note. */
  #notes(notes: readonly Footnote[]): void {
    const left = new Set(notes);
    let before = -1;
    while (before !== left.size) {
      before = left.size;
      for (const note of left) {
        if (!this.#openNotes.has(note.id)) continue;
        left.delete(note);
        this.#blocks(note.children, undefined);
      }
    }
    for (const note of left) this.#blocks(note.children, this.#newPassage());
  }

  #newPassage(): Passage {
    const passage: Passage = { parts: [], units: [] };
    this.read.secrets.push(passage);
    return passage;
  }

  /** Blocks in reading order; `hidden` is the withheld passage they are part of, if they are. */
  #blocks(blocks: readonly Block[], hidden: Passage | undefined): void {
    for (const block of blocks) this.#block(block, hidden);
  }

  #block(block: Block, hidden: Passage | undefined): void {
    switch (block.type) {
      case 'paragraph':
        this.#run(block.children, hidden);
        break;
      case 'heading':
        if (!hidden) this.read.titles.push(...this.#headingOf(block.children), SPACE);
        this.#run(block.children, hidden);
        break;
      case 'list':
        for (const item of block.items) this.#blocks(item.children, hidden);
        break;
      case 'table':
        for (const row of [block.head, ...block.rows]) this.#row(row, hidden);
        break;
      case 'blockquote':
        this.#blocks(block.children, hidden);
        break;
      case 'code':
        this.#text(block.value, hidden);
        break;
      case 'figure':
        this.#text(block.alt, hidden);
        this.#run(block.caption ?? [], hidden);
        break;
      case 'audience':
        this.#apart(block, isFor(this.#edition, [block.audience]), hidden);
        break;
      case 'for':
        this.#apart(block, isFor(this.#edition, block.audiences), hidden);
        break;
      case 'prepare':
        this.#apart(block, isFor(this.#edition, ['leader']), hidden);
        break;
      case 'activity':
        this.#run(block.title ?? [], hidden);
        this.#blocks(block.children, hidden);
        break;
      case 'question':
        this.#blocks(block.prompt, hidden);
        this.#apart({ children: block.answer }, this.#edition.answers, hidden);
        break;
      case 'scripture':
      case 'memory-verse':
        this.#text(block.reference, hidden, false);
        this.#verses(block.passage, hidden);
        break;
      case 'hymn':
        this.#hymn(block, hidden);
        break;
      case 'readings':
        this.#run(block.title ?? [], hidden);
        for (const item of block.items) this.#run(item.children, hidden);
        break;
      case 'thematic-break':
      case 'lines':
      case 'page-break':
        break;
      default:
        unreachable(block);
    }
  }

  #apart({ title, children }: { title?: Inline[]; children: Block[] }, isOpen: boolean, hidden: Passage | undefined) {
    if (children.length === 0 && !title) return;
    const inside = hidden ?? (isOpen ? undefined : this.#newPassage());
    this.#run(title ?? [], inside);
    this.#blocks(children, inside);
  }

  #row({ cells }: TableRow, hidden: Passage | undefined): void {
    for (const cell of cells) this.#run(cell, hidden);
  }

  #hymn(hymn: Hymn, hidden: Passage | undefined): void {
    this.#run(hymn.title, hidden);
    for (const text of [hymn.words, hymn.music, hymn.tune, hymn.meter, hymn.year, hymn.number, hymn.rights]) {
      this.#text(text, hidden);
    }
    for (const stanza of hymn.stanzas) for (const line of stanza.lines) this.#run(line, hidden);
    this.#blocks(hymn.notes, hidden);
  }

  #verses(passage: SetPassage | undefined, hidden: Passage | undefined): void {
    if (!passage) return;
    for (const block of passage.blocks) {
      if (block.type === 'gap') continue;
      const lines = block.type === 'prose' ? [block.spans] : block.lines.map(({ spans }) => spans);
      for (const spans of lines) {
        const text = spans.map(({ label, runs }) => ` ${label ?? ''} ${runs.map((run) => run.text).join('')}`);
        this.#text(text.join(''), hidden);
      }
    }
    // Where words are found is no secret, even if they are.
    this.#text(`${passage.reference} ${passage.translation.abbreviation}`, hidden, false);
  }

  #text(text: string | undefined, hidden: Passage | undefined, canBeSecret = true): void {
    if (text) this.#add([{ text, secret: hidden !== undefined && canBeSecret }], hidden);
  }

  #run(inlines: readonly Inline[], hidden: Passage | undefined): void {
    if (inlines.length === 0) return;
    const answers: Readable[][] = [];
    const parts = this.#partsOf(inlines, hidden ? 'hidden' : 'open', answers);
    this.#add(parts, hidden, answers);
  }

  #add(parts: readonly Readable[], hidden: Passage | undefined, answers: readonly Readable[][] = []): void {
    if (hidden) {
      hidden.parts.push(...parts, SPACE);
      hidden.units.push([...parts], ...answers);
      return;
    }
    this.read.open.push(...parts.map((part) => (part.secret ? SPACE : part)), SPACE);
    if (parts.some(({ secret }) => secret)) {
      this.read.secrets.push({ parts: [...parts], units: [[...parts], ...answers] });
    }
  }

  /** A heading's text without what is in its blanks. */
  #headingOf(inlines: readonly Inline[]): Readable[] {
    return this.#partsOf(inlines, 'open', []).map((part) => (part.secret ? SPACE : part));
  }

  /** The text of inline runs. What a blank holds is listed among the answers too. */
  #partsOf(inlines: readonly Inline[], where: Where, answers: Readable[][]): Readable[] {
    const secret = where !== 'open';
    return inlines.flatMap((inline): Readable[] => {
      switch (inline.type) {
        case 'text':
        case 'code-span':
          return [{ text: inline.value, secret }];
        case 'reference':
          // A reference is an address, and no secret, unless it is the answer.
          return [{ text: inline.text, secret: where === 'answer' }];
        case 'break':
        case 'blank-rule':
          return [SPACE];
        case 'emphasis':
        case 'strong':
        case 'delete':
        case 'foreign':
          return this.#partsOf(inline.children, where, answers);
        case 'link':
          return this.#link(inline.href, this.#partsOf(inline.children, where, answers), secret);
        case 'footnote-mark':
          if (!secret) this.#openNotes.add(inline.id);
          return [];
        case 'blank': {
          if (this.#edition.answers) return this.#partsOf(inline.answer, where, answers);
          const answer = this.#partsOf(inline.answer, 'answer', answers);
          answers.push(answer);
          return answer;
        }
        default:
          return unreachable(inline);
      }
    });
  }

  /** An address is in the file beside the words that are printed, and once more on paper, there without “mailto:”. */
  #link(href: string, words: Readable[], secret: boolean): Readable[] {
    if (href.startsWith('#') || this.#bible?.test(href)) return words;
    const address = { text: href, secret };
    const printed = { text: href.replace(/^mailto:/i, ''), secret };
    if (secret) this.read.secrets.push({ parts: [address, SPACE, printed], units: [[address], [printed]] });
    // At the lesson's end the address follows its words.
    else {
      const open = words.map((part) => (part.secret ? SPACE : part));
      this.read.addresses.push(address, SPACE, ...open, SPACE, printed, SPACE);
    }
    return words;
  }
}
