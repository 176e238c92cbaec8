import type { Book, Message } from '../protocol.js';

/**
 * The page on which a message's place came to stand, by index: that of the last known line not after it, or the file's
 * first where the message comes before all of them or is about the whole file. Undefined where the edition shows
 * nothing of the file.
 */
export function pageOfMessage(places: Book['places'], { file, line = 0 }: Pick<Message, 'file' | 'line'>) {
  const own = places.filter((place) => place.file === file);
  return (own.findLast((place) => place.line <= line) ?? own[0])?.page;
}

/** Where a message stands, as terminals write it: file, line and column. */
export function placeText({ file, line, column }: Pick<Message, 'file' | 'line' | 'column'>): string {
  return [file, line, line === undefined ? undefined : column].filter((part) => part !== undefined).join(':');
}

/** What is wrong in one sentence. */
export function messageSentence({ found, expected, advice }: Pick<Message, 'found' | 'expected' | 'advice'>): string {
  return sentence(`${found}; expected ${expected}; ${advice}`);
}

/** A phrase as a sentence: phrases of messages start in lower case and have no full stop. */
export function sentence(phrase: string): string {
  if (phrase === '') return '';
  const start = phrase.charAt(0).toUpperCase() + phrase.slice(1);
  return /[.!?…][”’"')]*$/.test(start) ? start : `${start}.`;
}
