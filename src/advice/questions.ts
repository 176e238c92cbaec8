import type { Inline, Lesson, Question } from '../lesson/model.js';
import { allBlocks, inlineText } from '../lesson/walk.js';

/** The questions of a lesson that everybody sees, those in activities included. */
export function questionsOf(lesson: Lesson): Question[] {
  return [...allBlocks(lesson)].filter(
    (block): block is Question => block.type === 'question' && block.number !== undefined,
  );
}

/**
 * What a question asks, a text for each of its paragraphs: without what only some see, without passages, tables and lists,
 * which one looks at while one thinks, and without the references that are looked up rather than read.
 */
export function wordingOf({ prompt }: Question): string[] {
  return prompt
    .flatMap((block) => (block.type === 'paragraph' ? [block.children] : []))
    .map((run) => inlineText(withoutReferences(run)).trim())
    .filter((text) => /\p{L}/u.test(text));
}

/** The words of a text: letters, with apostrophes and hyphens in them. */
export function wordsIn(text: string): string[] {
  return text.match(/\p{L}[\p{L}\p{M}]*(?:['’-]\p{L}[\p{L}\p{M}]*)*/gu) ?? [];
}

/** A question as messages call it. */
export function nameOf({ number }: Question): string {
  return `question ${number}`;
}

function withoutReferences(inlines: readonly Inline[]): Inline[] {
  return inlines.flatMap((inline): Inline[] => {
    if (inline.type === 'reference') return [];
    return 'children' in inline ? [{ ...inline, children: withoutReferences(inline.children) } as Inline] : [inline];
  });
}
