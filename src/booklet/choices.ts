import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { PaperName } from '../geometry/frame.js';
import type { Target } from '../geometry/targets.js';
import { isRelativePath } from '../yaml/inside.js';
import { settleEditions } from './editions.js';
import type { MergedYaml } from './merge.js';
import type { Booklet, Design } from './model.js';
import { TRANSLATION_NAMES } from './names.js';
import type { BookletYaml } from './schema.js';

/** What the command line says instead of `booklet.yaml`. */
export interface Overrides {
  theme?: string;
  translation?: string;
  paper?: PaperName;
  editions?: string[];
  targets?: Target[];
  flip?: 'short' | 'long';
  /** Laid over what `booklet.yaml` says, key by key. */
  design?: Design;
}

/** What may be said both in `booklet.yaml` and on the command line, which wins. */
type Choices = Pick<
  Booklet,
  'translation' | 'theme' | 'themePlace' | 'design' | 'editions' | 'knownEditions' | 'paper'
>;

/**
 * Settles each choice: the command line first, then `booklet.yaml`, then the default. Names that do not exist are reported.
 *
 * @param file - Path of `booklet.yaml` as the author knows it.
 */
export function choose({ says: yaml, said }: MergedYaml, file: string, over: Overrides): Checked<Choices> {
  const messages: Checked<unknown>['messages'] = [];
  const wanted = over.translation ?? yaml.translation ?? TRANSLATION_NAMES[0];
  const at = over.translation === undefined ? said(['translation']) : { file };
  const by = over.translation === undefined ? '' : ' from --translation';
  const isPath = wanted.includes('/');
  const bundled = TRANSLATION_NAMES.find((name) => name.toLowerCase() === wanted.toLowerCase());
  if (isPath && !isRelativePath(wanted)) {
    messages.push(
      diagnostic({
        ...at,
        rule: 'path-outside',
        found: `the translation “${wanted}”${by}`,
        expected: 'a folder of USFM files within the booklet’s folder, such as ./bible',
        advice: 'copy the folder there and name it from there',
      }),
    );
  } else if (!isPath && !bundled) {
    messages.push(
      diagnostic({
        ...at,
        rule: 'unknown-translation',
        found: `the translation “${wanted}”${by}`,
        expected: 'a translation that is bundled, or the path of a folder of USFM files such as ./bible',
        advice: suggest(wanted, TRANSLATION_NAMES),
      }),
    );
  }
  const placeOf = (path: PropertyKey[]) => said(path).place;
  const editionsFile = over.editions ? file : said(['editions']).file;
  const editions = settleEditions(yaml.editions, over.editions, { placeOf }, editionsFile);
  messages.push(...editions.messages);
  const themePlace = over.theme === undefined ? said(['theme']).place : undefined;
  return {
    value: {
      translation: bundled ?? wanted,
      theme: over.theme ?? yaml.theme ?? 'classic',
      ...(themePlace ? { themePlace } : {}),
      design: designOf(yaml.design ?? {}, over.design),
      ...editions.value,
      paper: over.paper ?? yaml.paper ?? 'letter',
    },
    messages,
  };
}

function designOf(yaml: NonNullable<BookletYaml['design']>, over: Design = {}): Design {
  const { accent, 'body-size': bodySize } = yaml;
  return { ...(accent === undefined ? {} : { accent }), ...(bodySize === undefined ? {} : { bodySize }), ...over };
}
