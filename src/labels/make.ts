import { en } from './en.js';
import {
  type CountedName,
  LABELS,
  type LabelName,
  type Labels,
  labelRule,
  type PlainLabels,
  type TextName,
} from './model.js';
import { type Plurals, pluralsOf } from './plurals.js';

/** Texts of labels by their names: `lesson`, `quoted-one`. */
export type Texts = ReadonlyMap<string, string>;

/**
 * Labels from their texts.
 *
 * @param texts - A text for each name of a catalogue, and for any plural form beside `one` and `other`.
 * @param pluralsFor - The plural forms that a label's texts are written in.
 */
export function makeLabels(texts: Texts, pluralsFor: (name: CountedName) => Plurals): Labels {
  const text = (name: TextName) => texts.get(name) ?? '';
  const filled = (name: Exclude<LabelName, CountedName>, values: Values) => fill(text(name), values, name);
  const counted = (name: CountedName, count: number, values: Values) => {
    const form = texts.get(`${name}-${pluralsFor(name).formOf(count)}`) ?? text(`${name}-other`);
    return fill(form, values, name);
  };
  const plain = PLAIN.map((name) => [camel(name), texts.get(name) ?? '']);
  return {
    ...(Object.fromEntries(plain) as PlainLabels),
    editions: {
      leader: text('edition-leader'),
      participant: text('edition-participant'),
      largePrint: text('edition-large-print'),
      handout: text('edition-handout'),
    },
    min: (minutes) => filled('min', { minutes }),
    participantPage: (page) => filled('participant-page', { page }),
    meets: (date) => filled('meets', { date }),
    pathLength: (minutes) => filled('path-length', { minutes }),
    pathQuestions: (ranges) => counted('path-questions', countOf(ranges), { ranges }),
    pathTakes: (minutes) => filled('path-takes', { minutes }),
    pathOver: (minutes) => filled('path-over', { minutes }),
    noteLink: (number) => filled('note-link', { number }),
    pageLink: (title, page) => filled('page-link', { title, page }),
    fieldQuestion: (number, text) => filled('field-question', { number, text }),
    fieldBlank: (number, text) => filled('field-blank', { number, text }),
    fieldLines: (text) => filled('field-lines', { text }),
    fieldReading: (text) => filled('field-reading', { text }),
    fieldPrepare: (text) => filled('field-prepare', { text }),
    fieldContinued: (label) => filled('field-continued', { label }),
    quoted: (verses, translation) => counted('quoted', verses, { verses, translation }),
  };
}

/** Labels that are printed as they stand; those of editions are gathered in a group of their own. */
const PLAIN = (Object.keys(LABELS) as LabelName[]).filter(
  (name) => !labelRule(name).holds && !name.startsWith('edition-'),
);

const camel = (name: string) => name.replace(/-([a-z])/g, (_, letter: string) => letter.toUpperCase());

const english = pluralsOf('en');

/** English labels. */
export const ENGLISH: Labels = makeLabels(new Map(Object.entries(en)), () => english);

type Values = Readonly<Record<string, string | number>>;

/** A text with its placeholders filled; values are put in as they are, whatever braces they have. */
function fill(text: string, values: Values, name: LabelName): string {
  const joined = labelRule(name).bound ? text.replace(/ (?=\{)|(?<=\}) /g, '\u00a0') : text;
  return joined.replace(/\{([a-z]+)\}/g, (whole, key: string) =>
    Object.hasOwn(values, key) ? String(values[key]) : whole,
  );
}

/** How many numbers ranges hold: four for `1–3, 5`. */
function countOf(ranges: string): number {
  return ranges.split(',').reduce((sum, range) => {
    const [from = 1, to = from] = range.split('–').map((number) => Number.parseInt(number, 10) || 0);
    return sum + Math.max(1, to - from + 1);
  }, 0);
}
