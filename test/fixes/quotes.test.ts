import { describe, expect, it } from 'vitest';
import { withEdits } from '../../src/fixes/edits.js';
import { proseIn } from '../../src/fixes/prose.js';
import { quoteFixes } from '../../src/fixes/quotes.js';
import { parseMarkdown } from '../../src/markdown/processor.js';

const fixesFor = (text: string) => quoteFixes(text, proseIn(parseMarkdown(text), text));
const turned = (text: string) => withEdits(text, fixesFor(text).turned);
const straight = (text: string) => withEdits(text, fixesFor(text).straightened);

describe('marks that face the wrong way', () => {
  it.each([
    ['He said, ”Go.“', 'He said, “Go.”'],
    ['”*Go*,“ he said (”now“).', '“*Go*,” he said (“now”).'],
    ['I don‘t and we‘ll', 'I don’t and we’ll'],
  ])('are turned round: %s', (text, right) => {
    expect(turned(text)).toBe(right);
    expect(turned(right)).toBe(right);
  });

  it.each([
    'He said, “Go.”',
    '’Tis the ’90s, rock ’n’ roll, Jesus’ words',
    'Ya‘akov, shama‘, O‘ahu',
    '„Geh“, sagte er. “Go.”',
    '“Well—” she began, and “—then”',
    '`”code“` [a](”x“) <b title="”y“">',
  ])('are left where nothing is sure: %s', (text) => {
    expect(turned(text)).toBe(text);
  });
});

describe('curly marks among straight ones', () => {
  it('are made straight, but not in code, addresses and attributes', () => {
    expect(straight('“Go,” he said. "Stay," she said; it’s late.')).toBe(`"Go," he said. "Stay," she said; it's late.`);
    const text = '"a" `“b”` [c](https://x.org/“d”) :lang[e]{lang="“f”"}';
    expect(straight(text)).toBe(text);
  });

  it('are kept where there are no others, and where a backslash holds the only straight one', () => {
    expect(straight('“Go,” he said; it’s late.')).toBe('“Go,” he said; it’s late.');
  });
});
