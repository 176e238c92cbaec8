import type { ContainerDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import type { Problem } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { shortened } from '../diagnostics/shortened.js';
import type { Opener } from './colon-lines.js';
import { directiveNames, directivePattern, directiveRule } from './directives.js';

/** A container directive with what its colons say. */
export interface Container {
  node: ContainerDirective;
  /** Number of colons that open it. */
  colons: number;
  opening: Position | undefined;
  closing: Position | undefined;
}

type Found = Omit<Problem, 'file'>;

/** A line that begins like a directive and was read as prose. */
export function unreadable({ place, text, name, colons }: Opener): Found {
  const near = name === undefined ? undefined : directiveRule(name) ? name : nearest(name, directiveNames());
  return {
    rule: 'stray-colons',
    place,
    found: `“${shortened(text, 50)}”, which cannot be read as a directive`,
    expected: `“${near ? directivePattern(near) : `${':'.repeat(colons)}name[label]{attributes}`}” with nothing between its parts and nothing after it`,
    advice: /^:+\s/.test(text)
      ? 'remove the space after the colons'
      : /^:+[\p{L}\p{N}_-]+\s/u.test(text)
        ? 'remove the space after the name'
        : 'look for a bracket, brace or quotation mark that is not closed',
  };
}

/** A line of colons where no container is open. */
export function nothingToClose(place: Position): Found {
  return {
    rule: 'stray-colons',
    place,
    found: 'closing colons with no directive to close',
    expected: 'an opening line such as “:::leader” above them',
    advice: 'remove them, or give a directive that contains another more colons than the one inside it',
  };
}

/** A container that runs to the end of what it stands in. */
export function neverClosed({ node, colons, opening }: Container, around: Container | undefined): Found {
  const before = around?.closing ? ` and before the end of “${around.node.name}”` : '';
  return {
    rule: 'unclosed-directive',
    place: opening,
    found: `“${node.name}” is opened here and never closed`,
    expected: `a line “${':'.repeat(colons)}” after its last line${before}`,
    advice: 'add it',
  };
}

/** A container whose closing colons closed the one around it, which has no more colons than it. */
export function tooFewColons({ node, colons, opening }: Container, around: Container): Found {
  const more = ':'.repeat(colons + 1);
  const line = around.opening?.start.line;
  return {
    rule: 'unclosed-directive',
    place: opening,
    found: `the colons on line ${around.closing?.start.line} close “${around.node.name}” (line ${line}), not the “${node.name}” inside it`,
    expected: 'more colons on the outer directive than on the inner one',
    advice: `write “${more}${around.node.name}” on line ${line} and “${more}” where it ends`,
  };
}

/** Two containers, one within the other as written, and closing colons for one of them. */
export function oneForTwo({ node, colons, opening }: Container, around: Container): Found {
  const line = opening?.start.line;
  const mayNest = !directiveRule(node.name)?.never?.includes(around.node.name);
  const nest = `; if “${node.name}” belongs inside “${around.node.name}”, open and close the outer one with “${':'.repeat(colons + 1)}”`;
  return {
    rule: 'unclosed-directive',
    place: around.opening,
    found: `“${around.node.name}” is not closed before “${node.name}” begins on line ${line}`,
    expected: 'a closing line of colons for each directive',
    advice: `add “${':'.repeat(around.colons)}” before line ${line}${mayNest ? nest : ''}`,
  };
}
