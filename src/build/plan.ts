import type { EditionPlan, Plan } from '../build-types.js';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { describePlan } from '../print/signatures/describe.js';
import { layOutEditions } from './lay-out.js';
import { prepare } from './prepare.js';
import { planSheets } from './sheets.js';

/** Everything of a build up to the layout, and then a plan of the sheets. */
export const plan: Plan = async (world, request, onProgress = () => {}) => {
  const messages: Diagnostic[] = [];
  const plans: EditionPlan[] = [];
  for (const folder of new Set(request.booklets)) {
    const prepared = await prepare(world, folder, request, onProgress);
    messages.push(...prepared.messages);
    if (!prepared.value) continue;
    const { booklet } = prepared.value;
    for await (const { edition, laid } of layOutEditions(world, prepared.value, request, onProgress)) {
      messages.push(...laid.messages);
      const pages = laid.assembly.pages.length;
      const { value, messages: found } = planSheets(booklet, edition, pages, laid.frame.trim);
      messages.push(...found);
      if (!value) continue;
      const { options, signatures, sheets } = value;
      const text = describePlan(pages, signatures, options);
      plans.push({ booklet: booklet.id, edition: edition.name, pages, sheets, options, signatures, text });
    }
  }
  return { value: plans, messages: sortDiagnostics(messages) };
};
