import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Block } from '../lesson/model.js';
import { allBlocks } from '../lesson/walk.js';
import type { EditionContent, EditionLesson } from './model.js';

/** What a block is known by: where a group that has different editions on the table must find the same thing. */
interface Known {
  what: string;
  order: number;
  edition: string;
}

/**
 * Holds the editions of one booklet to their contract: a question, activity, hymn or passage has the same id, the same
 * number and the same place in the order in every edition that shows it. Each breach is an error.
 *
 * @param file - The booklet's file, as the author knows it.
 */
export function checkContract(contents: readonly EditionContent[], file: string): Diagnostic[] {
  const messages: Diagnostic[] = [];
  const first = new Map<string, Known>();
  for (const { edition, lessons, front, back } of contents) {
    const chapters = [...front, ...back].flatMap((part) => (part.kind === 'chapter' ? [part.chapter] : []));
    for (const lesson of [...lessons, ...chapters]) {
      // The place each block had among those of the edition that showed it first.
      let last: { anchor: string; known: Known } | undefined;
      for (const [order, { anchor, what }] of blocksKnown(lesson).entries()) {
        const known = first.get(anchor);
        if (!known) {
          first.set(anchor, { what, order, edition: edition.name });
          continue;
        }
        const report = (found: string, expected: string) =>
          messages.push(
            diagnostic({
              file,
              rule: 'edition-renumbers',
              found,
              expected,
              advice: 'please report this, with the booklet if you can',
            }),
          );
        if (known.what !== what) {
          report(
            `${what} at “${anchor}” in the edition “${edition.name}”`,
            `${known.what}, as in the edition “${known.edition}”`,
          );
        }
        if (last && last.known.edition === known.edition && last.known.order > known.order) {
          report(
            `“${anchor}” after “${last.anchor}” in the edition “${edition.name}”`,
            `the order of the edition “${known.edition}”`,
          );
        }
        last = { anchor, known };
      }
    }
  }
  return messages;
}

function blocksKnown(lesson: EditionLesson): { anchor: string; what: string }[] {
  return [
    { anchor: lesson.id, what: lesson.number > 0 ? `lesson ${lesson.number}` : 'a chapter' },
    ...[...allBlocks(lesson)].flatMap((block) =>
      'id' in block ? [{ anchor: `${lesson.id}.${block.id}`, what: nameOf(block) }] : [],
    ),
  ];
}

function nameOf(block: Block): string {
  if (block.type === 'question') return block.number === undefined ? 'a question' : `question ${block.number}`;
  if (block.type === 'scripture' || block.type === 'memory-verse') return `the passage ${block.reference}`;
  return `the ${block.type === 'activity' ? block.kind : block.type}`;
}

/** Reports an edition that limits what it shows and has nothing left of any lesson. A lesson that is all title is its author's choice. */
export function checkContent({ edition, lessons }: EditionContent, file: string): Diagnostic[] {
  const limited = edition.only !== undefined || (edition.without ?? []).length > 0;
  if (!limited || lessons.some(({ body }) => body.length > 0)) return [];
  return [
    diagnostic({
      file,
      rule: 'edition-empty',
      found: `the edition “${edition.name}”, which shows nothing of any lesson`,
      expected: 'an edition with something in it',
      advice: 'ask for more in its “only”, or leave less out',
    }),
  ];
}
