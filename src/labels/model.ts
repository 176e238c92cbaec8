/** What is said of a label beside its words. */
interface LabelRule {
  /** Where it is printed. */
  about: string;
  /** What its text holds in braces: `{minutes}`. */
  holds?: readonly string[];
  /** The placeholder that is counted: the label has a text for each plural form, `quoted-one` and `quoted-other`. */
  counts?: string;
  /** No line ends between a placeholder and the word beside it. */
  bound?: true;
}

/** Every label by the name that authors write. Whatever the program prints of its own is one of these. */
export const LABELS = {
  lesson: { about: 'before a lesson’s number on its first page' },
  contents: { about: 'title of the contents' },
  cover: { about: 'what a reader program calls the cover in place of a page number' },
  'edition-leader': { about: 'the leader edition, on cover and imprint page' },
  'edition-participant': { about: 'the participant edition, on cover and imprint page' },
  'edition-large-print': { about: 'the large-print edition, on cover and imprint page' },
  'edition-handout': { about: 'the handout edition' },
  'leader-column': { about: 'head of the column of the leader’s own pages, in the leader’s contents' },
  'participant-column': { about: 'head of the column of participants’ pages, in the leader’s contents' },
  'participant-page': { about: 'where the group finds it, in the leader’s guide', holds: ['page'], bound: true },
  'handout-name': { about: 'before the line for a name on a handout' },
  meets: { about: 'the date of a meeting, on a lesson’s first page', holds: ['date'] },
  notes: { about: 'title of pages for notes' },
  links: { about: 'above the addresses that a lesson or chapter links to, at its end' },
  prepare: { about: 'above what the leader prepares' },
  timing: { about: 'above the table of minutes' },
  part: { about: 'head of a column of that table: a part of the session' },
  questions: { about: 'head of a column of that table: numbers of questions' },
  minutes: { about: 'head of a column of that table' },
  until: { about: 'head of a column of that table: time since the session began' },
  total: { about: 'last row of that table' },
  planned: { about: 'before the minutes of `duration`, in that row' },
  opening: { about: 'a part of the session before its first heading, in that table' },
  min: { about: 'minutes of a question or an activity', holds: ['minutes'], bound: true },
  optional: { about: 'beside what may be left out' },
  paths: { about: 'above the table of ways through a session' },
  'path-length': { about: 'the lengths of session that a row of that table is for', holds: ['minutes'], bound: true },
  'path-keeps': { about: 'before what a path keeps' },
  'path-leaves-out': { about: 'before what a path leaves out' },
  'path-everything': { about: 'what a path keeps that leaves nothing out' },
  'path-questions': {
    about: 'questions that a path keeps or leaves out, by their numbers',
    holds: ['ranges'],
    counts: 'ranges',
    bound: true,
  },
  'path-takes': { about: 'what the items of a path add up to', holds: ['minutes'], bound: true },
  'path-over': {
    about: 'by how much a path is longer than it should be',
    holds: ['minutes'],
    bound: true,
  },
  icebreaker: { about: 'title of an icebreaker that has none' },
  activity: { about: 'title of an activity that has none' },
  prayer: { about: 'title of a prayer that has none' },
  aside: { about: 'an aside without a title, in the table of minutes' },
  'leader-note': { about: 'above what only the leader reads' },
  'memory-verse': { about: 'above the verse to learn, and before its reference' },
  readings: { about: 'title of a list of readings that has none' },
  hymn: { about: 'before the name of a lesson’s hymn' },
  refrain: { about: 'above a refrain' },
  words: { about: 'before a hymn’s author' },
  music: { about: 'before a hymn’s composer' },
  tune: { about: 'before the name of a hymn’s tune' },
  meter: { about: 'before a hymn’s meter' },
  number: { about: 'before a hymn’s number' },
  'index-of-passages': { about: 'title of the index of passages' },
  'pages-in-brackets': { about: 'how to read that index, beneath its title' },
  'index-of-hymns': { about: 'title of the index of hymns' },
  'first-lines': { about: 'above the hymns by first line' },
  tunes: { about: 'above the hymns by tune and meter' },
  'prayer-requests': { about: 'title of the page for prayer requests' },
  date: { about: 'head of a column of that page' },
  request: { about: 'head of a column of that page' },
  answered: { about: 'head of a column of that page' },
  version: { about: 'before the version, on the imprint page' },
  quoted: {
    about: 'how much is quoted from a translation, on the imprint page',
    holds: ['verses', 'translation'],
    counts: 'verses',
  },
  'made-with': { about: 'last line of the imprint page' },
  blank: { about: 'read out in place of a gap to fill in' },
  'note-link': { about: 'read out for a link to a footnote', holds: ['number'] },
  'page-link': { about: 'read out for a page number that is a link', holds: ['title', 'page'] },
  'field-question': { about: 'read out at the lines of a question', holds: ['number', 'text'] },
  'field-blank': { about: 'read out at a blank to fill in, with the words around it', holds: ['number', 'text'] },
  'field-lines': { about: 'read out at other lines, with what stands above them', holds: ['text'] },
  'field-reading': { about: 'read out at the box of a reading', holds: ['text'] },
  'field-prepare': { about: 'read out at the box of what the leader prepares', holds: ['text'] },
  'field-continued': { about: 'read out at lines that go on from the page before', holds: ['label'] },
} as const satisfies Record<string, LabelRule>;

/** The name of a label as authors write it: `memory-verse`. */
export type LabelName = keyof typeof LABELS;

/** Names of labels that have a text for each plural form. */
export type CountedName = { [K in LabelName]: (typeof LABELS)[K] extends { counts: string } ? K : never }[LabelName];

/** Names of labels whose text is printed as it stands. */
type PlainName = { [K in LabelName]: (typeof LABELS)[K] extends { holds: unknown } ? never : K }[LabelName];

/** The name of one text of a catalogue: a label's own, or with the plural form that it is for: `quoted-one`. */
export type TextName = Exclude<LabelName, CountedName> | `${CountedName}-${'one' | 'other'}`;

/** All labels in one language, as texts with `{placeholders}`. A plural form that is not there is served by `other`. */
export type Catalogue = Readonly<Record<TextName, string>>;

type Camel<S extends string> = S extends `${infer Head}-${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : S;

/** Labels that are printed as they stand, by the names that components use: `memoryVerse`. */
export type PlainLabels = { readonly [K in Exclude<PlainName, `edition-${string}`> as Camel<K>]: string };

/** Every word that the program itself prints, ready to be set. Authors’ words never come from here. */
export interface Labels extends PlainLabels {
  /** What the editions that every booklet can have are called. */
  editions: { leader: string; participant: string; largePrint: string; handout: string };
  min(minutes: number): string;
  /** @param page - Folio as printed: `7`, `iv`. */
  participantPage(page: string): string;
  /** @param date - As `meetingDate` gives it. */
  meets(date: string): string;
  /** @param minutes - Lengths as printed: `45`, or `60, 75`. */
  pathLength(minutes: string): string;
  /** @param ranges - Numbers as printed: `1–3, 5`. */
  pathQuestions(ranges: string): string;
  pathTakes(minutes: number): string;
  pathOver(minutes: number): string;
  quoted(verses: number, translation: string): string;
  noteLink(number: number): string;
  /** @param page - Folio as printed: `7`, `iv`. */
  pageLink(title: string, page: string): string;
  fieldQuestion(number: number, text: string): string;
  /** @param number - Counts from 1 through the question or lesson. */
  fieldBlank(number: number, text: string): string;
  fieldLines(text: string): string;
  fieldReading(text: string): string;
  fieldPrepare(text: string): string;
  fieldContinued(label: string): string;
}

/** The rule of a label by its name, without the exactness that the compiler knows. */
export function labelRule(name: LabelName): LabelRule {
  return LABELS[name];
}

/** Whether a name is a label's. */
export function isLabel(name: string): name is LabelName {
  return Object.hasOwn(LABELS, name);
}
