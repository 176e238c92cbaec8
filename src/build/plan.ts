import type { EditionDefinition } from '../booklet/model.js';
import type { EditionPlan, Plan, PlanRequest } from '../build-types.js';
import { type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { editionFrame } from '../edition/frame.js';
import type { Size } from '../geometry/frame.js';
import { describePlan } from '../print/signatures/describe.js';
import type { World } from '../world/model.js';
import { layOutEditions } from './lay-out.js';
import { type Look, themeOf } from './looks.js';
import { type Prepared, prepare, type Tell } from './prepare.js';
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
    for await (const { edition, pages, trim, messages: said } of countedEditions(
      world,
      prepared.value,
      request,
      onProgress,
    )) {
      messages.push(...said);
      const { value, messages: found } = planSheets(booklet, edition, pages, trim);
      messages.push(...found);
      if (!value) continue;
      const { options, signatures, sheets } = value;
      const text = describePlan(pages, signatures, options);
      plans.push({ booklet: booklet.id, edition: edition.name, pages, sheets, options, signatures, text });
    }
  }
  return { value: plans, messages: sortDiagnostics(messages) };
};

/** What a plan needs to know of an edition. */
interface CountedEdition {
  edition: EditionDefinition;
  pages: number;
  trim: Size;
  messages: Diagnostic[];
}

/** The editions with as many pages as were asked for, or where none were with those that they have once laid out. */
async function* countedEditions(
  world: World,
  prepared: Prepared,
  request: PlanRequest,
  tell: Tell,
): AsyncGenerator<CountedEdition> {
  const { booklet, looks } = prepared;
  const { pages } = request;
  if (pages !== undefined) {
    for (const edition of booklet.editions) {
      const { theme } = looks.get(themeOf(edition, booklet, request)) as Look;
      yield { edition, pages, trim: editionFrame(edition, booklet, theme.margins).trim, messages: [] };
    }
    return;
  }
  for await (const { edition, laid } of layOutEditions(world, prepared, request, tell)) {
    yield { edition, pages: laid.assembly.pages.length, trim: laid.frame.trim, messages: laid.messages };
  }
}
