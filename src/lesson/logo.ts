import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { checkImage } from './check-image.js';
import { checkPath } from './image-path.js';
import { isImageProblem } from './image-problem.js';
import type { ImageSource } from './model.js';

/** A picture that `booklet.yaml` names, and where it does so. */
export interface NamedPicture {
  /** As written, relative to the folder of the file that names it. */
  path: string;
  file: string;
  place?: Diagnostic['place'];
}

/**
 * The church's mark: a picture as a lesson's is, looked at before it is printed.
 *
 * @param bytes - What stands at the path, or undefined when there is no such file in the folder.
 */
export function checkLogo(
  { path, file, place }: NamedPicture,
  bytes: Uint8Array | undefined,
): Checked<ImageSource | undefined> {
  const checked = checkPath(path);
  const image = isImageProblem(checked) ? checked : bytes ? checkImage(path, bytes) : MISSING(path);
  if (!isImageProblem(image)) return { value: image, messages: [] };
  return { value: undefined, messages: [diagnostic({ ...image, file, place })] };
}

const MISSING = (path: string) =>
  ({
    rule: 'image-missing',
    found: `no image “${path}”`,
    expected: 'a path from the folder of booklet.yaml to a PNG, JPEG or SVG file',
    advice: 'check the spelling and the folder, or add the file',
  }) as const;
