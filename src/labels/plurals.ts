import { hasLocale, localeOf } from './locale.js';

/** A plural form by its name in the Unicode CLDR. */
export type Form = Intl.LDMLPluralRule;

/** The plural forms of a language. */
export interface Plurals {
  /** The form for a whole number. */
  formOf(count: number): Form;
  /** The forms that whole numbers take, `other` always among them. */
  forms: readonly Form[];
  /** Whether a form is for one number alone, so that its text need not state it: “One verse”. */
  isExact(form: Form): boolean;
}

/** How far whole numbers are tried: beyond it no language has a form that a booklet's numbers reach. */
const TRIED = 200;

/** The plural forms of a language, by CLDR; a language that `Intl` does not know has `other` alone. */
export function pluralsOf(language: string): Plurals {
  if (!hasLocale(language)) return { formOf: () => 'other', forms: ['other'], isExact: () => false };
  const rules = new Intl.PluralRules(localeOf(language));
  const reached = new Map<Form, number>();
  for (let count = 0; count <= TRIED; count++) {
    const form = rules.select(count);
    reached.set(form, (reached.get(form) ?? 0) + 1);
  }
  const forms = rules.resolvedOptions().pluralCategories.filter((form) => form === 'other' || reached.has(form));
  return {
    formOf: (count) => rules.select(count),
    forms: ORDER.filter((form) => forms.includes(form)),
    isExact: (form) => reached.get(form) === 1,
  };
}

const ORDER: readonly Form[] = ['zero', 'one', 'two', 'few', 'many', 'other'];
