import { type core, globalRegistry } from 'zod';
import type { Problem } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import { shortened } from '../diagnostics/shortened.js';
import { type Describe, expectationAt, keysAt } from './schema.js';
import { STRAIGHT } from './syntax.js';

/** One thing wrong with the values of a YAML file, and where to point. */
export interface ValueProblem extends Omit<Problem, 'file' | 'place'> {
  path: PropertyKey[];
  /** Whether the key itself is meant rather than its value. */
  key: boolean;
}

/** What zod found wrong, in an author's words: none of zod's own text is used. */
export function valueProblems(
  schema: core.$ZodType,
  values: unknown,
  issues: readonly core.$ZodIssue[],
): ValueProblem[] {
  return issues.flatMap((issue) => problemsOf(schema, values, issue, []));
}

const described: Describe = (schema) => globalRegistry.get(schema);

function problemsOf(
  schema: core.$ZodType,
  values: unknown,
  issue: core.$ZodIssue,
  above: PropertyKey[],
): ValueProblem[] {
  const path = [...above, ...issue.path];
  if (issue.code === 'unrecognized_keys') return issue.keys.map((key) => unknownKey(schema, path, key));
  if (issue.code === 'invalid_key') return [wrongName(values, path)];
  if (issue.code === 'invalid_union') {
    // Only a branch that agrees on the kind of value can say something more exact about what is inside it.
    const inside = issue.errors.filter(
      (branch) => branch.length > 0 && branch.every((i) => i.path.length > 0 || i.code === 'unrecognized_keys'),
    );
    const closest = inside.sort((a, b) => a.length - b.length)[0];
    if (closest) return closest.flatMap((i) => problemsOf(schema, values, i, path));
  }
  return [has(values, path) ? wrongValue(schema, values, path) : missingKey(schema, path)];
}

function unknownKey(schema: core.$ZodType, path: PropertyKey[], key: string): ValueProblem {
  return {
    rule: 'unknown-key',
    path: [...path, key],
    key: true,
    found: `unknown key “${key}”${path.length > 0 ? ` in ${named(path)}` : ''}`,
    expected: 'a key that has a meaning here',
    advice: suggest(key, keysAt(schema, path)),
  };
}

function wrongName(values: unknown, path: PropertyKey[]): ValueProblem {
  const name = path.at(-1);
  const parent = path.slice(0, -1);
  return {
    rule: 'wrong-value',
    path,
    key: has(values, path),
    found: `the name “${String(name)}”${parent.length > 0 ? ` in ${named(parent)}` : ''}`,
    expected: 'a name of letters, digits, hyphens and underscores that begins with a letter',
    advice: 'choose another name',
  };
}

function missingKey(schema: core.$ZodType, path: PropertyKey[]): ValueProblem {
  const key = String(path.at(-1));
  const parent = path.slice(0, -1);
  const { expected, advice } = expectationAt(schema, path, described);
  return {
    rule: 'missing-key',
    path: parent,
    key: parent.length > 0,
    found: `no “${key}”${parent.length > 0 ? ` in ${named(parent)}` : ''}`,
    expected,
    advice: advice ?? `add a line “${key}: …”`,
  };
}

function wrongValue(schema: core.$ZodType, values: unknown, path: PropertyKey[]): ValueProblem {
  const value = valueAt(values, path);
  const { expected, advice, choices, optional, text } = expectationAt(schema, path, described);
  if (path.length === 0) return notKeys(schema, value);
  return {
    rule: 'wrong-value',
    path,
    key: false,
    found: `${named(path)} is ${shown(value)}`,
    expected,
    advice:
      typeof value === 'string' && /^[“”„].*[“”]$/s.test(value)
        ? STRAIGHT
        : (advice ?? generalAdvice(value, { choices, optional, text })),
  };
}

function notKeys(schema: core.$ZodType, value: unknown): ValueProblem {
  const keys = keysAt(schema, []);
  const example = keys.find((key) => !expectationAt(schema, [key], described).optional) ?? keys[0] ?? 'key';
  const expected = `keys and values, such as “${example}: …”`;
  return {
    rule: 'wrong-value',
    path: [],
    key: false,
    found: shown(value),
    expected,
    advice: 'write one “key: value” a line',
  };
}

function generalAdvice(
  value: unknown,
  { choices, optional, text }: { choices: string[]; optional: boolean; text: boolean },
): string {
  if (typeof value === 'string' && choices.length > 0) return suggest(value, choices);
  if (text && (typeof value === 'number' || typeof value === 'boolean')) return `put it in quotation marks: "${value}"`;
  return optional ? 'correct it, or leave the line out' : 'correct it';
}

/** A path as an author would say it: `“color.ink”`, `item 2 of “lessons”`. */
function named(path: readonly PropertyKey[]): string {
  const last = path.at(-1);
  if (typeof last === 'number') return `item ${last + 1} of ${named(path.slice(0, -1))}`;
  const from = path.findLastIndex((key) => typeof key === 'number') + 1;
  const keys = `“${path.slice(from).map(String).join('.')}”`;
  return from > 0 ? `${keys} of ${named(path.slice(0, from))}` : keys;
}

function shown(value: unknown): string {
  if (value === null || value === undefined || value === '') return 'empty';
  if (Array.isArray(value)) return value.length === 0 ? 'an empty list' : `a list of ${value.length}`;
  if (typeof value === 'object') return 'a group of keys';
  const text = String(value);
  return `“${shortened(text, 60)}”`;
}

function valueAt(values: unknown, path: readonly PropertyKey[]): unknown {
  let at = values;
  for (const key of path) at = (at as Record<PropertyKey, unknown> | null | undefined)?.[key];
  return at;
}

function has(values: unknown, path: readonly PropertyKey[]): boolean {
  if (path.length === 0) return true;
  const parent = valueAt(values, path.slice(0, -1));
  return typeof parent === 'object' && parent !== null && Object.hasOwn(parent, path.at(-1) as PropertyKey);
}
