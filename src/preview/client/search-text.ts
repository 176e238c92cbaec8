/** A run of text as it is painted; `endsLine` where the next run stands on another line. */
export interface Run {
  text: string;
  endsLine: boolean;
}

/** A place in runs: which run, and how many UTF-16 units into it. */
export interface Place {
  run: number;
  at: number;
}

/** What was found: from the first place up to, not including, the second. */
export interface Span {
  from: Place;
  to: Place;
}

/** Text made ready to be searched, with the place that each of its characters came from. */
export interface SearchText {
  text: string;
  places: Place[];
  /** Each character as it is printed; empty where one printed character became several. */
  shown: string[];
}

/**
 * Makes runs of a page searchable: letters without case, accents and ligatures, quotation marks and dashes as they are
 * typed, any white space as one space. Hyphens between letters are left out, so a word is found whether or not the end
 * of a line divided it.
 */
export function searchText(runs: readonly Run[]): SearchText {
  const characters: Character[] = [];
  runs.forEach(({ text, endsLine }, run) => {
    let at = 0;
    for (const character of text) {
      [...fold(character)].forEach((folded, index) => {
        characters.push({ text: folded, shown: index === 0 ? character : '', place: { run, at } });
      });
      at += character.length;
    }
    if (endsLine) characters.push({ text: LINE_END, shown: ' ', place: { run, at } });
  });
  const kept = characters.filter((_, index) => isKept(characters, index));
  return {
    text: kept.map(({ text }) => (text === LINE_END ? ' ' : text)).join(''),
    places: kept.map(({ place }) => place),
    shown: kept.map(({ shown }) => shown),
  };
}

/** What is sought, folded as the text is that it is sought in. */
export function foldQuery(query: string): string {
  return searchText([{ text: query, endsLine: false }]).text.trim();
}

/** Every place where a folded query stands, in order; one does not overlap another. */
export function findSpans({ text, places }: SearchText, query: string): Span[] {
  const spans: Span[] = [];
  if (query === '') return spans;
  for (let at = text.indexOf(query); at !== -1; at = text.indexOf(query, at + query.length)) {
    const from = places[at];
    const last = places[at + query.length - 1];
    if (from && last) spans.push({ from, to: { run: last.run, at: last.at + 1 } });
  }
  return spans;
}

interface Character {
  text: string;
  shown: string;
  place: Place;
}

const LINE_END = '\n';
const HYPHEN = '-';

/** One character as it is compared: none, one or, for a ligature, several. */
function fold(character: string): string {
  if (/[\s\u00a0]/u.test(character)) return ' ';
  const plain = SAME[character] ?? character;
  const bare = plain.normalize('NFKD').replace(/[\p{M}\p{Cf}\u0640]/gu, '');
  return bare.toUpperCase().toLowerCase();
}

/** Characters that readers type otherwise than printers set them. A soft hyphen counts as a hyphen: both may end a line. */
const SAME: Record<string, string> = {
  '\u00ad': HYPHEN,
  '\u2010': HYPHEN,
  '\u2011': HYPHEN,
  '\u2013': HYPHEN,
  '\u2014': ' ',
  '\u2018': "'",
  '\u2019': "'",
  '\u201c': '"',
  '\u201d': '"',
};

/** Whether a character counts: hyphens between letters do not, nor the line end after one, nor a second space. */
function isKept(characters: readonly { text: string }[], index: number): boolean {
  const text = (at: number) => characters[at]?.text ?? '';
  const here = text(index);
  const isSpace = (value: string) => value === ' ' || value === LINE_END;
  if (here === HYPHEN) {
    let next = index + 1;
    while (isSpace(text(next)) && text(index + 1) === LINE_END) next++;
    return !(isLetter(text(index - 1)) && isLetter(text(next)));
  }
  if (!isSpace(here)) return true;
  let before = index - 1;
  while (before >= 0 && isSpace(text(before))) before--;
  const continuesWord = text(before) === HYPHEN && text(before + 1) === LINE_END && !isKept(characters, before);
  return index - 1 === before && !continuesWord;
}

function isLetter(character: string): boolean {
  return /\p{L}/u.test(character);
}
