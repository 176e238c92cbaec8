import type { Image, ImageReference, Root } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { Problem } from '../diagnostics/diagnostic.js';
import type { ImageMarks } from '../markdown/image-marks.js';
import { isImageProblem, missingImage } from './image-problem.js';
import type { Making } from './making.js';
import type { Figure, Inline } from './model.js';

/** An image that a lesson asks for. */
export interface WantedImage {
  /** As written, relative to the lesson's file, with `%20` and the like as the characters they stand for. */
  path: string;
  position: Position | undefined;
}

/** The images of a lesson, for its loader to read; a path that is used twice is there twice. */
export function imagePaths(root: Root): WantedImage[] {
  const wanted: WantedImage[] = [];
  const definitions = new Map<string, string>();
  visit(root, 'definition', ({ identifier, url }) => {
    if (!definitions.has(identifier)) definitions.set(identifier, url);
  });
  visit(root, (node) => {
    if (node.type === 'image') wanted.push({ path: pathOf(node.url), position: node.position });
    if (node.type === 'imageReference')
      wanted.push({ path: pathOf(definitions.get(node.identifier) ?? ''), position: node.position });
  });
  return wanted;
}

/** An image as a figure, its caption from its title; or, when it cannot be used, the words that stand for it. */
export function toFigure(node: Image | ImageReference, making: Making): Figure | Inline[] {
  const { url, title } =
    node.type === 'image' ? node : (making.definitions.get(node.identifier) ?? { url: '', title: null });
  const alt = node.alt ?? '';
  const path = pathOf(url);
  const image = making.images.get(path) ?? missingImage(path);
  if (isImageProblem(image)) {
    making.report({ ...image, place: node.position });
    return [alt, title ?? ''].filter(Boolean).map((value) => ({ type: 'text', value, position: node.position }));
  }
  const marked = (node.data as ImageMarks | undefined)?.decorative === true;
  if ((alt.trim() === '') !== marked) making.report(wrongAlternative(path, marked, node.position));
  const caption: Inline[] = title ? [{ type: 'text', value: title, position: node.position }] : [];
  return {
    type: 'figure',
    image,
    alt,
    // Words that someone wrote are read out, whatever stands behind them.
    ...(marked && alt.trim() === '' ? { decorative: true } : {}),
    ...(title ? { caption } : {}),
    position: node.position,
  };
}

function wrongAlternative(path: string, marked: boolean, place: Position | undefined): Omit<Problem, 'file'> {
  return marked
    ? {
        rule: 'image-alt',
        place,
        found: `the image “${path}” with alternative text, marked as decorative`,
        expected: 'one of the two',
        advice: 'empty the brackets if the picture says nothing, or else remove “{decorative}”',
      }
    : {
        rule: 'image-alt',
        place,
        found: `the image “${path}” without alternative text`,
        expected: 'a few words for those who cannot see it',
        advice: 'write them in the brackets: ![what it shows](…); or “{decorative}” behind it, if it says nothing',
      };
}

function pathOf(url: string): string {
  try {
    return decodeURIComponent(url);
  } catch {
    // A percent sign that is only a percent sign.
    return url;
  }
}
