import { type Document, isScalar, type LineCounter, type Scalar, visit, type YAMLError } from 'yaml';
import type { Problem } from '../diagnostics/diagnostic.js';
import { shortened } from '../diagnostics/shortened.js';

/** A problem of the YAML itself, with the offsets where its characters begin and end. */
export interface SyntaxProblem extends Pick<Problem, 'found' | 'expected' | 'advice'> {
  range: [start: number, end: number];
}

/** One error of the YAML reader in an author's words. */
export function syntaxProblem(error: YAMLError, source: string, document: Document.Parsed): SyntaxProblem {
  const [start, end] = error.pos;
  const stands = shortened(source.slice(start, end).split('\n')[0]?.trim() ?? '', 40);
  const words = WORDS[error.code] ?? unreadable;
  return { range: [start, Math.max(start, end)], ...words({ stands, source, error, document }) };
}

/** A key that stands twice in one group, with the line of its first occurrence. */
export function duplicateKey(error: YAMLError, document: Document.Parsed, lines: LineCounter): SyntaxProblem {
  const [start] = error.pos;
  let second: Scalar | undefined;
  let first: Scalar | undefined;
  visit(document, {
    Map(_, map) {
      const keys = map.items.map((pair) => pair.key).filter(isScalar);
      second = keys.find((key) => key.range?.[0] === start);
      if (!second) return undefined;
      first = keys.find((key) => key.value === second?.value);
      return visit.BREAK;
    },
  });
  const key = String(second?.value ?? '');
  const line = first?.range ? `line ${lines.linePos(first.range[0]).line}` : 'a line above';
  return {
    range: second?.range ? [second.range[0], second.range[1]] : [start, start + 1],
    found: `the key “${key}” for the second time`,
    expected: 'each key once',
    advice: `keep this one or the one on ${line}`,
  };
}

/** To YAML, only straight marks are quotation marks. */
export const STRAIGHT = 'write straight quotation marks (") around the value instead of curly ones';

interface Scene {
  /** The characters the reader stumbled over, shortened. */
  stands: string;
  source: string;
  error: YAMLError;
  document: Document.Parsed;
}

type Words = (scene: Scene) => Omit<SyntaxProblem, 'range'> & Partial<SyntaxProblem>;

const unreadable: Words = ({ stands }) => ({
  found: stands ? `“${stands}”, which cannot be read here` : 'YAML that cannot be read',
  expected: 'lines of the form “key: value”',
  advice: 'look at this line and the one before it; put a value with colons, brackets or quotes in quotation marks',
});

const bracket: Words = ({ error }) => {
  const partner = /end with an? (.)/.exec(error.message)?.[1] ?? ']';
  return {
    found: `a bracket that is not closed before this place`,
    expected: `“${partner}”`,
    advice: 'close it, or put the value in quotation marks if the bracket belongs to the text',
  };
};

const WORDS: Partial<Record<YAMLError['code'], Words>> = {
  TAB_AS_INDENT: () => ({
    found: 'a tab at the start of a line',
    expected: 'spaces',
    advice: 'indent with two spaces for each level',
  }),
  MISSING_CHAR: (scene) => {
    const quote = /closing (["'])/.exec(scene.error.message)?.[1];
    if (!quote) return /end with an? (.)/.test(scene.error.message) ? bracket(scene) : unreadable(scene);
    const opening = lastQuoted(scene.document);
    return {
      ...(opening === undefined ? {} : { range: [opening, opening + 1] as [number, number] }),
      found: `a quotation mark (${quote}) that is never closed`,
      expected: `another ${quote} at the end of the text`,
      advice: 'add it',
    };
  },
  BAD_INDENT: (scene) =>
    /end with an? (.)/.test(scene.error.message)
      ? bracket(scene)
      : {
          found: 'a line that is not indented like its neighbours',
          expected: 'the same number of spaces before all keys of a level',
          advice: 'line them up',
        },
  BLOCK_AS_IMPLICIT_KEY: ({ document, source, error }) =>
    document.errors.some((error) => error.code === 'MULTILINE_IMPLICIT_KEY')
      ? {
          found: 'a value with keys indented beneath it',
          expected: 'either a value or keys of its own',
          advice: 'move the keys to the left, or take the value away',
        }
      : {
          found: 'a value with a colon and a space in it',
          expected: 'one “key: value” a line',
          advice: startsCurly(source, error.pos[0]) ? STRAIGHT : 'put the value in quotation marks',
        },
  MULTILINE_IMPLICIT_KEY: ({ stands }) => ({
    found: `“${stands}” without a colon`,
    expected: '“key: value”',
    advice: 'add the colon and the value, or indent the line if it continues the one before',
  }),
  BAD_SCALAR_START: ({ stands }) => ({
    found: `a value that begins with “${stands.slice(0, 1)}”`,
    expected: 'a letter, a digit or a quotation mark first',
    advice: 'put the value in quotation marks',
  }),
  BAD_ALIAS: () => ({
    found: 'a value that begins with “*” or “&”',
    expected: 'a letter, a digit or a quotation mark first',
    advice: 'put the value in quotation marks',
  }),
  BAD_DQ_ESCAPE: ({ stands }) => ({
    found: `“${stands}” in a text between double quotation marks`,
    expected: 'two backslashes for one',
    advice: 'double the backslash, or use single quotation marks',
  }),
  UNEXPECTED_TOKEN: ({ stands, error }) =>
    /block-seq-ind on same line/.test(error.message)
      ? {
          found: 'a list that begins on the line of its key',
          expected: 'each “- item” on a line of its own',
          advice: 'move it to the next line',
        }
      : {
          found: `“${stands}” after the end of the value`,
          expected: 'nothing more on the line',
          advice: 'put the whole value in quotation marks, or move this to its own line and level',
        },
  MULTIPLE_DOCS: () => ({
    found: 'a second document after “---”',
    expected: 'one document in the file',
    advice: 'remove the line of hyphens',
  }),
  TAG_RESOLVE_FAILED: ({ stands }) => ({
    found: `the tag “${stands}”`,
    expected: 'plain text, numbers, true or false, lists and keys',
    advice: 'remove the tag (nothing in these files is ever run), or put the text in quotation marks',
  }),
  BAD_DIRECTIVE: () => ({
    found: 'a line that begins with “%”',
    expected: 'keys and values only',
    advice: 'remove the line, or put the text in quotation marks',
  }),
  NON_STRING_KEY: ({ source, error }) =>
    // `title: {{church}}` is a map within a map to YAML, and the slip every author of variables makes once.
    source.slice(error.pos[0] - 1, error.pos[0] + 1) === '{{' || source.startsWith('{{', error.pos[0])
      ? {
          found: 'a value that begins with “{{”',
          expected: 'quotation marks around it',
          advice: 'write "{{name}}" instead of {{name}}',
        }
      : {
          found: 'a list or a group where a key belongs',
          expected: 'a word and a colon',
          advice: 'put the key in quotation marks',
        },
};

/** Whether the value of the line in which an offset stands begins with quotation marks that word processors write. */
function startsCurly(source: string, offset: number): boolean {
  const line = source.slice(source.lastIndexOf('\n', offset - 1) + 1).split('\n', 1)[0] ?? '';
  return /^[^:]*:\s+[“”„]/.test(line);
}

function lastQuoted(document: Document.Parsed): number | undefined {
  let offset: number | undefined;
  visit(document, (_, node) => {
    if (isScalar(node) && node.type?.startsWith('QUOTE') && node.range) offset = node.range[0];
  });
  return offset;
}
