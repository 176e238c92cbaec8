import { checkChapters } from '../booklet/chapter-audiences.js';
import { hasLeaders } from '../booklet/editions.js';
import { loadBooklet } from '../booklet/load.js';
import type { Booklet } from '../booklet/model.js';
import { withWords, wordsOf } from '../booklet/words.js';
import type { BuildRequest, Progress } from '../build-types.js';
import { type Checked, hasErrors } from '../diagnostics/diagnostic.js';
import { checkPaths } from '../edition/paths.js';
import type { ReadPart } from '../edition/select.js';
import { labelsFor } from '../labels/labels-for.js';
import type { Labels } from '../labels/model.js';
import { checkPrintWords } from '../labels/print/print-words.js';
import { dateWords, labelWords } from '../labels/words.js';
import { checkCharacters, checkTexts } from '../lesson/characters.js';
import { checkAudiences } from '../lesson/check-audiences.js';
import { checkUnseen } from '../lesson/check-unseen.js';
import { checkLogo } from '../lesson/logo.js';
import type { ImageSource, Lesson } from '../lesson/model.js';
import { readInside } from '../load/lesson-files.js';
import { punctuated } from '../markdown/punctuation.js';
import { type ScriptureSource, setScripture } from '../scripture/set-scripture.js';
import { uncovered } from '../theme/coverage.js';
import type { World } from '../world/model.js';
import { readLessons } from './lessons.js';
import { type Look, readLooks } from './looks.js';
import { BuildMemory } from './memory.js';
import { readScripture } from './scripture.js';

/** A booklet ready to be set in any of its editions. */
export interface Prepared {
  booklet: Booklet;
  labels: Labels;
  lessons: Lesson[];
  front: ReadPart[];
  back: ReadPart[];
  scripture: Required<ScriptureSource>;
  /** Themes by name, with the lessons' drawings in their colours. */
  looks: ReadonlyMap<string, Look>;
  logo?: ImageSource;
}

/** What of a request everything but the writing of files depends on. */
export interface PrepareRequest extends Omit<BuildRequest, 'out' | 'booklets'> {
  /** Whether it is to be ready for every edition that the booklet knows, also for those that it does not make. */
  everyEdition?: boolean;
  /** Whether covers show the art of their theme, also where the booklet has its own. */
  themeCovers?: boolean;
}

/** Told where a build is. */
export type Tell = (progress: Progress) => void;

/**
 * Load, parse, lesson and scripture: everything that editions share.
 *
 * @param memory - What is known from the build before, so that only what changed since is made again.
 */
export async function prepare(
  world: World,
  folder: string,
  request: PrepareRequest,
  tell: Tell,
  memory: BuildMemory = new BuildMemory(),
): Promise<Checked<Prepared | undefined>> {
  const { base, theme, translation, paper, design, editions, targets, flip } = request;
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  tell({ booklet: name, phase: 'load' });
  const overrides = {
    ...(theme ? { theme } : {}),
    ...(translation ? { translation } : {}),
    ...(paper ? { paper } : {}),
    ...(design ? { design } : {}),
    ...(editions ? { editions } : {}),
    ...(targets ? { targets } : {}),
    ...(flip ? { flip } : {}),
  };
  const { keep, reread } = memory;
  const loaded = await reread('booklet', [base, JSON.stringify(overrides)], world, (from) =>
    loadBooklet(from, folder, { base, overrides }),
  );
  const plain = loaded.value;
  if (!plain) return { value: undefined, messages: loaded.messages };
  const booklet = keep('words', [plain], () => withWords(plain, punctuated));
  const said = {
    file: booklet.said(['labels']).file,
    placeOf: (path: PropertyKey[], key?: boolean) => booklet.said(path, key).place,
  };
  const labels = keep('labels', [booklet], () => labelsFor(booklet.language, booklet.labels, said));
  const hasPack = booklet.targets.includes('home') || booklet.targets.includes('copyshop');

  tell({ booklet: name, phase: 'parse' });
  const parsed = await readLessons(world, booklet, base, memory);
  const { lessons, durations } = parsed.value;

  tell({ booklet: name, phase: 'scripture' });
  const scripture = await readScripture(world, booklet, lessons, base, memory);
  const set = lessons.map((lesson) =>
    keep(`set ${lesson.file}`, [lesson, scripture.value], () => setScripture(lesson, scripture.value)),
  );

  const messages = [
    ...loaded.messages,
    ...labels.messages,
    ...(hasPack ? checkPrintWords(booklet.language, said) : []),
    ...parsed.messages,
    ...scripture.messages,
    ...set.flatMap((one) => one.messages),
    ...checkAudiences(lessons, [...booklet.knownEditions.keys(), ...booklet.editionsBelow]),
    ...checkUnseen(lessons, [...booklet.knownEditions.values()]),
    ...checkChapters(booklet),
    ...(hasLeaders(booklet.editions)
      ? lessons
          .filter(({ number }) => number > 0)
          .flatMap((one) =>
            keep(`paths of ${one.file}`, [one, booklet, durations.get(one.file)], () =>
              checkPaths(one, booklet.paths, durations.get(one.file)),
            ),
          )
      : []),
  ];
  const read = set.map(({ value }) => value);
  const looks = await readLooks(world, booklet, read, request, memory);
  const logo = await reread('logo', [booklet], world, (from) => readLogo(from, booklet));
  messages.push(...looks.messages, ...logo.messages);
  const dated = booklet.date !== undefined || booklet.schedule.length > 0;
  const printed = [...labelWords(labels.value), ...(dated ? dateWords(booklet.language) : [])];
  for (const { theme } of looks.value.values()) {
    const missing = (text: string) => uncovered(theme, text);
    messages.push(
      ...keep(`characters in ${theme.name}`, [booklet, theme.fonts, labels], () =>
        checkTexts(booklet.file, [...wordsOf(booklet), ...printed], missing),
      ),
      ...read.flatMap((lesson) =>
        keep(`characters of ${lesson.file} in ${theme.name}`, [lesson, theme.fonts], () =>
          checkCharacters(lesson, missing),
        ),
      ),
    );
  }
  if (hasErrors(messages)) return { value: undefined, messages };

  const byFile = new Map(read.map((lesson) => [lesson.file, lesson]));
  const parts = (list: Booklet['front']) =>
    list.map(
      (part): ReadPart =>
        part.kind === 'chapter' ? { ...part, chapter: byFile.get(part.source.file) as Lesson } : { kind: part.kind },
    );
  const value: Prepared = {
    booklet,
    labels: labels.value,
    lessons: booklet.lessons.map(({ file }) => byFile.get(file) as Lesson),
    front: parts(booklet.front),
    back: parts(booklet.back),
    scripture: scripture.value,
    looks: looks.value,
    ...(logo.value ? { logo: logo.value } : {}),
  };
  return { value, messages };
}

/** The church's mark, looked at as a lesson's pictures are. */
async function readLogo(world: World, { logo }: Booklet): Promise<Checked<ImageSource | undefined>> {
  if (!logo) return { value: undefined, messages: [] };
  const read = await readInside(world, logo.folder, [logo.path]);
  return checkLogo(logo, read.get(logo.path));
}
