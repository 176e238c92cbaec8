import { giveAdvice } from '../advice/give-advice.js';
import type { BookletFolder } from '../advice/model.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { selectEdition } from '../edition/select.js';
import type { Lesson } from '../lesson/model.js';
import { allBlocks } from '../lesson/walk.js';
import { readFolder } from '../load/booklet-folder.js';
import { readLessonFile } from '../load/lesson-files.js';
import type { World } from '../world/model.js';
import { chapterFiles } from './lessons.js';
import type { Prepared } from './prepare.js';

/**
 * Advice about a booklet that is ready to be set. Of an overlay, only what stands in its own folder is spoken of: the rest is
 * for those to mend whose it is.
 *
 * @param base - Absolute path of the folder the command was run in.
 */
export async function advise(world: World, prepared: Prepared, base: string): Promise<Diagnostic[]> {
  const { booklet, front, back } = prepared;
  const chapters = [...front, ...back].flatMap((part) => (part.kind === 'chapter' ? [part.chapter] : []));
  const lessons = [...prepared.lessons, ...chapters];
  const own = ownFiles(prepared);
  const sources = new Map<string, string>();
  for (const file of own) {
    const { value = '' } = await readLessonFile(world, file);
    sources.set(file.file, value.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n'));
  }
  const folder = await folderOf(world, prepared, lessons, base);
  const advice = giveAdvice({
    booklet,
    lessons,
    contents: [...booklet.knownEditions.values()].map((edition) => selectEdition(prepared, edition)),
    sources,
    folder,
  });
  const mine = new Set([...sources.keys(), ...folder.pictures.map(({ file }) => file)]);
  return advice.filter(({ file }) => mine.has(file ?? ''));
}

/** The files of lessons, chapters and changes that lie in the booklet's own folder. */
export function ownFiles({ booklet }: Pick<Prepared, 'booklet'>) {
  return [...booklet.lessons, ...chapterFiles(booklet), ...booklet.changes].filter(
    ({ folder }) => folder === booklet.folder,
  );
}

async function folderOf(
  world: World,
  { booklet }: Prepared,
  lessons: readonly Lesson[],
  base: string,
): Promise<BookletFolder> {
  const { pictures, texts } = await readFolder(world, booklet.folder);
  const printed = lessons.flatMap(({ ornament, body, footnotes }) => [
    ...(ornament ? [ornament.path] : []),
    ...[...allBlocks({ body, footnotes })].flatMap((block) => (block.type === 'figure' ? [block.image.path] : [])),
  ]);
  const named = [booklet.cover, booklet.logo].flatMap((file) => file?.path ?? []);
  return {
    pictures: pictures.map((path) => ({ path, file: knownAs(`${booklet.folder}/${path}`, base) })),
    printed: new Set([...printed, ...named].map((path) => path.replace(/^(?:\.\/+)+/, ''))),
    texts,
  };
}
