/** Every word that the product itself prints. Authors' words never come from here. */
export interface Labels {
  lesson: string;
  contents: string;
  notes: string;
  prepare: string;
  timing: string;
  part: string;
  questions: string;
  minutes: string;
  until: string;
  total: string;
  planned: string;
  optional: string;
  min: (minutes: number) => string;
  icebreaker: string;
  activity: string;
  prayer: string;
  aside: string;
  opening: string;
  memoryVerse: string;
  readings: string;
  refrain: string;
  hymn: string;
  indexOfPassages: string;
  indexOfHymns: string;
  pagesInBrackets: string;
  firstLines: string;
  tunes: string;
  prayerRequests: string;
  date: string;
  request: string;
  answered: string;
  words: string;
  music: string;
  tune: string;
  meter: string;
  number: string;
  leaderNote: string;
  version: string;
  madeWith: string;
  quoted: (verses: number, translation: string) => string;
}

/** English labels. */
export const ENGLISH: Labels = {
  lesson: 'Session',
  contents: 'Contents',
  notes: 'Notes',
  prepare: 'Prepare',
  timing: 'Timing',
  part: 'Part',
  questions: 'Questions',
  minutes: 'Minutes',
  until: 'Until',
  total: 'Total',
  planned: 'planned',
  optional: 'if time allows',
  min: (minutes) => `${minutes}\u00a0min`,
  icebreaker: 'Icebreaker',
  activity: 'Together',
  prayer: 'Prayer',
  aside: 'Aside',
  opening: 'Opening',
  memoryVerse: 'Memory verse',
  readings: 'Readings for the week',
  refrain: 'Refrain',
  hymn: 'Hymn',
  indexOfPassages: 'Passages',
  indexOfHymns: 'Hymns',
  pagesInBrackets: 'Page numbers stand in brackets.',
  firstLines: 'First lines',
  tunes: 'Tunes and meters',
  prayerRequests: 'Prayer requests',
  date: 'Date',
  request: 'Who and what',
  answered: 'What became of it',
  words: 'Words',
  music: 'Music',
  tune: 'Tune',
  meter: 'Meter',
  number: 'Number',
  leaderNote: 'For the leader',
  version: 'Version',
  madeWith: 'Made with Gathering.',
  quoted: (verses, translation) =>
    `${verses} ${verses === 1 ? 'verse is' : 'verses are'} quoted from the ${translation}.`,
};
