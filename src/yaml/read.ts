import { type Document, isAlias, LineCounter, parseDocument, visit } from 'yaml';
import { duplicateKey, type SyntaxProblem, syntaxProblem } from './syntax.js';

/** The largest number of nodes that aliases may unfold into before the file counts as an attack. */
const MAX_ALIAS_COUNT = 100;

/** A YAML text as nodes with places and as plain values. */
export interface YamlReading {
  document: Document.Parsed | undefined;
  lines: LineCounter;
  /** The plain values; undefined when the text is too broken to have any. */
  values: unknown;
  problems: SyntaxProblem[];
}

/**
 * Reads one YAML 1.2 document (core schema: dates stay text, nothing is ever evaluated). Tags that would make anything
 * but plain values are refused, whatever the document's own `%YAML` line asks for.
 */
export function readYaml(source: string): YamlReading {
  const lines = new LineCounter();
  const options = { schema: 'core', version: '1.2', resolveKnownTags: false, stringKeys: true } as const;
  let document: Document.Parsed;
  try {
    document = parseDocument(source, { ...options, prettyErrors: false, logLevel: 'error', lineCounter: lines });
  } catch {
    // The composer is recursive: thousands of opening brackets exhaust the stack.
    return { document: undefined, lines, values: undefined, problems: [TOO_DEEP] };
  }
  const errors = [...document.errors, ...document.warnings];
  const structural = errors.find((error) => !HARMLESS.has(error.code));
  if (structural) {
    // Later errors are nearly always echoes of the first one that broke the structure.
    return { document, lines, values: undefined, problems: [syntaxProblem(structural, source, document)] };
  }
  const problems = errors.map((error) =>
    error.code === 'DUPLICATE_KEY' ? duplicateKey(error, document, lines) : syntaxProblem(error, source, document),
  );
  problems.push(...unknownAliases(document));
  if (problems.length > 0) return { document, lines, values: undefined, problems };
  try {
    return { document, lines, values: document.toJS({ maxAliasCount: MAX_ALIAS_COUNT }), problems };
  } catch {
    return { document, lines, values: undefined, problems: [aliasBomb(document)] };
  }
}

/** Errors after which the rest of the file still means what it says, so that more than one of them can be shown. */
const HARMLESS: ReadonlySet<string> = new Set(['DUPLICATE_KEY', 'TAG_RESOLVE_FAILED', 'BAD_DIRECTIVE']);

const TOO_DEEP: SyntaxProblem = {
  range: [0, 0],
  found: 'values nested too deeply to read',
  expected: 'a few levels of keys',
  advice: 'remove the superfluous brackets',
};

function unknownAliases(document: Document.Parsed): SyntaxProblem[] {
  const problems: SyntaxProblem[] = [];
  visit(document, (_, node) => {
    if (!isAlias(node) || node.resolve(document) !== undefined) return;
    problems.push({
      range: node.range ? [node.range[0], node.range[1]] : [0, 0],
      found: `“*${node.source}”, which stands for nothing`,
      expected: `a value marked “&${node.source}” further up`,
      advice: `mark one, or put the text in quotes: "*${node.source}"`,
    });
  });
  return problems;
}

function aliasBomb(document: Document.Parsed): SyntaxProblem {
  let range: SyntaxProblem['range'] = [0, 0];
  visit(document, {
    Alias(_, alias) {
      if (alias.range) range = [alias.range[0], alias.range[1]];
      return visit.BREAK;
    },
  });
  return {
    range,
    found: 'aliases that unfold into far too many values',
    expected: `aliases for at most ${MAX_ALIAS_COUNT} values`,
    advice: 'write the values out',
  };
}
