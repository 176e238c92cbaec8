import type { FootnoteDefinition, ListItem, PhrasingContent, Root, RootContent, TableRow } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { toString as textOf } from 'mdast-util-to-string';
import type { Block, Edition, Inline, Lesson } from './model.js';
import { passage } from './scripture.js';

/** A lesson's file, read. */
export interface ReadFile {
  data: Record<string, unknown>;
  root: Root;
  number: number;
  id: string;
}

/** What one edition prints of a lesson. */
export function lessonOf({ data, root, number, id }: ReadFile, edition: Edition): Lesson {
  const isLeader = edition === 'leader';
  const marks: string[] = [];
  let questions = 0;

  function blocks(nodes: readonly RootContent[]): Block[] {
    return nodes.flatMap(blockOf);
  }

  function blockOf(node: RootContent): Block[] {
    switch (node.type) {
      case 'heading':
        return [{ kind: 'heading', level: node.depth > 2 ? 3 : 2, content: inlines(node.children) }];
      case 'paragraph':
        return isLabel(node) ? [] : [{ kind: 'paragraph', content: inlines(node.children) }];
      case 'list':
        return [
          {
            kind: 'list',
            ordered: node.ordered === true,
            items: node.children.map((item: ListItem) => blocks(item.children)),
          },
        ];
      case 'blockquote':
        return [{ kind: 'quote', blocks: blocks(node.children) }];
      case 'table': {
        const cells = (row: TableRow) => row.children.map((cell) => inlines(cell.children));
        return [{ kind: 'table', rows: node.children.map(cells) }];
      }
      case 'containerDirective':
        return containerOf(node);
      case 'leafDirective':
        return leafOf(node);
      default:
        return [];
    }
  }

  function containerOf(node: ContainerDirective): Block[] {
    const title = node.children
      .filter(isLabel)
      .map((label) => textOf(label))
      .join('');
    const box = (heading: string): Block[] => [
      { kind: 'box', ...(heading ? { title: heading } : {}), blocks: blocks(node.children) },
    ];
    switch (node.name) {
      case 'question':
        return questionOf(node);
      case 'leader':
        return isLeader ? box(title || 'For the leader') : [];
      case 'prepare':
        return isLeader ? box('To prepare') : [];
      case 'answer':
        return isLeader ? box('') : [];
      case 'participant':
        return isLeader ? [] : box('');
      case 'hymn':
        return [
          { kind: 'heading', level: 3, content: [{ kind: 'text', text: title }] },
          ...node.children.flatMap((stanza): Block[] =>
            stanza.type === 'paragraph' && !isLabel(stanza) ? [{ kind: 'verse', lines: linesOf(stanza.children) }] : [],
          ),
        ];
      default:
        return box(title || node.name.replace(/^./, (letter) => letter.toUpperCase()));
    }
  }

  function questionOf(node: ContainerDirective): Block[] {
    questions += 1;
    const [first, ...rest] = node.children;
    const lines = Number(node.attributes?.lines ?? 0);
    return [
      {
        kind: 'question',
        number: questions,
        content: first?.type === 'paragraph' ? inlines(first.children) : [],
        more: [...blocks(rest), ...(lines > 0 && !isLeader ? [{ kind: 'writing', count: lines } as const] : [])],
      },
    ];
  }

  function leafOf(node: LeafDirective): Block[] {
    const said = wordsOf(node.children);
    if (node.name === 'lines') return isLeader ? [] : [{ kind: 'writing', count: Number(node.attributes?.count ?? 4) }];
    if (node.name !== 'scripture') return [];
    return [{ kind: 'heading', level: 3, content: [{ kind: 'text', text: said }] }, ...passage(said)];
  }

  function inlines(nodes: readonly PhrasingContent[]): Inline[] {
    return nodes.flatMap((node): Inline[] => {
      switch (node.type) {
        case 'text':
          return [{ kind: 'text', text: node.value.replaceAll('\n', ' ') }];
        case 'emphasis':
        case 'strong':
          return [{ kind: node.type, content: inlines(node.children) }];
        case 'footnoteReference':
          marks.push(node.identifier);
          return [{ kind: 'note', number: marks.length }];
        case 'textDirective':
          // The verse of a reference, as in “Luke 4:8”, looks like a directive and is none.
          if (node.name !== 'blank') return [{ kind: 'text', text: `:${node.name.replace('--', '–')}` }];
          return [{ kind: 'blank', answer: textOf(node), shown: isLeader }];
        default:
          return [];
      }
    });
  }

  function linesOf(nodes: readonly PhrasingContent[]): Inline[][] {
    return textOf(nodes)
      .split('\n')
      .map((text) => [{ kind: 'text', text }]);
  }

  const content = blocks(root.children);
  const notes = new Map(
    root.children.flatMap((node) => (node.type === 'footnoteDefinition' ? [[node.identifier, node] as const] : [])),
  );
  const noteOf = (note: FootnoteDefinition | undefined) =>
    note?.children.flatMap((child) => (child.type === 'paragraph' ? inlines(child.children) : [])) ?? [];
  return {
    id,
    number,
    title: String(data.title),
    subtitle: String(data.subtitle),
    passages: data.passages as string[],
    aim: String(data.aim),
    blocks: content,
    notes: [...marks].map((mark) => noteOf(notes.get(mark))),
  };
}

/** The words of a label, with a verse that looks like a directive put back together. */
function wordsOf(nodes: readonly PhrasingContent[]): string {
  return nodes.map((node) => (node.type === 'textDirective' ? `:${node.name}${textOf(node)}` : textOf(node))).join('');
}

function isLabel(node: RootContent): boolean {
  return node.type === 'paragraph' && node.data !== undefined && 'directiveLabel' in node.data;
}
