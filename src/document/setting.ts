import type { Size } from '../geometry/frame.js';
import type { Labels } from '../labels/model.js';
import type { Theme } from '../theme/model.js';
import type { BibleLinks } from './bible-links.js';
import type { LinkNumber } from './external-links.js';
import type { Hyphenate } from './hyphenation.js';
import type { LessonFields } from './lesson-fields.js';
import type { Meeting } from './meeting.js';
import type { PassageLinks } from './passage-links.js';
import type { Styles } from './styles.js';

/** What every component needs to know to set its part. */
export interface Setting {
  theme: Theme;
  styles: Styles;
  labels: Labels;
  hyphenate: Hyphenate;
  /** BCP 47 language of the words being set. */
  language: string;
  /** Text block in points. */
  text: Size;
  /** Room for this block in points: less than the text block's width inside boxes and lists. */
  measure: number;
  /** Whether answers are shown. */
  answers: boolean;
  /** Whether this is an edition for leaders, who are told the minutes. */
  leader: boolean;
  /** How many times larger the type is than in most booklets: distances that go with it grow alike. */
  scale: number;
  /** How many times the writing lines that lessons ask for. */
  lines: number;
  /** How many times the writing lines that there would be, so that the last sheet is full. */
  stretch: number;
  /** The folio on which participants find what stands at an anchor; only in editions that cite theirs. */
  participantPage: (anchor: string) => string | undefined;
  /** Id of the lesson being set, the first part of its anchors; empty outside lessons. */
  lesson: string;
  /** When the group meets for that lesson, where the booklet has a schedule. */
  meeting?: Meeting;
  /** Where the passages of the booklet stand, for references to them. */
  links: PassageLinks;
  /** Where other references lead on a screen. */
  bible: BibleLinks;
  /** Which entry of the lesson's list of links an address has. */
  linkNumber: LinkNumber;
  /** Where the lesson can be filled in. */
  fields: LessonFields;
}

/** The same setting with less room. */
export function narrower(setting: Setting, by: number): Setting {
  return { ...setting, measure: setting.measure - by };
}

/** A text block narrower than this, in ems of running text, is as narrow as a telephone's: about 45 characters. */
const NARROW = 20;

/** Whether lines are so short that what elsewhere stands side by side goes one under the other. */
export function isNarrow({ text, theme }: Pick<Setting, 'text' | 'theme'>): boolean {
  return text.width < NARROW * theme.size.body;
}

/** The name of a place in a lesson: `hebrews-7.q3`. */
export function anchor(setting: Setting, id: string): string {
  return `${setting.lesson}.${id}`;
}
