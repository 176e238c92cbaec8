import type { EditionDefinition } from '../booklet/model.js';
import type { BuildRequest, BuiltFile } from '../build-types.js';
import { type Checked, hasErrors } from '../diagnostics/diagnostic.js';
import { sheetsFor } from '../geometry/frame.js';
import { checkLeaks } from '../leaks/gate.js';
import type { Withheld } from '../leaks/withheld.js';
import type { World } from '../world/model.js';
import { type Finished, makeEditions } from './editions.js';
import type { MadeLayout } from './manifest/manifest.js';
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
  /** The pages of an edition that it holds; absent where it is a card or a cover. */
  layout?: MadeLayout;
  /** How its pages are put on paper. */
  sheet: { sheets: boolean; multiple: number };
  /** What must not be found in it once it is written; absent where its pages have been looked at in another file. */
  withheld?: Withheld;
}

/** A file, or only what there is to say. */
export interface FileStep extends Checked<MadeFile | undefined> {
  /** Place among the booklet's editions of the one that it is about; after all of them, for what is about several. */
  order: number;
}

/**
 * Makes every file of a booklet, one after the other: each edition for each target, and the cards that go with sheets. Editions
 * come as they are made, not in their order.
 */
export async function* bookletFiles(
  world: World,
  prepared: Prepared,
  request: Pick<BuildRequest, 'theme'>,
  tell: Tell,
  memory: BuildMemory,
): AsyncGenerator<FileStep> {
  const { id, targets, editions } = prepared.booklet;
  const orderOf = ({ name }: EditionDefinition) => editions.findIndex((one) => one.name === name);
  const onSheets = targets.includes('home') || targets.includes('copyshop');
  const planned: PlannedEdition[] = [];
  let failed = false;
  for await (const made of makeEditions(world, prepared, request, tell, memory)) {
    const { edition, pages, bytes } = made.value;
    const order = orderOf(edition);
    if (made.form === 'phone') {
      failed ||= hasErrors(made.messages);
      yield { value: failed ? undefined : phoneFile(id, made), messages: made.messages, order };
      continue;
    }
    const { value: plan, messages } = planSheets(prepared.booklet, edition, pages, made.trim);
    const found = [...made.messages, ...(onSheets ? messages : [])];
    // Sheets at home hold the pages of the screen, which are looked at here where they get no file of their own.
    if (!targets.includes('screen')) {
      const place = { file: `${id}/${edition.name}.pdf`, edition: edition.name };
      found.push(...(await checkLeaks(bytes, made.withheld, place)));
    }
    yield { value: undefined, messages: found, order };
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
      const about = { ...(loose ? {} : { layout: layoutOf(made) }), ...(painted ? { withheld: made.withheld } : {}) };
      yield { value: { place, bytes: file, built, sheet, ...about }, messages: [], order };
    }
  }
  if (failed) return;
  planned.sort((one, other) => orderOf(one.edition) - orderOf(other.edition));
  for await (const { place, bytes, ...about } of packFiles(world, prepared, planned, request)) {
    const built = { booklet: id, ...about, sheets: 1, milliseconds: 0 };
    yield {
      value: { place, bytes, built, sheet: { sheets: true, multiple: 1 } },
      messages: [],
      order: editions.length,
    };
  }
}

/** An edition for telephones, beside the one for screens. It has no sheets. */
function phoneFile(booklet: string, made: Finished): MadeFile {
  const { value, milliseconds, withheld } = made;
  const { edition, pages, bytes } = value;
  return {
    place: `${edition.name}-phone.pdf`,
    bytes,
    built: { booklet, edition: edition.name, target: 'phone', pages, sheets: 0, milliseconds },
    layout: layoutOf(made),
    sheet: { sheets: false, multiple: 1 },
    withheld,
  };
}

function layoutOf({ value: { edition, pages }, form, trim, anchors }: Finished): MadeLayout {
  return { edition, form, trim, pages, anchors };
}
