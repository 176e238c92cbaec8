import { UNSAFE } from '../diagnostics/visible.js';

export { cutToWidth, padToWidth, textWidth } from '../diagnostics/text-width.js';

/** JSON in which unsafe characters are escaped as JSON escapes them, which leaves its value as it was. */
export function visibleJson(value: unknown): string {
  // Only line feeds of JSON's own indentation can stand raw in it, and those stay.
  return JSON.stringify(value, null, 2).replace(UNSAFE, (c) =>
    c === '\n' ? c : `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
