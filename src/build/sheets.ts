import type { Booklet, EditionDefinition } from '../booklet/model.js';
import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import { PAPERS, type Size } from '../geometry/frame.js';
import { planOptions } from '../print/scheme.js';
import type { PlanOptions, Signature } from '../print/signatures/model.js';
import { planSignatures } from '../print/signatures/plan.js';
import { planProblems } from '../print/signatures/problems.js';

/** How the pages of an edition are put on its paper. */
export interface SheetPlan {
  options: PlanOptions;
  signatures: Signature[];
  /** Sheets of paper that one copy takes. */
  sheets: number;
}

/** Plans the sheets of an edition; undefined, with messages, where its pages cannot be put on its paper. */
export function planSheets(
  booklet: Booklet,
  edition: EditionDefinition,
  pages: number,
  trim: Size,
): Checked<SheetPlan | undefined> {
  const paper = PAPERS[edition.paper ?? booklet.paper];
  const options = planOptions(booklet, trim, paper);
  const problems = planProblems(pages, paper, options);
  if (problems.length > 0) {
    const at = booklet.said(['trim']);
    return {
      value: undefined,
      messages: problems.map(({ found, ...rest }) =>
        diagnostic({ ...at, rule: 'print-sheet', found: `${found}, for the edition “${edition.name}”`, ...rest }),
      ),
    };
  }
  const signatures = planSignatures(pages, paper, options);
  const sheets = signatures.reduce((count, signature) => count + signature.sheets.length, 0);
  return { value: { options, signatures, sheets }, messages: [] };
}
