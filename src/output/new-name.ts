import { type Checked, type Diagnostic, diagnostic, type Problem } from '../diagnostics/diagnostic.js';
import { cutToWidth } from '../diagnostics/text-width.js';
import { UNSAFE, visible } from '../diagnostics/visible.js';

/** How something new is called. */
export interface NewName {
  /** As it is printed, on one line. */
  title: string;
  /** As a folder or a file is called: small letters and digits, with hyphens between. */
  slug: string;
}

/** Of a name in a title's own length, counted in characters as people see them in a file. */
const LONGEST_TITLE = 120;
/** So short that name, order prefix and `.md` fit into the 255 bytes that a disk allows, in any script. */
const LONGEST_SLUG = 48;

/**
 * Makes a title and a folder's name from what somebody typed: a title in their own words stays as it is, and a name
 * written as a folder's (`learning-to-pray`) gets the capitals of a title. What would leave its folder, break YAML, drive
 * a terminal or fail to be printed is refused, with one message.
 *
 * @param where - The folder that it is for, as the author knows it.
 */
export function newName(typed: string, where: string): Checked<NewName | undefined> {
  const name = typed.normalize('NFC').replace(/\s+/g, ' ').trim().replace(/\.md$/i, '');
  const problem = problemOf(name);
  if (problem) return { value: undefined, messages: [unusable(name, where, problem)] };
  return { value: { title: isSlug(name) ? titleOf(name) : name, slug: slugOf(name) }, messages: [] };
}

/** A name of a file or folder, made from a title. Empty when the title has neither a letter nor a digit. */
export function slugOf(title: string): string {
  const plain = title
    .normalize('NFKD')
    .replace(/(\p{Script=Latin})\p{M}+/gu, '$1')
    .normalize('NFC')
    .replace(/['’]/g, '')
    .toLowerCase();
  const words = (plain.match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).filter((word) => /[\p{L}\p{N}]/u.test(word));
  let slug = [...(words[0] ?? '')].slice(0, LONGEST_SLUG).join('');
  for (const word of words.slice(1)) {
    if ([...slug].length + 1 + [...word].length > LONGEST_SLUG) break;
    slug += `-${word}`;
  }
  return slug;
}

/** Names that Windows keeps for devices, whatever their ending (Microsoft, “Naming Files, Paths, and Namespaces”). */
const DEVICE = /^(?:con|prn|aux|nul|(?:com|lpt)[0-9])$/;

type Refusal = Pick<Problem, 'found' | 'expected' | 'advice'>;

/** Why a name cannot be used; undefined when it can. */
function problemOf(name: string): Refusal | undefined {
  const shown = `“${cutToWidth(name, 40)}”`;
  const length = [...name].length;
  if (/[\\/]/.test(name)) {
    return {
      found: `${shown}, which has a slash in it`,
      expected: 'a title or the name of a folder, not a path',
      advice: 'leave the slash out; an option says where it is to be: --to for a booklet, --booklet for a lesson',
    };
  }
  if (!name.isWellFormed() || name.search(UNSAFE) >= 0 || /[\p{Cc}\p{Cn}\p{Co}]/u.test(name)) {
    return {
      found: `${shown}, which has characters in it that cannot be seen`,
      expected: 'letters, digits and punctuation',
      advice: 'type the name again by hand',
    };
  }
  if (/\p{Emoji_Presentation}|\ufe0f/u.test(name)) {
    return {
      found: `${shown}, which has an emoji in it`,
      expected: 'letters, digits and punctuation',
      advice: 'leave it out; typefaces for books have no emoji',
    };
  }
  if (name.includes('{{')) {
    return {
      found: `${shown}, in which “{{” begins a variable`,
      expected: 'a title without double braces',
      advice: 'leave them out, and put the variable into the title in the file afterward',
    };
  }
  if (length > LONGEST_TITLE) {
    return {
      found: `a name of ${length} characters`,
      expected: `at most ${LONGEST_TITLE}`,
      advice: 'shorten it; there is room for more in the subtitle',
    };
  }
  const slug = slugOf(name);
  if (slug === '') {
    return {
      found: name === '' ? 'no name' : `${shown}, which has no letter and no digit`,
      expected: 'a title such as “Learning to Pray”',
      advice: 'give it a name with letters in it',
    };
  }
  if (DEVICE.test(slug)) {
    return {
      found: `${shown}, which Windows keeps for itself and no file there can be called`,
      expected: 'a name that works on every computer',
      advice: 'add a word to it',
    };
  }
  return undefined;
}

function unusable(name: string, where: string, refusal: Refusal): Diagnostic {
  return diagnostic({ file: where, rule: 'name-unusable', ...refusal, found: visible(refusal.found || name) });
}

/** Whether a name is written as a folder's: small letters and digits, parted by hyphens or underscores. */
function isSlug(name: string): boolean {
  return /^[\p{Ll}\p{N}]+(?:[-_][\p{Ll}\p{N}]+)*$/u.test(name);
}

/** Words that titles in English write small, except at their beginning and end. */
const SMALL = new Set('a an and as at but by for from in nor of on or the to with'.split(' '));

function titleOf(slug: string): string {
  const words = slug.split(/[-_]/);
  const capital = (word: string) => word.replace(/^./u, (letter) => letter.toUpperCase());
  return words
    .map((word, index) => (SMALL.has(word) && index > 0 && index < words.length - 1 ? word : capital(word)))
    .join(' ');
}
