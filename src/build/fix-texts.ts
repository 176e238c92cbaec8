import { visit } from 'unist-util-visit';
import type { Booklet, LessonFile } from '../booklet/model.js';
import { offsetOf, plainSource, type Span, type TextEdit, withEdits } from '../fixes/edits.js';
import { largestSafe } from '../fixes/largest.js';
import { proseIn } from '../fixes/prose.js';
import { quoteFixes } from '../fixes/quotes.js';
import { type ReferenceReader, referenceFixes } from '../fixes/references.js';
import { divide } from '../markdown/front-matter.js';
import { parseLesson } from '../markdown/parse.js';
import { parseMarkdown } from '../markdown/processor.js';
import { setPunctuation } from '../markdown/punctuation.js';
import { resolveReference } from '../scripture/existence.js';
import { nameOf } from '../scripture/house-style.js';
import type { ReferenceLanguage } from '../scripture/languages/model.js';
import { findReferences } from '../scripture/references.js';
import type { Translation } from '../scripture/translation.js';
import type { Prepared } from './prepare.js';

/** Edits of one file that belong together. */
export interface TextFix {
  edits: TextEdit[];
  /** Whether anything printed changes by it. */
  printed: boolean;
}

/** Languages whose marks and references are known well enough to be mended. */
const KNOWN = /^(?:en|es)(?:-|$)/i;

/** What can be mended within one file of a booklet. */
export async function fixesOf({ booklet, scripture }: Prepared, file: LessonFile, source: string): Promise<TextFix[]> {
  if (!KNOWN.test(booklet.language)) return [];
  const { text, inSource } = plainSource(source);
  const isChanges = booklet.changes.some(({ path }) => path === file.path);
  const body = isChanges ? text : divide(file.file, text).body;
  const prose = proseIn(parseMarkdown(body), body);
  const translation = scripture.translations.get(scripture.translation);
  const read = translation ? reader(translation, scripture.language) : undefined;
  const inFront = isChanges ? [] : frontMatterReferences(file, text, booklet);
  return [
    ...(read ? referenceFixes(text, [...inFront, ...prose], read) : []).map((edits) => ({ edits, printed: true })),
    ...(await quotes(body, prose)),
  ].map(({ edits, printed }) => ({ edits: inSource(edits), printed }));
}

function reader(translation: Translation, language: ReferenceLanguage): ReferenceReader {
  const counted = new RegExp(`^\\s+(?:${language.ordinary.counted})(?![\\p{L}])`, 'u');
  return {
    nameOf: (book) => (book === 'Ps' && language.psalm) || nameOf(book, language),
    isCount: (after) => counted.test(after),
    find: (text) =>
      findReferences(text, 'prose', language).flatMap((found) => {
        const resolved = resolveReference(found, translation, 'mention', language);
        return resolved.problem ? [] : [{ start: found.start, end: found.end, ranges: resolved.ranges }];
      }),
  };
}

/** Where the front matter names passages. */
function frontMatterReferences(file: LessonFile, text: string, { variables }: Booklet): Span[] {
  const { passages, memoryVerse } = parseLesson({ file: file.file, source: text, variables }).value.frontMatter;
  return [...passages, ...(memoryVerse ? [memoryVerse] : [])].flatMap(({ position }) =>
    position ? [{ start: offsetOf(text, position.start), end: offsetOf(text, position.end) }] : [],
  );
}

/**
 * Quotation marks, turned and made straight; the second only where each is then printed as it is now. A mark that is
 * turned must change nothing but itself.
 */
async function quotes(body: string, prose: readonly Span[]): Promise<TextFix[]> {
  const { turned, straightened } = quoteFixes(body, prose);
  if (turned.length + straightened.length === 0) return [];
  const printed = (edits: readonly TextEdit[]) => printedWords(withEdits(body, edits));
  const goal = printed(turned);
  const honest = differences(printed([]), goal) === turned.length;
  const kept = honest ? turned : [];
  const wanted = honest ? goal : printed([]);
  const straight = await largestSafe(straightened, (edits) => printed(together(kept, edits)) === wanted);
  return byParagraph(body, together(kept, straight)).map((edits) => ({
    edits,
    printed: edits.some(({ start }) => kept.some((edit) => edit.start === start)),
  }));
}

/** Of two edits in one place, the second is made. */
function together(first: readonly TextEdit[], second: readonly TextEdit[]): TextEdit[] {
  return [...new Map([...first, ...second].map((edit) => [edit.start, edit])).values()];
}

/** The marks of a paragraph belong together: each is printed as those before it say. */
function byParagraph(body: string, edits: readonly TextEdit[]): TextEdit[][] {
  const paragraphs = new Map<number, TextEdit[]>();
  for (const edit of edits) {
    const start = body.lastIndexOf('\n\n', edit.start);
    paragraphs.set(start, [...(paragraphs.get(start) ?? []), edit]);
  }
  return [...paragraphs.values()];
}

/** The words of a text with their punctuation as it is printed. */
function printedWords(markdown: string): string {
  const root = parseMarkdown(markdown);
  setPunctuation(root);
  const words: string[] = [];
  visit(root, 'text', ({ value }) => {
    words.push(value);
  });
  return words.join('\n');
}

function differences(a: string, b: string): number {
  if (a.length !== b.length) return Number.NaN;
  return [...a].filter((_, index) => a[index] !== b[index]).length;
}
