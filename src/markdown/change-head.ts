import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { shortened } from '../diagnostics/shortened.js';
import { CHANGE_DIRECTIVES, CHANGE_PATTERNS, type ChangeName } from './change-directives.js';
import type { ParsedChange } from './changes.js';
import { checkAttributes } from './check-attributes.js';
import type { Report } from './parsed.js';

/**
 * What the opening line of a change says: its kind, what it changes and the hash that was written down. Undefined, with
 * a message, when it does not say what it changes. `{#luke-22.q3}` reaches us as an id and a class, as in HTML.
 */
export function headOf(
  node: (ContainerDirective | LeafDirective) & { name: ChangeName },
  report: Report,
): Pick<ParsedChange, 'kind' | 'target' | 'side' | 'was' | 'place' | 'wasPlace'> | undefined {
  const { name } = node;
  const places = node.data?.position?.attributes ?? {};
  const opening = node.data?.position?.opening ?? node.position;
  const { id, class: rest, ...attributes } = node.attributes ?? {};
  const given = name === 'add' ? (attributes.after ?? attributes.before) : undefined;
  const both = name === 'add' && attributes.after !== undefined && attributes.before !== undefined;
  const written =
    name === 'add' ? given : id === undefined ? undefined : [id, ...(rest?.split(' ') ?? [])].filter(Boolean).join('.');

  // A slip that leaves no target is told once, as what it is.
  const others = Object.keys(attributes).filter((key) => !Object.hasOwn(CHANGE_DIRECTIVES[name].attributes, key));
  node.attributes = { ...attributes, ...(name === 'add' && id !== undefined ? { id } : {}) };
  const [hash, wasPlace] = [node.attributes.was, places.was];
  checkAttributes(node, CHANGE_DIRECTIVES[name], report);

  const target = (written ?? '').trim().replace(/^#/, '');
  const wrong = (found: string, place = opening) =>
    report({
      rule: 'wrong-attribute',
      place,
      found,
      expected: `“${CHANGE_PATTERNS[name]}” with the id of a lesson and that of a block in it`,
      advice: 'write the two with a full stop between them, as in #luke-22.q3',
    });
  if (both) {
    wrong('“add” with both “after” and “before”', places.before ?? opening);
    return undefined;
  }
  const key = name === 'add' ? (attributes.after === undefined ? 'before' : 'after') : 'id';
  const place = around(places[key], name === 'add' ? undefined : places.class) ?? opening;
  if (target === '') {
    // An empty value has its message already, and so has a misspelt name.
    const told = others.length > 0 || (name === 'add' && (written !== undefined || id !== undefined));
    if (!told) wrong(`“${name}” that does not say ${name === 'add' ? 'where' : 'which block'}`);
    return undefined;
  }
  if (!(name === 'add' ? PLACE : BLOCK).test(target)) {
    wrong(`“${name}” of “#${target}”`, place);
    return undefined;
  }
  const was = hash?.trim();
  const isHash = was !== undefined && /^[0-9a-f]{12}$/.test(was);
  if (was && !isHash) {
    report({
      rule: 'wrong-attribute',
      place: wasPlace ?? opening,
      found: `“was” of “${name}” is “${shortened(was, 40)}”`,
      expected: 'the twelve letters and digits that “gathering customize” writes',
      advice: 'remove it, and let “gathering customize” write it again',
    });
  }
  return {
    kind: name,
    target,
    side: key === 'before' ? 'before' : 'after',
    ...(isHash ? { was } : {}),
    place,
    wasPlace,
  };
}

/** A lesson and a block in it; what is added may also stand at the beginning or the end of a whole lesson. */
const BLOCK = /^[^\s.#]+\.[^\s.#]+$/;
const PLACE = /^[^\s.#]+(?:\.[^\s.#]+)?$/;

function around(first: ParsedChange['place'], last: ParsedChange['place']): ParsedChange['place'] {
  return first && last ? { start: first.start, end: last.end } : first;
}
