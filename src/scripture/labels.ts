import { nearest } from '../diagnostics/nearest.js';
import type { ReferenceProblem } from './existence.js';
import { nameOf } from './house-style.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import { bookWithoutNumber } from './ordinary-words.js';
import { type FoundReference, findReferences } from './references.js';
import { translationAfter } from './translation-names.js';

/** What a label says, or why it cannot be read. */
export type ReadLabel = { reference: FoundReference; problem?: undefined } | { problem: ReferenceProblem };

/**
 * Reads a label that is nothing but a reference: `Luke 22:31-34, 54-62`, `Hebrews 7`, `John 7:53-8:11`,
 * `Exod 32:11-14; 33:12-17`, `Jude`. All its parts are one reference, in the order written.
 */
export function readLabel(label: string, language: ReferenceLanguage = ENGLISH): ReadLabel {
  const unnumbered = bookWithoutNumber(language.prepare(label), language);
  if (unnumbered) {
    return { problem: { expected: 'a book with its number', advice: `write 1 or 2 before “${unnumbered}”` } };
  }
  const found = findReferences(label, 'label', language);
  const rest = outside(label, found);
  if (
    found.length > 0 &&
    new RegExp(`^(?:[\\s,;.&]|(?<![\\p{L}\\d])${language.and}(?![\\p{L}\\d]))*$`, 'u').test(rest)
  ) {
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
    problem: {
      expected: `a reference such as “${nameOf('Luke', language)} 22:31-34, 54-62”`,
      advice: advise(label, rest, found.length > 0, language),
    },
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

function advise(label: string, rest: string, partly: boolean, language: ReferenceLanguage): string {
  const translation = translationAfter(rest, { language });
  if (partly && translation) return `name the translation as {translation=${translation.id}}`;
  if (partly) return `leave out “${rest.trim()}”`;
  const [, name, numbers] = /^\s*((?:[123]\s*)?\p{L}[\p{L}\s]*?)\.?\s*(\d.*)?$/u.exec(label) ?? [];
  const near = name ? nearest(name.trim(), [...language.names.values()]) : undefined;
  if (near) return `did you mean “${[near, numbers].filter(Boolean).join(' ').trim()}”?`;
  return 'write the name of the book, the chapter and the verses';
}
