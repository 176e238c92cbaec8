import type { ImageProblem } from './image-problem.js';

/**
 * Where the image of a lesson is, as a path within the booklet's folder; or why it may not be read. Only paths that stay
 * inside that folder are allowed: a booklet must be whole wherever its folder is copied, and must not print anything else.
 *
 * @param path as written in the lesson, relative to its file.
 * @param folder the lesson's folder relative to the booklet's: empty for the booklet's own.
 */
export function checkPath(path: string, folder = ''): { path: string } | ImageProblem {
  const refused = refusal(path);
  if (refused) return outside(path, refused);
  const parts: string[] = [];
  for (const part of [...folder.split('/'), ...path.split('/')]) {
    if (part === '' || part === '.') continue;
    if (part !== '..') parts.push(part);
    else if (parts.pop() === undefined) return outside(path, 'leads out of the booklet’s folder');
  }
  return parts.length > 0 ? { path: parts.join('/') } : outside(path, 'names no file');
}

function refusal(path: string): string | undefined {
  if (path.trim() === '') return 'is empty';
  if (/^[a-z]:[\\/]/i.test(path)) return 'is absolute';
  if (/^[a-z][a-z0-9+.-]*:/i.test(path) || path.startsWith('//')) return 'is a web address';
  if (path.startsWith('/') || path.startsWith('~')) return 'is absolute';
  if (path.includes('\\')) return 'has a backslash in it';
  // biome-ignore lint/suspicious/noControlCharactersInRegex: a null character ends a path for some systems
  return /[\u0000-\u001f\u007f]/.test(path) ? 'has a control character in it' : undefined;
}

function outside(path: string, what: string): ImageProblem {
  return {
    rule: 'path-outside',
    found: `the image path “${path}” ${what}`,
    expected: 'a path within the booklet’s folder, with “/” between its parts, such as “images/ark.png”',
    advice: 'copy the image into that folder and name it from there',
  };
}
