/** The words of a text, bare: lower case, no signs, so that typographic and typed quotes and dashes are the same. */
export function wordsOf(text: string): string[] {
  const bare = text
    .normalize('NFC')
    .toLowerCase()
    .replace(/\u00ad/g, '')
    .replace(/['’‘]/g, '');
  return bare.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [];
}

/** Every run of so many words. A shorter text is one run. */
export function runsOf(words: readonly string[], length: number): string[] {
  if (words.length === 0) return [];
  const last = Math.max(0, words.length - length);
  return Array.from({ length: last + 1 }, (_, at) => words.slice(at, at + length).join(' '));
}
