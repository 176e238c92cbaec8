import { loadBooklet } from './booklet/load.js';
import type { Booklet } from './booklet/model.js';
import type { Build, BuildRequest, BuiltFile, Progress } from './build-types.js';
import { type Checked, type Diagnostic, diagnostic, hasErrors, sortDiagnostics } from './diagnostics/diagnostic.js';
import { knownAs } from './diagnostics/known-as.js';
import { bookletOutline, contentsSection, fillerSection, frontSections, lessonSection, notesSection, settingOf } from './document/book.js';
import { pageFurniture } from './document/furniture.js';
import { loadHyphenation } from './document/hyphenation.js';
import { EDITIONS, type EditionName } from './edition/editions.js';
import { selectEdition } from './edition/select.js';
import { pageFrame, sheetsFor } from './geometry/frame.js';
import { assemble } from './layout/assemble.js';
import { bindPages, furnitureOf } from './layout/book.js';
import { ThemeFonts } from './layout/fonts.js';
import { layOutPages } from './layout/galley.js';
import { type LaidSection, layOutSection } from './layout/section.js';
import { checkAnchors } from './lesson/booklet-anchors.js';
import { checkCharacters, checkTexts } from './lesson/characters.js';
import { checkImage } from './lesson/check-image.js';
import { checkPath } from './lesson/image-path.js';
import { isImageProblem, missingImage } from './lesson/image-problem.js';
import { imagePaths } from './lesson/images.js';
import type { Lesson } from './lesson/model.js';
import { lessonIdOf } from './lesson/slug.js';
import { toLesson } from './lesson/to-lesson.js';
import { readInside, readLessonFile } from './load/lesson-files.js';
import { parseLesson } from './markdown/parse.js';
import type { ParsedLesson } from './markdown/parsed.js';
import { punctuated } from './markdown/punctuation.js';
import { paint } from './pdf/paint.js';
import { loadTranslations } from './scripture/library.js';
import { booksNeeded } from './scripture/needs.js';
import { setScripture } from './scripture/set-scripture.js';
import type { Translations } from './scripture/translation.js';
import { translationUses } from './scripture/uses.js';
import { uncovered } from './theme/coverage.js';
import { loadTheme } from './theme/load.js';
import type { Theme } from './theme/model.js';
import type { World } from './world/model.js';

export type * from './build-types.js';

/** A booklet ready to be set in any of its editions. */
interface Prepared {
  booklet: Booklet;
  theme: Theme;
  lessons: Lesson[];
  translations: Translations;
}

interface Finished extends Omit<BuiltFile, 'path' | 'bytes'> {
  bytes: Uint8Array;
}

/**
 * Builds booklets: each is loaded and parsed once, its scripture set once, and then every edition of it is selected,
 * laid out and painted. Nothing is written unless everything that was asked for could be made.
 */
export const build: Build = async (world, output, request, onProgress = () => {}) => {
  const messages: Diagnostic[] = [];
  const prepared: Prepared[] = [];
  messages.push(...sameNames(request));
  for (const folder of request.booklets) {
    const booklet = await prepare(world, folder, request, onProgress);
    messages.push(...booklet.messages);
    if (booklet.value) prepared.push(booklet.value);
  }
  if (hasErrors(messages)) return { files: [], messages: sortDiagnostics(messages) };

  const finished: Finished[] = [];
  for (const booklet of prepared) {
    for (const edition of booklet.booklet.editions) {
      const made = await makeEdition(world, booklet, edition as EditionName, onProgress);
      messages.push(...made.messages);
      finished.push(made.value);
    }
  }
  const files: BuiltFile[] = [];
  for (const file of finished) {
    const path = `${request.out}/${file.booklet}/${file.edition}.pdf`;
    onProgress({ booklet: file.booklet, edition: file.edition, phase: 'write' });
    await output.write(path, file.bytes);
    files.push({ ...file, path, bytes: file.bytes.length });
  }
  return { files, messages: sortDiagnostics(messages) };
};

/** Load, parse, lesson and scripture: everything that editions share. */
async function prepare(world: World, folder: string, request: BuildRequest, onProgress: (progress: Progress) => void): Promise<Checked<Prepared | undefined>> {
  const { base, templates, editions, theme: themeName, translation, paper } = request;
  const overrides = { ...(editions ? { editions } : {}), ...(themeName ? { theme: themeName } : {}), ...(translation ? { translation } : {}), ...(paper ? { paper } : {}) };
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  onProgress({ booklet: name, phase: 'load' });
  const loaded = await loadBooklet(world, folder, { base, overrides });
  if (!loaded.value) return { value: undefined, messages: loaded.messages };
  const booklet = withPunctuation(loaded.value);
  const messages = [...loaded.messages];

  const theme = await loadTheme(world, booklet.theme, { folders: templates, base, trim: booklet.trim, ...(themeName ? {} : { askedBy: { file: booklet.file, place: booklet.themePlace } }) });
  messages.push(...theme.messages);

  onProgress({ booklet: name, phase: 'parse' });
  const parsed = await parseLessons(world, booklet);
  messages.push(...parsed.messages, ...checkAnchors(parsed.value));

  onProgress({ booklet: name, phase: 'scripture' });
  const translations = await loadTranslations(world, booksNeeded(parsed.value, booklet.translation));
  const lessons = parsed.value.map((lesson) => {
    const set = setScripture(lesson, { translation: booklet.translation, translations });
    messages.push(...set.messages);
    return set.value;
  });
  if (!theme.value) return { value: undefined, messages };
  const { value: found } = theme;
  const missing = (text: string) => uncovered(found, text);
  messages.push(...checkTexts(booklet.file, bookletTexts(booklet), missing), ...lessons.flatMap((lesson) => checkCharacters(lesson, missing)));
  return { value: hasErrors(messages) ? undefined : { booklet, theme: found, lessons, translations }, messages };
}

/** Booklets' own words get the quotes and dashes that lessons get. */
function withPunctuation(booklet: Booklet): Booklet {
  const { title, subtitle, authors, notice, variables } = booklet;
  return {
    ...booklet,
    title: punctuated(title),
    ...(subtitle ? { subtitle: punctuated(subtitle) } : {}),
    authors: authors.map(punctuated),
    ...(notice ? { notice: punctuated(notice) } : {}),
    variables: Object.fromEntries(Object.entries(variables).map(([name, value]) => [name, punctuated(value)])),
  };
}

function bookletTexts({ title, subtitle, authors, notice, version, variables }: Booklet): string[] {
  const { church, meets } = variables;
  return [title, subtitle, ...authors, notice, version, church, meets].filter((text) => text !== undefined);
}

async function parseLessons(world: World, booklet: Booklet): Promise<Checked<Lesson[]>> {
  const messages: Diagnostic[] = [];
  const lessons: Lesson[] = [];
  const files = new Map<string, string>();
  for (const [index, lessonFile] of booklet.lessons.entries()) {
    const { file, path } = lessonFile;
    const source = await readLessonFile(world, lessonFile);
    messages.push(...source.messages);
    if (source.value === undefined) continue;
    const parsed = parseLesson({ file, source: source.value, variables: booklet.variables });
    const id = parsed.value.frontMatter.id ?? lessonIdOf(path);
    const images = await loadImages(world, booklet, parsed.value);
    const lesson = toLesson(parsed.value, { file, number: index + 1, id, images });
    messages.push(...parsed.messages, ...lesson.messages);
    lessons.push(lesson.value);
    const other = files.get(id);
    if (other) {
      const expected = 'an id of its own for each lesson';
      messages.push(diagnostic({ file, place: { line: 1, column: 1 }, rule: 'duplicate-lesson', found: `the id “${id}”, which ${other} has too`, expected, advice: 'give one of them another “id” in its front matter' }));
    }
    files.set(id, file);
  }
  return { value: lessons, messages };
}

async function loadImages(world: World, booklet: Booklet, { root }: ParsedLesson): Promise<Parameters<typeof toLesson>[1]['images']> {
  const wanted = [...new Set(imagePaths(root).map(({ path }) => path))].map((path) => ({ path, checked: checkPath(path) }));
  const inside = wanted.flatMap(({ checked }) => (isImageProblem(checked) ? [] : [checked.path]));
  const bytes = await readInside(world, booklet.folder, inside);
  return new Map(
    wanted.map(({ path, checked }) => {
      if (isImageProblem(checked)) return [path, checked];
      const data = bytes.get(checked.path);
      return [path, data ? checkImage(path, data) : missingImage(path)];
    }),
  );
}

/** Edition, document, layout and pdf for one edition of a booklet. */
async function makeEdition(world: World, prepared: Prepared, name: EditionName, onProgress: (progress: Progress) => void): Promise<Checked<Finished>> {
  const start = world.now();
  const { booklet, theme, translations } = prepared;
  const edition = EDITIONS[name];
  onProgress({ booklet: booklet.id, edition: name, phase: 'layout' });
  const content = selectEdition(prepared.lessons, edition);
  const frame = pageFrame(booklet.trim, theme.margins);
  const fonts = new ThemeFonts(theme);
  const hyphenate = await loadHyphenation(theme.text.hyphenate ? booklet.language : '');
  const setting = settingOf({ theme, frame, hyphenate }, content);
  const layOut = (section: Parameters<typeof layOutSection>[0]) => layOutSection(section, frame, fonts);

  const lessons: LaidSection[] = [];
  for (const lesson of content.lessons) lessons.push(await layOut(lessonSection(lesson, booklet, setting)));
  const facts = { booklet, edition, uses: translationUses(content.lessons, translations) };
  const front: LaidSection[] = [];
  for (const section of frontSections(facts, frame, setting)) front.push(await layOut(section));
  const [filler, notes] = [await layOut(fillerSection(setting)), await layOut(notesSection(setting))];
  const { folioOf } = assemble([...front, ...lessons, notes], filler);
  const contents = await layOut(contentsSection(content.lessons, (anchor) => folioOf.get(anchor), setting));
  const assembly = assemble([...front, contents, ...lessons, notes], filler);
  const furniture = await layOutPages(
    furnitureOf(assembly).map((page) => ({ content: pageFurniture(page, frame, setting), size: frame.trim })),
    fonts,
  );

  onProgress({ booklet: booklet.id, edition: name, phase: 'paint' });
  const bytes = await paint(bindPages(assembly, furniture, frame), {
    metadata: {
      title: booklet.title,
      authors: booklet.authors,
      subject: [booklet.subtitle, edition.label].filter(Boolean).join(' · '),
      language: booklet.language,
      date: documentDate(booklet, world),
      creator: 'Gathering',
    },
    outline: bookletOutline(content, setting),
  });
  const pages = assembly.pages.length;
  return {
    value: { booklet: booklet.id, edition: name, pages, sheets: sheetsFor(pages), bytes, milliseconds: world.now() - start },
    messages: content.lessons.flatMap((lesson, index) => (lessons[index]?.tooTall ?? []).map((anchor) => tooTall(lesson.file, anchor))),
  };
}

/** Booklets are written to folders of their own names, so two of one name would overwrite each other. */
function sameNames({ booklets, base }: BuildRequest): Diagnostic[] {
  const first = new Map<string, string>();
  return [...new Set(booklets)].flatMap((folder) => {
    const name = folder.slice(folder.lastIndexOf('/') + 1);
    const other = first.get(name);
    if (!other) first.set(name, folder);
    const problem = { rule: 'duplicate-booklet', expected: 'a name of its own for each folder', advice: 'rename one, or build them apart with --out' } as const;
    return other ? [diagnostic({ file: knownAs(folder, base), found: `the folder name of ${knownAs(other, base)}`, ...problem })] : [];
  });
}

function tooTall(file: string, anchor: string): Diagnostic {
  return diagnostic({
    file,
    rule: 'block-too-tall',
    found: `a block that is taller than a page${anchor ? `, at “${anchor}”` : ''}`,
    expected: 'rows, stanzas and notes that fit on one page',
    advice: 'divide it; it was cut where no line is hurt',
  });
}

/**
 * The booklet's own date, or SOURCE_DATE_EPOCH (seconds, as reproducible-builds.org specifies it), or the first day of
 * 1980: never the clock's, so that the same input gives the same bytes.
 */
function documentDate({ date }: Booklet, world: World): Date {
  if (date) return new Date(`${date}T00:00:00Z`);
  const epoch = Number(world.env('SOURCE_DATE_EPOCH') ?? Number.NaN);
  return new Date(Number.isFinite(epoch) && epoch >= 0 ? epoch * 1000 : Date.UTC(1980, 0, 1));
}
