import type { Position } from 'unist';
import { loadBooklet } from '../booklet/load.js';
import type { Booklet, LessonFile } from '../booklet/model.js';
import type { BookletSurvey, Survey } from '../build-types.js';
import { type Checked, type Diagnostic, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { checkAnchors } from '../lesson/booklet-anchors.js';
import type { Change } from '../lesson/changes.js';
import { imagesToRead, settleImages } from '../lesson/image-files.js';
import type { Lesson } from '../lesson/model.js';
import { checkIds } from '../lesson/same-ids.js';
import { lessonIdOf } from '../lesson/slug.js';
import { surroundings } from '../lesson/surroundings.js';
import { toChanges } from '../lesson/to-changes.js';
import { toLesson } from '../lesson/to-lesson.js';
import { readChanges } from '../load/changes-files.js';
import { readInside, readLessonFile } from '../load/lesson-files.js';
import { parseChanges } from '../markdown/changes.js';
import { parseLesson } from '../markdown/parse.js';
import { readAlways } from '../memory/reading.js';
import { applyChanges } from '../overlay/apply.js';
import { checkLength } from '../overlay/check-length.js';
import { type Lock, readLock } from '../overlay/lock.js';
import { withoutLinksOut } from '../overlay/lost-links.js';
import { type SurveyedBlock, surveyBlocks } from '../overlay/survey.js';
import type { World } from '../world/model.js';
import type { FileLesson, KeptLessons, LessonFacts, ReadPictures } from './kept/lessons.js';
import type { Recall } from './memory.js';

/** The lessons and chapters of a booklet with the changes of its overlays made. */
export async function readLessons(
  world: World,
  booklet: Booklet,
  base: string,
  memory: Pick<Recall, 'reread' | 'kept'> = { reread: readAlways },
): Promise<Checked<ReadLessons>> {
  const parsed = await parseLessons(world, booklet, memory);
  const changed = await changeLessons(world, booklet, parsed.value, base);
  const upstream = new Set(
    [...booklet.lessons, ...chapterFiles(booklet), ...booklet.changes].flatMap(({ folder, file }) =>
      folder === booklet.folder ? [] : [file],
    ),
  );
  const linked = withoutLinksOut(changed.value.lessons, (file) => upstream.has(file), booklet.said(['lessons']));
  const lessons = linked.value;
  // What was said about the length of a lesson that is changed no longer holds.
  const stale = new Set(changed.value.changed.map(({ lesson }) => lesson.file));
  return {
    value: { lessons, durations: parsed.value.durations },
    messages: [
      ...parsed.messages.filter(({ ruleId, file }) => ruleId !== 'timing-sum' || !stale.has(file ?? '')),
      ...changed.messages,
      ...linked.messages,
      ...changed.value.changed.flatMap(({ lesson, change }) => checkLength(lesson, change)),
      ...checkIds(lessons),
      ...checkAnchors(lessons),
    ],
  };
}

/** Lessons numbered from 1, then chapters, which have no number; and the text of each file. */
async function parseLessons(
  world: World,
  booklet: Booklet,
  { reread, kept }: Pick<Recall, 'reread' | 'kept'>,
): Promise<Checked<Parsed>> {
  const messages: Diagnostic[] = [];
  const lessons: Lesson[] = [];
  const sources = new Map<string, string>();
  const durations: Parsed['durations'] = new Map();
  for (const [index, lessonFile] of [...booklet.lessons, ...chapterFiles(booklet)].entries()) {
    const number = index < booklet.lessons.length ? index + 1 : 0;
    const from = [number, lessonFile.path, lessonFile.folder, JSON.stringify(booklet.variables)];
    const read = await reread(`lesson ${lessonFile.file}`, from, world, (traced) =>
      parseOne(traced, lessonFile, number, booklet.variables, kept?.lessons),
    );
    messages.push(...read.messages);
    if (!read.value) continue;
    const { source, lesson, duration } = read.value;
    sources.set(lessonFile.file, source);
    lessons.push(lesson);
    durations.set(lessonFile.file, duration);
  }
  return { value: { lessons, sources, durations }, messages };
}

/** A lesson as its file says; undefined where that cannot be read. */
async function parseOne(
  world: World,
  lessonFile: LessonFile,
  number: number,
  variables: Record<string, string>,
  kept: KeptLessons | undefined,
): Promise<Checked<{ source: string; lesson: Lesson; duration: Position | undefined } | undefined>> {
  const { file, path, folder } = lessonFile;
  const source = await readLessonFile(world, lessonFile);
  if (source.value === undefined) return { value: undefined, messages: source.messages };
  const facts = { file, source: source.value, number, id: lessonIdOf(path), variables };
  const pictures: ReadPictures = (paths) => readInside(world, folder, paths);
  const make = (read: ReadPictures) => makeLesson(facts, read);
  const made = await (kept ? kept.recall(facts, pictures, make) : make(pictures));
  return { value: { source: source.value, ...made.value }, messages: [...source.messages, ...made.messages] };
}

async function makeLesson(
  { file, source, number, id, variables }: LessonFacts,
  read: ReadPictures,
): Promise<Checked<FileLesson>> {
  const parsed = parseLesson({ file, source, variables });
  const { root, frontMatter } = parsed.value;
  const images = settleImages(root, await read(imagesToRead(root)));
  const lesson = toLesson(parsed.value, { file, number, id: frontMatter.id ?? id, images });
  return {
    value: { lesson: lesson.value, duration: frontMatter.duration?.position },
    messages: [...parsed.messages, ...lesson.messages],
  };
}

/** The lessons and then the chapters of a booklet, ready for their scripture. */
export interface ReadLessons {
  lessons: Lesson[];
  /** Where each file's front matter states its duration. */
  durations: ReadonlyMap<string, Position | undefined>;
}

interface Parsed {
  lessons: Lesson[];
  durations: Map<string, Position | undefined>;
  /** The text of each file, by its path as the author knows it. */
  sources: Map<string, string>;
}

/** What overlays make of lessons. */
interface ChangedLessons extends Omit<Parsed, 'durations'> {
  /** Each lesson that is not as its file says, with a change that was made to it. */
  changed: { lesson: Lesson; change: Change }[];
  /** Of an overlay, what its own changes are made to, and they themselves. */
  own?: { blocks: SurveyedBlock[]; changes: Change[]; lock: Lock };
}

/** Makes the changes of each overlay in turn, the lowest first. */
async function changeLessons(
  world: World,
  booklet: Booklet,
  { lessons: given, sources }: Parsed,
  base: string,
): Promise<Checked<ChangedLessons>> {
  const messages: Diagnostic[] = [];
  const first = new Map<string, Change>();
  let lessons = given;
  let own: ChangedLessons['own'];
  for (const changesFile of booklet.changes) {
    const { file, folder } = changesFile;
    const read = await readChanges(world, changesFile);
    messages.push(...read.messages);
    const { changes: source = '', lock: locked, lockFile } = read.value;
    const places = surroundings(lessons);
    const blocks = surveyBlocks(lessons, sources);
    const around = (target: string) => places.get(target)?.around ?? [];
    const parsed = parseChanges({ file, source, variables: booklet.variables, around });
    const { root } = parsed.value;
    const made = toChanges(parsed.value, {
      file,
      lessons,
      images: settleImages(root, await readInside(world, folder, imagesToRead(root))),
      audienceOf: (target, replaced) => places.get(target)?.[replaced ? 'own' : 'audience'] ?? 'all',
    });
    const lock = locked === undefined ? { value: new Map(), messages: [] } : readLock(locked, lockFile);
    const applied = applyChanges(lessons, made.value, { blocks, lock: lock.value, folder: knownAs(folder, base) });
    messages.push(...parsed.messages, ...made.messages, ...lock.messages, ...applied.messages);
    for (const [id, change] of applied.value.first) first.set(id, change);
    lessons = applied.value.lessons;
    sources.set(file, source);
    if (folder === booklet.folder) own = { blocks, changes: made.value, lock: lock.value };
  }
  const changed = lessons.flatMap((lesson) => {
    const change = first.get(lesson.id);
    return change ? [{ lesson, change }] : [];
  });
  return { value: { lessons, sources, changed, ...(own ? { own } : {}) }, messages };
}

/** Looks at a booklet for those who want to change it: its lessons, and every block that a change can name. */
export const survey: Survey = async (world, folder, { base }) => {
  const loaded = await loadBooklet(world, folder, { base });
  const booklet = loaded.value;
  if (!booklet) return { value: undefined, messages: sortDiagnostics(loaded.messages) };
  const parsed = await parseLessons(world, booklet, { reread: readAlways });
  const changed = await changeLessons(world, booklet, parsed.value, base);
  const { lessons, sources, own } = changed.value;
  const blocks = surveyBlocks(lessons, sources);
  const value: BookletSurvey = {
    title: booklet.title,
    variables: booklet.variables,
    lessons: booklet.lessons.flatMap(({ path, file }) => {
      const lesson = lessons.find((one) => one.file === file);
      const name = path.slice(path.lastIndexOf('/') + 1, -'.md'.length);
      return lesson ? [{ name, id: lesson.id, title: lesson.title }] : [];
    }),
    chapters: chapterFiles(booklet).flatMap(({ file }) => lessons.find((one) => one.file === file)?.id ?? []),
    blocks,
    upstream: own?.blocks ?? blocks,
    changes: own?.changes ?? [],
    lock: own?.lock ?? new Map(),
    overlay: booklet.extends !== undefined,
  };
  return { value, messages: sortDiagnostics([...loaded.messages, ...parsed.messages, ...changed.messages]) };
};

/** The files of the chapters beside the lessons. */
export function chapterFiles({ front, back }: Booklet): LessonFile[] {
  return [...front, ...back].flatMap((part) => (part.kind === 'chapter' ? [part.source] : []));
}
