import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { en } from './en.js';
import { es } from './es.js';
import { hasLocale, primaryLanguage } from './locale.js';
import { makeLabels, type Texts } from './make.js';
import type { Catalogue, Labels } from './model.js';
import { checkOwn, type LabelSource, textNames } from './own.js';
import { pluralsOf } from './plurals.js';

/** The languages that have all labels. */
export const CATALOGUES: ReadonlyMap<string, Catalogue> = new Map([
  ['en', en],
  ['es', es],
]);

/**
 * The labels of a booklet: its language's, with the booklet's own laid over them. Where the language has no catalogue,
 * what the booklet does not give is English, and one warning names it.
 *
 * @param language - BCP 47 tag; its country and script choose no other words.
 * @param own - The booklet's own texts by the names that authors write: `memory-verse`, `quoted-one`.
 */
export function labelsFor(language: string, own: Readonly<Record<string, unknown>>, at: LabelSource): Checked<Labels> {
  const { texts, missing, messages } = textsFor(language, own, at);
  const checked = [...messages];
  if (missing.length > 0) checked.push(missingLabels(language, missing, at));
  if (!hasLocale(language)) checked.push(unknownLanguage(language, at));
  const [theirs, english] = [pluralsOf(language), pluralsOf('en')];
  const translated = CATALOGUES.has(primaryLanguage(language));
  const given = (name: string) => theirs.forms.some((form) => Object.hasOwn(own, `${name}-${form}`));
  // English words count as English does, in whatever language the booklet is.
  const value = makeLabels(texts, (name) => (translated || given(name) ? theirs : english));
  return { value, messages: checked };
}

interface Laid {
  texts: Texts;
  /** Names of texts that neither the booklet nor a catalogue of its language gives. */
  missing: string[];
  messages: Diagnostic[];
}

function textsFor(language: string, own: Readonly<Record<string, unknown>>, at: LabelSource): Laid {
  const catalogue = CATALOGUES.get(primaryLanguage(language));
  const checked = checkOwn(own, language, at);
  // A text that was refused has its own message; it is not missing as well.
  const missing = catalogue ? [] : textNames(language).filter((name) => !Object.hasOwn(own, name));
  const texts = new Map([...Object.entries(catalogue ?? en), ...checked.value]);
  return { texts, missing, messages: checked.messages };
}

function missingLabels(language: string, names: readonly string[], { file, placeOf }: LabelSource): Diagnostic {
  const [first = ''] = names;
  return diagnostic({
    file,
    place: placeOf(['labels'], true) ?? placeOf(['language']),
    rule: 'label-missing',
    found: `no words in the language “${language}” for ${names.length === 1 ? '1 label' : `${names.length} labels`} (${names.join(', ')})`,
    expected: 'words for everything that the program itself prints',
    advice: `English is printed instead: add them beneath “labels”, as in “${first}: …”`,
  });
}

function unknownLanguage(language: string, { file, placeOf }: LabelSource): Diagnostic {
  return diagnostic({
    file,
    place: placeOf(['language']),
    rule: 'label-missing',
    found: `the language “${language}”, whose days and months have no names here`,
    expected: 'a language that dates can be written in',
    advice: 'dates are written in English: check the tag, or leave “date” and “schedule” out',
  });
}
