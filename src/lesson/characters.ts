import type { Position } from 'unist';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type PlacedRun, placeWithin } from '../diagnostics/place-within.js';
import type { Block, Inline, Lesson } from './model.js';
import type { SetPassage } from './passage.js';
import { allBlocks, inlinesOf } from './walk.js';

/** Titles carry no place of their own: the front matter is at the head of the file. */
const FRONT_MATTER: Position = { start: { line: 1, column: 1 }, end: { line: 1, column: 1 } };

/** Says which characters of a text cannot be printed. */
export type Uncovered = (text: string) => readonly { index: number; codePoint: number }[];

/** Reports every character of a lesson that no font of the theme has, once a run of text, at its place. */
export function checkCharacters(lesson: Lesson, uncovered: Uncovered): Diagnostic[] {
  const messages: Diagnostic[] = [];
  let { file } = lesson;
  const check = (run: PlacedRun) => {
    for (const { index, codePoint } of distinct(uncovered(run.value))) {
      messages.push(message(file, run, index, codePoint));
    }
  };
  const checkInlines = (inlines: readonly Inline[]): void => {
    for (const inline of inlines) {
      if (inline.type === 'text' || inline.type === 'code-span') check(inline);
      else if (inline.type === 'reference') check({ value: inline.text, position: inline.position });
      else if (inline.type === 'blank') checkInlines(inline.answer);
      else if ('children' in inline) checkInlines(inline.children);
      if (inline.type === 'link') check({ value: inline.href, position: inline.position });
    }
  };
  check({ value: [lesson.title, lesson.subtitle, lesson.hymn].filter(Boolean).join(' '), position: FRONT_MATTER });
  if (lesson.aim) checkInlines(lesson.aim);
  for (const block of allBlocks(lesson)) {
    file = block.file ?? lesson.file;
    inlinesOf(block).forEach(checkInlines);
    for (const value of textsOf(block)) check({ value, position: block.position });
  }
  return messages;
}

/** The same for texts that have no place in a lesson, such as a booklet's title. */
export function checkTexts(file: string, texts: readonly string[], uncovered: Uncovered): Diagnostic[] {
  return texts.flatMap((value) =>
    distinct(uncovered(value)).map(({ index, codePoint }) => message(file, { value }, index, codePoint)),
  );
}

/** Texts of a block that are not inline runs. */
function textsOf(block: Block): string[] {
  switch (block.type) {
    case 'code':
      return [block.value];
    case 'hymn':
      return [block.words, block.music, block.tune, block.meter, block.year, block.number, block.rights].filter(
        (text) => text !== undefined,
      );
    case 'scripture':
    case 'memory-verse':
      return block.passage ? [passageText(block.passage)] : [];
    default:
      return [];
  }
}

function passageText({ blocks }: SetPassage): string {
  return blocks
    .flatMap((block) =>
      block.type === 'prose' ? block.spans : block.type === 'poetry' ? block.lines.flatMap((line) => line.spans) : [],
    )
    .flatMap((span) => span.runs.map((run) => run.text))
    .join(' ');
}

function distinct(missing: ReturnType<Uncovered>): ReturnType<Uncovered> {
  return [...new Map(missing.map((entry) => [entry.codePoint, entry])).values()];
}

function message(file: string, run: PlacedRun, index: number, codePoint: number): Diagnostic {
  const code = `U+${codePoint.toString(16).toUpperCase().padStart(4, '0')}`;
  const shown = codePoint < 0x20 ? '' : `“${String.fromCodePoint(codePoint)}” `;
  return diagnostic({
    file,
    place: placeWithin(run, index, index + 1),
    rule: 'unprintable-character',
    found: `the character ${shown}(${code})`,
    expected: 'characters that a font of the theme has',
    advice: 'replace it, or add a font that has it to the theme’s “fallback” fonts',
  });
}
