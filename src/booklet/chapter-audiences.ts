import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Booklet } from './model.js';

/** Reports chapters that are for editions which the booklet does not have. */
export function checkChapters({ front, back, knownEditions, editionsBelow, said }: Booklet): Diagnostic[] {
  const known = [...knownEditions.keys(), ...editionsBelow];
  const within = (key: string, parts: Booklet['front']) =>
    parts.flatMap((part, index) => {
      if (part.kind !== 'chapter' || part.audience === 'all' || known.includes(part.audience)) return [];
      return diagnostic({
        ...said([key, index, 'for']),
        rule: 'unknown-audience',
        found: `a chapter for “${part.audience}”`,
        expected: 'the name of an edition of this booklet',
        advice: suggest(part.audience, known),
      });
    });
  return [...within('front', front), ...within('back', back)];
}
