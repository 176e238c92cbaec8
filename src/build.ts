import { checkNames } from './booklet/same-names.js';
import { makeEditions } from './build/editions.js';
import { survey } from './build/lessons.js';
import { type Prepared, prepare } from './build/prepare.js';
import type { Build, BuiltFile } from './build-types.js';
import { hasErrors, sortDiagnostics } from './diagnostics/diagnostic.js';
import { checkLeaks } from './leaks/gate.js';
import type { StagedFile } from './output/model.js';

export type * from './build-types.js';
export { survey };

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
        const { bytes, ...built } = made.value;
        messages.push(...made.messages);
        if (hasErrors(messages)) continue;
        const path = `${request.out}/${built.booklet}/${built.edition}.pdf`;
        onProgress({ booklet: built.booklet, edition: built.edition, phase: 'write' });
        const file = await output.stage(path, bytes);
        staged.push({ file, built: { ...built, path, bytes: bytes.length } });
        const place = { file: `${built.booklet}/${built.edition}.pdf`, edition: built.edition };
        messages.push(...(await checkLeaks(await file.read(), made.withheld, place)));
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
