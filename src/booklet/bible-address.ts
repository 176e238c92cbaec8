/** What the address of an online Bible may hold in braces, to be filled in for each reference. */
export const BIBLE_PLACEHOLDERS = ['osis', 'book', 'chapter', 'verse', 'reference', 'translation'] as const;

/** The name of a placeholder in the address of an online Bible. */
export type BiblePlaceholder = (typeof BIBLE_PLACEHOLDERS)[number];

/** Placeholders of which one must be there, or every reference would lead to the same page. */
const TELLING: readonly string[] = ['osis', 'book', 'reference'] satisfies BiblePlaceholder[];

/**
 * Whether a text is the address of an online Bible: of the scheme https, with placeholders that are known, none of them in
 * the host's name, so that it is sure whose page a reader is led to.
 */
export function isBibleAddress(text: string): boolean {
  const names = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, name = '']) => name);
  const filled = text.replace(/\{[^{}]*\}/g, 'x');
  return (
    /^https:\/\/[^/?#@{}\s]+[/?#]/.test(text) &&
    names.every((name) => (BIBLE_PLACEHOLDERS as readonly string[]).includes(name)) &&
    names.some((name) => TELLING.includes(name)) &&
    !/[{}\s]/.test(filled) &&
    URL.canParse(filled)
  );
}
