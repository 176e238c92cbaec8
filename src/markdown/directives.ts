/** How a directive is written: `:::name` … `:::`, `::name` on a line of its own, or `:name[…]` within a line. */
export type DirectiveForm = 'container' | 'leaf' | 'text';

/** What an attribute may hold. */
export type AttributeRule =
  | { kind: 'id' }
  | { kind: 'flag' }
  | { kind: 'text'; of: string }
  | { kind: 'count'; of: string; min: number; max: number }
  | { kind: 'word'; of: readonly string[] }
  | { kind: 'names'; of: string }
  | { kind: 'language' };

/** One directive of the format. */
export interface DirectiveRule {
  form: DirectiveForm;
  /** Whether `[…]` follows the name, and what it holds, for messages. */
  label: 'none' | 'optional' | 'required';
  labelHolds?: string;
  attributes: Readonly<Record<string, AttributeRule>>;
  /** The attribute without which it says nothing. */
  needs?: string;
  /** The directive it must stand directly in. */
  inside?: string;
  /** Directives it must not stand in, however deep. */
  never?: readonly string[];
}

const FOR = { kind: 'names', of: 'names of editions, such as leader, with spaces between them' } as const;
const FROM = { kind: 'count', of: 'minutes', min: 1, max: 600 } as const;
const MINUTES = { kind: 'count', of: 'minutes', min: 1, max: 600 } as const;
const TRANSLATION = { kind: 'text', of: 'the short name of a translation, such as WEB' } as const;
const together = {
  form: 'container',
  label: 'optional',
  labelHolds: 'a title',
  attributes: { id: { kind: 'id' }, minutes: MINUTES, optional: { kind: 'flag' }, from: FROM, for: FOR },
  never: ['question', 'answer', 'prepare', 'hymn', 'readings', 'icebreaker', 'activity', 'prayer', 'aside'],
} as const satisfies DirectiveRule;

/** Every directive of the lesson format, with its form, its attributes and where it may stand. Messages are made from it. */
export const DIRECTIVES = {
  leader: {
    form: 'container',
    label: 'optional',
    labelHolds: 'a title',
    attributes: { for: FOR },
    never: ['leader', 'participant', 'prepare'],
  },
  participant: {
    form: 'container',
    label: 'none',
    attributes: { for: FOR },
    never: ['participant', 'leader', 'prepare', 'answer', 'hymn', 'readings'],
  },
  prepare: {
    form: 'container',
    label: 'none',
    attributes: { for: FOR },
    never: ['prepare', 'participant', 'question', 'hymn', 'readings', 'icebreaker', 'activity', 'prayer', 'aside'],
  },
  icebreaker: together,
  activity: together,
  prayer: together,
  aside: together,
  question: {
    form: 'container',
    label: 'none',
    attributes: {
      id: { kind: 'id' },
      lines: { kind: 'count', of: 'writing lines', min: 0, max: 60 },
      minutes: MINUTES,
      kind: { kind: 'word', of: ['understand', 'reflect', 'engage'] },
      optional: { kind: 'flag' },
      from: FROM,
      for: FOR,
    },
    never: ['question', 'prepare', 'hymn', 'readings'],
  },
  answer: { form: 'container', label: 'none', attributes: { for: FOR }, inside: 'question' },
  blank: { form: 'text', label: 'required', labelHolds: 'the answer', attributes: {} },
  scripture: {
    form: 'leaf',
    label: 'required',
    labelHolds: 'a reference',
    attributes: { translation: TRANSLATION, verses: { kind: 'word', of: ['show', 'hide'] }, for: FOR },
    never: ['prepare', 'hymn', 'readings'],
  },
  'memory-verse': {
    form: 'leaf',
    label: 'optional',
    labelHolds: 'a reference',
    attributes: { translation: TRANSLATION, for: FOR },
    never: ['prepare', 'hymn', 'readings', 'answer'],
  },
  hymn: {
    form: 'container',
    label: 'required',
    labelHolds: 'the title',
    attributes: {
      id: { kind: 'id' },
      words: { kind: 'text', of: 'who wrote the words' },
      music: { kind: 'text', of: 'who wrote the music' },
      tune: { kind: 'text', of: 'the name of the tune' },
      meter: { kind: 'text', of: 'the metre, such as 8.6.8.6' },
      year: { kind: 'text', of: 'a year' },
      number: { kind: 'text', of: 'a number in a hymnal' },
      rights: { kind: 'text', of: 'whose the words are' },
      for: FOR,
    },
    never: ['hymn', 'prepare', 'question', 'readings'],
  },
  refrain: { form: 'container', label: 'none', attributes: {}, inside: 'hymn' },
  readings: {
    form: 'container',
    label: 'optional',
    labelHolds: 'a title',
    attributes: { for: FOR },
    never: ['readings', 'prepare', 'question', 'hymn'],
  },
  lines: {
    form: 'leaf',
    label: 'none',
    attributes: {
      count: { kind: 'count', of: 'lines', min: 1, max: 60 },
      style: { kind: 'word', of: ['ruled', 'dotted', 'grid', 'blank'] },
      for: FOR,
    },
    // The leader's edition leaves writing space out, so it would never be seen in these.
    never: ['leader', 'prepare', 'answer', 'hymn', 'readings'],
  },
  'page-break': {
    form: 'leaf',
    label: 'none',
    attributes: { for: FOR },
    never: ['question', 'prepare', 'hymn', 'readings'],
  },
  ref: { form: 'text', label: 'required', labelHolds: 'a reference', attributes: {} },
  lang: {
    form: 'text',
    label: 'required',
    labelHolds: 'words of another language',
    attributes: { lang: { kind: 'language' } },
    needs: 'lang',
  },
} as const satisfies Record<string, DirectiveRule>;

/** The name of a directive of the format. */
export type DirectiveName = keyof typeof DIRECTIVES;

/** What the format says about a directive, or undefined when it has none of that name. */
export function directiveRule(name: string): DirectiveRule | undefined {
  return Object.hasOwn(DIRECTIVES, name) ? DIRECTIVES[name as DirectiveName] : undefined;
}

/** The names of the directives, or of those with one form. */
export function directiveNames(form?: DirectiveForm): string[] {
  return Object.keys(DIRECTIVES).filter((name) => form === undefined || directiveRule(name)?.form === form);
}

/** How the opening of a directive is written, as a pattern for messages: `:::leader[a title]`. */
export function directivePattern(name: string): string {
  const rule = directiveRule(name);
  const colons = ':'.repeat(rule?.form === 'container' ? 3 : rule?.form === 'leaf' ? 2 : 1);
  return `${colons}${name}${rule?.label === 'required' ? `[${rule.labelHolds ?? 'text'}]` : ''}`;
}
