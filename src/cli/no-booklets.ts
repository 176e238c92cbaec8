import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';

/** What to say where no booklet was named and none is found. */
export function noBooklets(): Diagnostic {
  return diagnostic({
    file: 'lessons',
    rule: 'booklet-missing',
    found: 'no folder under “lessons” that has a booklet.yaml',
    expected: 'at least one booklet',
    advice: 'run this where your lessons folder is, or name a booklet’s folder: gathering build DIR',
  });
}
