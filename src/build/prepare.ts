import type { Position } from 'unist';
import { checkChapters } from '../booklet/chapter-audiences.js';
import { loadBooklet } from '../booklet/load.js';
import type { Booklet, EditionDefinition } from '../booklet/model.js';
import { withWords, wordsOf } from '../booklet/words.js';
import type { BuildRequest, Progress } from '../build-types.js';
import { type Checked, type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { knownAs } from '../diagnostics/known-as.js';
import { checkPaths } from '../edition/paths.js';
import type { ReadPart } from '../edition/select.js';
import { labelsFor } from '../labels/labels-for.js';
import type { Labels } from '../labels/model.js';
import { checkPrintWords } from '../labels/print/print-words.js';
import { dateWords, labelWords } from '../labels/words.js';
import { checkCharacters, checkTexts } from '../lesson/characters.js';
import { checkAudiences } from '../lesson/check-audiences.js';
import { checkLogo } from '../lesson/logo.js';
import type { ImageSource, Lesson } from '../lesson/model.js';
import { readInside } from '../load/lesson-files.js';
import { readTranslationFolder } from '../load/translation-files.js';
import { punctuated } from '../markdown/punctuation.js';
import type { Keep } from '../memory/keep.js';
import { checkReferenceLanguage, loadReferenceLanguage, withBookNames } from '../scripture/languages/load.js';
import { loadTranslations } from '../scripture/library.js';
import { booksNeeded } from '../scripture/needs.js';
import { type ScriptureSource, setScripture } from '../scripture/set-scripture.js';
import { aboutUsfmFolder, isUsfmFile, readUsfmFolder } from '../scripture/usfm/bible.js';
import { uncovered } from '../theme/coverage.js';
import { loadTheme } from '../theme/load.js';
import type { Theme } from '../theme/model.js';
import { readArt } from '../theme/read-art.js';
import type { World } from '../world/model.js';
import { chapterFiles, readLessons } from './lessons.js';
import { BuildMemory, type Recall } from './memory.js';

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

/** A theme that is used in a booklet. */
export interface Look {
  theme: Theme;
  /** Drawings of the openers, by the file of their lesson. */
  ornaments: ReadonlyMap<string, string>;
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
  const recall = memory.for(folder);
  const { keep, reread } = recall;
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
  const parsed = await readLessons(world, booklet, base, recall);
  const { lessons, durations } = parsed.value;

  tell({ booklet: name, phase: 'scripture' });
  const scripture = await readScripture(world, booklet, lessons, base, recall);
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
    ...checkAudiences(lessons, [...booklet.knownEditions.keys()]),
    ...checkChapters(booklet),
    ...(hasLeaders(booklet)
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
  const looks = await readLooks(world, booklet, read, request, recall);
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

/** What the lessons' scripture is set from: the translations they need, one that the booklet brings among them, and its language. */
async function readScripture(
  world: World,
  booklet: Booklet,
  lessons: readonly Lesson[],
  base: string,
  { keep, reread }: Recall,
): Promise<Checked<Required<ScriptureSource>>> {
  const { said } = booklet;
  const read = await loadReferenceLanguage(booklet.language);
  const bible = await reread('translation', [booklet], world, async (from) => {
    const folder = await readTranslationFolder(from, booklet, isUsfmFile);
    const files = folder?.files.map(({ path, bytes }) => ({ path, file: knownAs(path, base), bytes })) ?? [];
    return { folder, files, about: folder && aboutUsfmFolder(files) };
  });
  const { folder, files, about } = bible;
  const needed = booksNeeded(lessons, about?.id ?? booklet.translation, {
    own: about ? [about] : [],
    language: read,
  });
  const asked = { folder: knownAs(folder?.folder ?? '', base), ...said(['translation']) };
  const books = JSON.stringify([...needed].map(([id, names]) => [id, [...names].sort()]));
  const own = keep(
    'own translation',
    [bible, books],
    (): ReturnType<typeof readUsfmFolder> =>
      folder ? readUsfmFolder(files, asked, about && needed.get(about.id)) : { value: undefined, messages: [] },
  );
  const language = keep('reference language', [read, own], () => withBookNames(read, own.value?.names ?? new Map()));
  const translations = await keep('translations', [own, books], () =>
    loadTranslations(world, needed, own.value ? [own.value] : []),
  );
  const translation = own.value?.id ?? booklet.translation;
  return {
    value: keep('scripture', [translation, translations, language], () => ({ translation, translations, language })),
    messages: [...own.messages, ...checkReferenceLanguage(language, said(['language']))],
  };
}

/** The church's mark, looked at as a lesson's pictures are. */
async function readLogo(world: World, { logo }: Booklet): Promise<Checked<ImageSource | undefined>> {
  if (!logo) return { value: undefined, messages: [] };
  const read = await readInside(world, logo.folder, [logo.path]);
  return checkLogo(logo, read.get(logo.path));
}

/**
 * Reads every theme that an edition is set in, and in its colours the booklet's own cover art and its lessons' drawings.
 */
async function readLooks(
  world: World,
  booklet: Booklet,
  lessons: readonly Lesson[],
  request: PrepareRequest,
  { keep, reread }: Recall,
): Promise<Checked<Map<string, Look>>> {
  const { base, templates, everyEdition = false, themeCovers = false } = request;
  const looks = new Map<string, Look>();
  const messages: Diagnostic[] = [];
  const participant = booklet.knownEditions.get('participant');
  const { accent: color } = booklet.design;
  const accent = color === undefined ? {} : { accent: { color, ...booklet.said(['design', 'accent']) } };
  const cited = hasLeaders(booklet) && participant ? [participant] : [];
  for (const edition of everyEdition ? booklet.knownEditions.values() : [...booklet.editions, ...cited]) {
    const name = themeOf(edition, booklet, request);
    if (looks.has(name)) continue;
    const askedBy = request.theme ? {} : { askedBy: booklet.said(edition.themePath ?? ['theme']) };
    const asked = { folders: templates, base, trim: booklet.trim, ...accent, ...askedBy };
    const read = await reread(`theme ${name}`, [JSON.stringify(asked)], world, (from) => loadTheme(from, name, asked));
    messages.push(...read.messages);
    if (!read.value) continue;
    const fonts = steadyFonts(read.value, keep);
    const theme = keep(`look of ${name}`, [read.value, fonts], () => ({ ...(read.value as Theme), fonts }));
    const drawings = JSON.stringify(lessons.map(({ file, ornament }) => [file, ornament]));
    const drawn = await reread(`drawings in ${name}`, [booklet, theme, drawings, themeCovers], world, (from) =>
      draw(from, themeCovers ? { ...booklet, cover: undefined } : booklet, theme, lessons, base),
    );
    messages.push(...drawn.messages);
    looks.set(name, drawn.value);
  }
  return { value: looks, messages };
}

/** The fonts of before where a theme that was read anew, for another colour say, has the same: what was set in them still holds. */
function steadyFonts({ name, fonts }: Theme, keep: Keep): Theme['fonts'] {
  const { fallback, ...roles } = fonts;
  const faces = [...Object.values(roles), ...fallback].flatMap((family) => family.faces);
  const about = JSON.stringify(fonts, (key, value) => (key === 'data' ? undefined : value));
  return keep(`fonts of ${name}`, [about, ...faces.map(({ data }) => data)], () => fonts);
}

/** Reads the booklet's own cover art and its lessons' ornaments, in the theme's colours. */
async function draw(
  world: World,
  booklet: Booklet,
  theme: Theme,
  lessons: readonly Lesson[],
  base: string,
): Promise<Checked<Look>> {
  const messages: Diagnostic[] = [];
  const read = async (path: string, folder: string, file: string, place: Position | undefined) => {
    const art = { path, folder, whose: 'booklet', askedBy: { file, place }, base } as const;
    const drawing = await readArt(world, art, theme.color);
    messages.push(...drawing.messages);
    return drawing.value;
  };
  const ornaments = new Map<string, string>();
  const folders = new Map([...booklet.lessons, ...chapterFiles(booklet)].map((source) => [source.file, source.folder]));
  for (const { ornament, file } of lessons) {
    const folder = folders.get(file) ?? booklet.folder;
    const svg = ornament && (await read(ornament.path, folder, file, ornament.position));
    if (svg) ornaments.set(file, svg);
  }
  const { cover } = booklet;
  const art = cover && (await read(cover.path, cover.folder, cover.file, cover.place));
  // The theme's border belongs to the theme's own drawing.
  const { border: _, ...plain } = theme.cover;
  const own = art ? { ...theme, cover: { ...plain, layout: 'full' as const, art } } : theme;
  return { value: { theme: own, ornaments }, messages };
}

/** Whether any edition that is made is for leaders, who are told of paths and of participants' pages. */
export function hasLeaders({ editions }: { editions: readonly EditionDefinition[] }): boolean {
  return editions.some(({ audiences }) => audiences.includes('leader'));
}

/** The name of an edition's theme: the command line's, its own, or the booklet's. */
export function themeOf(edition: EditionDefinition, booklet: Booklet, { theme }: Pick<BuildRequest, 'theme'>): string {
  return theme ?? edition.theme ?? booklet.theme;
}
