import type { Random } from './random.js';
import { ADJECTIVES, ADVERBS, NOUNS, PREPOSITIONS, VERBS, withIng, withS } from './words.js';

type Book = readonly [name: string, chapters: number, verses: number];

/** Books with so many chapters, of which each has at least so many verses. */
export const BOOKS: readonly [Book, ...Book[]] = [
  ['Luke', 24, 30],
  ['Acts', 28, 15],
  ['Rom', 16, 12],
  ['Gen', 50, 15],
  ['Matt', 28, 16],
  ['Heb', 13, 12],
  ['Exod', 40, 9],
];

/** Text in English that says nothing: sentences whose words, lengths and marks are like those of a lesson. */
export function sentences(random: Random) {
  const noun = () => random.favour(NOUNS);
  const verb = () => random.favour(VERBS);
  const thing = () => `${random.chance(45) ? `${random.favour(ADJECTIVES)} ` : ''}${noun()}`;
  // Of many words: places that came again and again would make answers say what everyone may read.
  const place = () => `${random.pick(PREPOSITIONS)} the ${random.pick(ADJECTIVES)} ${noun()}`;
  const things = () => `${random.chance(35) ? `${random.favour(ADJECTIVES)} ` : ''}${withS(noun())}`;
  const marked = (words: string) => (random.chance(6) ? `*${words}*` : random.chance(3) ? `**${words}**` : words);

  const reference = () => {
    const [book, chapters, verses] = random.pick(BOOKS);
    const first = random.whole(1, verses - 3);
    const last = random.chance(50) ? `--${first + random.whole(1, 3)}` : '';
    return `${book} ${random.whole(1, chapters)}:${first}${last}`;
  };
  const cited = () => (random.chance(10) ? ` (${reference()})` : '');
  const clause = (): string =>
    random.pick([
      () => `the ${thing()} ${withS(verb())} the ${marked(thing())} ${place()}`,
      () => `${a(thing())} ${random.favour(ADVERBS)} ${withS(verb())} the ${noun()} of the ${thing()}`,
      () => `${things()} and ${things()} ${verb()} ${place()}`,
      () => `nobody ${withS(verb())} the ${marked(thing())} without ${withIng(verb())} the ${noun()}`,
      () => `we ${verb()} the ${thing()}, ${random.favour(ADVERBS)}, as ${things()} ${verb()} ${place()}`,
      () => `"${verb()} the ${thing()}," says the ${noun()}, and the ${things()} ${verb()}`,
    ])();
  const sentence = (): string => {
    const first = clause();
    const more = random.chance(55)
      ? `${random.pick([', and ', ', but ', '; ', ', because ', ': '])}${clause()}`
      : random.chance(20)
        ? ` --- ${clause()} --- and ${clause()}`
        : '';
    return `${capital(first)}${more}${cited()}.`;
  };
  const question = () =>
    random.pick([
      () => `What does the ${thing()} ${verb()} ${place()}, and why?`,
      () => `Where do you ${verb()} the ${thing()} in your own ${noun()}?`,
      () => `How does the ${thing()} ${verb()} the ${things()} (${reference()})?`,
      () => `Which ${things()} ${verb()} the ${noun()}, and which of them ${verb()} ${place()}?`,
    ])();

  return {
    noun,
    reference,
    /** A few words that could be a title: `The Narrow Gate`. */
    title: () => `The ${capital(random.pick(ADJECTIVES))} ${capital(noun())}`,
    question,
    sentence,
    /** So many sentences, as one paragraph. */
    paragraph: (least: number, most: number) => Array.from({ length: random.whole(least, most) }, sentence).join(' '),
    /** A short phrase, as in a list or a table. */
    phrase: () => `${random.chance(50) ? `the ${thing()}` : a(thing())} ${place()}`,
    /** A line of a hymn. */
    verseLine: () => capital(`${random.pick(['the', 'our'])} ${thing()} ${withS(verb())} ${place()}`),
  };
}

function a(words: string): string {
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}

function capital(text: string): string {
  return text.replace(/[a-z]/, (letter) => letter.toUpperCase());
}
