import type { Booklet } from './model.js';

/** The booklet with its own words changed, its variables' values among them: how quotes and dashes are set in them. */
export function withWords(booklet: Booklet, change: (text: string) => string): Booklet {
  const { title, subtitle, authors, notice, variables } = booklet;
  return {
    ...booklet,
    title: change(title),
    ...(subtitle ? { subtitle: change(subtitle) } : {}),
    authors: authors.map(change),
    ...(notice ? { notice: change(notice) } : {}),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, change(value)])),
  };
}

/** The words of `booklet.yaml` that are printed on cover and imprint page. */
export function wordsOf({ title, subtitle, authors, notice, version, variables }: Booklet): string[] {
  const { church, meets } = variables;
  return [title, subtitle, ...authors, notice, version, church, meets].filter((text) => text !== undefined);
}
