import type { Block, Inline, Lesson, Paragraph, ReferenceInline, Text } from '../../src/lesson/model.js';
import { loadTranslations } from '../../src/scripture/library.js';
import { booksNeeded } from '../../src/scripture/needs.js';
import { setScripture } from '../../src/scripture/set-scripture.js';
import { diskWorld } from '../../src/world/disk.js';

/** The real packages of this repository. */
export const world = diskWorld();

/** A text that stands on one line, from column 1. */
export function text(value: string, line = 1): Text {
  const end = { line, column: value.length + 1, offset: value.length };
  return { type: 'text', value, position: { start: { line, column: 1, offset: 0 }, end } };
}

export function paragraph(...children: (Inline | string)[]): Paragraph {
  return { type: 'paragraph', children: children.map((child) => (typeof child === 'string' ? text(child) : child)) };
}

/** A reference as the lesson stage leaves it. */
export function marked(words: string): ReferenceInline {
  return { type: 'reference', text: words, osis: '', ranges: [] };
}

export function lesson(body: Block[], more: Partial<Lesson> = {}): Lesson {
  return { id: 'l', file: 'l.md', number: 1, title: 'L', passages: [], body, footnotes: [], ...more };
}

/** Reads what a lesson needs and sets it, as a build does. */
export async function set(given: Lesson, translation = 'WEB') {
  const translations = await loadTranslations(world, booksNeeded([given], translation));
  return { ...setScripture(given, { translation, translations }), translations };
}

/** The reasons of messages, each with its rule. */
export function told(messages: readonly { ruleId?: string | undefined; reason: string }[]): string[] {
  return messages.map(({ ruleId, reason }) => `${ruleId}: ${reason}`);
}
