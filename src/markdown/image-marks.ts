import type { Image, ImageReference, Parents, Root, Text } from 'mdast';
import { visit } from 'unist-util-visit';
import { nearest } from '../diagnostics/nearest.js';
import type { Report } from './parsed.js';
import { placeAt, sourceOf } from './points.js';

/** What an author says of an image in braces right behind it, kept as its node's `data`. */
export interface ImageMarks {
  /** For the eye only: there is nothing to read out. */
  decorative?: true;
}

/**
 * Takes the braces behind images out of a tree: `![](vine.svg){decorative}` marks the image, and anything else in them is
 * reported and left out. Two braces are a variable, and braces after a backslash are words.
 */
export function takeImageMarks(root: Root, source: string, report: Report): void {
  visit(root, (node) => {
    if ('children' in node) takeIn(node, source, report);
  });
}

const BRACES = /^\{(?!\{)([^{}\n]*)\}/;

function takeIn(parent: Parents, source: string, report: Report): void {
  const kept = parent.children.filter((child, index, all) => {
    const image = all[index - 1];
    if (child.type !== 'text' || !image || !isImage(image)) return true;
    const [whole, words = ''] = BRACES.exec(child.value) ?? [];
    if (whole === undefined || !sourceOf(source, child.position).startsWith(whole)) return true;
    if (words.trim() === 'decorative') image.data = { ...image.data, decorative: true } as ImageMarks;
    else report(unknownMark(words.trim(), whole, child, source));
    child.value = child.value.slice(whole.length);
    if (child.position) {
      const { start, end } = child.position;
      const shifted = { ...start, column: start.column + whole.length, offset: (start.offset ?? 0) + whole.length };
      child.position = { start: shifted, end };
    }
    return child.value !== '';
  });
  parent.children = kept as typeof parent.children;
}

function unknownMark(words: string, whole: string, { position }: Text, source: string): Parameters<Report>[0] {
  const start = position?.start.offset ?? 0;
  const near = nearest(words, ['decorative']);
  return {
    rule: 'image-mark',
    place: placeAt(source, start, start + whole.length),
    found: `“${whole}” behind an image, which is left out`,
    expected: '“{decorative}” or nothing',
    advice: near
      ? `did you mean “{${near}}”?`
      : 'remove it; an image has its own size, and its alternative text and caption stand in its brackets',
  };
}

function isImage(node: Parents['children'][number]): node is Image | ImageReference {
  return node.type === 'image' || node.type === 'imageReference';
}
