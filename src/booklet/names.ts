/** The editions a booklet can name, in the order they are made. */
export const EDITION_NAMES = ['leader', 'participant'] as const;

/** The translations that come with Gathering, by the names printed beside references. The first is the default. */
export const TRANSLATION_NAMES = ['WEB', 'KJV'] as const;
