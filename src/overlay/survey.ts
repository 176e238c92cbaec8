import { createHash } from 'node:crypto';
import type { Block, Lesson } from '../lesson/model.js';
import { blocksOf } from '../lesson/walk.js';
import { marksOf } from './notes.js';

/** A block that a change can name. */
export interface SurveyedBlock {
  /** Its anchor: `luke-22.q3`. */
  id: string;
  /** What it is, by the name of its directive, or `heading`. */
  kind: string;
  /** Path, as the author knows it, of the file that it is written in. */
  file: string;
  /** Line of the file on which it begins, from 1. */
  line: number;
  /** Its lines as they are written, without white space at their ends. */
  text: string;
  /** The notes that it points to, as they are written: `[^name]: …`. They do not count in the hash. */
  notes: string[];
  /** What tells whether it has been changed: see `hashOf`. */
  hash: string;
}

/**
 * Every block of the lessons that has an id, in reading order, blocks within blocks included. Those in footnotes cannot
 * be named.
 *
 * @param sources - The text of each file, by its path as the author knows it.
 */
export function surveyBlocks(lessons: readonly Lesson[], sources: ReadonlyMap<string, string>): SurveyedBlock[] {
  const lines = new Map([...sources].map(([file, source]) => [file, linesOf(source)]));
  const found = new Map<string, SurveyedBlock>();
  const look = (lesson: Lesson, blocks: readonly Block[]): void => {
    for (const block of blocks) {
      const { position, file = lesson.file } = block;
      const id = 'id' in block ? `${lesson.id}.${block.id}` : undefined;
      if (id !== undefined && position && !found.has(id)) {
        const text = textOf(lines.get(file) ?? [], position.start.line, position.end.line);
        const kind = block.type === 'activity' ? block.kind : block.type;
        const notes = [...new Set(marksOf(block))].flatMap((mark) => noteIn(lesson, mark, lines));
        found.set(id, { id, kind, file, line: position.start.line, text, notes, hash: hashOf(text) });
      }
      look(lesson, blocksOf(block));
    }
  };
  for (const lesson of lessons) look(lesson, lesson.body);
  return [...found.values()];
}

/** The lines of a note as they are written. */
function noteIn(lesson: Lesson, id: string, lines: ReadonlyMap<string, string[]>): string[] {
  const children = lesson.footnotes.find((note) => note.id === id)?.children ?? [];
  const [first, last] = [children[0], children.at(-1)];
  if (!first?.position || !last?.position) return [];
  const source = lines.get(first.file ?? lesson.file) ?? [];
  // The name may stand on a line of its own.
  const { line } = first.position.start;
  const start = /^\s*\[\^/.test(source[line - 1] ?? '') ? line : line - 1;
  return [textOf(source, start, last.position.end.line)];
}

/** Lines from one to another, counted from 1, without white space at their ends. */
function textOf(lines: readonly string[], start: number, end: number): string {
  return lines
    .slice(start - 1, end)
    .map((line) => line.trimEnd())
    .join('\n');
}

/**
 * The first twelve hexadecimal digits of the SHA-256 of a text. How its lines end, and white space at their ends, do not
 * count.
 */
export function hashOf(text: string): string {
  const lines = linesOf(text).map((line) => line.trimEnd());
  return createHash('sha256').update(lines.join('\n'), 'utf8').digest('hex').slice(0, 12);
}

function linesOf(source: string): string[] {
  return source.replace(/^\uFEFF/, '').split(/\r\n?|\n/);
}
