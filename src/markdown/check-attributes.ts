import type { Directives } from 'mdast-util-directive';
import { nearest, suggest } from '../diagnostics/nearest.js';
import type { AttributeRule, DirectiveRule } from './directives.js';
import type { Report } from './parsed.js';

/** Holds a directive's attributes to its rule. What is wrong is reported at its own place and removed. */
export function checkAttributes(node: Directives, rule: DirectiveRule, report: Report): void {
  const { attributes } = node;
  const { needs } = rule;
  const needed = needs === undefined ? undefined : rule.attributes[needs];
  if (needs && needed && !Object.hasOwn(attributes ?? {}, needs)) {
    report({
      rule: 'wrong-attribute',
      place: node.data?.position?.opening ?? node.position,
      found: `“${node.name}” without “${needs}”`,
      expected: expectation(needed),
      advice: `write ${example(needs, needed)}`,
    });
  }
  const known = Object.keys(rule.attributes);
  for (const [name, value] of Object.entries(attributes ?? {})) {
    const place = node.data?.position?.attributes?.[name] ?? node.data?.position?.opening ?? node.position;
    const attribute = Object.hasOwn(rule.attributes, name) ? rule.attributes[name] : undefined;
    if (!attribute) {
      report({
        rule: 'unknown-attribute',
        place,
        found: `unknown attribute “${name === 'class' ? `.${value}` : name}” on “${node.name}”`,
        expected: known.length > 0 ? `one of ${known.join(', ')}` : 'no attributes',
        advice: known.length > 0 ? (adviceFor(name, known) ?? 'remove it') : 'remove it',
      });
      delete attributes?.[name];
      continue;
    }
    const kept = keep(attribute, value ?? '');
    if (kept === undefined) {
      report({
        rule: 'wrong-attribute',
        place,
        found: value ? `“${name}” of “${node.name}” is “${value}”` : `“${name}” of “${node.name}” has no value`,
        expected: expectation(attribute),
        advice: attribute.kind === 'word' && value ? suggest(value, attribute.of) : `write ${example(name, attribute)}`,
      });
    }
    if (kept === undefined || kept === '') delete attributes?.[name];
    else if (attributes) attributes[name] = kept;
  }
}

/** The value in its one normal form; empty for a flag that is off; undefined when it is not allowed. */
function keep(rule: AttributeRule, value: string): string | undefined {
  const text = value.trim();
  switch (rule.kind) {
    case 'id':
      return /^[a-z][a-z0-9_-]*$/i.test(text) ? text : undefined;
    case 'flag':
      if (text === '' || text === 'true') return 'true';
      return text === 'false' ? '' : undefined;
    case 'text':
      return text === '' ? undefined : text;
    case 'count': {
      const count = /^\d{1,4}$/.test(text) ? Number(text) : Number.NaN;
      return count >= rule.min && count <= rule.max ? String(count) : undefined;
    }
    case 'word':
      return rule.of.includes(text) ? text : undefined;
    case 'language':
      return languageTag(text);
    case 'names': {
      const names = text.split(/[\s,]+/).filter((name) => name !== '');
      return names.length > 0 && names.every((name) => /^[a-z][a-z0-9-]*$/.test(name)) ? names.join(' ') : undefined;
    }
  }
}

/** A language tag (BCP 47) in its canonical form, or undefined for what is none. */
function languageTag(text: string): string | undefined {
  if (!/^[a-z]{2,3}(?:-[a-z0-9]{1,8})*$/i.test(text)) return undefined;
  try {
    return Intl.getCanonicalLocales(text)[0];
  } catch {
    return undefined;
  }
}

function expectation(rule: AttributeRule): string {
  switch (rule.kind) {
    case 'id':
      return 'letters, digits and hyphens, a letter first';
    case 'flag':
      return 'the name alone, or true or false';
    case 'text':
    case 'names':
      return rule.of;
    case 'count':
      return `a whole number of ${rule.of} from ${rule.min} to ${rule.max}`;
    case 'language':
      return 'a language tag such as fr, la or pt-BR';
    case 'word':
      return `one of ${rule.of.join(', ')}`;
  }
}

function example(name: string, rule: AttributeRule): string {
  switch (rule.kind) {
    case 'id':
      return 'a name such as {#first-look}';
    case 'flag':
      return `{${name}}, or leave it out`;
    case 'text':
      return `{${name}="…"}, or leave it out`;
    case 'names':
      return `{${name}="leader"}, or leave it out`;
    case 'count':
      return `a number such as {${name}=${Math.max(rule.min, 5)}}`;
    case 'language':
      return `the tag of the words’ language behind the brackets, such as {${name}=fr}`;
    case 'word':
      return `{${name}=${rule.of[0]}}, or leave it out`;
  }
}

function adviceFor(name: string, known: readonly string[]): string | undefined {
  const near = nearest(name, known);
  return near && `did you mean “${near}”?`;
}
