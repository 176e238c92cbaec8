import type { Booklet } from '../../booklet/model.js';
import type { ListedTheme, ThemeSheet, ThemeSheetRequest } from '../../build-types.js';
import { type Checked, type Diagnostic, diagnostic, sortDiagnostics } from '../../diagnostics/diagnostic.js';
import { suggest } from '../../diagnostics/nearest.js';
import { type CaptionSetting, themeCaption, themeSheetHead } from '../../document/pack/theme-caption.js';
import { makeStyles } from '../../document/styles.js';
import { PAPERS } from '../../geometry/frame.js';
import type { Lesson } from '../../lesson/model.js';
import { contactSheets, type PlacedPage } from '../../print/contact/contact-sheets.js';
import { planContact } from '../../print/contact/plan.js';
import { listThemes } from '../../theme/catalogue.js';
import type { World } from '../../world/model.js';
import { paintEdition } from '../editions.js';
import { fontsOf, type LaidEdition, layOutEditions } from '../lay-out.js';
import { paintLoose } from '../loose-pages.js';
import { BuildMemory } from '../memory.js';
import { type Prepared, prepare, type Tell } from '../prepare.js';
import { tellingPages } from './pages.js';

/** Pages of each theme side by side. */
const ACROSS = 4;

/** Sets one lesson in every theme and shows some of its pages in small, theme below theme. Writes nothing. */
export const themeSheet: ThemeSheet = async (world, request, onProgress = () => {}) => {
  const themes = await listThemes(world, request.templates, request.base);
  const messages: Diagnostic[] = themes.flatMap((theme) => theme.messages);
  const memory = new BuildMemory();
  const shown: ShownTheme[] = [];
  for (const theme of themes.filter((one) => one.messages.length === 0)) {
    const set = await setTheme(world, theme, request, onProgress, memory);
    messages.push(...set.messages.filter(({ fatal }) => fatal));
    if (set.value) shown.push(set.value);
  }
  const said = sortDiagnostics(messages);
  const [first] = shown;
  if (!first) return { value: undefined, messages: said };
  return {
    value: { bytes: await sheetOf(world, shown, first), themes: shown.map(({ name }) => name) },
    messages: said,
  };
};

/** A theme with a lesson set in it. */
interface ShownTheme {
  name: string;
  description: string;
  from?: string;
  prepared: Prepared;
  laid: LaidEdition;
  /** The whole lesson as a PDF. */
  bytes: Uint8Array;
}

async function setTheme(
  world: World,
  { name, description, from }: ListedTheme,
  request: ThemeSheetRequest,
  tell: Tell,
  memory: BuildMemory,
): Promise<Checked<ShownTheme | undefined>> {
  const { base, templates, folder } = request;
  const asked = { base, templates, theme: name, editions: ['participant'] };
  const read = await prepare(world, folder, { ...asked, themeCovers: true }, tell, memory);
  if (!read.value) return { value: undefined, messages: read.messages };
  const lesson = chosen(read.value.lessons, request.lesson, read.value.booklet);
  if (!lesson.value) return { value: undefined, messages: lesson.messages };
  const prepared: Prepared = { ...read.value, lessons: [lesson.value], front: [], back: [] };
  for await (const { laid } of layOutEditions(world, prepared, asked, tell, { memory })) {
    const bytes = await paintEdition(world, prepared, laid, memory);
    const source = from === 'gathering' ? {} : { from: from === 'own' ? `templates/${name}` : from };
    return { value: { name, description, ...source, prepared, laid, bytes }, messages: read.messages };
  }
  return { value: undefined, messages: read.messages };
}

/** The lesson that is named by its number, its id or its file, or else the first. */
function chosen(lessons: readonly Lesson[], named: string | undefined, { file }: Booklet): Checked<Lesson | undefined> {
  const nameOf = (lesson: Lesson) => lesson.file.slice(lesson.file.lastIndexOf('/') + 1, -'.md'.length);
  const found = lessons.find((lesson) =>
    named === undefined
      ? true
      : [String(lesson.number), lesson.id, nameOf(lesson)].includes(named.replace(/\.md$/, '')),
  );
  if (found) return { value: found, messages: [] };
  const problem = diagnostic({
    file,
    rule: 'unknown-lesson',
    found: named === undefined ? 'no lesson' : `no lesson “${named}”`,
    expected: 'the number, the id or the file of a lesson',
    advice: suggest(named ?? '', lessons.map(nameOf)),
  });
  return { value: undefined, messages: [problem] };
}

async function sheetOf(world: World, shown: readonly ShownTheme[], first: ShownTheme): Promise<Uint8Array> {
  const { booklet, lessons } = first.prepared;
  const plan = planContact(PAPERS[booklet.paper], first.laid.frame.trim, shown.length, ACROSS);
  const [row] = plan.sheets[0] ?? [];
  const second = (row?.pages[1]?.left ?? 0) - (row?.caption.left ?? 0);
  const captionSize = { width: row?.caption.width ?? 0, height: row?.caption.height ?? 0 };
  const headSize = { width: plan.head.width, height: plan.head.height };
  const head = await loose(world, first, headSize, (setting) =>
    themeSheetHead({ title: booklet.title, lesson: lessons[0]?.title ?? '' }, setting),
  );
  const captions: Uint8Array[] = [];
  for (const theme of shown) {
    captions.push(await loose(world, theme, captionSize, (setting) => themeCaption(theme, { ...setting, second })));
  }
  // The head is the first source, then each theme's caption and its pages.
  const sources = [head, ...shown.flatMap(({ bytes }, index) => [captions[index] as Uint8Array, bytes])];
  let theme = 0;
  const sheets = plan.sheets.map((rows): PlacedPage[] => [
    { source: 0, page: 0, at: plan.head },
    ...rows.flatMap(({ caption, pages }): PlacedPage[] => {
      const at = theme++;
      const telling = tellingPages((shown[at] as ShownTheme).laid);
      return [
        { source: 1 + 2 * at, page: 0, at: caption },
        ...telling.flatMap((page, column): PlacedPage[] => {
          const place = pages[column];
          return place ? [{ source: 2 + 2 * at, page, at: place, leaf: true }] : [];
        }),
      ];
    }),
  ]);
  return contactSheets(sources, plan.sheet, sheets);
}

function loose(
  world: World,
  { prepared, laid }: ShownTheme,
  size: CaptionSetting['size'],
  content: (setting: Omit<CaptionSetting, 'second'>) => ReturnType<typeof themeCaption>,
): Promise<Uint8Array> {
  const { theme } = laid.setting;
  return paintLoose(world, prepared, {
    parts: [{ content: content({ theme, styles: makeStyles(theme), size }), size }],
    fonts: fontsOf(theme),
    subject: '',
  });
}
