import type { Position } from 'unist';
import type { core, ZodType } from 'zod';
import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { lostInComments } from './comments.js';
import { valueProblems } from './issues.js';
import { placeOfRange, rangeAt } from './places.js';
import { readYaml } from './read.js';

/** A YAML text to check. */
export interface YamlInput<T> {
  /** Path of the file as the author knows it. */
  file: string;
  source: string;
  schema: ZodType<T>;
  /** Lines of the file before the YAML begins: 1 for front matter under its `---`. */
  lineOffset?: number;
}

/** A checked YAML text. The value is undefined when any message is an error. */
export interface CheckedYaml<T> extends Checked<T | undefined> {
  /** The values as they are written, without the keys at the top that something is wrong with; undefined when there are none. */
  unspoilt: unknown;
  /**
   * Where a value stands in the file, or with `key` where its key stands; undefined when nothing stands at the path.
   * Lines and columns count from 1.
   */
  placeOf(path: PropertyKey[], key?: boolean): Position | undefined;
  /**
   * Where some characters of a value stand: the occurrence counts from 0. Where they cannot be found, because the YAML
   * spells them with escapes or over a line's end, the place is the whole value's.
   */
  placeIn(path: PropertyKey[], text: string, occurrence?: number): Position | undefined;
}

/**
 * Reads YAML and checks it against a schema. Every syntax error, repeated key, unknown key, missing key and wrong value
 * becomes one message at its own place, in the words the schema carries (`expectationAt` says how). Words that YAML takes
 * for a comment are warned of.
 * Nothing in the text is evaluated, and text that was built to exhaust the reader is refused.
 */
export function checkYaml<T>({ file, source, schema, lineOffset = 0 }: YamlInput<T>): CheckedYaml<T> {
  // A byte order mark is not a column that an editor shows.
  const yaml = source.replace(/^\uFEFF/, '');
  const { document, lines, values, problems } = readYaml(yaml);
  const placeOf = (path: PropertyKey[], key = false) => {
    const range = document && rangeAt(document, path, key);
    return range && placeOfRange(range, lines, lineOffset);
  };
  const placeIn = (path: PropertyKey[], text: string, occurrence = 0) => {
    const range = document && rangeAt(document, path, false);
    if (!range) return undefined;
    let start = range[0] - 1;
    for (let i = 0; i <= occurrence; i++) {
      start = yaml.indexOf(text, start + 1);
      if (start < 0 || start >= range[1]) return placeOf(path);
    }
    return placeOfRange([start, start + text.length], lines, lineOffset);
  };
  const messages: Diagnostic[] = problems.map(({ range, ...problem }) =>
    diagnostic({ file, rule: 'yaml-syntax', place: placeOfRange(range, lines, lineOffset), ...problem }),
  );
  if (messages.length > 0) return { value: undefined, unspoilt: undefined, messages, placeOf, placeIn };

  const warnings = (document ? lostInComments(document, yaml) : []).map(({ range, ...problem }) =>
    diagnostic({ file, rule: 'yaml-comment', place: placeOfRange(range, lines, lineOffset), ...problem }),
  );
  // An empty file is one where every key was left out, which makes the better message.
  const given = values ?? {};
  const result = schema.safeParse(given);
  if (result.success) {
    for (const path of unheardKeys(given)) {
      const place = placeOf(path, true);
      messages.push(diagnostic({ file, ...(place ? { place } : {}), ...UNHEARD }));
    }
    const value = messages.length > 0 ? undefined : result.data;
    return { value, unspoilt: given, messages: [...messages, ...warnings], placeOf, placeIn };
  }
  for (const { path, key, ...problem } of valueProblems(schema, given, result.error.issues)) {
    const place = path.length === 0 ? placeOfRange([0, 0], lines, lineOffset) : placeOf(path, key);
    messages.push(diagnostic({ file, ...(place ? { place } : {}), ...problem }));
  }
  const unspoilt = withoutKeys(given, result.error.issues);
  return { value: undefined, unspoilt, messages: [...messages, ...warnings], placeOf, placeIn };
}

function withoutKeys(given: unknown, issues: readonly core.$ZodIssue[]): unknown {
  if (typeof given !== 'object' || given === null || Array.isArray(given)) return undefined;
  const wrong = issues.flatMap((issue) =>
    issue.path.length === 0 && issue.code === 'unrecognized_keys' ? issue.keys : [String(issue.path[0])],
  );
  return Object.fromEntries(Object.entries(given).filter(([key]) => !wrong.includes(key)));
}

/** Where names of an author's own are, zod passes over this one without a word. */
const PASSED_OVER = '__proto__';

const UNHEARD = {
  rule: 'wrong-value',
  found: `the name “${PASSED_OVER}”`,
  expected: 'a name that is not one of JavaScript’s own',
  advice: 'choose another name',
} as const;

/** Paths of keys that a schema passes over although they are there. */
function unheardKeys(values: unknown, above: PropertyKey[] = []): PropertyKey[][] {
  if (typeof values !== 'object' || values === null) return [];
  return Object.entries(values).flatMap(([key, value]) => {
    const path = [...above, Array.isArray(values) ? Number(key) : key];
    return key === PASSED_OVER ? [path] : unheardKeys(value, path);
  });
}
