import type { ReactElement } from 'react';
import type { Booklet } from '../booklet/model.js';
import type { EditionContent, EditionPart } from '../edition/model.js';
import { type Keep, keepNothing } from '../memory/keep.js';
import { ChapterContent } from './chapter.js';
import type { FolioLookup, Section } from './flow.js';
import { heads } from './heads.js';
import { HymnIndex, hasHymns, PassageIndex, type PassageIndexEntry } from './indexes.js';
import { inLesson } from './lesson-fields.js';
import { PrayerRequests } from './prayer-requests.js';
import type { Setting } from './setting.js';

/** What parts that are made from the lessons are made of. */
interface PartFacts {
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
  keep: Keep = keepNothing,
): Section[] {
  return printedParts(parts, content).map((part) =>
    partSection(part, numbering, content, facts, booklet, setting, keep),
  );
}

function partSection(
  part: EditionPart,
  numbering: 'front' | 'body',
  content: EditionContent,
  facts: PartFacts,
  booklet: Booklet,
  setting: Setting,
  keep: Keep,
): Section {
  const from = [booklet, setting, ...madeFrom(part, content, facts)];
  return keep(`part${partAnchor(part)}`, from, () => ({
    id: `part${partAnchor(part)}`,
    numbering,
    start: 'any',
    heads: heads(setting, booklet.title, partTitle(part, setting)),
    folios: true,
    mode: 'flow',
    content: partContent(part, content, facts, setting),
  }));
}

/** What a part depends on beside booklet and setting. Indexes ask for pages, which nobody knows to be the same before they have asked. */
function madeFrom(part: EditionPart, content: EditionContent, facts: PartFacts): unknown[] {
  if (part.kind === 'chapter') return [part.chapter];
  return part.kind === 'prayer-requests' ? [] : [content, facts];
}

/** The parts that are printed: an index of nothing is left out. */
export function printedParts(parts: readonly EditionPart[], { lessons }: EditionContent): EditionPart[] {
  return parts.filter((part) => part.kind !== 'index-of-hymns' || hasHymns(lessons));
}

function partContent(part: EditionPart, { lessons }: EditionContent, facts: PartFacts, setting: Setting): ReactElement {
  const id = partAnchor(part);
  switch (part.kind) {
    case 'chapter':
      return <ChapterContent chapter={part.chapter} setting={inLesson(part.chapter, setting)} />;
    case 'index-of-passages':
      return <PassageIndex id={id} books={facts.books} folios={facts.folios} setting={setting} />;
    case 'index-of-hymns':
      return <HymnIndex id={id} lessons={lessons} folios={facts.folios} setting={setting} />;
    case 'prayer-requests':
      return <PrayerRequests id={id} setting={setting} />;
  }
}

/** Generated parts have anchors that no chapter's id can be. */
export function partAnchor(part: EditionPart): string {
  return part.kind === 'chapter' ? part.chapter.id : `.${part.kind}`;
}

/** What a part is called. */
export function partTitle(part: EditionPart, { labels }: Setting): string {
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
