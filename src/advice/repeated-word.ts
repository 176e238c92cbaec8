import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { placeWithin } from '../diagnostics/place-within.js';
import type { Inline, Text } from '../lesson/model.js';
import { allBlocks, inlinesOf } from '../lesson/walk.js';
import { inlinesWithin } from './inlines.js';
import type { AdviceRule } from './model.js';

/**
 * Words that may well stand twice, in the languages that the rule knows: “that that”, “long, long ago” without its comma.
 * In other languages one may have to write “die die” or “nous nous”, and nothing is said.
 */
const TWICE: Readonly<Record<string, ReadonlySet<string>>> = {
  en: new Set(
    'that had is was do did no so very far long much many really there now here ha ha bye her in on you knock amen'.split(
      ' ',
    ),
  ),
  es: new Set('muy más que no nos se bla ja sí si poco casi luego tan amén'.split(' ')),
};

/** Words written twice, also over the end of a line. In hymns they are sung twice. */
export const repeatedWord: AdviceRule = ({ booklet, lessons }) => {
  const allowed = TWICE[booklet.language.toLowerCase().split('-')[0] ?? ''];
  if (!allowed) return [];
  return lessons.flatMap((lesson) => {
    const inRun = (inlines: readonly Inline[], file = lesson.file) =>
      inlinesWithin(inlines, 'foreign').flatMap((inline) =>
        inline.type === 'text' ? inText(inline, file, allowed) : [],
      );
    return [
      ...inRun(lesson.aim ?? []),
      ...[...allBlocks(lesson)].flatMap((block) =>
        block.type === 'hymn' ? [] : inlinesOf(block).flatMap((run) => inRun(run, block.file)),
      ),
    ];
  });
};

function inText(text: Text, file: string, allowed: ReadonlySet<string>): Diagnostic[] {
  return [...text.value.matchAll(REPEATED)].flatMap((match) => {
    const [whole, word = '', again = ''] = match;
    // “Samuel Samuel” is a call, “The the” a slip.
    if (allowed.has(again.toLowerCase()) || again !== again.toLowerCase()) return [];
    return diagnostic({
      file,
      place: placeWithin(text, match.index, match.index + whole.length),
      rule: 'repeated-word',
      found: `“${word} ${again}”`,
      expected: 'the word once',
      advice: 'take one of the two away',
    });
  });
}

/** A word, white space and the same word, small or capital at first. */
const REPEATED = /(?<![\p{L}\p{N}'’-])(\p{L}[\p{L}\p{M}'’]*)\s+(\1)(?![\p{L}\p{N}\p{M}'’-])/giu;
