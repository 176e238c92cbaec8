import type { EditionLesson } from '../edition/model.js';
import type { Labels } from '../labels/model.js';
import type { Block, Inline, List, Question, Table } from '../lesson/model.js';
import { allBlocks, blocksOf, inlinesOf } from '../lesson/walk.js';
import { wordsOfBlocks, wordsOfInlines } from './field-words.js';
import type { Setting } from './setting.js';
import type { Field } from './tag.js';
import { isToFill } from './to-fill.js';

/**
 * The fields of a lesson by what they belong to: a question, a block of lines, a blank, a table's cell that is only a
 * blank, a reading, or the blocks of a list's item.
 */
export type LessonFields = ReadonlyMap<object, Field>;

/**
 * Names every place of a lesson where one can write or tick. Names are those of questions, or are counted through the
 * lesson in reading order, so they do not change unless what stands before them does.
 *
 * @param answers - Whether the answers are printed: then there is nothing to write, only to tick.
 */
export function lessonFields(lesson: EditionLesson, labels: Labels, answers: boolean): LessonFields {
  const naming = new Naming(lesson, labels, answers);
  for (const block of lesson.glance?.prepare ?? []) naming.prepare(block);
  naming.walk(lesson.body, lesson.title);
  for (const note of lesson.footnotes) naming.walk(note.children, lesson.title);
  return naming.fields;
}

/** The setting of what stands in a lesson or chapter. */
export function inLesson(lesson: EditionLesson, setting: Setting): Setting {
  return { ...setting, lesson: lesson.id, fields: lessonFields(lesson, setting.labels, setting.answers) };
}

class Naming {
  readonly fields = new Map<object, Field>();
  readonly #taken: Set<string>;
  readonly #counts = new Map<string, number>();

  constructor(
    private readonly lesson: EditionLesson,
    private readonly labels: Labels,
    private readonly answers: boolean,
  ) {
    const blocks = [...allBlocks(lesson)];
    this.#taken = new Set(blocks.flatMap((block) => (block.type === 'question' ? [block.id] : [])));
  }

  /** What is to be prepared: each item of its lists has a box to tick. */
  prepare(block: Block): void {
    if (block.type === 'list') {
      for (const item of block.items) this.#tick(item.children, 'prepare', this.labels.fieldPrepare, item.checked);
    }
    this.walk(blocksOf(block), this.lesson.title);
  }

  /**
   * @param title - What the blocks stand below.
   * @param question - The question that they are part of.
   */
  walk(blocks: readonly Block[], title: string, question?: Question): void {
    let about = title;
    for (const block of blocks) {
      if (block.type === 'prepare') continue;
      if (block.type === 'table') this.#table(block, question);
      else for (const run of inlinesOf(block)) this.#blanks(run, wordsOfInlines(run), question);
      if (block.type === 'list') this.#tasks(block);
      if (block.type === 'readings') {
        for (const item of block.items) {
          this.#check(item, 'reading', this.labels.fieldReading(wordsOfInlines(item.children)));
        }
      }
      if (block.type === 'lines') this.#write(block, this.#next('lines'), this.labels.fieldLines(about));
      if (block.type === 'question') {
        this.#question(block);
        continue;
      }
      this.walk(blocksOf(block), titleOf(block) ?? about, question);
      if (block.type === 'paragraph' || block.type === 'heading') about = wordsOfInlines(block.children) || about;
    }
  }

  #question(question: Question): void {
    const words = wordsOfBlocks(question.prompt);
    const label = question.number === undefined ? words : this.labels.fieldQuestion(question.number, words);
    this.#write(question, question.id, label);
    this.walk(question.prompt, words, question);
    this.walk(question.answer, words);
  }

  #tasks(list: List): void {
    for (const item of list.items) {
      if (item.checked !== undefined) this.#tick(item.children, 'task', (words) => words, item.checked);
    }
  }

  #table(table: Table, question: Question | undefined): void {
    for (const row of [table.head, ...table.rows]) {
      row.cells.forEach((cell, column) => {
        const around = row === table.head ? [] : [row.cells[0], table.head.cells[column]];
        const words = [...new Set([...around, cell].map((run) => wordsOfInlines(run ?? [])))].filter(says).join(', ');
        if (isToFill(cell)) this.#blank(cell, words, question);
        else this.#blanks(cell, words, question);
      });
    }
  }

  #blanks(run: readonly Inline[], words: string, question: Question | undefined): void {
    for (const inline of run) {
      if (inline.type === 'blank-rule') this.#blank(inline, words, question);
      else if ('children' in inline) this.#blanks(inline.children, words, question);
    }
  }

  #blank(place: object, words: string, question: Question | undefined): void {
    const kind = question ? `${question.id}-blank` : 'blank';
    const name = this.#next(kind);
    this.#write(
      place,
      name,
      this.labels.fieldBlank(this.#counts.get(kind) ?? 1, says(words) ? words : this.lesson.title),
    );
  }

  #tick(blocks: readonly Block[], kind: string, label: (words: string) => string, checked?: boolean): void {
    // What the author has ticked is printed so, and needs no field.
    if (!checked) this.#check(blocks, kind, label(wordsOfBlocks(blocks)));
  }

  #check(place: object, kind: string, label: string): void {
    if (!this.fields.has(place)) this.#add(place, 'check', this.#next(kind), label);
  }

  #write(place: object, name: string, label: string): void {
    if (!this.answers) this.#add(place, 'text', name, label);
  }

  #add(place: object, kind: Field['kind'], name: string, label: string): void {
    this.fields.set(place, { kind, name: `${this.lesson.id}.${name}`, label });
  }

  /** A name that no question has. */
  #next(kind: string): string {
    const count = (this.#counts.get(kind) ?? 0) + 1;
    this.#counts.set(kind, count);
    const name = `${kind}-${count}`;
    return this.#taken.has(name) ? this.#next(kind) : name;
  }
}

/** Whether words say anything beside signs for blanks. */
function says(words: string): boolean {
  return /[\p{L}\p{N}]/u.test(words);
}

function titleOf(block: Block): string | undefined {
  return block.type === 'activity' || block.type === 'audience'
    ? wordsOfInlines(block.title ?? []) || undefined
    : undefined;
}
