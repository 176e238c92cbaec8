import type { LinkReference, Link as MdastLink } from 'mdast';
import type { Problem } from '../diagnostics/diagnostic.js';
import { shortened } from '../diagnostics/shortened.js';
import type { Making } from './making.js';
import type { Inline, Link } from './model.js';
import { inlineText } from './walk.js';

/** A link to an address, a mailbox or a place in the booklet; any other is reported and only its words stay. */
export function toLink(node: MdastLink | LinkReference, children: Inline[], making: Making): Inline[] {
  const target = node.type === 'link' ? node : making.definitions.get(node.identifier);
  const url = target?.url ?? '';
  const wrong = wrongTarget(url) ?? (isSeen(children) ? undefined : 'surrounds no words');
  if (wrong) {
    making.report(problem(node, url, wrong));
    return children;
  }
  if (target?.title) {
    making.report({
      rule: 'link-title',
      place: node.position,
      found: `a link with the title “${target.title}”, which cannot be printed`,
      expected: 'an address and no more',
      advice: 'move the title’s words into the text',
    });
  }
  const link: Link = { type: 'link', href: url, children, position: node.position };
  if (url.startsWith('#')) making.inward.push(link);
  return [link];
}

/** Gives each link to a place in this lesson the anchor's full name: `#q3` becomes `#hebrews-7.q3`. */
export function settleInwardLinks(lessonId: string, { inward, anchors }: Making): void {
  for (const link of inward) {
    const name = link.href.slice(1);
    if (anchors.has(name)) link.href = `#${lessonId}.${name}`;
  }
}

/** Whether there is anything to see and to point at: spaces and signs that only join or part letters are not. */
function isSeen(inlines: readonly Inline[]): boolean {
  return /[^\p{White_Space}\p{Cf}]/u.test(inlineText(inlines));
}

function wrongTarget(url: string): string | undefined {
  if (url === '') return 'has no address';
  if (url === '#') return 'has no anchor';
  if (url.startsWith('#')) return undefined;
  const scheme = /^([a-z][a-z0-9+.-]*):/i.exec(url)?.[1]?.toLowerCase();
  if (scheme === 'mailto') return /^mailto:[^@\s]+@[^@\s]+$/i.test(url) ? undefined : 'is not a mail address';
  if (scheme === 'http' || scheme === 'https') return URL.canParse(url) ? undefined : 'is not a web address';
  return scheme ? `begins with “${scheme}:”` : 'points to a file';
}

function problem(node: MdastLink | LinkReference, url: string, wrong: string): Omit<Problem, 'file'> {
  const shown = shortened(url, 60);
  return {
    rule: 'link-target',
    place: node.position,
    found: `a link${shown ? ` to “${shown}”` : ''} that ${wrong}`,
    expected: 'http:, https: or mailto:, or “#” and the id of something in the booklet',
    advice:
      wrong === 'points to a file'
        ? 'write “#lesson-id” for another lesson, or the full address'
        : 'correct it, or leave only its words',
  };
}
