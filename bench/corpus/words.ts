/** Words of our own choice, the commoner ones first. Endings make several forms of most of them. */
export type WordList = readonly [string, ...string[]];

export const NOUNS = list(`word day promise house road hand heart question friend bread city field door
  answer story table light water neighbor prayer morning stone name group voice evening tree letter garden river
  mountain servant daughter teacher family seed harvest kingdom journey wall gate lamp shepherd vineyard well path
  market harbor village stranger traveler meal cup coat coin debt gift song market boat storm desert valley hill
  courage patience kindness mercy justice comfort silence wisdom faithfulness gentleness generosity thankfulness
  forgiveness obedience hospitality disappointment encouragement understanding responsibility imagination memory
  congregation household community generation inheritance companion messenger builder carpenter farmer ferryboat
  soldier widow orphan governor elder witness pilgrim gardener baker weaver potter sailor merchant steward
  foundation cornerstone threshold window roof courtyard kitchen workshop granary cistern terrace lantern blanket
  basket pitcher hammer plough sickle anchor rudder compass ladder bridge crossing orchard meadow pasture furrow
  blossom branch root cedar olive fig barley millet lentil honey salt oil wool linen leather copper silver
  argument decision beginning ending reason purpose pattern picture example sentence paragraph chapter margin`);

export const VERBS = list(`ask hear open follow carry answer call turn walk learn remember wait gather help show
  watch plant build visit trust welcome listen return finish gather mend explain consider borrow notice offer
  protect comfort encourage strengthen discover recognise question forgive surround inherit wander whisper labor
  measure treasure harvest shelter accompany interrupt understand abandon entrust celebrate proclaim reconsider
  remind repay restore reward rescue question number gladden soften loosen lighten deepen widen`);

export const ADJECTIVES = list(`good old small quiet long patient open honest new simple early careful faithful
  whole true gentle hidden heavy narrow ordinary unexpected generous weary steady distant familiar grateful
  stubborn thoughtful fearful cheerful reluctant persistent unfinished remarkable invisible trustworthy
  considerate uncomfortable extraordinary inexhaustible well-worn half-forgotten`);

export const ADVERBS = list(`again slowly often gladly together first quietly carefully sometimes always already
  patiently openly suddenly honestly reluctantly faithfully unexpectedly thoughtfully wholeheartedly`);

/** With any of these a place can be made of any thing. */
export const PREPOSITIONS = list(
  'in|by|at|near|before|on|beside|among|after|in the middle of|outside|under|beyond|behind',
  '|',
);

function list(words: string, between: RegExp | string = /\s+/): [string, ...string[]] {
  const [first = '', ...more] = words.split(between);
  return [first, ...new Set(more.filter((word) => word !== first && word !== ''))];
}

/** The form of a verb for one person, and of a noun for several. */
export function withS(word: string): string {
  if (/(?:s|x|ch|sh)$/.test(word)) return `${word}es`;
  return /[^aeiou]y$/.test(word) ? `${word.slice(0, -1)}ies` : `${word}s`;
}

export function withIng(verb: string): string {
  return `${verb.replace(/(?<=[^e])e$/, '')}ing`;
}
