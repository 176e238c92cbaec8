import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { lessonMarkdown } from './lesson.js';
import { randomFrom } from './random.js';
import { sentences } from './sentences.js';

/** How many booklets there are, and lessons in each. */
export interface Extent {
  booklets: number;
  lessons: number;
}

/** Sizes that are measured. */
export const SIZES = {
  S: { booklets: 1, lessons: 1 },
  M: { booklets: 1, lessons: 5 },
  L: { booklets: 1, lessons: 50 },
  XL: { booklets: 60, lessons: 5 },
} as const satisfies Record<string, Extent>;

export type SizeName = keyof typeof SIZES;

/** Booklets on the disk. */
export interface Corpus {
  /** Folder of the booklets, `booklet-01` and so on, each with a `booklet.yaml` and its lessons. */
  folder: string;
  /** Absolute paths of the booklets' folders. */
  booklets: string[];
}

/** Writes booklets into a folder. The same seed writes the same bytes, whatever else is written. */
export function writeCorpus(folder: string, { booklets, lessons }: Extent, seed = 1): Corpus {
  const folders = Array.from({ length: booklets }, (_, index) => join(folder, `booklet-${twoDigits(index + 1)}`));
  for (const [booklet, path] of folders.entries()) {
    mkdirSync(path, { recursive: true });
    for (const [name, text] of Object.entries(bookletFiles(lessons, seed + booklet * 1000))) {
      writeFileSync(join(path, name), text);
    }
  }
  return { folder, booklets: folders };
}

/** The files of one booklet, by name. */
export function bookletFiles(lessons: number, seed: number): Record<string, string> {
  const say = sentences(randomFrom(seed));
  // Sheets are left as they come out, so that no booklet has a page more or less for the sake of its last one.
  const yaml = `title: ${say.title()}\nsubtitle: ${say.title()}\nauthors: [Gathering]\nfit: blank\n`;
  const written = Array.from({ length: lessons }, (_, index) => [
    `lesson-${twoDigits(index + 1)}.md`,
    lessonMarkdown(randomFrom(seed + index + 1), index + 1),
  ]);
  return { 'booklet.yaml': yaml, ...Object.fromEntries(written) };
}

function twoDigits(number: number): string {
  return String(number).padStart(2, '0');
}
