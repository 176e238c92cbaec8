import { fileURLToPath } from 'node:url';

const [, program = '', code = ''] = /^(.*\/)((?:src|dist)\/)/.exec(import.meta.url) ?? [];

/**
 * The folder of the code that runs, `src` or `dist`, as a file URL that ends with a slash. A bundle puts modules into files as
 * it likes, so none may know its own place; it is told by that of the folder which they all lie in.
 */
export const CODE = `${program}${code}`;

/** Absolute path of this package's folder, with slashes and none at its end: templates and the list of packages lie there. */
export const PROGRAM_FOLDER = fileURLToPath(program).replaceAll('\\', '/').replace(/\/+$/, '');
