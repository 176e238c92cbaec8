import type { PoetryLine, VerseRun } from '../../lesson/passage.js';
import { type BookText, type TextBlock, type TextSpan, withoutTrailingSpace } from '../translation.js';

/** A verse, or with `through` the first of several that are run together. */
interface VerseStart {
  chapter: number;
  verse: number;
  through?: number;
}

/** Puts a book together from its verses and from where its paragraphs, lines and stanzas begin. */
export class VerseWriter {
  readonly #verses: number[] = [];
  readonly #blocks: TextBlock[] = [];
  #line: TextSpan[] = [];
  #stanza: PoetryLine[] = [];
  /** Steps from the left, or undefined in prose. */
  #indent: number | undefined;
  #verse: VerseStart | undefined;
  #begun = false;
  /** Whether the verse's text so far ends with a space; asking the growing text itself would take ever longer. */
  #spaced = true;

  /** Begins a paragraph of prose, which ends a stanza. */
  paragraph(): void {
    this.stanza();
    this.#indent = undefined;
  }

  /** Begins a line of poetry. */
  poetry(indent: number): void {
    if (this.#indent === undefined) this.stanza();
    this.#endLine();
    this.#indent = indent;
  }

  /** Ends the paragraph or stanza. What follows goes on as prose or poetry as before. */
  stanza(): void {
    this.#endLine();
    if (this.#stanza.length > 0) this.#blocks.push({ type: 'poetry', lines: this.#stanza });
    this.#stanza = [];
  }

  /** Goes on with the paragraph that was ended last, as after a chapter's number within it. */
  join(): void {
    this.stanza();
    const last = this.#blocks.at(-1);
    if (last?.type !== 'prose') return;
    this.#blocks.pop();
    this.#line = last.spans;
    this.#indent = undefined;
  }

  verse(verse: VerseStart): void {
    this.#verse = verse;
    this.#begun = false;
    const { chapter } = verse;
    while (this.#verses.length < chapter) this.#verses.push(0);
    this.#verses[chapter - 1] = Math.max(this.#verses[chapter - 1] ?? 0, verse.through ?? verse.verse);
  }

  /** Adds words to the verse. White space of any length is one space. */
  text(text: string, supplied: boolean): void {
    const words = text.replace(/[ \t\r\n]+/g, ' ');
    const verse = this.#verse;
    if (words === '' || !verse) return;
    let span = this.#line.at(-1);
    if (!span || !this.#begun || span.verse !== verse.verse || span.chapter !== verse.chapter) {
      if (words === ' ') return;
      span = { ...verse, runs: [] };
      this.#line.push(span);
      this.#begun = true;
      this.#spaced = true;
    }
    const run = span.runs.at(-1);
    const joined = this.#spaced ? words.replace(/^ /, '') : words;
    if (joined === '') return;
    this.#spaced = joined.endsWith(' ');
    if (run && (run.supplied ?? false) === supplied) run.text += joined;
    else span.runs.push(supplied ? { text: joined, supplied } : { text: joined });
  }

  end(): BookText {
    this.stanza();
    const blocks = this.#blocks.map((block) =>
      block.type === 'prose' ? { ...block, spans: finished(block.spans) } : block,
    );
    return { verses: this.#verses, blocks };
  }

  #endLine(): void {
    const spans = this.#line;
    this.#line = [];
    this.#begun = false;
    if (spans.length === 0) return;
    // A paragraph may be gone on with, so it is finished at the end.
    if (this.#indent === undefined) this.#blocks.push({ type: 'prose', spans });
    else this.#stanza.push({ indent: this.#indent, spans: finished(spans) });
  }
}

/** Spans whose texts can be joined as they stand, without a space at the end. */
function finished(spans: readonly TextSpan[]): TextSpan[] {
  return withoutTrailingSpace(spans.map(withSpace)).flatMap(withText);
}

function withSpace(span: TextSpan): TextSpan {
  const last = span.runs.at(-1);
  if (!last || last.text.endsWith(' ')) return span;
  return { ...span, runs: [...span.runs.slice(0, -1), { ...last, text: `${last.text} ` }] };
}

function withText(span: TextSpan): TextSpan[] {
  const runs = span.runs.filter((run): run is VerseRun => run.text !== '');
  return runs.length > 0 ? [{ ...span, runs }] : [];
}
