import type { Booklet } from '../booklet/model.js';
import type { EditionContent, EditionLesson, EditionPart } from '../edition/model.js';
import type { PageFrame } from '../geometry/frame.js';
import type { Labels } from '../labels/model.js';
import { inlineText } from '../lesson/walk.js';
import { type Keep, keepNothing } from '../memory/keep.js';
import type { Theme } from '../theme/model.js';
import type { BibleLinks } from './bible-links.js';
import { Cover } from './cover.js';
import {
  type BookPlan,
  type FolioOf,
  FRONT_ANCHORS,
  type HandoutPlan,
  type OutlineEntry,
  type Section,
} from './flow.js';
import { Contents, Imprint, type ImprintFacts } from './front.js';
import { Handout } from './handout.js';
import { heads } from './heads.js';
import type { Hyphenate } from './hyphenation.js';
import type { PassageIndexEntry } from './indexes.js';
import { LessonContent } from './lesson.js';
import { inLesson } from './lesson-fields.js';
import { meetingOf } from './meeting.js';
import { NotesPage } from './notes.js';
import { partAnchor, partSections, partTitle, printedParts } from './parts.js';
import { passageLinks } from './passage-links.js';
import type { Setting } from './setting.js';
import { makeStyles } from './styles.js';

/** How one edition of a booklet is set: everything but its words. */
export interface BookDesign {
  theme: Theme;
  frame: PageFrame;
  hyphenate: Hyphenate;
  /** BCP 47 language of the booklet. */
  language: string;
  labels: Labels;
  /** How many times larger the type is than the theme's own. */
  scale: number;
  /** How many times the writing lines that there would be; 1 where nothing is stretched. */
  stretch?: number;
  /** Where references lead that the booklet does not print. */
  bible: BibleLinks;
  /** The folio on which participants find what stands at an anchor, in editions that cite theirs. */
  participantPage?: FolioOf;
}

/**
 * The setting that components take, from a design.
 *
 * @param keep - Remembers the setting of an edition in this form.
 */
export function settingOf(design: BookDesign, content: EditionContent, keep: Keep = keepNothing): Setting {
  const { frame, stretch = 1, scale, participantPage = NOWHERE, ...same } = design;
  const { answers, audiences, lines } = content.edition;
  const links = passageLinks(content.lessons, keep);
  // In the order of their names, so that the same parts are compared.
  const parts = Object.entries(same).sort(([a], [b]) => (a < b ? -1 : 1));
  const from = [frame, participantPage, answers, audiences.join(), lines, links, ...parts.map(([, part]) => part)];
  return keep(`setting ${scale} ${stretch}`, from, () => ({
    ...same,
    scale,
    styles: makeStyles(design.theme),
    text: frame.text,
    measure: frame.text.width,
    answers,
    leader: audiences.includes('leader'),
    lines,
    stretch,
    participantPage,
    lesson: '',
    links,
    linkNumber: () => undefined,
    fields: new Map(),
  }));
}

const NOWHERE: FolioOf = () => undefined;

/** What a booklet is made from beside its lessons as an edition shows them. */
export interface BookFacts extends ImprintFacts {
  /** Every passage that the edition prints or refers to. */
  books: readonly PassageIndexEntry[];
}

/**
 * The sections of an edition that is a booklet.
 *
 * @param running - The setting of lessons and of what stands beside them, where that is not the one of all the rest.
 * @param keep - Remembers the sections of an edition in this form.
 */
export function bookPlan(
  content: EditionContent,
  facts: BookFacts,
  frame: PageFrame,
  setting: Setting,
  running: Setting = setting,
  keep: Keep = keepNothing,
): BookPlan {
  const { booklet, books } = facts;
  return {
    front: keep('front', [booklet, facts.edition, facts.logo, JSON.stringify(facts.uses), frame, setting], () =>
      frontSections(facts, frame, setting),
    ),
    lessons: content.lessons.map((lesson) =>
      keep(`lesson ${lesson.file}`, [lesson, booklet, running], () => lessonSection(lesson, booklet, running)),
    ),
    filler: keep('filler', [setting], () => fillerSection(setting)),
    notes: keep('notes', [booklet, setting], () => notesSection(booklet, setting)),
    parts: (folios) => ({
      before: partSections(content.front, 'front', content, { books, folios }, booklet, running, keep),
      after: partSections(content.back, 'body', content, { books, folios }, booklet, running, keep),
    }),
    contents: (folioOf) => contentsSection(content, folioOf, booklet, setting, keep),
  };
}

/**
 * The sections of an edition that is a sheet for each lesson.
 *
 * @param settingAt - The setting with its type so many times as large.
 */
export function handoutPlan(
  { lessons }: EditionContent,
  booklet: Booklet,
  settingAt: (scale: number) => Setting,
): HandoutPlan {
  return {
    lessons: lessons.map((lesson) => (lines, scale) => handoutSection(lesson, booklet, lines, settingAt(scale))),
    filler: fillerSection(settingAt(1)),
  };
}

/** The section of one lesson. It opens on a recto; verso heads name the booklet, recto heads the lesson. */
function lessonSection(lesson: EditionLesson, booklet: Booklet, setting: Setting): Section {
  return {
    id: `lesson.${lesson.id}`,
    numbering: 'body',
    start: 'recto',
    heads: heads(setting, booklet.title, lesson.title),
    folios: true,
    mode: 'flow',
    content: (
      <LessonContent
        lesson={lesson}
        setting={{ ...inLesson(lesson, setting), ...meetingOf(lesson, booklet.language) }}
      />
    ),
  };
}

/** Cover and imprint, which need nothing of the finished layout. */
function frontSections(facts: ImprintFacts, frame: PageFrame, setting: Setting): Section[] {
  return [
    {
      id: 'cover',
      numbering: 'cover',
      start: 'recto',
      folios: false,
      mode: 'page',
      content: <Cover {...facts} trim={frame.trim} setting={setting} />,
    },
    {
      id: 'imprint',
      numbering: 'front',
      start: 'any',
      folios: false,
      mode: 'flow',
      content: <Imprint {...facts} setting={setting} />,
    },
  ];
}

/** The contents, made when pages are known. It is numbered apart, so its own length moves no lesson. */
function contentsSection(
  content: EditionContent,
  folioOf: FolioOf,
  { language }: Pick<Booklet, 'language'>,
  setting: Setting,
  keep: Keep,
): Section {
  const part = (entry: EditionPart) => ({
    number: 0,
    title: partTitle(entry, setting),
    anchor: partAnchor(entry),
    page: folioOf(partAnchor(entry)) ?? '',
    participantPage: setting.participantPage(partAnchor(entry)),
  });
  const back = printedParts(content.back, content);
  const lines = [
    ...printedParts(content.front, content).map(part),
    ...content.lessons.map((lesson) => ({
      number: lesson.number,
      title: lesson.title,
      subtitle: lesson.subtitle,
      anchor: lesson.id,
      page: folioOf(lesson.id) ?? '',
      participantPage: setting.participantPage(lesson.id),
      date: lesson.date,
    })),
    ...back.map(part),
  ];
  return {
    id: 'contents',
    numbering: 'front',
    start: 'recto',
    folios: true,
    mode: 'flow',
    content: keep('contents', [JSON.stringify(lines), language, setting], () => (
      <Contents lines={lines} language={language} setting={setting} />
    )),
  };
}

/**
 * A lesson as a handout: on both sides of one sheet, without running heads.
 *
 * @param lines - How many times the writing lines that the lesson asks for.
 */
function handoutSection(lesson: EditionLesson, booklet: Booklet, lines: number, setting: Setting): Section {
  const own = { ...inLesson(lesson, setting), lines: setting.lines * lines };
  const content = <Handout lesson={lesson} setting={own} />;
  return { ...lessonSection(lesson, booklet, own), heads: {}, folios: false, content };
}

/** The notes page that closes the booklet; more of them may follow. */
function notesSection({ title }: Pick<Booklet, 'title'>, setting: Setting): Section {
  return {
    id: 'notes',
    numbering: 'body',
    start: 'any',
    heads: heads(setting, title, setting.labels.notes),
    folios: true,
    mode: 'flow',
    content: <NotesPage id={FRONT_ANCHORS.notes} setting={setting} />,
  };
}

/** The page that fills a verso before an opener: room for notes, so that no page is wasted. */
function fillerSection(setting: Setting): Section {
  return {
    id: 'filler',
    numbering: 'body',
    start: 'any',
    folios: true,
    mode: 'flow',
    content: <NotesPage setting={setting} />,
  };
}

/** The outline of a booklet: contents, lessons with their parts, notes. */
export function bookletOutline(content: EditionContent, setting: Setting): OutlineEntry[] {
  const part = (entry: EditionPart) => ({ title: partTitle(entry, setting), level: 1, anchor: partAnchor(entry) });
  return [
    { title: setting.labels.contents, level: 1, anchor: FRONT_ANCHORS.contents },
    ...printedParts(content.front, content).map(part),
    ...content.lessons.flatMap((lesson) => [
      { title: `${lesson.number}. ${lesson.title}`, level: 1, anchor: lesson.id },
      ...lesson.body.flatMap((block) =>
        block.type === 'heading' && block.level === 2
          ? [{ title: inlineText(block.children), level: 2, anchor: `${lesson.id}.${block.id}` }]
          : [],
      ),
    ]),
    ...printedParts(content.back, content).map(part),
    { title: setting.labels.notes, level: 1, anchor: FRONT_ANCHORS.notes },
  ];
}
