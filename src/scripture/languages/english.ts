import * as grammar from 'bible-passage-reference-parser/esm/lang/en.js';
import { BOOKS } from '../books.js';
import type { ReferenceLanguage } from './model.js';

/** English, which everything is read in when nothing else is asked for. */
export const ENGLISH: ReferenceLanguage = {
  tag: 'en',
  grammar,
  names: new Map(BOOKS.map(({ osis, name }) => [osis, name])),
  psalm: 'Psalm',
  joints: 'and|or',
  and: 'and',
  commaVerses: false,
  translations:
    'WEB|KJV|NKJV|ASV|RSV|NRSVUE|NRSV|ESV|NIV|NASB|NLT|CSB|HCSB|NET|CEV|GNT|GNB|AMP|MSG|NCV|NAB|NJB|REB|NEB|YLT|BSB|LSB|CEB',
  prepare: (text) => text,
  ordinary: {
    joining: /^(?:chapters?|chapts?|chaps?|chs?|verses?|vv?|vss?|and|to|through|thru|or|cf|see|of|title|ff?)$/,
    counted:
      "years?|months?|weeks?|days?|hours?|minutes?|seconds?|times?|people|persons?|men|women|children|boys|girls|friends|others?|more|less|fewer|percent|per|pages?|points?|questions?|items?|things?|words|lines|copies|dollars|coins|miles|kilometres|kilometers|o['’]clock|a\\.?m\\b|p\\.?m\\b",
    clock: '[ap]\\.?m\\b',
    of: 'of',
    names:
      'Acts|Amos|Dan|Daniel|Esther|Ezra|Habakkuk|Haggai|Hosea|James|Jeremiah|Job|Joel|John|Jonah|Joshua|Jude|Judges|Lam|Luke|Malachi|Mark|Matt|Matthew|Micah|Nahum|Nehemiah|Numbers|Obadiah|Phil|Philemon|Proverbs|Revelation|Romans|Ruth|Titus|Zechariah|Zephaniah',
    words: 'Is|Am|So|Song|Songs|Ho|He|Na|La|Le|Re|Da|De|Ge|Jo|Ma|Mi|No|Per|Pro',
    openers: 'Is|Am|So|No|He',
    withoutNumber:
      /(?<!(?:[123]|[123](?:st|nd|rd)|I{1,3}|First|Second|Third)\s*)\b(?:Samuel|Sam|Kings|Kgs|Kin|Chronicles|Chron|Chr|Corinthians|Cor|Thessalonians|Thess|Timothy|Tim|Peter|Pet)(?=\.?\s+\d)/gu,
  },
  partial: {
    verse: '[Vv]erses?|[Vv]v?\\.?|[Vv]ss?\\.?',
    of: 'of',
    before: 'in|see|cf\\.',
    stanza: 'hymn|sing|sang|sung|song|stanza|refrain|tune',
  },
};
