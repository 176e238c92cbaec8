import type { Nodes, Root } from 'mdast';
import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { checkDirectives } from './check-directives.js';
import { checkColons } from './colons.js';
import { divide } from './front-matter.js';
import { frontMatterOf } from './front-matter-texts.js';
import { checkHiddenColons } from './hidden-colons.js';
import { keepHtmlText } from './html.js';
import { takeImageMarks } from './image-marks.js';
import { checkImagePaths } from './image-paths.js';
import { checkMarks } from './marks.js';
import type { ParsedLesson, Report } from './parsed.js';
import { pointAt } from './points.js';
import { parseMarkdown } from './processor.js';
import { setPunctuation } from './punctuation.js';
import { checkTables } from './tables.js';
import { setVariables, type Variables } from './variables.js';

/** A lesson file, read. */
export interface LessonSource {
  /** Path of the file as the author knows it. */
  file: string;
  source: string;
  /** Values for `{{name}}`, from booklet.yaml. */
  variables: Variables;
}

/**
 * Reads a lesson file: front matter and body, held to the lesson format. Whatever is wrong is a message at its place,
 * and what can be understood is there all the same; nothing throws and nothing in the file is ever run.
 */
export function parseLesson({ file, source, variables }: LessonSource): Checked<ParsedLesson> {
  const messages: Diagnostic[] = [];
  const report: Report = (problem) => messages.push(diagnostic({ file, ...problem }));
  const text = plainLines(source, report);

  const { body, frontMatter } = divide(file, text);
  messages.push(...frontMatter.messages);
  const read = (markdown: string, reportHere: Report) => readTree(markdown, variables, reportHere);
  return {
    value: {
      root: read(body, report),
      frontMatter: frontMatterOf(frontMatter, { variables, report, read }),
    },
    messages,
  };
}

function readTree(source: string, variables: Variables, report: Report): Root {
  const root = shallowTree(source, report);
  if (!root) return { type: 'root', children: [] };
  const misread = checkColons(root, source, report);
  checkHiddenColons(root, source, report);
  checkMarks(root, source, report);
  checkImagePaths(root, source, report);
  takeImageMarks(root, source, report);
  checkTables(root, source, report);
  keepHtmlText(root, report);
  checkDirectives(root, misread, report);
  setVariables(root, source, variables, report);
  setPunctuation(root);
  return root;
}

/** A source without what depends on the computer it was written on; reports what cannot be text. */
export function plainLines(source: string, report: Report): string {
  // A byte order mark is no character of the text, and where a line ends does not depend on how.
  const text = source.replace(/^\uFEFF/, '').replace(/\r\n?/g, '\n');
  checkCharacters(text, report);
  return text;
}

/** The tree of a text, or undefined, with a message, when it is nested so deeply that the functions which walk it would fail. */
export function shallowTree(source: string, report: Report): Root | undefined {
  try {
    const root = parseMarkdown(source);
    let level: Nodes[] = [root];
    for (let depth = 0; level.length > 0; depth++) {
      if (depth > MAX_DEPTH) return tooDeep(report);
      level = level.flatMap((node): Nodes[] => ('children' in node ? node.children : []));
    }
    return root;
  } catch (error) {
    if (error instanceof RangeError) return tooDeep(report);
    throw error;
  }
}

function tooDeep(report: Report): undefined {
  report(TOO_DEEP);
}

/** Far more levels of quotations, lists and emphasis than anyone can follow on a page. */
const MAX_DEPTH = 200;

const TOO_DEEP: Parameters<Report>[0] = {
  rule: 'file-unreadable',
  place: { line: 1, column: 1 },
  found: 'quotations, lists or directives nested too deeply to read',
  expected: `at most ${MAX_DEPTH} levels`,
  advice: 'look for marks such as “>” or “:::leader” that are repeated by mistake',
};

/** A null character is the mark of a file that is no text, or is text in UTF-16. */
function checkCharacters(text: string, report: Report): void {
  const at = text.indexOf('\u0000');
  if (at < 0) return;
  report({
    rule: 'file-unreadable',
    place: pointAt(text, at),
    found: 'a null character',
    expected: 'text in UTF-8',
    advice: 'save the file as UTF-8 from a text editor',
  });
}
