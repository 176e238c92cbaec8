import type { Position } from 'unist';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { placeWithin } from '../diagnostics/place-within.js';
import type { RuleId } from '../diagnostics/rules.js';
import type { Inline, ReferenceInline, Text } from '../lesson/model.js';
import { unreachable } from '../lesson/model.js';
import { type ReferenceProblem, type Resolved, resolveReference } from './existence.js';
import { bindReference } from './house-style.js';
import { readLabel } from './labels.js';
import type { ReferenceLanguage } from './languages/model.js';
import { findInProse, type ProseContext, type ProseReference, type Subject, subjectOf } from './partial-references.js';
import { OPEN_END, osisOf } from './ranges.js';
import type { Translation, Translations } from './translation.js';
import { translationAfter } from './translation-names.js';

/** What references are read and checked against. */
export interface ReferenceSetting {
  /** For messages. */
  file: string;
  /** The lesson's translation. */
  translation: Translation;
  /** The others, for references that name one. */
  translations: Translations;
  /** In which references are written. */
  language: ReferenceLanguage;
  /** What “v. 25” and “(7:25)” belong to, if that is sure. */
  subject?: Subject | undefined;
  /** Receives what is wrong. */
  report(message: Diagnostic): void;
}

/** Finds, checks and marks the references in a run of inlines; those marked before are read and checked. */
export function setInlineReferences(inlines: readonly Inline[], setting: ReferenceSetting): Inline[] {
  const context = { lesson: setting.subject, named: [] as Subject[] };
  const run = (children: readonly Inline[]): Inline[] => children.flatMap((inline) => one(inline));
  const one = (inline: Inline): Inline | Inline[] => {
    switch (inline.type) {
      case 'text':
        return splitText(inline, setting, context.named);
      case 'reference': {
        const set = setReference(inline, setting);
        context.named.push(...subjectOf(set));
        return set;
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'foreign':
      case 'link':
        return { ...inline, children: run(inline.children) };
      case 'blank':
        return { ...inline, answer: run(inline.answer) };
      case 'code-span':
      case 'break':
      case 'footnote-mark':
      case 'blank-rule':
        return inline;
      default:
        return unreachable(inline);
    }
  };
  return run(inlines);
}

/** Reads and checks a reference that the author marked as one. What cannot be read is reported and stays as words. */
export function setReference(inline: ReferenceInline, setting: ReferenceSetting): ReferenceInline {
  const { language } = setting;
  const text = bindReference(inline.text, language);
  const unset = { ...inline, text, osis: '', ranges: [] };
  const verseWords = findInProse(inline.text.trim(), { lesson: setting.subject, named: [] }, language);
  const [only] = verseWords;
  const read = readLabel(inline.text, language);
  const reference = only?.guessed && verseWords.length === 1 ? only : read.problem ? undefined : read.reference;
  if (!reference) {
    if (read.problem) complain(setting, 'reference-unreadable', inline.text, inline.position, read.problem);
    return unset;
  }
  const resolved = resolveReference(reference, setting.translation, 'mention', language);
  if (resolved.problem) {
    complain(setting, 'reference-missing', inline.text, inline.position, resolved.problem);
    return unset;
  }
  return { ...inline, text, osis: osisOf(resolved.ranges), ranges: resolved.ranges };
}

/** `named` grows with what the text refers to. */
function splitText(node: Text, setting: ReferenceSetting, named: Subject[]): Inline[] {
  const { value } = node;
  const pieces: Inline[] = [];
  let from = 0;
  const textUpTo = (end: number) => {
    if (end <= from) return;
    const breaks = node.breaks?.filter((at) => at >= from && at < end).map((at) => at - from);
    pieces.push({
      ...node,
      value: value.slice(from, end),
      ...(breaks ? { breaks } : {}),
      position: placeWithin(node, from, end),
    });
  };
  const context: ProseContext = { lesson: setting.subject, named: [...named] };
  for (const found of findInProse(value, context, setting.language)) {
    const words = value.slice(found.start, found.end);
    const position = placeWithin(node, found.start, found.end);
    const resolved = resolveMention(found, value.slice(found.end), setting);
    if (!resolved) continue;
    if (resolved.problem) {
      complain(setting, 'reference-missing', words, position, resolved.problem);
      continue;
    }
    const { ranges } = resolved;
    textUpTo(found.start);
    pieces.push({
      type: 'reference',
      text: bindReference(words, setting.language),
      osis: osisOf(ranges),
      ranges,
      position,
    });
    from = found.end;
    if (!found.guessed) named.push(...subjectOf({ ranges }));
  }
  if (from === 0) return [node];
  textUpTo(value.length);
  return pieces;
}

/** Undefined where the words are better left alone than complained of. */
function resolveMention(found: ProseReference, after: string, setting: ReferenceSetting): Resolved | undefined {
  const named = translationAfter(after, setting);
  const translation = named ? setting.translations.get(named.id) : setting.translation;
  const resolved = resolveReference(found, translation ?? setting.translation, 'mention', setting.language);
  // Nothing is known of the numbering of a translation that is not bundled.
  const unsure = found.guessed || (named && !translation) || acrossBooks(found) || looksLikeCount(found, after);
  return resolved.problem && unsure ? undefined : resolved;
}

function acrossBooks({ ranges }: ProseReference): boolean {
  return ranges.some(({ start, end }) => start.book !== end.book);
}

/** “I gave John 45 coins”: no such chapter, no verse, and a word in lower case after it. */
function looksLikeCount({ ranges }: ProseReference, after: string): boolean {
  return ranges.every(({ end }) => end.verse === OPEN_END) && /^\s\p{Ll}/u.test(after);
}

function complain(
  { file, report }: ReferenceSetting,
  rule: RuleId,
  words: string,
  place: Position | undefined,
  problem: ReferenceProblem,
): void {
  report(diagnostic({ file, place, rule, found: `“${words.replace(/\s+/g, ' ').trim()}”`, ...problem }));
}
