import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { PaperName } from '../geometry/frame.js';
import type { CheckedYaml } from '../yaml/check.js';
import type { Booklet } from './model.js';
import { settleEditions } from './editions.js';
import { TRANSLATION_NAMES } from './names.js';
import type { BookletYaml } from './schema.js';

/** What the command line says instead of `booklet.yaml`. */
export interface Overrides {
  theme?: string;
  translation?: string;
  paper?: PaperName;
  editions?: string[];
}

/** What may be said both in `booklet.yaml` and on the command line, which wins. */
type Choices = Pick<Booklet, 'translation' | 'theme' | 'themePlace' | 'editions' | 'knownEditions' | 'paper'>;

/** Settles each choice: the command line first, then `booklet.yaml`, then the default. Names that do not exist are reported. */
export function choose(
  yaml: BookletYaml,
  { placeOf }: CheckedYaml<unknown>,
  file: string,
  over: Overrides,
): Checked<Choices> {
  const messages: Checked<unknown>['messages'] = [];
  const wanted = over.translation ?? yaml.translation ?? TRANSLATION_NAMES[0];
  const translation = TRANSLATION_NAMES.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (!translation) {
    const place = over.translation === undefined ? placeOf(['translation']) : undefined;
    const found = `the translation “${wanted}”${over.translation === undefined ? '' : ' from --translation'}`;
    const expected = 'a translation that is bundled';
    messages.push(
      diagnostic({
        file,
        place,
        rule: 'unknown-translation',
        found,
        expected,
        advice: suggest(wanted, TRANSLATION_NAMES),
      }),
    );
  }
  const editions = settleEditions(yaml.editions, over.editions, { placeOf }, file);
  messages.push(...editions.messages);
  const themePlace = over.theme === undefined ? placeOf(['theme']) : undefined;
  return {
    value: {
      translation: translation ?? wanted,
      theme: over.theme ?? yaml.theme ?? 'classic',
      ...(themePlace ? { themePlace } : {}),
      ...editions.value,
      paper: over.paper ?? yaml.paper ?? 'letter',
    },
    messages,
  };
}
