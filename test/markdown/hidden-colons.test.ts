import { describe, expect, it } from 'vitest';
import { parseLesson } from '../../src/markdown/parse.js';

const rules = (body: string) =>
  parseLesson({ file: 'l.md', source: `---\ntitle: T\n---\n\n${body}`, variables: {} })
    .messages.filter(({ ruleId }) => ruleId !== 'html-not-rendered')
    .map(({ line, column, ruleId }) => `${line}:${column} ${ruleId}`);

describe('a directive that is read as something else', () => {
  it('is reported where it stands, once for each block of code or HTML', () => {
    expect(rules('::::question\nWho?\n\n    :::answer\n    He.\n    :::\n::::\n')).toEqual(['8:5 hidden-directive']);
    expect(rules('1. One\n\n       :::leader\n       He.\n       :::\n')).toEqual(['7:8 hidden-directive']);
    expect(rules('> ```\n> :::leader\n> He.\n> :::\n> ```\n')).toEqual(['6:3 hidden-directive']);
    expect(rules('```\n::scripture[John 3:16]\n```\n')).toEqual(['6:1 hidden-directive']);
    expect(rules('<div>\n:::leader\nHe.\n:::\n</div>\n')).toEqual(['6:1 hidden-directive']);
    expect(rules('<!-- one\n-->\n\n<div>\n<!-- :::x -->\n::lines\n</div>\n')).toEqual(['10:1 hidden-directive']);
  });

  it('is let be where it is meant: in code of a language, and in a comment', () => {
    expect(rules('```text\n:::leader\nHe.\n:::\n```\n')).toEqual([]);
    expect(rules('    ::std::move(it);\n    ::\n    :::\n')).toEqual([]);
    expect(rules('<!--\n:::leader\nHe.\n:::\n-->\n')).toEqual([]);
  });
});

describe('a fence that is never closed', () => {
  it('is reported, and what it holds is not', () => {
    expect(rules('```\n:::leader\nHe.\n:::\n\nRest.\n')).toEqual(['5:1 unclosed-code']);
    expect(rules('```text\nWords.\n')).toEqual(['5:1 unclosed-code']);
    expect(rules('```')).toEqual(['5:1 unclosed-code']);
    expect(rules('~~~~\nWords.\n~~~\n```\n')).toEqual(['5:1 unclosed-code']);
    expect(rules('> ```\n> Words.\n\nRest.\n')).toEqual(['5:3 unclosed-code']);
    expect(rules('- ```\n  Words.\n\nRest.\n')).toEqual(['5:3 unclosed-code']);
  });

  it('is told from one that is closed', () => {
    expect(rules('```\n```\n')).toEqual([]);
    expect(rules('```\nWords.\n`````  ')).toEqual([]);
    expect(rules('> - ~~~\n>   Words.\n>   ~~~\n\nRest.\n')).toEqual([]);
    expect(rules(':::leader\n```\nWords.\n   ```\n:::\n')).toEqual([]);
  });

  it('that ends with its directive is reported too', () => {
    expect(rules(':::leader\n```\nWords.\n:::\n')).not.toEqual([]);
  });
});
