import type { Nodes, PhrasingContent } from 'mdast';
import { toFigure } from './images.js';
import { toLink } from './links.js';
import type { Making } from './making.js';
import type { Inline, Text } from './model.js';

/**
 * Phrasing content as inline runs: soft line breaks become spaces, neighbouring texts one, and images are lifted out,
 * to be set after the block.
 */
export function toInlines(nodes: readonly PhrasingContent[], making: Making): Inline[] {
  return tidy(toLines(nodes, making).map((inline) => unbroken(inline)));
}

/** The same with line ends kept, for verse. */
export function toLines(nodes: readonly PhrasingContent[], making: Making): Inline[] {
  return nodes.flatMap((node) => toInline(node, making));
}

/** Inline runs without empty texts, without spaces at the ends, and with neighbouring texts joined. */
export function tidy(inlines: readonly Inline[]): Inline[] {
  const joined = withoutRepeatedBreaks(
    joinTexts(inlines.filter((inline) => inline.type !== 'text' || inline.value !== '')),
  );
  while (isEmpty(joined[0])) joined.shift();
  while (isEmpty(joined.at(-1))) joined.pop();
  const first = joined[0];
  if (first?.type === 'text') joined[0] = trimmed(first, /^ +/, first.value.search(/[^ ]/));
  const last = joined.at(-1);
  if (last?.type === 'text') joined[joined.length - 1] = trimmed(last, / +$/, 0);
  return joined;
}

function trimmed(text: Text, edge: RegExp, cut: number): Text {
  const value = text.value.replace(edge, '');
  if (value === text.value) return text;
  const breaks = text.breaks?.map((index) => index - cut).filter((index) => index >= 0 && index < value.length);
  return { type: 'text', value, ...(breaks && breaks.length > 0 ? { breaks } : {}), position: text.position };
}

/** An image between two hard breaks leaves one of them. */
function withoutRepeatedBreaks(inlines: readonly Inline[]): Inline[] {
  return inlines.filter((inline, i) => inline.type !== 'break' || inlines[i - 1]?.type !== 'break');
}

function isEmpty(inline: Inline | undefined): boolean {
  return inline?.type === 'break' || (inline?.type === 'text' && /^ *$/.test(inline.value));
}

function joinedText(a: Text, b: Text): Text {
  const value = a.value.endsWith(' ') ? a.value + b.value.replace(/^ +/, '') : a.value + b.value;
  const position = a.position && b.position && { start: a.position.start, end: b.position.end };
  const shift = value.length - b.value.length;
  const breaks = [...(a.breaks ?? []), ...(b.breaks ?? []).map((index) => Math.max(0, index + shift))];
  return { type: 'text', value, ...(breaks.length > 0 ? { breaks } : {}), position };
}

function unbroken(inline: Inline): Inline {
  switch (inline.type) {
    case 'text':
      return unbrokenText(inline);
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'foreign':
      return { ...inline, children: joinTexts(inline.children.map(unbroken)) };
    case 'link':
      // Kept as the same object, which is looked up again once all anchors are known.
      return Object.assign(inline, { children: joinTexts(inline.children.map(unbroken)) });
    case 'blank':
      return { ...inline, answer: joinTexts(inline.answer.map(unbroken)) };
    default:
      return inline;
  }
}

/** A text with a space for each line end, which remembers where they were. */
function unbrokenText(text: Text): Text {
  const [first = '', ...rest] = text.value.split(/[ \t]*\n[ \t]*/);
  let value = first;
  const breaks: number[] = [];
  for (const line of rest) {
    breaks.push(value.length);
    value += ` ${line}`;
  }
  return { ...text, value, ...(breaks.length > 0 ? { breaks } : {}) };
}

function joinTexts(inlines: readonly Inline[]): Inline[] {
  const joined: Inline[] = [];
  for (const inline of inlines) {
    const last = joined.at(-1);
    if (inline.type === 'text' && last?.type === 'text') joined[joined.length - 1] = joinedText(last, inline);
    else joined.push(inline);
  }
  return joined;
}

function toInline(node: PhrasingContent, making: Making): Inline[] {
  const { position } = node;
  switch (node.type) {
    case 'text':
    case 'html':
      return [{ type: 'text', value: node.value, position }];
    case 'emphasis':
    case 'strong':
    case 'delete': {
      const children = toLines(node.children, making);
      return children.length > 0 ? [{ type: node.type, children, position }] : [];
    }
    case 'inlineCode':
      return [{ type: 'code-span', value: node.value, position }];
    case 'break':
      return [{ type: 'break', position }];
    case 'link':
    case 'linkReference':
      return toLink(node, toLines(node.children, making), making);
    case 'footnoteReference':
      return [making.footnotes.mark(node, making.audience)];
    case 'image':
    case 'imageReference': {
      const figure = toFigure(node, making);
      if (Array.isArray(figure)) return figure;
      making.lifted.push(figure);
      return [];
    }
    case 'textDirective':
      return toInlineDirective(node, making);
    default:
      return [];
  }
}

function toInlineDirective(node: Extract<PhrasingContent, { type: 'textDirective' }>, making: Making): Inline[] {
  const { position } = node;
  if (node.name === 'blank') return [{ type: 'blank', answer: toInlines(node.children, making), position }];
  if (node.name === 'ref') return [{ type: 'reference', text: plainText(node), osis: '', ranges: [], position }];
  const children = toLines(node.children, making);
  const lang = node.name === 'lang' ? node.attributes?.lang : undefined;
  return lang && children.length > 0 ? [{ type: 'foreign', lang, children, position }] : children;
}

/** The words that an id is made of. Everyone may read an id, so what goes into gaps is no part of it. */
export function wordsForId(node: Nodes): string {
  return plainText(node, (inner) => inner.type === 'textDirective' && inner.name === 'blank');
}

/** The words of a node on one line. */
export function plainText(node: Nodes, leftOut: (inner: Nodes) => boolean = () => false): string {
  if (leftOut(node)) return '';
  const text =
    'children' in node
      ? node.children.map((child) => plainText(child, leftOut)).join('')
      : 'value' in node
        ? node.value
        : node.type === 'break'
          ? ' '
          : '';
  return text.replace(/\s+/g, ' ');
}
