import type { Section } from './flow.js';
import type { Setting } from './setting.js';

/** The running heads of a section, as the theme chooses between the titles of the booklet and of the section itself. */
export function heads(setting: Setting, booklet: string, lesson: string): Section['heads'] {
  const text = { booklet, lesson, none: undefined };
  const { verso, recto } = setting.theme.heads;
  return { ...(text[verso] ? { verso: text[verso] } : {}), ...(text[recto] ? { recto: text[recto] } : {}) };
}
