import type { PassageBlock, SetPassage, VerseAddress, VerseRange, VerseSpan } from '../lesson/passage.js';
import { type ReferenceProblem, resolveReference } from './existence.js';
import { formatReference, nameOf } from './house-style.js';
import { readLabel } from './labels.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import { osisOf } from './ranges.js';
import type { TextSpan, Translation } from './translation.js';

/** A passage ready to be set, or what is wrong with its label. */
export type SetLabel =
  | { passage: SetPassage; problem?: undefined }
  | { problem: ReferenceProblem; rule: 'reference-unreadable' | 'reference-missing' };

/** Sets the passage that a `::scripture` or `::memory-verse` label names, with or without verse numbers. */
export function setLabel(
  label: string,
  translation: Translation,
  verses: 'show' | 'hide',
  language: ReferenceLanguage = ENGLISH,
): SetLabel {
  const read = readLabel(label, language);
  if (read.problem) return { problem: read.problem, rule: 'reference-unreadable' };
  const resolved = resolveReference(read.reference, translation, 'set', language);
  if (resolved.problem) return { problem: resolved.problem, rule: 'reference-missing' };
  const absent = absentVerse(resolved.ranges, translation);
  if (absent) {
    const { abbreviation } = translation;
    const advice = `the ${abbreviation} has no text for ${nameOf(absent.book, language)} ${absent.chapter}:${absent.verse}: choose other verses or another translation`;
    return { problem: { expected: `verses that the ${abbreviation} prints`, advice }, rule: 'reference-missing' };
  }
  const passage = setPassage(resolved.ranges, translation, verses, language);
  if (passage.blocks.some((block) => block.type !== 'gap')) return { passage };
  const { abbreviation } = translation;
  return {
    problem: {
      expected: `verses that the ${abbreviation} prints`,
      advice: `the ${abbreviation} leaves ${passage.reference} to a footnote: choose other verses or another translation`,
    },
    rule: 'reference-missing',
  };
}

/** The books that a label needs, as far as it can be read. */
export function booksOfLabel(label: string, language: ReferenceLanguage = ENGLISH): string[] {
  const read = readLabel(label, language);
  return read.problem ? [] : read.reference.ranges.flatMap(({ start, end }) => [start.book, end.book]);
}

/** The first verse at either end of a range for which a booklet's own translation, which may be an excerpt, has no text. */
function absentVerse(ranges: readonly VerseRange[], translation: Translation): VerseAddress | undefined {
  if (!translation.numbering) return undefined;
  return ranges
    .flatMap(({ start, end }) => [start, end])
    .find((verse) => translation.passage({ start: verse, end: verse }).length === 0);
}

/** Sets verses that exist: paragraphs and stanzas in the order of the ranges, with a gap where verses are passed over. */
export function setPassage(
  ranges: readonly VerseRange[],
  translation: Translation,
  verses: 'show' | 'hide',
  language: ReferenceLanguage = ENGLISH,
): SetPassage {
  const blocks: PassageBlock[] = [];
  const label = labeller();
  for (const range of joinAdjacent(ranges, translation)) {
    const text = translation.passage(range);
    if (text.length === 0) continue;
    if (blocks.length > 0) blocks.push({ type: 'gap' });
    blocks.push(...(verses === 'show' ? text.map((block) => labelled(block, range.start.book, label)) : text));
  }
  const { id, abbreviation, name } = translation;
  return {
    reference: formatReference(ranges, translation, language),
    osis: osisOf(ranges),
    ranges: [...ranges],
    translation: { id, abbreviation, name, language: translation.language },
    blocks,
    verseCount: new Set(ranges.flatMap((range) => versesOf(range, translation).map(verseKey))).size,
  };
}

/** Every verse of a range. */
export function versesOf({ start, end }: VerseRange, translation: Translation): VerseAddress[] {
  const { book } = start;
  const verses: VerseAddress[] = [];
  for (let chapter = start.chapter; chapter <= end.chapter; chapter++) {
    const first = chapter === start.chapter ? start.verse : 1;
    const last = chapter === end.chapter ? end.verse : translation.verses(book, chapter);
    for (let verse = first; verse <= last; verse++) verses.push({ book, chapter, verse });
  }
  return verses;
}

/** One verse as a key: `Rom.8.26`. */
export function verseKey({ book, chapter, verse }: VerseAddress): string {
  return `${book}.${chapter}.${verse}`;
}

/** “31-34, 35-38” is read as one run, so that its paragraphs stay whole. */
function joinAdjacent(ranges: readonly VerseRange[], translation: Translation): VerseRange[] {
  const joined: VerseRange[] = [];
  for (const range of ranges) {
    const before = joined.at(-1);
    if (before && follows(before.end, range.start, translation)) {
      joined[joined.length - 1] = { start: before.start, end: range.end };
    } else {
      joined.push(range);
    }
  }
  return joined;
}

function follows(end: VerseAddress, start: VerseAddress, translation: Translation): boolean {
  if (end.book !== start.book) return false;
  if (end.chapter === start.chapter) return start.verse === end.verse + 1;
  const last = translation.verses(end.book, end.chapter);
  return start.chapter === end.chapter + 1 && start.verse === 1 && end.verse === last;
}

type Label = (book: string, span: TextSpan) => string | undefined;

/**
 * Labels each verse once: its number, with the chapter's before it where a passage enters another chapter; both numbers
 * where a translation runs verses together.
 */
function labeller(): Label {
  let last: VerseAddress | undefined;
  return (book, { chapter, verse, through }) => {
    const entered = last && (last.book !== book || last.chapter !== chapter);
    const again = !entered && last?.verse === verse;
    last = { book, chapter, verse };
    if (again) return undefined;
    const number = through === undefined ? `${verse}` : `${verse}–${through}`;
    return entered ? `${chapter}:${number}` : number;
  };
}

function labelled(block: PassageBlock, book: string, label: Label): PassageBlock {
  const labelSpan = (span: VerseSpan): VerseSpan => {
    const number = label(book, span);
    return number === undefined ? span : { ...span, label: number };
  };
  if (block.type === 'prose') return { ...block, spans: block.spans.map(labelSpan) };
  if (block.type === 'gap') return block;
  return { ...block, lines: block.lines.map((line) => ({ ...line, spans: line.spans.map(labelSpan) })) };
}
