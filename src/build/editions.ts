import type { EditionDefinition } from '../booklet/model.js';
import { wordsOf } from '../booklet/words.js';
import type { BuildRequest } from '../build-types.js';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import { bibleLinks } from '../document/bible-links.js';
import * as book from '../document/book.js';
import { editionLabel } from '../document/edition-label.js';
import type { BookPlan, FolioOf } from '../document/flow.js';
import { pageFurniture } from '../document/furniture.js';
import { loadHyphenation } from '../document/hyphenation.js';
import type { Setting } from '../document/setting.js';
import { checkContent, checkContract } from '../edition/contract.js';
import { editionFrame } from '../edition/frame.js';
import type { EditionContent, EditionLesson } from '../edition/model.js';
import { selectEdition } from '../edition/select.js';
import type { PageFrame, Size } from '../geometry/frame.js';
import { dateWords, labelWords } from '../labels/words.js';
import { bindPages, furnitureOf } from '../layout/book.js';
import { fitBook, type SheetFit } from '../layout/fit-book.js';
import { ThemeFonts } from '../layout/fonts.js';
import { layOutPages } from '../layout/galley.js';
import { checkSides } from '../layout/handout-length.js';
import { LayoutMemory } from '../layout/memory.js';
import type { LaidSection, SectionMemory, SectionSetting } from '../layout/section.js';
import { type SetBook, setHandouts } from '../layout/set-book.js';
import { checkFit, checkLastPages, type SheetNames } from '../layout/sheet-advice.js';
import { checkHeights } from '../layout/too-tall.js';
import { type Withheld, withheldWords } from '../leaks/withheld.js';
import { documentDate } from '../pdf/document-date.js';
import { paint } from '../pdf/paint.js';
import type { PaintTarget } from '../pdf/target.js';
import { passageIndex } from '../scripture/passage-index.js';
import { translationUses } from '../scripture/uses.js';
import type { Theme } from '../theme/model.js';
import { scaleTheme } from '../theme/scale.js';
import { stretchTheme } from '../theme/stretch.js';
import type { World } from '../world/model.js';
import { hasLeaders, type Look, type Prepared, type Tell, themeOf } from './prepare.js';

/** What of a request editions depend on. */
type EditionsRequest = Pick<BuildRequest, 'theme'>;

/** An edition whose pages are laid out. */
interface LaidEdition extends SetBook {
  content: EditionContent;
  frame: PageFrame;
  setting: Setting;
  messages: Diagnostic[];
}

/** A finished edition: its pages one by one, and what must not be found in them. */
export interface Finished extends Checked<{ edition: EditionDefinition; pages: number; bytes: Uint8Array }> {
  trim: Size;
  setting: Setting;
  /** How readers cite each page; empty for the cover. */
  pageLabels: string[];
  /** Paints the same pages for print. */
  paint(target: PaintTarget): Promise<Uint8Array>;
  /** From the edition's first layout to its last page painted. */
  milliseconds: number;
  withheld: Withheld;
}

/** An edition laid out, and how long that took. */
interface LaidOut {
  edition: EditionDefinition;
  laid: LaidEdition;
  milliseconds: number;
}

/** Edition, document, layout and pdf for every edition that is asked for. */
export async function* makeEditions(
  world: World,
  prepared: Prepared,
  request: EditionsRequest,
  tell: Tell,
): AsyncGenerator<Finished> {
  const { booklet, labels, scripture } = prepared;
  for await (const { edition, laid, milliseconds } of layOutEditions(world, prepared, request, tell)) {
    tell({ booklet: booklet.id, edition: edition.name, phase: 'paint' });
    const start = world.now();
    const bytes = await paintEdition(world, prepared, laid);
    yield {
      value: { edition, pages: laid.assembly.pages.length, bytes },
      trim: laid.frame.trim,
      setting: laid.setting,
      pageLabels: laid.assembly.pages.map(({ label }) => label),
      paint: (target) => paintEdition(world, prepared, laid, target),
      milliseconds: milliseconds + world.now() - start,
      withheld: withheldWords({
        lessons: prepared.lessons,
        chapters: [...prepared.front, ...prepared.back].filter((part) => part.kind === 'chapter'),
        edition,
        ...(booklet.bible ? { bible: booklet.bible } : {}),
        publicTexts: [
          ...wordsOf(booklet),
          ...labelWords(labels),
          ...dateWords(booklet.language),
          ...[...scripture.translations.values()].flatMap(({ name, notice }) => [name, notice]),
        ],
      }),
      messages: laid.messages,
    };
  }
}

/**
 * Lays out every edition that is asked for. Leaders are told where participants find each question, so the participant
 * edition is laid out first, also where only the leader's is wanted.
 */
export async function* layOutEditions(
  world: World,
  prepared: Prepared,
  request: EditionsRequest,
  tell: Tell,
): AsyncGenerator<LaidOut> {
  const { booklet } = prepared;
  const cited = booklet.knownEditions.get('participant') as EditionDefinition;
  const cites = hasLeaders(booklet);
  const all = [...(cites ? [cited] : []), ...booklet.editions];
  const contents = new Map(
    all.map((edition) => [
      edition.name,
      selectEdition({ ...prepared, schedule: booklet.schedule, paths: booklet.paths }, edition),
    ]),
  );
  const breaches = checkContract([...contents.values()], booklet.file);
  const memory: SectionMemory = new LayoutMemory();
  const layOut = async ({ name }: EditionDefinition, participantPage?: FolioOf) => {
    tell({ booklet: booklet.id, edition: name, phase: 'layout' });
    const content = contents.get(name) as EditionContent;
    const laid = await layOutEdition(prepared, content, request, memory, participantPage);
    return { ...laid, messages: [...breaches, ...laid.messages] };
  };
  const started = world.now();
  const participant = cites ? await layOut(cited) : undefined;
  let spent = world.now() - started;
  for (const edition of booklet.editions) {
    const start = world.now();
    const isLeaders = edition.audiences.includes('leader');
    const laid =
      edition.name === cited.name && participant
        ? participant
        : await layOut(edition, isLeaders ? (anchor) => participant?.assembly.folioOf.get(anchor) : undefined);
    const milliseconds = world.now() - start + (edition.name === cited.name ? spent : 0);
    if (edition.name === cited.name) spent = 0;
    yield { edition, laid, milliseconds };
  }
}

/** Lays out one edition: its own theme and page, and the sections that its content asks for. */
async function layOutEdition(
  prepared: Prepared,
  content: EditionContent,
  request: EditionsRequest,
  memory: SectionMemory,
  participantPage?: FolioOf,
): Promise<LaidEdition> {
  const { booklet, labels, logo, scripture, looks } = prepared;
  const { edition } = content;
  const look = looks.get(themeOf(edition, booklet, request)) as Look;
  const scale = edition.scale * (edition.bodySize ? edition.bodySize / look.theme.size.body : 1);
  const theme = scaleTheme(look.theme, scale);
  const frame = editionFrame(edition, booklet, theme.margins);
  const hyphenate = await loadHyphenation(theme.text.hyphenate ? booklet.language : '');
  const drawn = { ...content, lessons: content.lessons.map((lesson) => withOrnament(lesson, look)) };
  const { language } = booklet;
  const bible = bibleLinks(booklet.bible, scripture.translation);
  const design = {
    theme,
    frame,
    hyphenate,
    language,
    labels,
    scale,
    bible,
    ...(participantPage ? { participantPage } : {}),
  };
  const settingAt = (size: number) =>
    book.settingOf(
      size === 1 ? design : { ...design, theme: scaleTheme(look.theme, scale * size), scale: scale * size },
      drawn,
    );
  const setting = settingAt(1);
  const stretched = (share: number) => {
    const { theme: varied, lines } = stretchTheme(theme, share);
    return book.settingOf({ ...design, theme: varied, stretch: lines }, drawn);
  };
  const sections = { frame, fonts: fontsOf(look.theme), memory };
  const uses = translationUses([...content.lessons, ...chaptersOf(content)], scripture.translations);
  const books = passageIndex(content.lessons, scripture);
  const facts = { booklet, edition, logo, uses, books };
  const set =
    edition.layout === 'handout'
      ? { ...(await setHandouts(book.handoutPlan(drawn, booklet, settingAt), sections)), messages: [] }
      : await setBooklet(
          (share) => book.bookPlan(drawn, facts, frame, setting, share === 0 ? setting : stretched(share)),
          sections,
          { fill: booklet.fit, pagesToTheSheet: edition.sheet === 'whole' ? 2 : 4 },
          { edition: edition.name, file: booklet.file, lessons: content.lessons },
        );
  const messages = content.lessons.flatMap(({ file }, index) => {
    const laid = set.lessons[index] as LaidSection;
    return [...checkHeights(laid, file), ...(edition.layout === 'handout' ? checkSides(laid, file) : [])];
  });
  return {
    ...set,
    content: drawn,
    frame,
    setting,
    messages: [...messages, ...set.messages, ...checkContent(content, booklet.file)],
  };
}

/** Lays out an edition that is a booklet, made to fit its sheets, with what there is to say of how it does. */
async function setBooklet(
  planAt: (share: number) => BookPlan,
  sections: SectionSetting,
  fit: SheetFit,
  names: SheetNames,
): Promise<SetBook & { messages: Diagnostic[] }> {
  const fitted = await fitBook(planAt, sections, fit);
  const { assembly, lessons } = fitted;
  return { assembly, lessons, messages: [...checkFit(fitted, fit, names), ...checkLastPages(fitted, fit, names)] };
}

/** Paints the pages of an edition, with all that a PDF says of itself. */
async function paintEdition(
  world: World,
  { booklet, labels }: Prepared,
  { content, assembly, frame, setting }: LaidEdition,
  target?: PaintTarget,
): Promise<Uint8Array> {
  const fonts = fontsOf(setting.theme);
  const furniture = await layOutPages(
    furnitureOf(assembly).map((page) => ({ content: pageFurniture(page, frame, setting), size: frame.trim })),
    fonts,
  );
  return paint(bindPages(assembly, furniture, frame), {
    metadata: {
      title: booklet.title,
      authors: booklet.authors,
      subject: [booklet.subtitle, editionLabel(content.edition, labels)].filter(Boolean).join(' · '),
      language: booklet.language,
      direction: booklet.direction,
      date: documentDate(booklet.date, world.env('SOURCE_DATE_EPOCH')),
      creator: 'Gathering',
    },
    outline: book.bookletOutline(content, setting),
    cover: labels.cover,
    ...(target ? { target } : { screen: { profile: await screenProfile(world) } }),
  });
}

/** The profile of the colours of screens that comes with pdfkit. */
async function screenProfile(world: World): Promise<Uint8Array> {
  const path = await world.packageFile('pdfkit', 'js/data/sRGB_IEC61966_2_1.icc');
  const profile = path && (await world.readFile(path));
  if (!profile) throw new Error('the color profile of pdfkit is missing: install the packages again');
  return profile;
}

function withOrnament(lesson: EditionLesson, { ornaments }: Look): EditionLesson {
  const svg = ornaments.get(lesson.file);
  return lesson.ornament && svg ? { ...lesson, ornament: { ...lesson.ornament, svg } } : lesson;
}

const fontStores = new WeakMap<Theme['fonts'], ThemeFonts>();

/** One store of fonts for a theme, at whatever size. */
function fontsOf(theme: Theme): ThemeFonts {
  const known = fontStores.get(theme.fonts) ?? new ThemeFonts(theme);
  fontStores.set(theme.fonts, known);
  return known;
}

function chaptersOf({ front, back }: EditionContent): EditionContent['lessons'] {
  return [...front, ...back].flatMap((part) => (part.kind === 'chapter' ? [part.chapter] : []));
}
