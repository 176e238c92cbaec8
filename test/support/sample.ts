import { readFile } from 'node:fs/promises';
import { loadBooklet } from '../../src/booklet/load.js';
import type { Booklet, BookPart, LessonFile } from '../../src/booklet/model.js';
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

/** What stands before or after the lessons, as `booklet.yaml` names it. */
export interface SourcePart {
  place: 'front' | 'back';
  anchor: string;
  title: string;
  editions: readonly EditionName[];
  /** The chapter's file; absent for what is made from the lessons. */
  chapter?: SourceLesson;
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
  /** In the order of the booklet, those before the lessons first. */
  parts: SourcePart[];
}

/** What is made from the lessons, by the title that it is printed with. */
const GENERATED = {
  'index-of-passages': 'Passages',
  'index-of-hymns': 'Hymns',
  'prayer-requests': 'Prayer requests',
};

let sample: Promise<Sample> | undefined;

/** Builds `lessons/intercession` in both editions, the first time it is asked for. */
export function sampleBooklet(): Promise<Sample> {
  sample ??= make();
  return sample;
}

async function make(): Promise<Sample> {
  const world = diskWorld();
  const result = await made({ editions: [...EDITION_NAMES] });
  const bytes = { leader: bytesOf(result, 'leader'), participant: bytesOf(result, 'participant') };
  const booklet = (await loadBooklet(world, INTERCESSION, { base: ROOT })).value;
  const theme = (await loadTheme(world, booklet?.theme ?? '', { folders: [`${ROOT}/templates`], base: ROOT })).value;
  if (!booklet || !theme) throw new Error('the sample booklet or its theme cannot be loaded');
  const read = async ({ path }: LessonFile): Promise<SourceLesson> => {
    const source = await readFile(path, 'utf8');
    const id = path.slice(path.lastIndexOf('/') + 1).replace(/^\d+-|\.md$/g, '');
    return { id, source, front: frontMatterOf(source), blocks: sourceBlocks(source, booklet.variables) };
  };
  const partOf = async (place: SourcePart['place'], part: BookPart): Promise<SourcePart> => {
    if (part.kind !== 'chapter')
      return { place, anchor: `.${part.kind}`, title: GENERATED[part.kind], editions: EDITION_NAMES };
    const { audience, source } = part;
    const chapter = await read(source);
    const editions = EDITION_NAMES.filter((edition) => audience === 'all' || audience === edition);
    return { place, anchor: chapter.id, title: String(chapter.front.title), editions, chapter };
  };
  return {
    made: result,
    bytes,
    pdf: { leader: await readPdf(bytes.leader), participant: await readPdf(bytes.participant) },
    booklet,
    theme,
    frame: pageFrame(booklet.trim, theme.margins),
    lessons: await Promise.all(booklet.lessons.map(read)),
    parts: [
      ...(await Promise.all(booklet.front.map((part) => partOf('front', part)))),
      ...(await Promise.all(booklet.back.map((part) => partOf('back', part)))),
    ],
  };
}

/** The parts of an edition before or after its lessons. */
export function partsOf(
  { parts }: Pick<Sample, 'parts'>,
  edition: EditionName,
  ...places: SourcePart['place'][]
): SourcePart[] {
  return parts.filter((part) => part.editions.includes(edition) && places.includes(part.place));
}

/** The chapters of an edition, before and after its lessons. */
export function chaptersOf(sample: Pick<Sample, 'parts'>, edition: EditionName): SourceLesson[] {
  return partsOf(sample, edition, 'front', 'back').flatMap(({ chapter }) => chapter ?? []);
}

/** The physical pages of a lesson, chapter or index: from its first to the page before whatever comes next. */
export function pagesOf(
  sample: Pick<Sample, 'pdf' | 'lessons' | 'parts'>,
  edition: EditionName,
  anchor: string,
): Pdf['pages'] {
  const { pages, places } = sample.pdf[edition];
  const anchors = [
    ...partsOf(sample, edition, 'front', 'back').map((part) => part.anchor),
    ...sample.lessons.map(({ id }) => id),
    '.notes',
  ];
  const starts = anchors.map((name) => {
    const page = places.get(name)?.page;
    if (page === undefined) throw new Error(`no place “${name}” in the ${edition} edition`);
    return page;
  });
  const first = places.get(anchor)?.page ?? Number.NaN;
  return pages.slice(first - 1, Math.min(...starts.filter((page) => page > first)) - 1);
}
