import type { Position } from 'unist';
import { loadBooklet } from './booklet/load.js';
import type { Booklet, LessonFile } from './booklet/model.js';
import { checkNames } from './booklet/same-names.js';
import { withWords, wordsOf } from './booklet/words.js';
import type { Build, BuildRequest, BuiltFile, Progress } from './build-types.js';
import { type Checked, type Diagnostic, hasErrors, sortDiagnostics } from './diagnostics/diagnostic.js';
import * as book from './document/book.js';
import type { Section } from './document/flow.js';
import { pageFurniture } from './document/furniture.js';
import { loadHyphenation } from './document/hyphenation.js';
import { EDITIONS, type EditionName } from './edition/editions.js';
import type { EditionContent, EditionDefinition } from './edition/model.js';
import { type ReadPart, selectEdition } from './edition/select.js';
import { pageFrame, sheetsFor } from './geometry/frame.js';
import { assemble, foliosOf } from './layout/assemble.js';
import { type BookPage, bindPages, furnitureOf } from './layout/book.js';
import { ThemeFonts } from './layout/fonts.js';
import { layOutPages } from './layout/galley.js';
import { type LaidSection, layOutSection } from './layout/section.js';
import { checkHeights } from './layout/too-tall.js';
import { checkAnchors } from './lesson/booklet-anchors.js';
import { checkCharacters, checkTexts } from './lesson/characters.js';
import { imagesToRead, settleImages } from './lesson/image-files.js';
import type { Lesson } from './lesson/model.js';
import { checkIds } from './lesson/same-ids.js';
import { lessonIdOf } from './lesson/slug.js';
import { toLesson } from './lesson/to-lesson.js';
import { readInside, readLessonFile } from './load/lesson-files.js';
import { parseLesson } from './markdown/parse.js';
import { punctuated } from './markdown/punctuation.js';
import { documentDate } from './pdf/document-date.js';
import { paint } from './pdf/paint.js';
import { loadTranslations } from './scripture/library.js';
import { booksNeeded } from './scripture/needs.js';
import { passageIndex } from './scripture/passage-index.js';
import { setScripture } from './scripture/set-scripture.js';
import type { Translations } from './scripture/translation.js';
import { translationUses } from './scripture/uses.js';
import { uncovered } from './theme/coverage.js';
import { loadTheme } from './theme/load.js';
import type { Theme } from './theme/model.js';
import { readArt } from './theme/read-art.js';
import type { World } from './world/model.js';

export type * from './build-types.js';

/** A booklet ready to be set in any of its editions. */
interface Prepared {
  booklet: Booklet;
  theme: Theme;
  lessons: Lesson[];
  front: ReadPart[];
  back: ReadPart[];
  translations: Translations;
}

interface Finished extends Omit<BuiltFile, 'path' | 'bytes'> {
  bytes: Uint8Array;
}

type Tell = (progress: Progress) => void;

/**
 * Builds booklets: each is loaded and parsed once, its scripture set once, and then every edition of it is selected,
 * laid out and painted. Nothing is written unless everything that was asked for could be made.
 */
export const build: Build = async (world, output, request, onProgress = () => {}) => {
  const messages = checkNames(request.booklets, request.base);
  const prepared: Prepared[] = [];
  for (const folder of new Set(request.booklets)) {
    const booklet = await prepare(world, folder, request, onProgress);
    messages.push(...booklet.messages);
    if (booklet.value) prepared.push(booklet.value);
  }
  if (hasErrors(messages)) return { files: [], messages: sortDiagnostics(messages) };

  const finished: Finished[] = [];
  for (const booklet of prepared) {
    for (const name of booklet.booklet.editions) {
      const made = await makeEdition(world, booklet, EDITIONS[name as EditionName], onProgress);
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
async function prepare(
  world: World,
  folder: string,
  request: BuildRequest,
  tell: Tell,
): Promise<Checked<Prepared | undefined>> {
  const { base, templates, theme, translation, paper, editions } = request;
  const name = folder.slice(folder.lastIndexOf('/') + 1);
  tell({ booklet: name, phase: 'load' });
  const overrides = {
    ...(theme ? { theme } : {}),
    ...(translation ? { translation } : {}),
    ...(paper ? { paper } : {}),
    ...(editions ? { editions } : {}),
  };
  const loaded = await loadBooklet(world, folder, { base, overrides });
  if (!loaded.value) return { value: undefined, messages: loaded.messages };
  const booklet = withWords(loaded.value, punctuated);
  const askedBy = theme ? {} : { askedBy: { file: booklet.file, place: booklet.themePlace } };
  const look = await loadTheme(world, booklet.theme, { folders: templates, base, trim: booklet.trim, ...askedBy });

  tell({ booklet: name, phase: 'parse' });
  const chapters = [...booklet.front, ...booklet.back].flatMap((part) =>
    part.kind === 'chapter' ? [part.source] : [],
  );
  const parsed = await parseLessons(world, booklet, chapters);

  tell({ booklet: name, phase: 'scripture' });
  const translations = await loadTranslations(world, booksNeeded(parsed.value, booklet.translation));
  const set = parsed.value.map((lesson) => setScripture(lesson, { translation: booklet.translation, translations }));

  const messages = [...loaded.messages, ...look.messages, ...parsed.messages, ...set.flatMap((one) => one.messages)];
  if (!look.value) return { value: undefined, messages };
  const drawn = await draw(
    world,
    booklet,
    look.value,
    set.map(({ value }) => value),
    base,
  );
  const missing = (text: string) => uncovered(drawn.value.theme, text);
  messages.push(...drawn.messages, ...checkTexts(booklet.file, wordsOf(booklet), missing));
  messages.push(...drawn.value.lessons.flatMap((lesson) => checkCharacters(lesson, missing)));
  if (hasErrors(messages)) return { value: undefined, messages };

  const read = new Map(drawn.value.lessons.map((lesson) => [lesson.file, lesson]));
  const lessons = booklet.lessons.map(({ file }) => read.get(file) as Lesson);
  const parts = (list: Booklet['front']) =>
    list.map(
      (part): ReadPart =>
        part.kind === 'chapter' ? { ...part, chapter: read.get(part.source.file) as Lesson } : { kind: part.kind },
    );
  const { theme: own } = drawn.value;
  const value = { booklet, theme: own, lessons, front: parts(booklet.front), back: parts(booklet.back), translations };
  return { value, messages };
}

/** Lessons numbered from 1, then chapters, which have no number. */
async function parseLessons(
  world: World,
  booklet: Booklet,
  chapters: readonly LessonFile[],
): Promise<Checked<Lesson[]>> {
  const messages: Diagnostic[] = [];
  const lessons: Lesson[] = [];
  for (const [index, lessonFile] of [...booklet.lessons, ...chapters].entries()) {
    const { file, path } = lessonFile;
    const source = await readLessonFile(world, lessonFile);
    messages.push(...source.messages);
    if (source.value === undefined) continue;
    const parsed = parseLesson({ file, source: source.value, variables: booklet.variables });
    const { root, frontMatter } = parsed.value;
    const images = settleImages(root, await readInside(world, booklet.folder, imagesToRead(root)));
    const number = index < booklet.lessons.length ? index + 1 : 0;
    const lesson = toLesson(parsed.value, { file, number, id: frontMatter.id ?? lessonIdOf(path), images });
    messages.push(...parsed.messages, ...lesson.messages);
    lessons.push(lesson.value);
  }
  return { value: lessons, messages: [...messages, ...checkIds(lessons), ...checkAnchors(lessons)] };
}

/** Reads the booklet's own cover art and its lessons' ornaments, in the theme's colours. */
async function draw(
  world: World,
  booklet: Booklet,
  theme: Theme,
  lessons: readonly Lesson[],
  base: string,
): Promise<Checked<{ theme: Theme; lessons: Lesson[] }>> {
  const messages: Diagnostic[] = [];
  const read = async (path: string, file: string, place: Position | undefined) => {
    const art = { path, folder: booklet.folder, whose: 'booklet', askedBy: { file, place }, base } as const;
    const drawing = await readArt(world, art, theme.color);
    messages.push(...drawing.messages);
    return drawing.value;
  };
  const drawn: Lesson[] = [];
  for (const lesson of lessons) {
    const { ornament } = lesson;
    const svg = ornament && (await read(ornament.path, lesson.file, ornament.position));
    drawn.push(svg ? { ...lesson, ornament: { ...ornament, svg } } : lesson);
  }
  const { cover } = booklet;
  const art = cover && (await read(cover.path, booklet.file, cover.place));
  return {
    value: { theme: art ? { ...theme, cover: { ...theme.cover, layout: 'full', art } } : theme, lessons: drawn },
    messages,
  };
}

/** Edition, document, layout and pdf for one edition of a booklet. */
async function makeEdition(
  world: World,
  prepared: Prepared,
  edition: EditionDefinition,
  tell: Tell,
): Promise<Checked<Finished>> {
  const start = world.now();
  const { booklet } = prepared;
  tell({ booklet: booklet.id, edition: edition.name, phase: 'layout' });
  const content = selectEdition(prepared, edition);
  const set = await setBook(prepared, content);

  tell({ booklet: booklet.id, edition: edition.name, phase: 'paint' });
  const bytes = await paint(set.value.pages, {
    metadata: {
      title: booklet.title,
      authors: booklet.authors,
      subject: [booklet.subtitle, edition.label].filter(Boolean).join(' · '),
      language: booklet.language,
      date: documentDate(booklet.date, world.env('SOURCE_DATE_EPOCH')),
      creator: 'Gathering',
    },
    outline: set.value.outline,
  });
  const pages = set.value.pages.length;
  const milliseconds = world.now() - start;
  return {
    value: { booklet: booklet.id, edition: edition.name, pages, sheets: sheetsFor(pages), bytes, milliseconds },
    messages: set.messages,
  };
}

/** Lays out every section on its own, puts them in order, and then adds what depends on the order: contents, heads, folios. */
async function setBook(
  { booklet, theme, translations }: Prepared,
  content: EditionContent,
): Promise<Checked<{ pages: BookPage[]; outline: ReturnType<typeof book.bookletOutline> }>> {
  const frame = pageFrame(booklet.trim, theme.margins);
  const fonts = new ThemeFonts(theme);
  const hyphenate = await loadHyphenation(theme.text.hyphenate ? booklet.language : '');
  const setting = book.settingOf({ theme, frame, hyphenate }, content);
  const layOut = (section: Section) => layOutSection(section, frame, fonts);

  const layOutAll = async (sections: readonly Section[]) => {
    const laid: LaidSection[] = [];
    for (const section of sections) laid.push(await layOut(section));
    return laid;
  };

  const lessons = await layOutAll(content.lessons.map((lesson) => book.lessonSection(lesson, booklet, setting)));
  const uses = translationUses([...content.lessons, ...chaptersOf(content)], translations);
  const front = await layOutAll(book.frontSections({ booklet, edition: content.edition, uses }, frame, setting));
  const filler = await layOut(book.fillerSection(setting));
  const notes = await layOut(book.notesSection(setting));

  // Indexes ask for the pages of the lessons, which nothing before or after them moves.
  const numbered = assemble([...front, ...lessons], filler);
  const facts: book.PartFacts = {
    books: passageIndex(content.lessons, { translation: booklet.translation, translations }),
    folios: (places) => foliosOf(numbered, places),
  };
  const parts = (list: EditionContent['front'], numbering: 'front' | 'body') =>
    layOutAll(book.partSections(list, numbering, content, facts, booklet, setting));
  const [before, after] = [await parts(content.front, 'front'), await parts(content.back, 'body')];

  // The contents' length does not depend on the numbers in it, so it is laid out once without and once with them.
  const withContents = async (folioOf: book.FolioOf) => {
    const contents = await layOut(book.contentsSection(content, folioOf, setting));
    return assemble([...front, contents, ...before, ...lessons, ...after, notes], filler);
  };
  const { folioOf } = await withContents(() => undefined);
  const assembly = await withContents((anchor) => folioOf.get(anchor));
  const furniture = await layOutPages(
    furnitureOf(assembly).map((page) => ({ content: pageFurniture(page, frame, setting), size: frame.trim })),
    fonts,
  );
  return {
    value: { pages: bindPages(assembly, furniture, frame), outline: book.bookletOutline(content, setting) },
    messages: content.lessons.flatMap(({ file }, index) => checkHeights(lessons[index] as LaidSection, file)),
  };
}

function chaptersOf({ front, back }: EditionContent): EditionContent['lessons'] {
  return [...front, ...back].flatMap((part) => (part.kind === 'chapter' ? [part.chapter] : []));
}
