import type { Html, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import { toString as textOf } from 'mdast-util-to-string';
import { shortened } from '../diagnostics/shortened.js';
import type { Report } from './parsed.js';
import { parseMarkdown } from './processor.js';

/**
 * Turns HTML into its text: tags and comments go, with a warning each, and what stood between them stays. A closing
 * tag is not mentioned when its opening was.
 */
export function keepHtmlText(root: Root, report: Report): void {
  replaceIn(root, { report, open: [] });
}

interface Scene {
  report: Report;
  /** Names of the tags that were mentioned and not yet closed. */
  open: string[];
}

function replaceIn(parent: Parents, scene: Scene): void {
  const inline = PHRASING_PARENTS.has(parent.type);
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (child.type === 'html') {
      mention(child, scene);
      return inline ? inlineText(child) : blockText(child);
    }
    if ('children' in child) replaceIn(child, scene);
    return [child];
  }) as typeof parent.children;
}

const PHRASING_PARENTS: ReadonlySet<string> = new Set([
  'paragraph',
  'heading',
  'tableCell',
  'emphasis',
  'strong',
  'delete',
  'link',
  'linkReference',
  'leafDirective',
  'textDirective',
]);

function mention(html: Html, { report, open }: Scene): void {
  const opening = /^<([a-z][\w-]*)/i.exec(html.value)?.[1]?.toLowerCase();
  const closing = /^<\/([a-z][\w-]*)\s*>\s*$/i.exec(html.value)?.[1]?.toLowerCase();
  if (closing && open.includes(closing)) {
    open.splice(open.lastIndexOf(closing), 1);
    return;
  }
  if (opening && !html.value.includes(`</${opening}`)) open.push(opening);
  report({
    rule: 'html-not-rendered',
    place: html.position,
    expected: 'Markdown only',
    ...(/^<!--(?!-?>)/.test(html.value)
      ? commentFound(html.value)
      : {
          found: `HTML (“${shortened(html.value.split('\n')[0] ?? '', 40)}”)`,
          advice: INSTEAD[opening ?? ''] ?? 'remove the tags; their text is kept',
        }),
  });
}

function commentFound(comment: string): { found: string; advice: string } {
  return comment.includes('-->')
    ? { found: 'an HTML comment', advice: 'remove it' }
    : { found: 'an HTML comment that never ends, which hides all that follows', advice: 'write “-->” where it ends' };
}

const INSTEAD: Readonly<Record<string, string>> = {
  b: 'write **words** instead',
  strong: 'write **words** instead',
  i: 'write *words* instead',
  em: 'write *words* instead',
  s: 'write ~~words~~ instead',
  del: 'write ~~words~~ instead',
  br: 'end the line with a backslash instead',
  hr: 'write a line of three hyphens instead',
  img: 'write ![what it shows](path) instead',
  a: 'write [words](address) instead',
  table: 'write a Markdown table instead',
};

function inlineText(html: Html): PhrasingContent[] {
  if (/^<br\b/i.test(html.value)) return [{ type: 'break', position: html.position }];
  const value = stripped(html.value);
  return value ? [{ type: 'text', value, position: html.position }] : [];
}

function blockText(html: Html): Paragraph[] {
  return stripped(html.value)
    .split(/\n[ \t]*\n/)
    .map((part) => part.trim())
    .filter((part) => part !== '')
    .map((value) => ({
      type: 'paragraph',
      children: [{ type: 'text', value, position: html.position }],
      position: html.position,
    }));
}

function stripped(html: string): string {
  const text = html
    .replace(/<!--[\s\S]*?(?:-->|$)|<\?[\s\S]*?(?:\?>|$)/g, '')
    .replace(/<!\[CDATA\[([\s\S]*?)\]\]>/g, '$1')
    .replace(/<![a-z][^>]*>/gi, '')
    .replace(/<\/?([a-z][\w-]*)(?:"[^"]*"|'[^']*'|[^'">])*>/gi, (_, name: string) =>
      RUNS.has(name.toLowerCase()) ? '' : '\n\n',
    );
  return decoded(text);
}

/** Elements that run within a line: taking their tags away must not part the words. */
const RUNS: ReadonlySet<string> = new Set([
  'a',
  'abbr',
  'b',
  'cite',
  'code',
  'del',
  'em',
  'font',
  'i',
  'ins',
  'kbd',
  'mark',
  'q',
  's',
  'small',
  'span',
  'strong',
  'sub',
  'sup',
  'u',
]);

/** Entities as characters; CommonMark knows the names that HTML has, so it is asked. */
function decoded(text: string): string {
  return text.replace(
    /&(?:#\d{1,7}|#x[\da-f]{1,6}|[a-z][a-z\d]{1,31});/gi,
    (entity) => textOf(parseMarkdown(entity)) || ' ',
  );
}
