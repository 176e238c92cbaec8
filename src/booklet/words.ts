import type { Booklet } from './model.js';

/** The booklet with its own words changed, its variables' values among them: how quotes and dashes are set in them. */
export function withWords(booklet: Booklet, change: (text: string) => string): Booklet {
  const changed = (texts: Record<string, string>) =>
    Object.fromEntries(Object.entries(texts).map(([name, text]) => [name, change(text)]));
  const { title, subtitle, authors, notice, variables, labels, editions } = booklet;
  return {
    ...booklet,
    title: change(title),
    ...(subtitle ? { subtitle: change(subtitle) } : {}),
    authors: authors.map(change),
    ...(notice ? { notice: change(notice) } : {}),
    variables: changed(variables),
    labels: changed(labels),
    editions: editions.map((edition) => (edition.label ? { ...edition, label: change(edition.label) } : edition)),
  };
}

/** The words of `booklet.yaml` that are printed on cover and imprint page. */
export function wordsOf({ title, subtitle, authors, notice, version, variables, editions }: Booklet): string[] {
  const { church, meets } = variables;
  const own = editions.map(({ label }) => label);
  return [title, subtitle, ...authors, notice, version, church, meets, ...own].filter((text) => text !== undefined);
}
