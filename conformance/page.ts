import { CONTROLS } from './controls.js';
import type { Outcome } from './outcome.js';
import { asMarkdown, controlTable, roleTable, verdictTable } from './tables.js';

const BEGIN = '<!-- What follows, up to the next such line, is written by npm run conformance -- --write. -->';
const END = '<!-- The end of what is written by it. -->';

/** Puts what was found in its place on the page that tells of it. It has no dates: the same booklets give the same page. */
export function intoPage(page: string, outcome: Outcome, version: string): string {
  const [before, rest] = page.split(BEGIN);
  const after = rest?.split(END)[1];
  if (before === undefined || after === undefined) throw new Error('The page has lost the place for its tables.');
  return `${before}${BEGIN}\n\n${tables(outcome, version)}\n\n${END}${after}`;
}

function tables({ verdicts, roles, controls }: Outcome, version: string): string {
  const parts = [
    `By veraPDF ${version}:`,
    asMarkdown(verdictTable(verdicts)),
    'What the structure trees of these files hold:',
    asMarkdown(roleTable(roles)),
  ];
  if (controls) {
    const spoilt = CONTROLS.map(({ name, broken }) => [`\`${name}\``, broken]);
    parts.push(
      `The controls, made from \`${controls.source}\`:`,
      asMarkdown([['control', 'what is spoilt'], ...spoilt]),
    );
    parts.push('What veraPDF said of them:', asMarkdown(controlTable(controls)));
  }
  return parts.join('\n\n');
}
