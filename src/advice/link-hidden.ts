import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { EditionContent } from '../edition/model.js';
import type { Link } from '../lesson/model.js';
import { inlinesWithin } from './inlines.js';
import type { AdviceRule } from './model.js';
import { shownIn } from './shown.js';

/**
 * Links within the booklet that are dead in an edition that is made, because it shows the link and not what it leads to. That a
 * link leads nowhere in any edition is an error of every build. Editions that show only some kinds of block are passed over.
 */
export const linkHidden: AdviceRule = ({ booklet, contents }) => {
  const made = new Set(booklet.editions.map(({ name }) => name));
  const dead = new Map<string, { link: Link; file: string; editions: string[] }>();
  for (const content of contents) {
    const { edition } = content;
    if (!made.has(edition.name) || edition.layout === 'handout' || edition.only || edition.without) continue;
    for (const { link, file } of deadLinks(content)) {
      const { line, column } = link.position?.start ?? {};
      const key = [file, line, column, link.href].join('\0');
      const known = dead.get(key) ?? { link, file, editions: [] };
      known.editions.push(edition.name);
      dead.set(key, known);
    }
  }
  return [...dead.values()].map(tell);
};

function tell({ link, file, editions }: { link: Link; file: string; editions: string[] }): Diagnostic {
  const names = editions.map((name) => `“${name}”`).join(' and ');
  return diagnostic({
    file,
    place: link.position,
    rule: 'link-hidden',
    found: `a link to “${link.href}”, which the edition${editions.length === 1 ? '' : 's'} ${names} ${editions.length === 1 ? 'does' : 'do'} not show`,
    expected: 'a link to something that the same readers have',
    advice: 'link to something that all of them see, or move the link to where only those stand who do',
  });
}

function deadLinks(content: EditionContent): { link: Link; file: string }[] {
  const lessons = shownIn(content);
  const anchors = new Set(
    lessons.flatMap(({ id, blocks }) => [
      id,
      ...blocks.flatMap((block) => ('id' in block ? [`${id}.${block.id}`] : [])),
    ]),
  );
  return lessons.flatMap(({ file, runs }) =>
    runs.flatMap(({ inlines, block }) =>
      inlinesWithin(inlines)
        .filter((inline) => inline.type === 'link')
        .filter(({ href }) => href.startsWith('#') && !anchors.has(href.slice(1)))
        .map((link) => ({ link, file: block?.file ?? file })),
    ),
  );
}
