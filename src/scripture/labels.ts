import { nearest } from '../diagnostics/nearest.js';
import { BOOKS } from './books.js';
import type { ReferenceProblem } from './existence.js';
import { bookWithoutNumber } from './ordinary-words.js';
import { type FoundReference, findReferences } from './references.js';
import { translationAfter } from './translation-names.js';

/** What a label says, or why it cannot be read. */
export type ReadLabel = { reference: FoundReference; problem?: undefined } | { problem: ReferenceProblem };

/**
 * Reads a label that is nothing but a reference: `Luke 22:31-34, 54-62`, `Hebrews 7`, `John 7:53-8:11`,
 * `Exod 32:11-14; 33:12-17`, `Jude`. All its parts are one reference, in the order written.
 */
export function readLabel(label: string): ReadLabel {
  const unnumbered = bookWithoutNumber(label);
  if (unnumbered) {
    return { problem: { expected: 'a book with its number', advice: `write 1 or 2 before “${unnumbered}”` } };
  }
  const found = findReferences(label, 'label');
  const rest = outside(label, found);
  if (found.length > 0 && /^(?:[\s,;.&]|\band\b)*$/.test(rest)) {
    const backwards = found.find((reference) => reference.backwards)?.backwards;
    return {
      reference: {
        start: 0,
        end: label.length,
        ranges: found.flatMap((reference) => reference.ranges),
        ...(backwards ? { backwards } : {}),
      },
    };
  }
  return {
    problem: { expected: 'a reference such as “Luke 22:31-34, 54-62”', advice: advise(label, rest, found.length > 0) },
  };
}

function outside(label: string, found: readonly FoundReference[]): string {
  let rest = '';
  let from = 0;
  for (const { start, end } of found) {
    rest += `${label.slice(from, start)} `;
    from = end;
  }
  return rest + label.slice(from);
}

function advise(label: string, rest: string, partly: boolean): string {
  const translation = translationAfter(rest);
  if (partly && translation) return `name the translation as {translation=${translation.id}}`;
  if (partly) return `leave out “${rest.trim()}”`;
  const [, name, numbers] = /^\s*((?:[123]\s*)?\p{L}[\p{L}\s]*?)\.?\s*(\d.*)?$/u.exec(label) ?? [];
  const near = name
    ? nearest(
        name.trim(),
        BOOKS.map((book) => book.name),
      )
    : undefined;
  if (near) return `did you mean “${[near, numbers].filter(Boolean).join(' ').trim()}”?`;
  return 'write the name of the book, the chapter and the verses';
}
