/** The editions that every booklet has, in the order they are made. */
export const EDITION_NAMES = ['leader', 'participant', 'large-print', 'handout'] as const;

/** The editions that are made where nothing else is asked for. */
export const USUAL_EDITIONS = ['leader', 'participant'] as const;

/** What an edition may be limited to or do without: the names of directives, and what plain Markdown gives. */
export const EDITION_BLOCKS = [
  'text',
  'heading',
  'table',
  'figure',
  'question',
  'lines',
  'icebreaker',
  'activity',
  'prayer',
  'aside',
  'scripture',
  'memory-verse',
  'hymn',
  'readings',
  'leader',
  'participant',
] as const;

/** A kind of block by the name that editions use. */
export type EditionBlock = (typeof EDITION_BLOCKS)[number];

/** The translations that come with Gathering, by the names printed beside references. The first is the default. */
export const TRANSLATION_NAMES = ['WEB', 'KJV'] as const;

/** How a booklet fills its last sheet: by varying room to write and leading, with ruled pages for notes, or not at all. */
export const FITS = ['stretch', 'notes', 'blank'] as const;

/** How sheets become a book: folded into each other and stapled, sewn in signatures, or cut into leaves and glued. */
export const BINDINGS = ['saddle', 'sewn', 'perfect', 'cut-and-stack'] as const;

/** Lengths of a session in minutes that the leader's first page plans for where booklet.yaml names none. */
export const USUAL_PATHS = [45, 60, 75] as const;

/** From where on `gathering check` finds a question hard to read (grade of school) or long (words). */
export const USUAL_LIMITS = { readingLevel: 12, questionWords: 80 } as const;
