import { checkNames } from './booklet/same-names.js';
import { makeEditions } from './build/editions.js';
import { survey } from './build/lessons.js';
import { type PlannedEdition, packFiles } from './build/pack.js';
import { plan } from './build/plan.js';
import { type Prepared, prepare } from './build/prepare.js';
import { planSheets } from './build/sheets.js';
import { targetFiles } from './build/targets.js';
import type { Build, BuiltFile, Phase } from './build-types.js';
import { hasErrors, sortDiagnostics } from './diagnostics/diagnostic.js';
import { sheetsFor } from './geometry/frame.js';
import { checkLeaks } from './leaks/gate.js';
import type { StagedFile } from './output/model.js';

export type * from './build-types.js';
export { plan, survey };

/**
 * Builds booklets: each is loaded and parsed once, its scripture set once, and then every edition of it is selected,
 * laid out and painted. Files are written under temporary names and read back; nothing appears unless everything that
 * was asked for could be made and nothing in it is meant for other eyes.
 */
export const build: Build = async (world, output, request, onProgress = () => {}) => {
  const messages = checkNames(request.booklets, request.base);
  const prepared: Prepared[] = [];
  for (const folder of new Set(request.booklets)) {
    const booklet = await prepare(world, folder, request, onProgress);
    messages.push(...booklet.messages);
    if (booklet.value) prepared.push(booklet.value);
  }
  if (hasErrors(messages)) return { files: [], messages: sortDiagnostics(messages) };

  const staged: { file: StagedFile; built: BuiltFile }[] = [];
  try {
    for (const booklet of prepared) {
      const planned: PlannedEdition[] = [];
      for await (const made of makeEditions(world, booklet, request, onProgress)) {
        const { edition, pages, bytes } = made.value;
        const { id, targets } = booklet.booklet;
        const sheets = planSheets(booklet.booklet, edition, pages, made.trim);
        const onSheets = targets.includes('home') || targets.includes('copyshop');
        messages.push(...made.messages, ...(onSheets ? sheets.messages : []));
        if (hasErrors(messages)) continue;
        if (onSheets && sheets.value) planned.push({ edition, trim: made.trim, plan: sheets.value });
        const tell = (phase: Phase) => onProgress({ booklet: id, edition: edition.name, phase });
        const gate = async (read: Uint8Array, place: string) => {
          const file = { file: `${id}/${place}`, edition: edition.name };
          messages.push(...(await checkLeaks(read, made.withheld, file)));
        };
        // Sheets at home hold the pages of the screen, which are read back here where they get no file of their own.
        if (!targets.includes('screen')) await gate(bytes, `${edition.name}.pdf`);
        tell('print');
        for await (const one of targetFiles(world, booklet, made, sheets.value)) {
          tell('write');
          const { place, target, painted, milliseconds } = one;
          const path = `${request.out}/${id}/${place}`;
          const file = await output.stage(path, one.bytes);
          const counts = one.loose
            ? { pages: 1, sheets: 1 }
            : { pages, sheets: sheets.value?.sheets ?? sheetsFor(pages) };
          const size = { ...counts, bytes: one.bytes.length };
          staged.push({ file, built: { booklet: id, edition: edition.name, target, path, ...size, milliseconds } });
          if (painted) await gate(await file.read(), place);
        }
      }
      if (hasErrors(messages)) continue;
      for await (const { place, bytes, ...about } of packFiles(world, booklet, planned, request)) {
        const path = `${request.out}/${booklet.booklet.id}/${place}`;
        const file = await output.stage(path, bytes);
        const made = { booklet: booklet.booklet.id, ...about, path, sheets: 1, bytes: bytes.length, milliseconds: 0 };
        staged.push({ file, built: made });
      }
    }
    if (hasErrors(messages)) return { files: [], messages: sortDiagnostics(messages) };
    for (const { file } of staged) await file.publish();
    return { files: staged.map(({ built }) => built), messages: sortDiagnostics(messages) };
  } finally {
    // What was published is no longer there to be discarded.
    for (const { file } of staged) await file.discard();
  }
};
