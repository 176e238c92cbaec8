import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Block, Lesson, MemoryVerse, ReferenceInline, Scripture } from '../lesson/model.js';
import { type ReferenceSetting, setInlineReferences, setReference } from './inline-references.js';
import { readLabel } from './labels.js';
import { ENGLISH } from './languages/english.js';
import type { ReferenceLanguage } from './languages/model.js';
import { TRANSLATION_IDS, translationNamed } from './library.js';
import { commonSubject, type Subject } from './partial-references.js';
import { setLabel } from './passages.js';
import { checkBlockQuote, checkQuotations } from './quotations.js';
import { rewriteLesson } from './rewrite.js';
import type { Translation, Translations } from './translation.js';

/** What a lesson's scripture is set from. */
export interface ScriptureSource {
  /** Id of the booklet's translation. */
  translation: string;
  /** Everything that `booksNeeded` asked for. */
  translations: Translations;
  /** In which references are written and printed; English when left out. */
  language?: ReferenceLanguage;
}

/**
 * Sets a lesson's scripture: fills in the passages of `scripture` and `memory-verse` blocks, turns references in running
 * text into `reference` inlines, reads those that were marked, checks that all of them exist, and compares quotations
 * that name their translation with it. The lesson given is left as it is. With a booklet's translation that is not bundled,
 * which booklet.yaml's own check reports, nothing can be set.
 */
export function setScripture(lesson: Lesson, source: ScriptureSource): Checked<Lesson> {
  const translation = source.translations.get(source.translation);
  if (!translation) return { value: lesson, messages: [] };
  const messages: Diagnostic[] = [];
  const report = (message: Diagnostic) => messages.push(message);
  const { translations, language = ENGLISH } = source;
  const base = { file: lesson.file, translation, translations, language, report };
  const front: ReferenceSetting = base;
  const text: ReferenceSetting = { ...base, subject: subjectOfLesson(lesson.passages, language) };

  // What an overlay changes is written in a file of its own.
  const inFile = (setting: ReferenceSetting, { file }: Block) => (file === undefined ? setting : { ...setting, file });
  const body = rewriteLesson(lesson, {
    inlines(inlines, block) {
      // A hymn's “verse 2” is a stanza.
      const set = setInlineReferences(inlines, inFile(block.type === 'hymn' ? front : text, block));
      checkQuotations(set, inFile(text, block));
      return set;
    },
    block: (block) => setBlock(block, inFile(text, block)),
  });
  const value: Lesson = {
    ...body,
    passages: lesson.passages.map((passage) => setReference(passage, front)),
    ...(lesson.memoryVerse ? { memoryVerse: setReference(lesson.memoryVerse, front) } : {}),
    ...(lesson.aim ? { aim: setInlineReferences(lesson.aim, text) } : {}),
  };
  return { value, messages };
}

/** What all passages of a lesson are from, so that “verse 25” can only be one verse. */
function subjectOfLesson(passages: readonly ReferenceInline[], language: ReferenceLanguage): Subject | undefined {
  return commonSubject(
    passages.flatMap(({ text }) => {
      const read = readLabel(text, language);
      return read.problem ? [] : read.reference.ranges;
    }),
  );
}

function setBlock(block: Block, setting: ReferenceSetting): Block {
  switch (block.type) {
    case 'scripture':
      return withPassage(block, block.verses, setting);
    case 'memory-verse':
      return withPassage(block, 'hide', setting);
    case 'blockquote':
      checkBlockQuote(block, setting);
      return block;
    default:
      return block;
  }
}

function withPassage<T extends Scripture | MemoryVerse>(
  block: T,
  verses: 'show' | 'hide',
  setting: ReferenceSetting,
): T {
  const translation = translationFor(block, setting);
  if (!translation) return block;
  const set = setLabel(block.reference, translation, verses, setting.language);
  if (set.problem) {
    const { file, report } = setting;
    const found = `“${block.reference}”`;
    report(diagnostic({ file, place: block.position, rule: set.rule, found, ...set.problem }));
    return block;
  }
  return { ...block, passage: set.passage };
}

function translationFor(block: Scripture | MemoryVerse, setting: ReferenceSetting): Translation | undefined {
  const { translation: id, position: place } = block;
  if (id === undefined) return setting.translation;
  const { file, report, translations } = setting;
  const ids = [...new Set([...TRANSLATION_IDS, ...translations.keys()])];
  const known = translationNamed(id, ids);
  if (known) return translations.get(known);
  const expected =
    ids.length > TRANSLATION_IDS.length ? 'a bundled translation or the booklet’s own' : 'a bundled translation';
  const advice = suggest(id, ids);
  report(diagnostic({ file, place, rule: 'unknown-translation', found: `translation “${id}”`, expected, advice }));
  return undefined;
}
