import type { EditionLesson } from '../edition/model.js';
import type { Inline } from '../lesson/model.js';
import { allBlocks, inlinesOf, inlineText } from '../lesson/walk.js';

/** An address outside the booklet that a lesson or chapter links to. */
export interface ExternalLink {
  /** Counts from 1 through the lesson, in reading order; an address that is linked to again keeps its number. */
  number: number;
  /** `http:`, `https:` or `mailto:`, as written. */
  href: string;
  /** The words of the first link to it. */
  words: string;
}

/** Gives the number of an address outside the booklet in the lesson being set. */
export type LinkNumber = (href: string) => number | undefined;

/** The addresses that a lesson links to in what its edition shows of it, for those who read on paper. */
export function externalLinks(lesson: EditionLesson): ExternalLink[] {
  const prepared = lesson.glance ? [...allBlocks({ body: lesson.glance.prepare, footnotes: [] })] : [];
  const runs = [lesson.aim ?? [], ...[...prepared, ...allBlocks(lesson)].flatMap(inlinesOf)];
  const found = new Map<string, ExternalLink>();
  for (const { href, words } of runs.flatMap(linksIn)) {
    if (!found.has(href)) found.set(href, { number: found.size + 1, href, words });
  }
  return [...found.values()];
}

/** The numbers of these links. */
export function numbersOf(links: readonly ExternalLink[]): LinkNumber {
  const numbers = new Map(links.map(({ href, number }) => [href, number]));
  return (href) => numbers.get(href);
}

/** The anchor of a link's entry within its lesson. No id of an author's or one made from words begins with a full stop. */
export function linkAnchor(number: number): string {
  return `.link-${number}`;
}

function linksIn(inlines: readonly Inline[]): Omit<ExternalLink, 'number'>[] {
  return inlines.flatMap((inline) => {
    if (inline.type === 'blank') return linksIn(inline.answer);
    if (inline.type === 'link' && !inline.href.startsWith('#')) {
      return [{ href: inline.href, words: inlineText(inline.children) }];
    }
    return 'children' in inline ? linksIn(inline.children) : [];
  });
}
