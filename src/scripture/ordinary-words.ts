/**
 * Covers what looks like a reference and is not, so that the reference parser passes over it: book names in lower case
 * (“he is 3”), names and words that count something (“Mark 3 of you”, “John 21 years old”), times of the day, and
 * numbers that begin a new sentence. The text keeps its length; covered characters become `x` or `|`.
 */
export function coverOrdinaryWords(text: string): string {
  return COVERS.reduce((covered, cover) => cover(covered), text);
}

/** Words that stand between the parts of a reference and must stay. */
const JOINING = /^(?:chapters?|chapts?|chaps?|chs?|verses?|vv?|vss?|and|to|through|thru|or|cf|see|of|title|ff?)$/;

/** Nouns and such that make the number before them a count. */
const COUNTED =
  "years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|people|persons?|men|women|children|boys|girls|friends|others?|more|less|fewer|percent|per|pages?|points?|questions?|items?|things?|words|lines|copies|dollars|coins|miles|kilometres|kilometers|o['’]clock|a\\.?m\\b|p\\.?m\\b";

/** Books that are also people, ordinary words, or both. */
const NAMES =
  'Acts|Amos|Dan|Daniel|Esther|Ezra|Habakkuk|Haggai|Hosea|James|Jeremiah|Job|Joel|John|Jonah|Joshua|Jude|Judges|Lam|Luke|Malachi|Mark|Matt|Matthew|Micah|Nahum|Nehemiah|Numbers|Obadiah|Phil|Philemon|Proverbs|Revelation|Romans|Ruth|Titus|Zechariah|Zephaniah';

/** Abbreviations that are words or names first: a chapter alone does not make them books. */
const WORDS = 'Is|Am|So|Song|Songs|Ho|He|Na|La|Le|Re|Da|De|Ge|Jo|Ma|Mi|No|Per|Pro';

/** Of those, the ones that begin sentences. */
const OPENERS = 'Is|Am|So|No|He';

/** A book of which there are two or three, without the number that tells which. */
const WITHOUT_NUMBER =
  /(?<!(?:[123]|[123](?:st|nd|rd)|I{1,3}|First|Second|Third)\s*)\b(?:Samuel|Sam|Kings|Kgs|Kin|Chronicles|Chron|Chr|Corinthians|Cor|Thessalonians|Thess|Timothy|Tim|Peter|Pet)(?=\.?\s+\d)/u;

/** The name in a label such as “Corinthians 13”, which lacks the number that tells which book is meant. */
export function bookWithoutNumber(label: string): string | undefined {
  return WITHOUT_NUMBER.exec(label)?.[0];
}

const COVERS: ((text: string) => string)[] = [
  // “is 3”, “luke 22”
  (text) =>
    text.replace(/(?<![\p{L}\d])(\p{Ll}+)(?=\.?\s+\d)/gu, (word) =>
      JOINING.test(word) ? word : 'x'.repeat(word.length),
    ),
  // “… Romans 8. 34 people …”: a full stop and a space end the sentence
  (text) => text.replace(/(\d)\.(?=\s+\d)/g, '$1|'),
  // “John 21 years”, “Luke 22:31, 2 men”, “John 7:30 pm”, “Mark 3%”
  (text) =>
    text.replace(new RegExp(`(?<![\\d:.–-])\\d+(?=\\s+(?:${COUNTED})(?![\\p{L}])|\\s?%)`, 'gu'), (n) =>
      'x'.repeat(n.length),
    ),
  (text) => text.replace(/\d+:\d\d(?=\s?[ap]\.?m\b)/g, (time) => 'x'.repeat(time.length)),
  // “Mark 3 of you”, but “John 3 of the WEB” is too rare to mend
  (text) =>
    text.replace(new RegExp(`(?<![\\p{L}\\d]\\s?)(${NAMES})\\.?(?=\\s+\\d+\\s+of\\s)`, 'gu'), (name) =>
      'x'.repeat(name.length),
    ),
  // “So 3 of us”, “Song 114”, “Am 5”
  (text) =>
    text.replace(new RegExp(`(?<![\\p{L}\\d])(${WORDS})(?=\\.?\\s+\\d+(?![\\d:.]*[:.]\\d))`, 'gu'), (name) =>
      'x'.repeat(name.length),
    ),
  // “Is 3:30 too late?” opens a sentence; “(Is 53:12)” does not, nor does a text that is nothing but references
  (text) =>
    isOnlyReferences(text)
      ? text
      : text.replace(new RegExp(`(?<=^\\s*|[.?!:”"’—–]\\s*)(${OPENERS})(?=\\s+\\d)`, 'gu'), (word) =>
          'x'.repeat(word.length),
        ),
  // “Peter 3 times”, “Kings 3”
  (text) => text.replace(new RegExp(WITHOUT_NUMBER, 'gu'), (name) => 'x'.repeat(name.length)),
];

function isOnlyReferences(text: string): boolean {
  return /^[\d\s,;.]*(?:\p{Lu}\p{L}*\.?\s+\d[\d\s,;:.–-]*)+$/u.test(text);
}
