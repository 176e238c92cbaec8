import type { BuildRequest, BuiltFile } from '../build-types.js';
import { type Checked, hasErrors } from '../diagnostics/diagnostic.js';
import { sheetsFor } from '../geometry/frame.js';
import { checkLeaks } from '../leaks/gate.js';
import type { Withheld } from '../leaks/withheld.js';
import type { World } from '../world/model.js';
import { type Finished, makeEditions } from './editions.js';
import type { BuildMemory } from './memory.js';
import { type PlannedEdition, packFiles } from './pack.js';
import type { Prepared, Tell } from './prepare.js';
import { planSheets } from './sheets.js';
import { targetFiles } from './targets.js';

/** A file of a booklet, ready to be written. */
export interface MadeFile {
  /** Path below the booklet's folder of output. */
  place: string;
  bytes: Uint8Array;
  built: Omit<BuiltFile, 'path' | 'bytes'>;
  /** How its pages are put on paper. */
  sheet: { sheets: boolean; multiple: number };
  /** What must not be found in it once it is written; absent where its pages have been looked at in another file. */
  withheld?: Withheld;
}

/**
 * Makes every file of a booklet, one after the other: each edition for each target, and the cards that go with sheets.
 * The value is undefined where there are only messages to tell.
 */
export async function* bookletFiles(
  world: World,
  prepared: Prepared,
  request: Pick<BuildRequest, 'theme'>,
  tell: Tell,
  memory: BuildMemory,
): AsyncGenerator<Checked<MadeFile | undefined>> {
  const { id, targets } = prepared.booklet;
  const onSheets = targets.includes('home') || targets.includes('copyshop');
  const planned: PlannedEdition[] = [];
  let failed = false;
  for await (const made of makeEditions(world, prepared, request, tell, memory)) {
    const { edition, pages, bytes } = made.value;
    if (made.form === 'phone') {
      failed ||= hasErrors(made.messages);
      yield { value: failed ? undefined : phoneFile(id, made), messages: made.messages };
      continue;
    }
    const { value: plan, messages } = planSheets(prepared.booklet, edition, pages, made.trim);
    const found = [...made.messages, ...(onSheets ? messages : [])];
    // Sheets at home hold the pages of the screen, which are looked at here where they get no file of their own.
    if (!targets.includes('screen')) {
      const place = { file: `${id}/${edition.name}.pdf`, edition: edition.name };
      found.push(...(await checkLeaks(bytes, made.withheld, place)));
    }
    yield { value: undefined, messages: found };
    failed ||= hasErrors(found);
    if (failed) continue;
    if (onSheets && plan) planned.push({ edition, trim: made.trim, plan });
    tell({ booklet: id, edition: edition.name, phase: 'print' });
    for await (const { place, bytes: file, target, painted, milliseconds, loose, onSheet } of targetFiles(
      world,
      prepared,
      made,
      plan,
    )) {
      const size = loose ? { pages: 1, sheets: 1 } : { pages, sheets: plan?.sheets ?? sheetsFor(pages) };
      const built = { booklet: id, edition: edition.name, target, ...size, milliseconds };
      // Only sheets that were planned are filled with as many pages as they hold.
      const sheet = { sheets: onSheet === true, multiple: 1 };
      yield {
        value: { place, bytes: file, built, sheet, ...(painted ? { withheld: made.withheld } : {}) },
        messages: [],
      };
    }
  }
  if (failed) return;
  for await (const { place, bytes, ...about } of packFiles(world, prepared, planned, request)) {
    const built = { booklet: id, ...about, sheets: 1, milliseconds: 0 };
    yield { value: { place, bytes, built, sheet: { sheets: true, multiple: 1 } }, messages: [] };
  }
}

/** An edition for telephones, beside the one for screens. It has no sheets. */
function phoneFile(booklet: string, { value, milliseconds, withheld }: Finished): MadeFile {
  const { edition, pages, bytes } = value;
  return {
    place: `${edition.name}-phone.pdf`,
    bytes,
    built: { booklet, edition: edition.name, target: 'phone', pages, sheets: 0, milliseconds },
    sheet: { sheets: false, multiple: 1 },
    withheld,
  };
}
