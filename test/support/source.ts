/** Whom a stretch of a lesson's file is for, by the innermost directive that says so. */
export type For = 'all' | 'leader' | 'participant' | 'prepare' | 'answer';

/** A stretch of a lesson's file that is set as one piece: a paragraph, title, list item, cell or stanza. */
export interface SourceBlock {
  kind: 'heading' | 'title' | 'item' | 'cell' | 'paragraph' | 'scripture' | 'memory-verse' | 'note' | 'caption';
  for: For;
  /** Names of the containers it stands in, outermost first. */
  inside: string[];
  /** As a reader reads it: syntax taken off, blanks filled, variables put in. */
  text: string;
  /** As written, but on one line. */
  raw: string;
  /** For scripture: the translation asked for. */
  translation?: string;
  /** Attributes of the innermost container as written. */
  attributes: string;
  /** Of a picture, whose text is its caption: the words for those who cannot see it, which are not printed. */
  alternative?: string;
}

/**
 * Reads a lesson's body with a reader of the tests' own, which knows nothing of the product's: line by line, for
 * lessons written as those of this repository are. What the product loses, it therefore still finds.
 */
export function sourceBlocks(source: string, variables: Record<string, string>): SourceBlock[] {
  const body = source.replace(/^---\n[\s\S]*?\n---\n/, '');
  const front = frontMatterOf(source);
  const blocks: SourceBlock[] = [];
  const open: { name: string; attributes: string }[] = [];
  let current: SourceBlock | undefined;
  const push = (kind: SourceBlock['kind'], raw: string, more: Partial<SourceBlock> = {}): SourceBlock => {
    const block = {
      kind,
      for: audience(open),
      inside: open.map(({ name }) => name),
      text: '',
      raw,
      attributes: open.at(-1)?.attributes ?? '',
      ...more,
    };
    blocks.push(block);
    return block;
  };
  for (const line of body.split('\n')) {
    const container = /^\s*:{3,}([a-z-]+)(?:\[(.*?)\])?(?:\{(.*)\})?\s*$/.exec(line);
    const image = /^!\[(.*)\]\(\S+?(?: "(.*)")?\)$/.exec(line);
    const leaf = /^::([a-z-]+)(?:\[(.*?)\])?(?:\{(.*)\})?\s*$/.exec(line);
    const note = /^\[\^[^\]]+\]:\s*(.*)$/.exec(line);
    const item = /^\s*(?:[-*+]|\d+[.)])\s+(?:\[[ x]\]\s+)?(.*)$/.exec(line);
    const heading = /^#{2,6}\s+(.*)$/.exec(line);
    if (container) {
      current = undefined;
      open.push({ name: container[1] ?? '', attributes: container[3] ?? '' });
      if (container[2]) push('title', container[2]);
    } else if (/^\s*:{3,}\s*$/.test(line)) {
      current = undefined;
      open.pop();
    } else if (leaf) {
      current = undefined;
      const [, name, label = '', attributes = ''] = leaf;
      const translation = /translation=(\w+)/.exec(attributes)?.[1];
      // A memory verse without a reference is the one that the front matter names.
      const reference = name === 'memory-verse' && label === '' ? String(front['memory-verse']) : label;
      if (name === 'scripture' || name === 'memory-verse') push(name, reference, translation ? { translation } : {});
    } else if (image) {
      current = undefined;
      push('caption', image[2] ?? '', { alternative: readable(image[1] ?? '', variables) });
    } else if (heading) {
      current = undefined;
      push('heading', heading[1] ?? '');
    } else if (/^\s*\|/.test(line)) {
      current = undefined;
      if (/^[\s|:-]+$/.test(line)) continue;
      const cells = line
        .trim()
        .replace(/^\||\|$/g, '')
        .split('|');
      for (const cell of cells) if (cell.trim()) push('cell', cell.trim());
    } else if (line.trim() === '' || /^(?:---|\*\*\*)$/.test(line)) {
      current = undefined;
    } else if (note) current = push('note', note[1] ?? '');
    else if (item) current = push('item', item[1] ?? '');
    else if (current) current.raw += ` ${line.trim()}`;
    else current = push('paragraph', line.trim());
  }
  for (const block of blocks) block.text = readable(block.raw, variables);
  return blocks;
}

/** The first of several values of a front matter key or, folded, its whole text. Enough for this repository's lessons. */
export function frontMatterOf(source: string): Record<string, string | string[]> {
  const yaml = /^---\n([\s\S]*?)\n---\n/.exec(source)?.[1] ?? '';
  const keys: Record<string, string | string[]> = {};
  for (const part of yaml.split(/\n(?=\S)/)) {
    const [, key = '', rest = ''] = /^([\w-]+):\s*([\s\S]*)$/.exec(part) ?? [];
    const items = [...rest.matchAll(/^\s*-\s+(.*)$/gm)].map(([, value = '']) => value.trim());
    keys[key] =
      items.length > 0
        ? items
        : rest
            .replace(/^>-?\s*/, '')
            .replace(/\s+/g, ' ')
            .trim();
  }
  return keys;
}

/** The text with its syntax taken off. */
export function readable(
  raw: string,
  variables: Record<string, string>,
  blank: (answer: string) => string = (answer) => answer,
): string {
  return raw
    .replace(/\{\{\s*([\w-]+)\s*\}\}/g, (_, name: string) => variables[name] ?? '')
    .replace(/:blank\[([^\]]*)\]/g, (_, answer: string) => blank(answer))
    .replace(/:ref\[([^\]]*)\]/g, '$1')
    .replace(/\[\^[^\]]+\]/g, '')
    .replace(/!?\[([^\]]*)\]\([^)]*\)/g, '$1')
    .replace(/[*_`~]/g, '')
    .replace(/ {2,}/g, ' ')
    .trim();
}

function audience(open: readonly { name: string }[]): For {
  for (const { name } of [...open].reverse()) {
    if (name === 'leader' || name === 'participant' || name === 'prepare' || name === 'answer') return name;
  }
  return 'all';
}
