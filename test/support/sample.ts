import { readFile } from 'node:fs/promises';
import { loadBooklet } from '../../src/booklet/load.js';
import type { Booklet } from '../../src/booklet/model.js';
import { type PageFrame, pageFrame } from '../../src/geometry/frame.js';
import { loadTheme } from '../../src/theme/load.js';
import type { Theme } from '../../src/theme/model.js';
import { diskWorld } from '../../src/world/disk.js';
import { bytesOf, INTERCESSION, type Made, made, ROOT } from './booklet.js';
import { type Pdf, readPdf } from './pdf.js';
import { frontMatterOf, type SourceBlock, sourceBlocks } from './source.js';

export const EDITION_NAMES = ['leader', 'participant'] as const;
export type EditionName = (typeof EDITION_NAMES)[number];

/** A lesson of the sample booklet as its file says it, read without the product. */
export interface SourceLesson {
  /** Anchor of the lesson: its file's name without number and ending. */
  id: string;
  source: string;
  front: Record<string, string | string[]>;
  blocks: SourceBlock[];
}

/** The sample booklet, built once for a test file and read back. */
export interface Sample {
  made: Made;
  bytes: Record<EditionName, Uint8Array>;
  pdf: Record<EditionName, Pdf>;
  booklet: Booklet;
  theme: Theme;
  frame: PageFrame;
  lessons: SourceLesson[];
}

let sample: Promise<Sample> | undefined;

/** Builds `lessons/intercession` in both editions, the first time it is asked for. */
export function sampleBooklet(): Promise<Sample> {
  sample ??= make();
  return sample;
}

async function make(): Promise<Sample> {
  const world = diskWorld();
  const result = await made();
  const bytes = { leader: bytesOf(result, 'leader'), participant: bytesOf(result, 'participant') };
  const booklet = (await loadBooklet(world, INTERCESSION, { base: ROOT })).value;
  const theme = (await loadTheme(world, booklet?.theme ?? '', { folders: [`${ROOT}/templates`], base: ROOT })).value;
  if (!booklet || !theme) throw new Error('the sample booklet or its theme cannot be loaded');
  const lessons = await Promise.all(
    booklet.lessons.map(async ({ path }): Promise<SourceLesson> => {
      const source = await readFile(path, 'utf8');
      const id = path.slice(path.lastIndexOf('/') + 1).replace(/^\d+-|\.md$/g, '');
      return { id, source, front: frontMatterOf(source), blocks: sourceBlocks(source, booklet.variables) };
    }),
  );
  return {
    made: result,
    bytes,
    pdf: { leader: await readPdf(bytes.leader), participant: await readPdf(bytes.participant) },
    booklet,
    theme,
    frame: pageFrame(booklet.trim, theme.margins),
    lessons,
  };
}

/** The physical pages of a lesson: from its opener to the page before the next lesson or the closing notes. */
export function pagesOfLesson(
  { pdf, lessons }: Pick<Sample, 'pdf' | 'lessons'>,
  edition: EditionName,
  id: string,
): Pdf['pages'] {
  const { pages, places } = pdf[edition];
  const starts = [...lessons.map((lesson) => lesson.id), '.notes'].map(
    (anchor) => places.get(anchor)?.page ?? Number.NaN,
  );
  const first = places.get(id)?.page ?? Number.NaN;
  const next = Math.min(...starts.filter((page) => page > first));
  return pages.slice(first - 1, next - 1);
}
