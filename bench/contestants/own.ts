import { mkdirSync, readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { writeCorpus } from '../corpus/corpus.js';
import type { Ground, Own } from './model.js';

/** Writes the booklets once more, for a contestant by itself: some of them change them. */
export function ownBooklets(key: string, { work, extent, seed }: Ground): Own {
  const folder = join(work, `${extent.booklets}x${extent.lessons}`, key);
  rmSync(folder, { recursive: true, force: true });
  const [out, keep] = [join(folder, 'out'), join(folder, 'keep')];
  for (const path of [out, keep]) mkdirSync(path, { recursive: true });
  return { corpus: writeCorpus(join(folder, 'lessons'), extent, seed), out, keep };
}

/** Bytes of all PDFs in a folder and those within it. */
export function pdfBytes(folder: string): number {
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.pdf'));
  return files.reduce((sum, name) => sum + statSync(join(folder, name)).size, 0);
}
