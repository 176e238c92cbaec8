import { hasLeaders } from '../booklet/editions.js';
import type { EditionDefinition } from '../booklet/model.js';
import type { BuildRequest } from '../build-types.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import { bibleLinks } from '../document/bible-links.js';
import * as book from '../document/book.js';
import type { BookPlan, FolioOf } from '../document/flow.js';
import { loadHyphenation } from '../document/hyphenation.js';
import { phoneHandouts, phonePlan } from '../document/phone.js';
import type { Setting } from '../document/setting.js';
import { checkContent, checkContract } from '../edition/contract.js';
import { editionFrame } from '../edition/frame.js';
import type { EditionContent, EditionLesson } from '../edition/model.js';
import { selectEdition } from '../edition/select.js';
import type { PageFrame } from '../geometry/frame.js';
import { phoneFrame } from '../geometry/phone.js';
import type { PageForm } from '../geometry/targets.js';
import { fitBook, type SheetFit } from '../layout/fit-book.js';
import { ThemeFonts } from '../layout/fonts.js';
import { checkSides } from '../layout/handout-length.js';
import type { LaidSection, SectionSetting } from '../layout/section.js';
import { type SetBook, setBook, setHandouts, setInARow } from '../layout/set-book.js';
import { checkFit, checkLastPages, type SheetNames } from '../layout/sheet-advice.js';
import { checkHeights } from '../layout/too-tall.js';
import { within } from '../memory/keep.js';
import { passageIndex } from '../scripture/passage-index.js';
import { translationUses } from '../scripture/uses.js';
import type { Theme } from '../theme/model.js';
import { phoneScale, phoneTheme } from '../theme/phone.js';
import { scaleTheme, USUAL_BODY } from '../theme/scale.js';
import { stretchTheme } from '../theme/stretch.js';
import type { World } from '../world/model.js';
import { type Look, themeOf } from './looks.js';
import { BuildMemory } from './memory.js';
import type { Prepared, Tell } from './prepare.js';

/** What of a request editions depend on. */
export type EditionsRequest = Pick<BuildRequest, 'theme'>;

/** An edition whose pages are laid out. */
export interface LaidEdition extends SetBook {
  content: EditionContent;
  frame: PageFrame;
  setting: Setting;
  messages: Diagnostic[];
}

/** How editions are laid out: by themselves in the form of a book, unless it says otherwise. */
export interface LayOutOptions {
  forms?: readonly PageForm[];
  memory?: BuildMemory;
  /** Those of the booklet's that are wanted; absent for all that it makes. */
  editions?: readonly EditionDefinition[];
  /** Gives what is laid out at once, the participants' book before all others, not in the order of editions. */
  atOnce?: boolean;
}

/** An edition laid out, and how long that took. */
interface LaidOut {
  edition: EditionDefinition;
  form: PageForm;
  laid: LaidEdition;
  milliseconds: number;
}

/**
 * Lays out every edition that is asked for, in every form that is. Leaders are told where participants find each question
 * on paper, so the participant edition is laid out first, also where only the leader's is wanted, or only for telephones.
 */
export async function* layOutEditions(
  world: World,
  prepared: Prepared,
  request: EditionsRequest,
  tell: Tell,
  {
    forms = ['book'],
    memory = new BuildMemory(),
    editions = prepared.booklet.editions,
    atOnce = false,
  }: LayOutOptions = {},
): AsyncGenerator<LaidOut> {
  const { booklet } = prepared;
  const cited = booklet.knownEditions.get('participant') as EditionDefinition;
  const cites = hasLeaders(editions);
  const chosen = [...(cites ? [cited] : []), ...editions];
  tell({ booklet: booklet.id, phase: 'select' });
  const contents = new Map(
    chosen.map((edition) => [
      edition.name,
      selectEdition(
        { ...prepared, schedule: booklet.schedule, paths: booklet.paths },
        edition,
        within(memory.keep, edition.name),
      ),
    ]),
  );
  const breaches = checkContract([...contents.values()], booklet.file);
  const layOut = async ({ name }: EditionDefinition, form: PageForm, participantPage?: FolioOf) => {
    tell({ booklet: booklet.id, edition: name, phase: 'layout' });
    const content = contents.get(name) as EditionContent;
    const asked = { content, form, ...(participantPage ? { participantPage } : {}) };
    const laid = await layOutEdition(prepared, asked, request, memory);
    return { ...laid, messages: [...breaches, ...laid.messages] };
  };
  const started = world.now();
  const participant = cites ? await layOut(cited, 'book') : undefined;
  const folios = participant?.assembly.folioOf ?? new Map<string, string>();
  const participantPage = memory.keep(
    'participant pages',
    [JSON.stringify([...folios])],
    (): FolioOf => (anchor) => folios.get(anchor),
  );
  let spent = world.now() - started;
  const all = editions.flatMap((edition) => forms.map((form) => ({ edition, form })));
  const isParticipants = ({ edition, form }: (typeof all)[number]) => edition.name === cited.name && form === 'book';
  // Sorting leaves all else in its order.
  if (participant && atOnce) all.sort((one, other) => Number(isParticipants(other)) - Number(isParticipants(one)));
  for (const asked of all) {
    const { edition, form } = asked;
    const start = world.now();
    const isLeaders = edition.audiences.includes('leader');
    const isLaid = isParticipants(asked);
    const laid =
      isLaid && participant ? participant : await layOut(edition, form, isLeaders ? participantPage : undefined);
    const milliseconds = world.now() - start + (isLaid ? spent : 0);
    if (isLaid) spent = 0;
    yield { edition, form, laid, milliseconds };
  }
}

/** Pages that no sheet must hold. */
const NO_SHEETS = { fill: 'blank', pagesToTheSheet: 2 } as const;

/** What is laid out: an edition's content, in one of its forms. */
interface Asked {
  content: EditionContent;
  form: PageForm;
  participantPage?: FolioOf;
}

/** Lays out one edition: its own theme and page, and the sections that its content asks for. */
async function layOutEdition(
  prepared: Prepared,
  { content, form, participantPage }: Asked,
  request: EditionsRequest,
  memory: BuildMemory,
): Promise<LaidEdition> {
  const { booklet, labels, logo, scripture, looks } = prepared;
  const { edition } = content;
  const keep = within(memory.keep, `${edition.name} ${form}`);
  const look = looks.get(themeOf(edition, booklet, request)) as Look;
  const { body } = look.theme.size;
  const own = edition.scale * ((edition.bodySize ?? booklet.design.bodySize ?? body) / body);
  const onPhone = form === 'phone';
  const scale = onPhone ? phoneScale(own, body) : own;
  const themeAt = (size: number) =>
    keep(`theme ${size}`, [look.theme, scale], () => (onPhone ? phoneTheme : scaleTheme)(look.theme, scale * size));
  const theme = themeAt(1);
  const frame = keep('frame', [edition, booklet, theme], () =>
    onPhone ? phoneFrame() : editionFrame(edition, booklet, theme.margins),
  );
  const hyphenate = await loadHyphenation(theme.text.hyphenate ? booklet.language : '');
  const drawn = {
    ...content,
    lessons: content.lessons.map((lesson) =>
      keep(`drawn ${lesson.file}`, [lesson, look], () => withOrnament(lesson, look)),
    ),
  };
  const { language } = booklet;
  const bible = keep('bible', [booklet.bible, scripture.translation], () =>
    bibleLinks(booklet.bible, scripture.translation),
  );
  const cites = participantPage ? { participantPage } : {};
  const room = scale * Math.max(1, body / USUAL_BODY);
  const design = { theme, frame, hyphenate, language, labels, scale: room, bible, ...cites };
  const settingAt = (size: number) =>
    book.settingOf(size === 1 ? design : { ...design, theme: themeAt(size), scale: room * size }, drawn, keep);
  const setting = settingAt(1);
  const stretched = (share: number) => {
    const { theme: varied, lines } = keep(`stretched ${share}`, [theme], () => stretchTheme(theme, share));
    return book.settingOf({ ...design, theme: varied, stretch: lines }, drawn, keep);
  };
  const sections = { frame, fonts: fontsOf(look.theme), memory: memory.sections };
  const uses = translationUses([...content.lessons, ...chaptersOf(content)], scripture.translations);
  const books = passageIndex(content.lessons, scripture);
  const facts = { booklet, edition, logo, uses, books };
  const planAt = (share: number) =>
    book.bookPlan(drawn, facts, frame, setting, share === 0 ? setting : stretched(share), within(keep, `${share}`));
  const handouts = () => book.handoutPlan(drawn, booklet, settingAt);
  const isHandout = edition.layout === 'handout';
  const laid = { content: drawn, frame, setting };
  const said = checkContent(content, booklet.file);
  if (onPhone) {
    const set = isHandout
      ? setInARow(phoneHandouts(handouts()), sections)
      : setBook(phonePlan(planAt(0)), sections, NO_SHEETS);
    // Nothing is said of its pages: what is too tall for one is divided where no line is hurt, and there are no sheets.
    return { ...laid, ...(await set), messages: said };
  }
  const set = isHandout
    ? { ...(await setHandouts(handouts(), sections)), messages: [] }
    : await setBooklet(
        planAt,
        sections,
        { fill: booklet.fit, pagesToTheSheet: edition.sheet === 'whole' ? 2 : 4 },
        { edition: edition.name, file: booklet.file, lessons: content.lessons },
      );
  const messages = content.lessons.flatMap(({ file }, index) => {
    const lesson = set.lessons[index] as LaidSection;
    return [...checkHeights(lesson, file), ...(isHandout ? checkSides(lesson, file) : [])];
  });
  return { ...laid, ...set, messages: [...messages, ...set.messages, ...said] };
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

function withOrnament(lesson: EditionLesson, { ornaments }: Look): EditionLesson {
  const svg = ornaments.get(lesson.file);
  return lesson.ornament && svg ? { ...lesson, ornament: { ...lesson.ornament, svg } } : lesson;
}

const fontStores = new WeakMap<Theme['fonts'], ThemeFonts>();

/** One store of fonts for a theme, at whatever size. */
export function fontsOf(theme: Theme): ThemeFonts {
  const known = fontStores.get(theme.fonts) ?? new ThemeFonts(theme);
  fontStores.set(theme.fonts, known);
  return known;
}

function chaptersOf({ front, back }: EditionContent): EditionContent['lessons'] {
  return [...front, ...back].flatMap((part) => (part.kind === 'chapter' ? [part.chapter] : []));
}
