import type { LiveBooklet } from '../../build/live-model.js';
import type { TRANSLATION_NAMES } from '../../build.js';
import type { PaperName } from '../../geometry/frame.js';
import type { Target } from '../../geometry/targets.js';
import type { Offered, Option } from '../protocol.js';

/** What a booklet says for itself, without any choices. */
export type Own = Pick<Offered, 'theme' | 'translation' | 'paper' | 'variables'>;

/** A theme that can be chosen. */
export interface ListedTheme {
  name: string;
  /** A line about it. */
  description?: string | undefined;
}

/**
 * What there is to choose from.
 *
 * @param booklet - The booklet as it was last read, with the choices.
 */
export function offeredOf(booklet: LiveBooklet, own: Own, themes: readonly ListedTheme[]): Offered {
  return {
    editions: booklet.editions.map(({ name, label }) => ({ value: name, label })),
    targets: TARGET_OPTIONS,
    themes: themes.map(({ name, description }) => ({
      value: name,
      label: capital(name),
      ...(description && { about: description }),
    })),
    translations: [
      ...Object.entries(TRANSLATIONS).map(([value, label]) => ({ value, label })),
      ...(own.translation in TRANSLATIONS
        ? []
        : [{ value: own.translation, label: own.translation, about: 'The booklet’s own.' }]),
    ],
    papers: Object.entries(PAPER_OPTIONS).map(([value, option]) => ({ value, ...option })),
    ...own,
    accent: booklet.accent,
    bodySize: booklet.bodySize,
    bodySizes: BODY_SIZES,
  };
}

/** What the booklet that was read without choices says for itself. */
export function ownOf({ theme, translation, paper, variables }: LiveBooklet): Own {
  return { theme, translation, paper, variables: { ...variables } };
}

const TARGET_OPTIONS: (Option & { value: Target })[] = [
  { value: 'screen', label: 'Screen', about: 'Single pages to read, with links.' },
  { value: 'home', label: 'Home printer', about: 'Sheets to print on both sides, fold and staple.' },
  { value: 'copyshop', label: 'Copy shop (grey)', about: 'The same sheets in grey.' },
  { value: 'press', label: 'Printing press (with bleed)', about: 'Pages with bleed and marks for a printing house.' },
  { value: 'phone', label: 'Telephone', about: 'Narrow pages in larger type.' },
];

const TRANSLATIONS: Record<(typeof TRANSLATION_NAMES)[number], string> = {
  WEB: 'World English Bible',
  KJV: 'King James Version',
};

const PAPER_OPTIONS: Record<PaperName, Omit<Option, 'value'>> = {
  letter: { label: 'Letter', about: 'Pages are half a Letter sheet.' },
  a4: { label: 'A4', about: 'Pages are A5.' },
};

/** Sizes of running text in points that a booklet can ask for. */
export const BODY_SIZES = { least: 8, most: 20, step: 0.5 };

function capital(name: string): string {
  return name.charAt(0).toUpperCase() + name.slice(1).replaceAll('-', ' ');
}
