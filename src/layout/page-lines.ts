import { isAbsolute, isText, type LaidNode } from './nodes.js';
import type { SectionPage } from './section.js';

/** What is drawn rather than set in lines. */
const DRAWN = ['SVG', 'IMAGE', 'CANVAS'];

interface Row {
  middle: number;
  height: number;
}

/**
 * How many lines stand on a page. What stands side by side is one line. On a page that has more than text, such as lines
 * to write on, they are so many lines of its text as would be as tall as all that is there.
 */
export function pageLines({ nodes }: Pick<SectionPage, 'nodes'>): number {
  const rows: Row[] = [];
  let drawn = false;
  let bottom = 0;
  const walk = (list: readonly LaidNode[], top: number): void => {
    for (const node of list) {
      const start = top + node.box.top;
      if (!isAbsolute(node)) bottom = Math.max(bottom, start + node.box.height);
      // What a drawing is made of has no boxes, and its words are no lines.
      if (DRAWN.includes(node.type)) drawn = true;
      else if (isText(node)) rows.push(...rowsOf(node, start));
      else walk(node.children ?? [], start);
    }
  };
  walk(nodes, 0);
  const text = distinct(rows);
  if (!drawn) return text.length;
  const [usual] = text.map(({ height }) => height).sort((a, b) => b - a);
  return usual ? Math.max(text.length, Math.ceil(bottom / usual)) : Number.POSITIVE_INFINITY;
}

function rowsOf({ lines = [], box }: LaidNode, start: number): Row[] {
  const first = lines[0]?.box.y ?? 0;
  return lines
    .filter(({ string }) => string.trim() !== '')
    .map((line) => ({
      middle: start + (box.paddingTop ?? 0) + line.box.y - first + line.box.height / 2,
      height: line.box.height,
    }));
}

/** One of each lot of lines that stand side by side. */
function distinct(rows: readonly Row[]): Row[] {
  const out: Row[] = [];
  for (const row of [...rows].sort((a, b) => a.middle - b.middle)) {
    const last = out.at(-1);
    if (!last || row.middle - last.middle > Math.min(row.height, last.height) / 2) out.push(row);
  }
  return out;
}
