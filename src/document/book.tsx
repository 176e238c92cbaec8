import type { Booklet } from '../booklet/model.js';
import type { EditionContent, EditionLesson } from '../edition/model.js';
import type { PageFrame } from '../geometry/frame.js';
import { inlineText } from '../lesson/walk.js';
import type { Theme } from '../theme/model.js';
import { Cover } from './cover.js';
import { FRONT_ANCHORS, type OutlineEntry, type Section } from './flow.js';
import { Contents, Imprint, type ImprintFacts } from './front.js';
import type { Hyphenate } from './hyphenation.js';
import { ENGLISH, type Labels } from './labels.js';
import { LessonContent } from './lesson.js';
import { NotesPage } from './notes.js';
import { passageLinks } from './passage-links.js';
import type { Setting } from './setting.js';
import { makeStyles } from './styles.js';

/** How one edition of a booklet is set: everything but its words. */
export interface BookDesign {
  theme: Theme;
  frame: PageFrame;
  hyphenate: Hyphenate;
  labels?: Labels;
}

/** The setting that components take, from a design. */
export function settingOf({ theme, frame, hyphenate, labels = ENGLISH }: BookDesign, content: EditionContent): Setting {
  return {
    theme,
    styles: makeStyles(theme),
    labels,
    hyphenate,
    text: frame.text,
    measure: frame.text.width,
    answers: content.edition.answers,
    lesson: '',
    links: passageLinks(content.lessons),
  };
}

/** The section of one lesson. It opens on a recto; verso heads name the booklet, recto heads the lesson. */
export function lessonSection(lesson: EditionLesson, booklet: Booklet, setting: Setting): Section {
  return {
    id: `lesson.${lesson.id}`,
    numbering: 'body',
    start: 'recto',
    heads: heads(setting, booklet.title, lesson.title),
    folios: true,
    mode: 'flow',
    content: <LessonContent lesson={lesson} setting={{ ...setting, lesson: lesson.id }} />,
  };
}

/** Cover and imprint, which need nothing of the finished layout. */
export function frontSections(facts: ImprintFacts, frame: PageFrame, setting: Setting): Section[] {
  return [
    {
      id: 'cover',
      numbering: 'cover',
      start: 'recto',
      folios: false,
      mode: 'page',
      content: <Cover booklet={facts.booklet} edition={facts.edition} trim={frame.trim} setting={setting} />,
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

/** The contents, made when the lessons' pages are known. It is numbered apart, so its own length moves none of them. */
export function contentsSection(
  lessons: readonly EditionLesson[],
  folioOf: (anchor: string) => string | undefined,
  setting: Setting,
): Section {
  const lines = lessons.map((lesson) => ({
    number: lesson.number,
    title: lesson.title,
    subtitle: lesson.subtitle,
    anchor: lesson.id,
    page: folioOf(lesson.id) ?? '',
  }));
  return {
    id: 'contents',
    numbering: 'front',
    start: 'recto',
    folios: true,
    mode: 'flow',
    content: <Contents lines={lines} setting={setting} />,
  };
}

/** The notes page that closes the booklet. */
export function notesSection(setting: Setting): Section {
  return {
    id: 'notes',
    numbering: 'body',
    start: 'any',
    folios: true,
    mode: 'flow',
    content: <NotesPage id={FRONT_ANCHORS.notes} setting={setting} />,
  };
}

/** The page that fills a verso before an opener: room for notes, so that no page is wasted. */
export function fillerSection(setting: Setting): Section {
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
export function bookletOutline({ lessons }: EditionContent, setting: Setting): OutlineEntry[] {
  return [
    { title: setting.labels.contents, level: 1, anchor: FRONT_ANCHORS.contents },
    ...lessons.flatMap((lesson) => [
      { title: `${lesson.number}. ${lesson.title}`, level: 1, anchor: lesson.id },
      ...lesson.body.flatMap((block) =>
        block.type === 'heading' && block.level === 2
          ? [{ title: inlineText(block.children), level: 2, anchor: `${lesson.id}.${block.id}` }]
          : [],
      ),
    ]),
    { title: setting.labels.notes, level: 1, anchor: FRONT_ANCHORS.notes },
  ];
}

function heads(setting: Setting, booklet: string, lesson: string): Section['heads'] {
  const text = { booklet, lesson, none: undefined };
  const { verso, recto } = setting.theme.heads;
  return { ...(text[verso] ? { verso: text[verso] } : {}), ...(text[recto] ? { recto: text[recto] } : {}) };
}
