/**
 * The locale that `Intl` is asked for on behalf of a language: the tag itself where `Intl` knows its language, otherwise
 * English. `Intl` left to itself would take the language of whatever machine it runs on.
 *
 * @param language - BCP 47 tag: `en-GB`, `es`. A tag that is none, such as `en-GB-US`, stands for its first part.
 */
export function localeOf(language: string): string {
  return known(language) ?? known(primary(language)) ?? 'en';
}

/** The language of a tag without its country and script, in its shortest form: `es` for `es-MX` and for `spa`. */
export function primaryLanguage(language: string): string {
  return canonical(language)?.language ?? canonical(primary(language))?.language ?? primary(language);
}

/** Whether `Intl` has the names of days and months, and the plural forms, of a language. */
export function hasLocale(language: string): boolean {
  return (known(language) ?? known(primary(language))) !== undefined;
}

function known(tag: string): string | undefined {
  const locale = canonical(tag);
  return locale && Intl.DateTimeFormat.supportedLocalesOf([locale.baseName])[0];
}

function canonical(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag);
  } catch {
    return undefined;
  }
}

function primary(tag: string): string {
  return (tag.split(/[-_]/)[0] ?? '').toLowerCase();
}
