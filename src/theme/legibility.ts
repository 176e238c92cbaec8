import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Size } from '../geometry/frame.js';
import { mm } from '../geometry/units.js';
import { type ContrastContext, checkContrast } from './contrast.js';
import { whereSet } from './layers.js';
import type { Theme } from './model.js';

/** Smallest text block that lines of type can be set in, in points. */
const SMALLEST_TEXT: Size = { width: mm(60), height: mm(80) };

/**
 * What makes a theme hard to read: colours too close to each other, and margins that leave no room for text on the page. Each
 * is reported in the file that sets it.
 */
export function checkLegibility(
  theme: Pick<Theme, 'color' | 'size' | 'margins'>,
  context: ContrastContext,
  trim: Size | undefined,
): Diagnostic[] {
  const messages = checkContrast(theme, context);
  const { inner, outer, top, bottom } = theme.margins;
  if (trim && (trim.width - inner - outer < SMALLEST_TEXT.width || trim.height - top - bottom < SMALLEST_TEXT.height)) {
    messages.push(
      diagnostic({
        ...whereSet(context.layers, ['margins']),
        rule: 'wrong-value',
        found: '“margins” leave hardly any of the page',
        expected: 'room for text at least 60 mm wide and 80 mm high',
        advice: 'make the margins smaller, or the page larger in booklet.yaml',
      }),
    );
  }
  return messages;
}
