import type { FileChange } from '../build.js';
import { OutputError } from '../output/error.js';
import type { StagedFile } from '../output/model.js';
import type { CliIo } from './io.js';

/**
 * Writes what was mended, each file whole or not at all, and then gives files their new names. Throws an OutputError, before
 * anything is written, where a file is no longer what it was when it was looked at.
 */
export async function writeFixes(
  changes: readonly FileChange[],
  { world, output }: Pick<CliIo, 'world' | 'output'>,
): Promise<void> {
  const encoder = new TextEncoder();
  for (const { path, before } of changes) {
    const now = await world.readFile(path);
    if (!now || !isSame(now, encoder.encode(before))) {
      throw new OutputError(path, 'it was changed in the meantime; run the command again');
    }
  }
  const staged: StagedFile[] = [];
  try {
    for (const { path, before, after } of changes) {
      if (before !== after) staged.push(await output.stage(path, encoder.encode(after)));
    }
    for (const file of staged) await file.publish();
    for (const { path, to } of changes) if (to) await output.move(path, to.path);
  } finally {
    for (const file of staged) await file.discard();
  }
}

function isSame(a: Uint8Array, b: Uint8Array): boolean {
  return a.length === b.length && a.every((byte, index) => byte === b[index]);
}
