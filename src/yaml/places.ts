import type { Position } from 'unist';
import { type Document, isMap, isScalar, isSeq, type LineCounter, type Node, type Pair } from 'yaml';

/** A span of offsets as a place; `lineOffset` lines stand in the file before the YAML begins. */
export function placeOfRange(
  [start, end]: readonly [number, number],
  lines: LineCounter,
  lineOffset: number,
): Position {
  const point = (offset: number) => {
    const { line, col } = lines.linePos(offset);
    return { line: line + lineOffset, column: Math.max(1, col) };
  };
  return { start: point(start), end: point(end) };
}

/** The offsets of a value, or of its key; undefined when nothing stands at the path. */
export function rangeAt(
  document: Document.Parsed,
  path: readonly PropertyKey[],
  key: boolean,
): [number, number] | undefined {
  let node: unknown = document.contents;
  let pair: Pair | undefined;
  for (const step of path) {
    pair = undefined;
    if (isMap(node)) {
      pair = node.items.find((item) => isScalar(item.key) && String(item.key.value) === String(step));
      if (!pair) return undefined;
      node = pair.value;
    } else if (isSeq(node)) {
      node = node.items[Number(step)];
      if (node === undefined) return undefined;
    } else {
      // An alias or a plain value: what it stands for has no place of its own here.
      break;
    }
  }
  const keyRange = rangeOf(pair?.key);
  const valueRange = rangeOf(node);
  // A key without a value has a place only in its key.
  const empty = !valueRange || valueRange[0] === valueRange[1];
  return key || empty ? (keyRange ?? valueRange) : valueRange;
}

function rangeOf(node: unknown): [number, number] | undefined {
  const range = (node as Node | null | undefined)?.range;
  return range ? [range[0], range[1]] : undefined;
}
