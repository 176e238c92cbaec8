import { directiveFromMarkdown } from 'mdast-util-directive';
import type { Code, Construct, Effects, Extension, State, TokenizeContext } from 'micromark-util-types';
import type { Processor } from 'unified';
import { nearest } from '../diagnostics/nearest.js';
import { directiveNames, directiveRule } from './directives.js';

/**
 * Makes remark-directive fit for prose, and exact. A colon within a line opens a directive only where one is evidently
 * meant, so that `Luke 22:31`, `10:30` and `note:this` stay words; and each directive carries the places of its opening,
 * its attributes and its closing colons in `data.position`. To be used after remark-directive.
 */
export function remarkDirectiveInProse(this: Processor): undefined {
  const data = this.data() as { micromarkExtensions?: Extension[]; fromMarkdownExtensions?: unknown[] };
  const extension = data.micromarkExtensions?.at(-1);
  const original = extension?.text?.[COLON];
  if (!extension || !original || Array.isArray(original)) throw new Error('remark-directive has to be used first');
  extension.text = { ...extension.text, [COLON]: onlyWhereMeant(original) };
  // The later extension's handlers replace the ones that keep no places.
  data.fromMarkdownExtensions?.push(directiveFromMarkdown({ verbose: true }));
}

const COLON = 58;
const OPENING_BRACKETS: readonly Code[] = [91, 123];

function onlyWhereMeant(original: Construct): Construct {
  return {
    ...original,
    tokenize(this: TokenizeContext, effects: Effects, ok: State, nok: State) {
      const opening: Construct = { partial: true, tokenize: openingAfter(this.previous) };
      return effects.check(opening, original.tokenize.call(this, effects, ok, nok), nok);
    },
  };
}

/** Looks ahead over `:name` and says whether a directive is meant there. */
function openingAfter(previous: Code): Construct['tokenize'] {
  return (effects, ok, nok) => {
    let name = '';
    return (code) => {
      effects.enter('data');
      effects.consume(code);
      return inName;
    };
    function inName(code: Code): State | undefined {
      if (code !== null && code > 0 && NAME.test(String.fromCharCode(code))) {
        name += String.fromCharCode(code);
        effects.consume(code);
        return inName;
      }
      effects.exit('data');
      return isMeant(name, previous, OPENING_BRACKETS.includes(code)) ? ok(code) : nok(code);
    }
  };
}

const NAME = /[^\s\p{P}\p{S}]|[-_]/u;

function isMeant(name: string, previous: Code, bracketed: boolean): boolean {
  if (!/^\p{L}/u.test(name)) return false;
  const afterWord = previous !== null && previous > 0 && /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(previous));
  if (bracketed) return directiveRule(name)?.form === 'text' || !afterWord;
  // Without label and attributes it is prose, unless it is a name of the format or a slip of the keys from an inline one.
  return !afterWord && (directiveRule(name) !== undefined || nearest(name, directiveNames('text')) !== undefined);
}
