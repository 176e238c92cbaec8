import type { Position } from 'unist';
import { type Checked, type Diagnostic, diagnostic, type Problem } from '../diagnostics/diagnostic.js';
import { nearest, suggest } from '../diagnostics/nearest.js';
import { shortened } from '../diagnostics/shortened.js';
import { en } from './en.js';
import type { Texts } from './make.js';
import { isLabel, LABELS, type LabelName, labelRule } from './model.js';
import { pluralsOf } from './plurals.js';

/** Where a booklet gives labels of its own, beneath the key `labels`. */
export interface LabelSource {
  /** Path of `booklet.yaml` as the author knows it. */
  file: string;
  /** Where a value stands in it, or with `key` where its key stands. */
  placeOf(path: PropertyKey[], key?: boolean): Position | undefined;
}

/**
 * The names that texts of labels have in a language: a label's own, or one for each plural form that the language has.
 */
export function textNames(language: string): string[] {
  const { forms } = pluralsOf(language);
  return (Object.keys(LABELS) as LabelName[]).flatMap((name) =>
    labelRule(name).counts ? forms.map((form) => `${name}-${form}`) : [name],
  );
}

/**
 * A booklet's own labels, held to the names that there are and to the placeholders of each. What is wrong is reported
 * and left out.
 *
 * @param own - Values by name, of any kind: text is asked for here.
 */
export function checkOwn(
  own: Readonly<Record<string, unknown>>,
  language: string,
  { file, placeOf }: LabelSource,
): Checked<Texts> {
  const names = textNames(language);
  const value = new Map<string, string>();
  const messages: Diagnostic[] = [];
  for (const [name, given] of Object.entries(own)) {
    const report = (problem: Omit<Problem, 'file' | 'place'>, key = false) =>
      messages.push(diagnostic({ file, place: placeOf(['labels', name], key), ...problem }));
    if (!names.includes(name)) {
      report(unknownLabel(name, names), true);
      continue;
    }
    const text = typeof given === 'string' ? given.replace(/[ \t\r\n]+/g, ' ').trim() : undefined;
    if (!text) {
      report(notText(name, text));
      continue;
    }
    const problems = placeholderProblems(name, text, language);
    for (const problem of problems) report(problem);
    if (problems.length === 0) value.set(name, text);
  }
  return { value, messages };
}

type Found = Omit<Problem, 'file' | 'place'>;

function unknownLabel(name: string, names: readonly string[]): Found {
  return {
    rule: 'unknown-label',
    found: `the label “${shortened(name, 60)}”`,
    expected: 'the name of a label',
    advice: adviceFor(name, names),
  };
}

function adviceFor(name: string, names: readonly string[]): string {
  const kebab = name
    .slice(0, 60)
    .replace(/([a-z])([A-Z])/g, '$1-$2')
    .toLowerCase()
    .replace(/[^a-z]+/g, '-');
  const counted = (Object.keys(LABELS) as LabelName[]).find(
    (label) => labelRule(label).counts && (kebab === label || kebab.startsWith(`${label}-`)),
  );
  if (counted) {
    const forms = names.filter((one) => one.startsWith(`${counted}-`)).map((one) => `“${one}”`);
    return `in this language it has ${forms.length === 1 ? 'the one name' : 'the names'} ${forms.join(', ')}`;
  }
  // Authors also write the English words that they want to replace.
  const printed = Object.entries(en).find(([, text]) => text.toLowerCase() === name.toLowerCase())?.[0];
  const near = printed ?? nearest(kebab, names);
  return near ? `did you mean “${near}”?` : suggest(name, names);
}

function notText(name: string, text: string | undefined): Found {
  return {
    rule: 'wrong-value',
    found: `the label “${name}” is ${text === undefined ? 'no text' : 'empty'}`,
    expected: 'the words to print',
    advice: text === undefined ? 'put them in quotation marks' : 'write them, or leave the line out',
  };
}

function placeholderProblems(name: string, text: string, language: string): Found[] {
  const { label, form } = partsOf(name);
  const { holds = [], counts } = labelRule(label);
  const there = [...text.matchAll(/\{([^{}]*)\}/g)].map(([, inside = '']) => inside);
  const expected = holds.length > 0 ? holds.map((one) => `{${one}}`).join(' and ') : 'words without braces';
  const about = (found: string, advice: string): Found => ({ rule: 'label-placeholder', found, expected, advice });

  // A whole variable is one slip, not a strange placeholder between two braces without partners.
  const variable = /\{\{[^{}]*\}\}/.exec(text)?.[0];
  if (variable !== undefined) {
    return [
      about(`“${shortened(variable, 60)}” in the label “${name}”`, 'write the words out; labels take no variables'),
    ];
  }
  const wrong = [...new Set(there)].filter((inside) => !holds.includes(inside));
  const left = holds.filter((one) => !there.includes(one));
  const exact = form !== undefined && pluralsOf(language).isExact(form);
  const missing = left.filter((one) => !(exact && one === counts));
  const stray = /[{}]/.test(text.replace(/\{[^{}]*\}/g, ''));
  return [
    ...wrong.map((inside) =>
      about(
        `“{${shortened(inside, 60)}}” in the label “${name}”`,
        holds.length > 0 ? `did you mean “{${nearest(inside, left) ?? left[0] ?? holds[0]}}”?` : 'take it out',
      ),
    ),
    ...(stray ? [about(`a brace without a partner in the label “${name}”`, 'close it, or take it out')] : []),
    // One slip is told once: a mistyped placeholder is missing too.
    ...(wrong.length > 0 || stray ? [] : missing).map((one) =>
      about(`the label “${name}” without {${one}}`, `put {${one}} where it is to be printed`),
    ),
  ];
}

/** The label that a text belongs to, and the plural form it is for. */
function partsOf(name: string): { label: LabelName; form?: Intl.LDMLPluralRule } {
  if (isLabel(name)) return { label: name };
  const at = name.lastIndexOf('-');
  return { label: name.slice(0, at) as LabelName, form: name.slice(at + 1) as Intl.LDMLPluralRule };
}
