import { diagnostic } from '../diagnostics/diagnostic.js';
import type { BlockQuote, Inline, ReferenceInline } from '../lesson/model.js';
import { unreachable } from '../lesson/model.js';
import { blocksOf, inlinesOf, inlineText } from '../lesson/walk.js';
import { compareWords } from './compare-words.js';
import type { ReferenceSetting } from './inline-references.js';
import type { Translation } from './translation.js';
import { type MoreNames, translationAfter } from './translation-names.js';

/** Words quoted from scripture, with the reference and translation that follow them. */
export interface Quotation {
  words: string;
  reference: ReferenceInline;
  /** Id of the translation, bundled or not. */
  translation: string;
}

/**
 * Compares each quotation of a run of inlines with the translation it names: “…” (Hebrews 7:25, KJV), or the same after a
 * dash. Quotations that name no translation, or one that is not bundled, are not compared.
 */
export function checkQuotations(inlines: readonly Inline[], setting: ReferenceSetting): void {
  for (const quotation of quotationsIn(inlines, setting)) checkQuotation(quotation, setting);
}

/** Compares a block quote that ends with a line such as `— Hebrews 7:25, WEB`. */
export function checkBlockQuote(block: BlockQuote, setting: ReferenceSetting): void {
  const quotation = quotationOf(block, setting);
  if (quotation) checkQuotation(quotation, setting);
}

/** The quotations in a run of inlines that name their translation. */
export function quotationsIn(inlines: readonly Inline[], more: MoreNames = {}): Quotation[] {
  const { text, references } = flat(inlines);
  return references.flatMap(({ reference, start, end }) => {
    const named = translationAfter(text.slice(end), more);
    const words = named ? quotedBefore(text.slice(0, start)) : undefined;
    return named && words ? [{ words, reference, translation: named.id }] : [];
  });
}

/** A block quote as a quotation, when it ends with a dash, a reference and a translation's name. */
export function quotationOf(block: BlockQuote, more: MoreNames = {}): Quotation | undefined {
  const { text, references } = flat(paragraphsOf(block));
  const last = references.at(-1);
  if (!last) return undefined;
  const named = translationAfter(text.slice(last.end), more);
  const [, words] = /^(.+?)(?:^|\s)[—–-]{1,3}\s*$/su.exec(text.slice(0, last.start)) ?? [];
  // Where the words have quotation marks beside the reference, their paragraph was compared already.
  const within = blocksOf(block)
    .flatMap(inlinesOf)
    .flatMap((run) => quotationsIn(run, more));
  if (!named || !words || within.some(({ reference }) => reference === last.reference)) return undefined;
  return /^[\s.)\]]*$/.test(text.slice(last.end + named.end))
    ? { words, reference: last.reference, translation: named.id }
    : undefined;
}

function checkQuotation({ words, reference, translation: id }: Quotation, setting: ReferenceSetting): void {
  const translation = setting.translations.get(id);
  if (!translation || reference.ranges.length === 0) return;
  const text = textOf(reference, translation);
  if (translation.numbering && text === '') {
    const found = `${reference.text} quoted from the ${translation.abbreviation}`;
    const expected = `verses that the ${translation.abbreviation} of this booklet has`;
    const advice = 'quote other verses, or leave out the name of the translation';
    const { file, report } = setting;
    report(diagnostic({ file, place: reference.position, rule: 'quotation-differs', found, expected, advice }));
    return;
  }
  const theirs = compareWords(words, text);
  if (theirs === undefined) return;
  setting.report(
    diagnostic({
      file: setting.file,
      place: reference.position,
      rule: 'quotation-differs',
      found: `${reference.text} quoted as “${tidy(words)}”`,
      expected: `the words of the ${translation.abbreviation}, “${tidy(theirs)}”`,
      advice: 'correct the words, or the reference, or mark what is left out or put in with … and [ ]',
    }),
  );
}

function textOf(reference: ReferenceInline, translation: Translation): string {
  const spans = reference.ranges.flatMap((range) =>
    translation.passage(range).flatMap((block) => {
      if (block.type === 'gap') return [];
      return block.type === 'prose' ? block.spans : block.lines.flatMap((line) => line.spans);
    }),
  );
  return spans
    .map((span) =>
      span.runs
        .map((run) => run.text)
        .join('')
        .trim(),
    )
    .join(' ');
}

/** The words between the quotation marks that close just before a reference, its bracket or dash. */
function quotedBefore(text: string): string | undefined {
  const close = /["”’»]\s*[.,;:!?]*\s*(?:[([]|[—–-]{1,3})?\s*$/u.exec(text);
  if (!close) return undefined;
  const mark = text[close.index];
  const open =
    mark === '”' || mark === '»'
      ? openingOf(text, close.index, mark)
      : text.lastIndexOf(mark === '’' ? '‘' : '"', close.index - 1);
  return open < 0 ? undefined : text.slice(open + 1, close.index);
}

function openingOf(text: string, close: number, mark: '”' | '»'): number {
  const opening = mark === '”' ? '“' : '«';
  let depth = 1;
  for (let at = close - 1; at >= 0; at--) {
    if (text[at] === mark) depth++;
    if (text[at] === opening && --depth === 0) return at;
  }
  // A quotation that goes on over paragraphs opens in each and closes in the last, so marks may be short of one.
  return text.indexOf(opening);
}

interface Flat {
  text: string;
  references: { reference: ReferenceInline; start: number; end: number }[];
}

/** The text of inlines in one piece, with the place of each reference in it. */
function flat(inlines: readonly Inline[]): Flat {
  const result: Flat = { text: '', references: [] };
  const add = (inline: Inline): void => {
    switch (inline.type) {
      case 'reference': {
        const start = result.text.length;
        result.text += inline.text;
        result.references.push({ reference: inline, start, end: result.text.length });
        return;
      }
      case 'emphasis':
      case 'strong':
      case 'delete':
      case 'foreign':
      case 'link':
        inline.children.forEach(add);
        return;
      case 'blank':
        inline.answer.forEach(add);
        return;
      case 'text':
      case 'code-span':
      case 'break':
      case 'footnote-mark':
      case 'blank-rule':
        result.text += inlineText([inline]);
        return;
      default:
        unreachable(inline);
    }
  };
  inlines.forEach(add);
  return result;
}

function paragraphsOf(block: BlockQuote): Inline[] {
  return blocksOf(block).flatMap((child): Inline[] => [...inlinesOf(child).flat(), { type: 'break' }]);
}

const LONGEST = 240;

function tidy(words: string): string {
  const plain = words.replace(/\s+/g, ' ').trim();
  return plain.length > LONGEST ? `${plain.slice(0, LONGEST).replace(/\s\S*$/, '')} …` : plain;
}
