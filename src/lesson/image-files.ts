import type { Root } from 'mdast';
import { checkImage } from './check-image.js';
import { checkPath } from './image-path.js';
import { type ImageProblem, isImageProblem, missingImage } from './image-problem.js';
import { imagePaths } from './images.js';
import type { ImageSource } from './model.js';

/** The files that must be read for a lesson's images, as paths within the booklet's folder. */
export function imagesToRead(root: Root): string[] {
  return imagePaths(root).flatMap(({ path }) => {
    const checked = checkPath(path);
    return isImageProblem(checked) ? [] : [checked.path];
  });
}

/**
 * The images of a lesson by the paths its author wrote: looked at, or why they cannot be used.
 *
 * @param bytes - What was read for `imagesToRead`; undefined where there is no such file.
 */
export function settleImages(
  root: Root,
  bytes: ReadonlyMap<string, Uint8Array | undefined>,
): Map<string, ImageSource | ImageProblem> {
  return new Map(
    imagePaths(root).map(({ path }) => {
      const checked = checkPath(path);
      if (isImageProblem(checked)) return [path, checked];
      const data = bytes.get(checked.path);
      return [path, data ? checkImage(path, data) : missingImage(path)];
    }),
  );
}
