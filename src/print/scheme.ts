import type { PrintSettings } from '../booklet/print-settings.js';
import type { Size } from '../geometry/frame.js';
import type { PlanOptions } from './signatures/model.js';
import { planProblems } from './signatures/problems.js';

/** What a booklet says of how its sheets become a book. */
export type BindingSettings = Pick<PrintSettings, 'binding' | 'signature' | 'flip' | 'direction' | 'stock'>;

/**
 * How the pages of a booklet are put on sheets of this paper. Where two of its pages do not fit beside each other, each
 * stands on a side of its own, and sheets are turned like the pages of a book.
 */
export function planOptions(settings: BindingSettings, trim: Size, paper: Size): PlanOptions {
  const { binding, signature, flip, direction, stock } = settings;
  const shared = { trim, flip, direction, thickness: stock.thickness };
  const fits = (options: PlanOptions) => planProblems(1, paper, { ...options, thickness: 0 }).length === 0;
  const wanted: PlanOptions[] = {
    saddle: [{ ...shared, scheme: 'saddle' as const }],
    sewn: [{ ...shared, scheme: 'signatures' as const, sheetsPerSignature: signature }],
    perfect: [{ ...shared, scheme: 'cut-2' as const }],
    'cut-and-stack': [
      { ...shared, scheme: 'cut-4' as const },
      { ...shared, scheme: 'cut-2' as const },
    ],
  }[binding];
  const single: PlanOptions = {
    ...shared,
    scheme: 'single',
    flip: trim.width > trim.height ? 'short' : 'long',
  };
  return wanted.find(fits) ?? (fits(single) ? single : (wanted.at(-1) ?? single));
}
