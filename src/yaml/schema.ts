import type { core } from 'zod';

/** What a schema says about one value, for use in a message. */
export interface Expectation {
  /** What would be right there, as a phrase: `a whole number of minutes greater than 0`. */
  expected: string;
  /** What to do, where the schema knows better than the general advice. */
  advice?: string;
  /** The words allowed there, when there is a fixed list. */
  choices: string[];
  /** Whether the key may be left out. */
  optional: boolean;
  /** Whether text, and only text, is wanted. */
  text: boolean;
}

/**
 * What a schema expects at a path. Schemas carry their phrase as zod metadata: `.describe('a phrase')` or
 * `.meta({ description, advice })`; without one a phrase is made from the kind of schema.
 */
export function expectationAt(schema: core.$ZodType, path: readonly PropertyKey[], described: Describe): Expectation {
  let at: core.$ZodType | undefined = schema;
  for (const key of path) at = at && childOf(bare(at), key);
  if (!at) return { expected: 'nothing', choices: [], optional: true, text: false };
  const meta = wrappers(at)
    .map(described)
    .find((m) => m?.description !== undefined);
  const inner = bare(at);
  const choices = choicesOf(inner);
  return {
    expected: meta?.description ?? phraseFor(inner, choices),
    ...(meta?.advice === undefined ? {} : { advice: meta.advice }),
    choices,
    optional: wrappers(at).some((w) => ['optional', 'default', 'prefault'].includes(definition(w).type)),
    text: definition(inner).type === 'string',
  };
}

/** The keys a schema knows at a path; empty where any key will do. */
export function keysAt(schema: core.$ZodType, path: readonly PropertyKey[]): string[] {
  let at: core.$ZodType | undefined = schema;
  for (const key of path) at = at && childOf(bare(at), key);
  if (!at) return [];
  return branches(bare(at)).flatMap((branch) => {
    const def = definition(branch);
    return def.type === 'object' ? Object.keys(def.shape) : [];
  });
}

/** How a schema's metadata is found; zod keeps it in a registry beside the schema. */
export type Describe = (schema: core.$ZodType) => { description?: string; advice?: string } | undefined;

type Definition = core.$ZodTypes['_zod']['def'];

function definition(schema: core.$ZodType): Definition {
  return (schema as core.$ZodTypes)._zod.def;
}

/** The schema and everything it wraps, outermost first. */
function wrappers(schema: core.$ZodType): core.$ZodType[] {
  const def = definition(schema);
  if (def.type === 'pipe') return [schema, ...wrappers(def.in)];
  return 'innerType' in def ? [schema, ...wrappers(def.innerType)] : [schema];
}

function bare(schema: core.$ZodType): core.$ZodType {
  return wrappers(schema).at(-1) ?? schema;
}

function branches(schema: core.$ZodType): core.$ZodType[] {
  const def = definition(schema);
  return def.type === 'union' ? def.options.flatMap((option) => branches(bare(option))) : [schema];
}

function childOf(schema: core.$ZodType, key: PropertyKey): core.$ZodType | undefined {
  for (const branch of branches(schema)) {
    const def = definition(branch);
    if (def.type === 'object' && Object.hasOwn(def.shape, key)) return def.shape[String(key)];
    if (def.type === 'array' && typeof key === 'number') return def.element;
    if (def.type === 'record') return def.valueType;
  }
  return undefined;
}

function choicesOf(schema: core.$ZodType): string[] {
  return branches(schema).flatMap((branch) => {
    const def = definition(branch);
    if (def.type === 'enum') return Object.values(def.entries).map(String);
    return def.type === 'literal' ? def.values.map(String) : [];
  });
}

function phraseFor(schema: core.$ZodType, choices: string[]): string {
  if (choices.length > 0) return choices.length === 1 ? `“${choices[0]}”` : `one of ${choices.join(', ')}`;
  switch (definition(schema).type) {
    case 'string':
      return 'text';
    case 'number':
      return 'a number';
    case 'boolean':
      return 'true or false';
    case 'array':
      return 'a list';
    case 'object':
    case 'record':
      return 'a group of keys indented beneath it';
    default:
      return 'another value';
  }
}
