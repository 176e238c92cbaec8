import type { Problem } from '../diagnostics/diagnostic.js';

/** Why an image cannot be used; its place is added where the lesson is made. */
export type ImageProblem = Omit<Problem, 'file' | 'place'>;

/** Whether an image has a problem rather than a source. */
export function isImageProblem(image: object): image is ImageProblem {
  return 'rule' in image;
}

/** The problem of an image whose file does not exist. */
export function missingImage(path: string): ImageProblem {
  return {
    rule: 'image-missing',
    found: `no image “${path}”`,
    expected: 'a path from this lesson’s folder to a PNG, JPEG or SVG file',
    advice: 'check the spelling and the folder, or add the file',
  };
}
