import { loadBooklet } from './booklet/load.js';
import type { Booklet } from './booklet/model.js';
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
import { selectEdition } from './edition/select.js';
import { pageFrame, sheetsFor } from './geometry/frame.js';
import { assemble } from './layout/assemble.js';
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
  const parsed = await parseLessons(world, booklet);

  tell({ booklet: name, phase: 'scripture' });
  const translations = await loadTranslations(world, booksNeeded(parsed.value, booklet.translation));
  const set = parsed.value.map((lesson) => setScripture(lesson, { translation: booklet.translation, translations }));

  const messages = [...loaded.messages, ...look.messages, ...parsed.messages, ...set.flatMap((one) => one.messages)];
  const lessons = set.map(({ value }) => value);
  const found = look.value;
  if (!found) return { value: undefined, messages };
  const missing = (text: string) => uncovered(found, text);
  messages.push(...checkTexts(booklet.file, wordsOf(booklet), missing));
  messages.push(...lessons.flatMap((lesson) => checkCharacters(lesson, missing)));
  return { value: hasErrors(messages) ? undefined : { booklet, theme: found, lessons, translations }, messages };
}

async function parseLessons(world: World, booklet: Booklet): Promise<Checked<Lesson[]>> {
  const messages: Diagnostic[] = [];
  const lessons: Lesson[] = [];
  for (const [index, lessonFile] of booklet.lessons.entries()) {
    const { file, path } = lessonFile;
    const source = await readLessonFile(world, lessonFile);
    messages.push(...source.messages);
    if (source.value === undefined) continue;
    const parsed = parseLesson({ file, source: source.value, variables: booklet.variables });
    const { root, frontMatter } = parsed.value;
    const images = settleImages(root, await readInside(world, booklet.folder, imagesToRead(root)));
    const id = frontMatter.id ?? lessonIdOf(path);
    const lesson = toLesson(parsed.value, { file, number: index + 1, id, images });
    messages.push(...parsed.messages, ...lesson.messages);
    lessons.push(lesson.value);
  }
  return { value: lessons, messages: [...messages, ...checkIds(lessons), ...checkAnchors(lessons)] };
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
  const content = selectEdition(prepared.lessons, edition);
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

  const lessons: LaidSection[] = [];
  for (const lesson of content.lessons) lessons.push(await layOut(book.lessonSection(lesson, booklet, setting)));
  const facts = { booklet, edition: content.edition, uses: translationUses(content.lessons, translations) };
  const front: LaidSection[] = [];
  for (const section of book.frontSections(facts, frame, setting)) front.push(await layOut(section));
  const filler = await layOut(book.fillerSection(setting));
  const notes = await layOut(book.notesSection(setting));

  const { folioOf } = assemble([...front, ...lessons, notes], filler);
  const contents = await layOut(book.contentsSection(content.lessons, (anchor) => folioOf.get(anchor), setting));
  const assembly = assemble([...front, contents, ...lessons, notes], filler);
  const furniture = await layOutPages(
    furnitureOf(assembly).map((page) => ({ content: pageFurniture(page, frame, setting), size: frame.trim })),
    fonts,
  );
  return {
    value: { pages: bindPages(assembly, furniture, frame), outline: book.bookletOutline(content, setting) },
    messages: content.lessons.flatMap(({ file }, index) => checkHeights(lessons[index] as LaidSection, file)),
  };
}
