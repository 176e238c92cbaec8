import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { ToBlocks } from './blocks.js';
import { contentOf, labelOf, needsContent } from './directive-parts.js';
import { plainText, tidy, toInlines, toLines, wordsForId } from './inlines.js';
import type { Making } from './making.js';
import type { Hymn, HymnStanza, Inline } from './model.js';

const CREDITS = ['words', 'music', 'tune', 'meter', 'year', 'number', 'rights'] as const;

/** A hymn: each paragraph a stanza, each of its source lines a line. */
export function toHymn(node: ContainerDirective | LeafDirective, making: Making, toBlocks: ToBlocks): Hymn {
  const label = labelOf(node);
  const hymn: Hymn = {
    type: 'hymn',
    id: making.anchors.name(node, wordsForId({ type: 'paragraph', children: label })),
    title: toInlines(label, making),
    stanzas: [],
    notes: [],
    position: node.position,
  };
  for (const credit of CREDITS) {
    const value = node.attributes?.[credit];
    if (value) hymn[credit] = value;
  }
  for (const child of contentOf(node)) {
    if (child.type === 'containerDirective' && child.name === 'leader') {
      for (const block of toBlocks([child], making)) {
        if (block.type === 'audience' || block.type === 'for') hymn.notes.push(block);
        // An image in the note's title follows the hymn.
        else if (block.type === 'figure') making.lifted.push(block);
      }
    } else if (child.type === 'containerDirective' && child.name === 'refrain') {
      needsContent(child, making);
      for (const part of contentOf(child)) hymn.stanzas.push(...toStanza(part, 'refrain', making));
    } else {
      hymn.stanzas.push(...toStanza(child, 'stanza', making));
    }
  }
  if (contentOf(node).length === 0) needsContent(node, making);
  else if (hymn.stanzas.length === 0) needsStanza(node, making);
  return hymn;
}

function toStanza(node: RootContent, kind: HymnStanza['kind'], making: Making): HymnStanza[] {
  if (node.type === 'definition' || node.type === 'footnoteDefinition') return [];
  if (node.type === 'paragraph') {
    const lines = splitLines(toLines(node.children, making)).map(tidy);
    return [{ kind, lines: lines.filter((line) => line.length > 0), position: node.position }];
  }
  making.report({
    rule: 'directive-content',
    place: node.position,
    found: `${KINDS[node.type] ?? 'a block'} in a hymn`,
    expected: 'stanzas as paragraphs, a “refrain” and “leader” notes',
    advice:
      node.type === 'list'
        ? 'leave out the stanzas’ numbers, which are set by the booklet'
        : 'write it as a stanza, or move it out of the hymn',
  });
  const words = plainText(node).trim();
  return words
    ? [{ kind, lines: [[{ type: 'text', value: words, position: node.position }]], position: node.position }]
    : [];
}

const KINDS: Readonly<Record<string, string>> = {
  list: 'a numbered stanza or a list',
  heading: 'a heading',
  table: 'a table',
  code: 'code',
  blockquote: 'a block quotation',
};

/** Divides runs at line ends and hard breaks; an emphasis over several lines becomes one on each of them. */
function splitLines(inlines: readonly Inline[]): Inline[][] {
  const lines: Inline[][] = [[]];
  const add = (pieces: Inline[][]) => {
    pieces.forEach((piece, i) => {
      if (i > 0) lines.push([]);
      lines.at(-1)?.push(...piece);
    });
  };
  for (const inline of inlines) {
    switch (inline.type) {
      case 'text':
        add(
          inline.value
            .split('\n')
            .map((value) => (value === '' ? [] : [{ ...inline, value: value.replace(/\t/g, ' ') }])),
        );
        break;
      case 'break':
        lines.push([]);
        break;
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'foreign':
      case 'link':
        add(splitLines(inline.children).map((children) => (children.length > 0 ? [{ ...inline, children }] : [])));
        break;
      default:
        lines.at(-1)?.push(inline);
    }
  }
  return lines;
}

function needsStanza(node: ContainerDirective | LeafDirective, making: Making): void {
  making.report({
    rule: 'directive-content',
    place: node.data?.position?.opening ?? node.position,
    found: '“hymn” without a stanza',
    expected: 'stanzas as paragraphs, a line of the hymn on each line',
    advice: 'write the stanzas',
  });
}
