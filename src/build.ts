import { checkNames } from './booklet/same-names.js';
import { makeEditions } from './build/editions.js';
import { survey } from './build/lessons.js';
import { plan } from './build/plan.js';
import { type Prepared, prepare } from './build/prepare.js';
import { planSheets } from './build/sheets.js';
import type { Build, BuiltFile } from './build-types.js';
import { hasErrors, sortDiagnostics } from './diagnostics/diagnostic.js';
import { sheetsFor } from './geometry/frame.js';
import type { Target } from './geometry/targets.js';
import { checkLeaks } from './leaks/gate.js';
import type { StagedFile } from './output/model.js';
import { impose } from './print/impose/impose.js';

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
      for await (const made of makeEditions(world, booklet, request, onProgress)) {
        const { edition, pages, bytes } = made.value;
        const { id, targets } = booklet.booklet;
        const sheets = planSheets(booklet.booklet, edition, pages, made.trim);
        messages.push(...made.messages, ...(targets.includes('home') ? sheets.messages : []));
        if (hasErrors(messages)) continue;
        const name = edition.name;
        const stage = async (target: Target, place: string, content: Uint8Array, milliseconds: number) => {
          onProgress({ booklet: id, edition: name, phase: 'write' });
          const path = `${request.out}/${id}/${place}`;
          const file = await output.stage(path, content);
          const size = { pages, sheets: sheets.value?.sheets ?? sheetsFor(pages), bytes: content.length };
          staged.push({ file, built: { booklet: id, edition: name, target, path, ...size, milliseconds } });
          return file;
        };
        const screen = targets.includes('screen')
          ? await stage('screen', `${name}.pdf`, bytes, made.milliseconds)
          : undefined;
        const place = { file: `${id}/${name}.pdf`, edition: name };
        messages.push(...(await checkLeaks(screen ? await screen.read() : bytes, made.withheld, place)));
        if (targets.includes('home') && sheets.value) {
          onProgress({ booklet: id, edition: name, phase: 'print' });
          const start = world.now();
          const imposed = await impose(bytes, sheets.value.signatures, { trim: made.trim });
          await stage('home', `print-pack/${name}-home.pdf`, imposed, world.now() - start);
        }
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
