import type { DirectiveRule } from './directives.js';

const WAS = { kind: 'text', of: 'the hash that “gathering customize” writes' } as const;
const BESIDE = { kind: 'text', of: 'the id of a block, such as #luke-22.q3' } as const;

/**
 * The directives of changes.md, which says what an overlay changes in the lessons of the booklet that it extends. Which
 * block is meant stands in the braces as `#lesson.block`, and is read apart from these attributes.
 */
export const CHANGE_DIRECTIVES = {
  override: { form: 'container', label: 'none', attributes: { was: WAS } },
  omit: { form: 'leaf', label: 'none', attributes: { was: WAS } },
  add: { form: 'container', label: 'none', attributes: { after: BESIDE, before: BESIDE } },
} as const satisfies Record<string, DirectiveRule>;

/** The name of a directive of changes.md. */
export type ChangeName = keyof typeof CHANGE_DIRECTIVES;

/** Whether a name is that of a directive of changes.md. */
export function isChangeName(name: string): name is ChangeName {
  return Object.hasOwn(CHANGE_DIRECTIVES, name);
}

/** How each is written, as a pattern for messages. */
export const CHANGE_PATTERNS: Readonly<Record<ChangeName, string>> = {
  override: ':::override{#lesson.block}',
  omit: '::omit{#lesson.block}',
  add: ':::add{after=#lesson.block}',
};
