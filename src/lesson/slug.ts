/** Words as a name for an anchor or a file: small letters and digits with hyphens between, accents left out. */
export function slug(words: string): string {
  return words
    .normalize('NFKD')
    .replace(/[\p{M}'’]/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, '-')
    .slice(0, 60)
    .replace(/^-+|-+$/g, '');
}

/** The id of a lesson from its file's name without its order prefix: `hebrews-7` from `lessons/3-hebrews-7.md`. */
export function lessonIdOf(path: string): string {
  const name = (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '');
  return slug(name.replace(/^\d+[-_. ]+(?=.)/, '')) || 'lesson';
}
