import type { Code, Html, Root } from 'mdast';
import type { Position } from 'unist';
import { visit } from 'unist-util-visit';
import type { Problem } from '../diagnostics/diagnostic.js';
import { shortened } from '../diagnostics/shortened.js';
import { type Opener, openerAt } from './colon-lines.js';
import { directiveRule } from './directives.js';
import type { Report } from './parsed.js';
import { sourceOf } from './points.js';

/**
 * Reports directives that Markdown takes for code or for HTML, so that they would be printed, with their words, for
 * everyone: those that are indented by four spaces, and those between fences or tags. A fence that says which language
 * follows it is meant, and so is a comment. A fence that is never closed is reported, whatever it holds.
 */
export function checkHiddenColons(root: Root, source: string, report: Report): void {
  const lines = source.split('\n');
  visit(root, (node) => {
    if (node.type === 'html') {
      const commented = linesInComments(node);
      const opener = openerIn(node, lines, (line) => commented.has(line));
      if (opener) report(inHtml(opener));
    } else if (node.type === 'code') {
      const fence = FENCE.exec(sourceOf(source, node.position))?.[0];
      if (fence !== undefined && !closes(lines[(node.position?.end.line ?? 0) - 1], fence, node)) {
        report(fenceNotClosed(node, fence));
        return;
      }
      const opener = node.lang ? undefined : openerIn(node, lines, () => false);
      if (opener) report(fence === undefined ? indented(opener) : fenced(opener));
    }
  });
}

const FENCE = /^(?:`{3,}|~{3,})/;

/** Whether the last line of a fenced block is its closing fence. */
function closes(last: string | undefined, fence: string, { position }: Code): boolean {
  if (position === undefined || position.start.line === position.end.line) return false;
  const closing = /(?:^|[\s>])(`{3,}|~{3,})[ \t]*$/.exec(last ?? '')?.[1];
  return closing !== undefined && closing[0] === fence[0] && closing.length >= fence.length;
}

/** The first line of a block that opens a directive. */
function openerIn({ position }: Code | Html, lines: string[], passed: (line: number) => boolean): Opener | undefined {
  if (!position) return undefined;
  for (let line = position.start.line; line <= position.end.line; line++) {
    const text = lines[line - 1] ?? '';
    const before = /^[\s>]*/.exec(text)?.[0].length ?? 0;
    const opener = openerAt(text.slice(before).trimEnd(), line, before);
    // Two colons and a word begin many a line of program code.
    const meant = opener && (opener.colons >= 3 ? opener.name !== undefined : directiveRule(opener.name ?? ''));
    if (meant && !passed(line)) return opener;
  }
  return undefined;
}

/** The lines of the file of which a comment in some HTML leaves nothing. */
function linesInComments({ value, position }: Html): Set<number> {
  const kept = value.replace(/<!--[\s\S]*?(?:-->|$)/g, (comment) => comment.replace(/[^\n]/g, ''));
  const first = position?.start.line ?? 1;
  return new Set(kept.split('\n').flatMap((text, index) => (text.trim() === '' ? [first + index] : [])));
}

type Found = Omit<Problem, 'file'>;

function fenceNotClosed({ position }: Code, fence: string): Found {
  return {
    rule: 'unclosed-code',
    place: position && {
      start: position.start,
      end: { ...position.start, column: position.start.column + fence.length },
    },
    found: `code that begins with “${fence}” and is never closed`,
    expected: `a line “${fence}” after its last line`,
    advice: 'add it, or remove this line if nothing below is code',
  };
}

function indented({ text, place }: Opener): Found {
  return hidden(place, text, 'indented by four spaces or more, which makes it code', 'remove the spaces before it');
}

function fenced({ text, place }: Opener): Found {
  return hidden(
    place,
    text,
    'between two fences, which makes it code',
    'look for a fence (```) too many above; if the line is to be printed as it stands, write ```text for the opening fence',
  );
}

function inHtml({ text, place }: Opener): Found {
  return hidden(place, text, 'between HTML tags, where nothing is read as Markdown', 'remove the tags');
}

function hidden(place: Position, text: string, where: string, advice: string): Found {
  return {
    rule: 'hidden-directive',
    place,
    found: `“${shortened(text, 50)}” ${where}`,
    expected: 'directives where they are read, so that their words reach the right readers only',
    advice,
  };
}
