import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { Report } from './parsed.js';

/**
 * Reports a table whose line of hyphens has not as many cells as its head: GFM reads it as a paragraph then
 * (GFM 0.29, section 4.10), and all its bars would be printed.
 */
export function checkTables(root: Root, source: string, report: Report): void {
  const lines = source.split('\n');
  visit(root, 'paragraph', ({ position }) => {
    for (let line = (position?.start.line ?? 1) + 1; line <= (position?.end.line ?? 0); line++) {
      const delimiter = bare(lines[line - 1]);
      const head = bare(lines[line - 2]);
      if (!DELIMITER.test(delimiter) || !head.includes('|')) continue;
      report({
        rule: 'table-columns',
        place: { line, column: (lines[line - 1] ?? '').search(/[|:-]/) + 1 },
        found: `${cells(delimiter)} in the line of hyphens beneath a head of ${cells(head)}`,
        expected: 'as many as the head has',
        advice: 'write “|---” for each column of the head',
      });
    }
  });
}

const DELIMITER =
  /^\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)+\|?$|^\|[ \t]*:?-+:?[ \t]*\|?$|^[ \t]*:?-+:?[ \t]*\|$/;

/** A line without the marks of the quotes around it. */
function bare(line = ''): string {
  return line.replace(/^[\s>]*/, '').trimEnd();
}

function cells(row: string): string {
  const count = row.replace(/^\||\|$/g, '').split(/(?<!\\)\|/).length;
  return count === 1 ? '1 cell' : `${count} cells`;
}
