import { toString as textOf } from 'mdast-util-to-string';
import { describe, expect, it } from 'vitest';
import { parseLesson } from '../../src/markdown/parse.js';

const parsed = (body: string, variables: Record<string, string> = {}) =>
  parseLesson({ file: 'l.md', source: `---\ntitle: T\n---\n\n${body}`, variables });
const text = (body: string, variables?: Record<string, string>) => {
  const { value, messages } = parsed(body, variables);
  expect(messages).toEqual([]);
  return value.root.children.map((child) => textOf(child)).join('\n');
};

describe('front matter', () => {
  it('is not run, whatever language it names', () => {
    for (const language of ['js', 'javascript', ' js ', 'JS', 'coffee', 'cson', 'toml', 'constructor', '__proto__']) {
      const source = `---${language}\n(globalThis.evaluated = true)\n---\n\nBody.\n`;
      const { messages, value } = parseLesson({ file: 'l.md', source, variables: {} });
      expect(messages.map((m) => m.ruleId)).toEqual(['front-matter-engine']);
      expect(textOf(value.root)).toBe('Body.');
    }
    expect('evaluated' in globalThis).toBe(false);
  });

  it('is read as YAML when its first line says so', () => {
    for (const language of ['', ' ', 'yaml', 'yml', ' YAML']) {
      const { messages, value } = parseLesson({
        file: 'l.md',
        source: `---${language}\ntitle: T\n---\nBody.`,
        variables: {},
      });
      expect(messages).toEqual([]);
      expect(value.frontMatter.title).toBe('T');
      expect(value.root.children[0]?.position?.start.line).toBe(4);
    }
  });

  it('gives what is right in it though something else is wrong, a title that is missing included', () => {
    const read = (front: string) =>
      parseLesson({ file: 'l.md', source: `---\n${front}---\n`, variables: {} }).value.frontMatter;
    expect(read('title: T\nduration: sixty\nsubtitel: S\nhymn: H\n')).toEqual({ title: 'T', passages: [], hymn: 'H' });
    expect(read('passages: [John 1, 2]\nid: a\n')).toEqual({ title: '', passages: [], id: 'a' });
    expect(read('- a\n')).toEqual({ title: '', passages: [] });
    expect(read('title: [\n')).toEqual({ title: '', passages: [] });
  });

  it('reports every wrong value at its own place', () => {
    const source = '---\ntitle: ""\nduration: 0\npassages: [Gen 1, 3]\nsubtitel: S\n---\n';
    const { messages } = parseLesson({ file: 'l.md', source, variables: {} });
    expect(messages.map((m) => `${m.line}:${m.column} ${m.ruleId}`).sort()).toEqual([
      '2:8 wrong-value',
      '3:11 wrong-value',
      '4:19 wrong-value',
      '5:1 unknown-key',
    ]);
  });

  it('may end the file', () => {
    const { messages, value } = parseLesson({ file: 'l.md', source: '---\ntitle: T\n---', variables: {} });
    expect(messages).toEqual([]);
    expect(value.root.children).toEqual([]);
  });

  it('is reported once when there is a null character in the file', () => {
    const { messages } = parsed('Bo\u0000dy.');
    expect(messages.map((m) => `${m.line}:${m.column} ${m.ruleId}`)).toEqual(['5:3 file-unreadable']);
  });
});

describe('colons in prose', () => {
  it('are colons', () => {
    const prose = [
      'See Luke 22:31-34, 54 and 1 John 2:1, at 10:30 or 7:05pm.',
      'note:this and Jesus:Lord, a:b[c] and 3:16{x}',
      'A smile :smile or :smile: and :+1: or :-)',
      'He said: this. And ::that too.',
      'https://example.org:8080/a:b',
      'Greek λόγος:word',
    ];
    for (const line of prose) expect(text(line)).toBe(line);
  });

  it('may be escaped', () => {
    expect(text('\\:blank[x] and \\:\\:\\:leader')).toBe(':blank[x] and :::leader');
    expect(text('\\:::leader')).toBe(':::leader');
  });

  it('open a directive where one is meant', () => {
    const { value, messages } = parsed('Pre:blank[a]post (:ref[Luke 22:31]) and 22:31[^1]:blank[b].\n\n[^1]: Note.');
    expect(messages).toEqual([]);
    const [paragraph] = value.root.children;
    const types = paragraph && 'children' in paragraph ? paragraph.children.map((child) => child.type) : [];
    expect(types.filter((type) => type !== 'text')).toEqual([
      'textDirective',
      'textDirective',
      'footnoteReference',
      'textDirective',
    ]);
  });
});

describe('punctuation', () => {
  it('is set in words', () => {
    expect(text('"Hello," she said--no, *"cried"*---and \'left\'...')).toBe(
      '“Hello,” she said–no, “cried”—and ‘left’…',
    );
    expect(text("Abraham's God; Moses' rod; 'tis, 'Twas, 'neath, the '80s, rock 'n' roll")).toBe(
      'Abraham’s God; Moses’ rod; ’tis, ’Twas, ’neath, the ’80s, rock ’n’ roll',
    );
    expect(text('one\\\n"two"')).toBe('one“two”');
    expect(text('"*why*?" ("yes") "(Heb 7)" "1 John"')).toBe('“why?” (“yes”) “(Heb 7)” “1 John”');
  });

  it('is left alone in code, addresses and attributes', () => {
    const { value } = parsed('`a -- "b"` [x](https://example.org/a--b)\n\n:::hymn[H]{tune="a -- \'b\'"}\nx\n:::');
    const plain = JSON.stringify(value.root);
    expect(plain).toContain('a -- \\"b\\"');
    expect(plain).toContain('https://example.org/a--b');
    expect(plain).toContain("a -- 'b'");
  });
});

describe('variables', () => {
  it('are plain text', () => {
    expect(text('At {{a}}.', { a: '*x* :blank[y] <b> {{a}}' })).toBe('At *x* :blank[y] <b> {{a}}.');
  });

  it('are filled in within labels and attributes, not in code', () => {
    const { value } = parsed(':::hymn[{{a}}]{words="{{a}}"}\n`{{a}}` {{ a }}\n:::', { a: 'A' });
    const [hymn] = value.root.children;
    expect(hymn?.type === 'containerDirective' && hymn.attributes).toEqual({ words: 'A' });
    expect(hymn && textOf(hymn)).toBe('A{{a}} A');
  });

  it('are encoded in addresses', () => {
    const { value } = parsed('[x](https://example.org/{{a}})', { a: 'two words' });
    expect(JSON.stringify(value.root)).toContain('https://example.org/two%20words');
  });
});
