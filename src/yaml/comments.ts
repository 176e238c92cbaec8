import { type Document, isScalar, visit } from 'yaml';
import { shortened } from '../diagnostics/shortened.js';
import type { SyntaxProblem } from './syntax.js';

/**
 * Finds words that YAML takes for a comment and their author surely did not: in `title: Hymn #43` the title is “Hymn”.
 * A comment is told from them by the space after its “#”.
 */
export function lostInComments(document: Document.Parsed, source: string): SyntaxProblem[] {
  const found: SyntaxProblem[] = [];
  visit(document, {
    Scalar(key, node) {
      if (key === 'key' || !isScalar(node) || !node.range || (node.type ?? 'PLAIN') !== 'PLAIN') return;
      const [start, end] = node.range;
      // A value of which nothing is left is an error of its own.
      if (start === end) return;
      const [, spaces = '', lost] = /^([ \t]*)(#[^\s#!][^\n]*)/.exec(source.slice(end)) ?? [];
      if (lost === undefined) return;
      const at = end + spaces.length;
      const words = lost.trimEnd();
      const whole = source.slice(start, at + words.length).trim();
      found.push({
        range: [at, at + words.length],
        found: `“${shortened(words, 60)}”, which YAML takes for a comment and leaves out`,
        expected: 'quotation marks around a text with a space and “#” in it',
        advice: /["\n]/.test(whole)
          ? 'put the whole text in quotation marks; if this is a comment, write a space after “#”'
          : `write "${shortened(whole, 60)}"; if this is a comment, write a space after “#”`,
      });
    },
  });
  return found;
}
