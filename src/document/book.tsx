import type { ReactElement } from 'react';
import type { Booklet } from '../booklet/model.js';
import type { EditionContent, EditionLesson, EditionPart } from '../edition/model.js';
import type { PageFrame } from '../geometry/frame.js';
import { inlineText } from '../lesson/walk.js';
import type { Theme } from '../theme/model.js';
import { ChapterContent } from './chapter.js';
import { Cover } from './cover.js';
import { FRONT_ANCHORS, type OutlineEntry, type Section } from './flow.js';
import { Contents, Imprint, type ImprintFacts } from './front.js';
import type { Hyphenate } from './hyphenation.js';
import { type FolioLookup, HymnIndex, hasHymns, PassageIndex, type PassageIndexEntry } from './indexes.js';
import { ENGLISH, type Labels } from './labels.js';
import { LessonContent } from './lesson.js';
import { NotesPage } from './notes.js';
import { passageLinks } from './passage-links.js';
import { PrayerRequests } from './prayer-requests.js';
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

/** The contents, made when pages are known. It is numbered apart, so its own length moves no lesson. */
export function contentsSection(content: EditionContent, folioOf: FolioOf, setting: Setting): Section {
  const part = (entry: EditionPart) => ({
    number: 0,
    title: partTitle(entry, setting),
    anchor: partAnchor(entry),
    page: folioOf(partAnchor(entry)) ?? '',
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
    })),
    ...back.map(part),
  ];
  return {
    id: 'contents',
    numbering: 'front',
    start: 'recto',
    folios: true,
    mode: 'flow',
    content: <Contents lines={lines} setting={setting} />,
  };
}

/** Gives the folio of an anchor's page, once it is known. */
export type FolioOf = (anchor: string) => string | undefined;

/** What parts that are made from the lessons are made of. */
export interface PartFacts {
  books: readonly PassageIndexEntry[];
  folios: FolioLookup;
}

/** The sections of chapters and generated parts before or after the lessons; indexes that would be empty are left out. */
export function partSections(
  parts: readonly EditionPart[],
  numbering: 'front' | 'body',
  content: EditionContent,
  facts: PartFacts,
  booklet: Booklet,
  setting: Setting,
): Section[] {
  return printedParts(parts, content).map((part) => ({
    id: `part${partAnchor(part)}`,
    numbering,
    start: 'any',
    heads: heads(setting, booklet.title, partTitle(part, setting)),
    folios: true,
    mode: 'flow',
    content: partContent(part, content, facts, setting),
  }));
}

function printedParts(parts: readonly EditionPart[], { lessons }: EditionContent): EditionPart[] {
  return parts.filter((part) => part.kind !== 'index-of-hymns' || hasHymns(lessons));
}

function partContent(part: EditionPart, { lessons }: EditionContent, facts: PartFacts, setting: Setting): ReactElement {
  const id = partAnchor(part);
  switch (part.kind) {
    case 'chapter':
      return <ChapterContent chapter={part.chapter} setting={{ ...setting, lesson: part.chapter.id }} />;
    case 'index-of-passages':
      return <PassageIndex id={id} books={facts.books} folios={facts.folios} setting={setting} />;
    case 'index-of-hymns':
      return <HymnIndex id={id} lessons={lessons} folios={facts.folios} setting={setting} />;
    case 'prayer-requests':
      return <PrayerRequests id={id} setting={setting} />;
  }
}

/** Generated parts have anchors that no chapter's id can be. */
function partAnchor(part: EditionPart): string {
  return part.kind === 'chapter' ? part.chapter.id : `.${part.kind}`;
}

function partTitle(part: EditionPart, { labels }: Setting): string {
  switch (part.kind) {
    case 'chapter':
      return part.chapter.title;
    case 'index-of-passages':
      return labels.indexOfPassages;
    case 'index-of-hymns':
      return labels.indexOfHymns;
    case 'prayer-requests':
      return labels.prayerRequests;
  }
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

function heads(setting: Setting, booklet: string, lesson: string): Section['heads'] {
  const text = { booklet, lesson, none: undefined };
  const { verso, recto } = setting.theme.heads;
  return { ...(text[verso] ? { verso: text[verso] } : {}), ...(text[recto] ? { recto: text[recto] } : {}) };
}
