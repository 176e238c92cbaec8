import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { withTitle } from '../../src/cli/starter.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { newName, slugOf } from '../../src/output/new-name.js';

const named = (typed: string) => newName(typed, 'lessons').value;
const refused = (typed: string) => formatDiagnostics(newName(typed, 'lessons').messages);

describe('newName', () => {
  it.each([
    ['Learning to Pray', 'Learning to Pray', 'learning-to-pray'],
    ['  Learning\n to\tPray ', 'Learning to Pray', 'learning-to-pray'],
    ['learning-to-pray', 'Learning to Pray', 'learning-to-pray'],
    ['what_to_ask_for', 'What to Ask For', 'what-to-ask-for'],
    ['prayer', 'Prayer', 'prayer'],
    ['learning to pray', 'learning to pray', 'learning-to-pray'],
    ['ask.md', 'Ask', 'ask'],
    ['“Why?” God’s Answer: #1', '“Why?” God’s Answer: #1', 'why-gods-answer-1'],
    ['Élan, Straße & Łódź', 'Élan, Straße & Łódź', 'elan-straße-łodz'],
    ['代祷的生活', '代祷的生活', '代祷的生活'],
    ['기도를 배우다', '기도를 배우다', '기도를-배우다'],
    ['प्रार्थना', 'प्रार्थना', 'प्रार्थना'],
    ['40 Days', '40 Days', '40-days'],
    ['Con Brio', 'Con Brio', 'con-brio'],
    ['true', 'True', 'true'],
    ['.hidden', '.hidden', 'hidden'],
    ['--force', '--force', 'force'],
  ])('makes of %j a title and a folder', (typed, title, slug) => {
    expect(named(typed)).toEqual({ title, slug });
  });

  it.each([
    ['../x', 'a slash in it; expected a title or the name of a folder, not a path'],
    ['a/b', 'a slash'],
    ['/etc/passwd', 'a slash'],
    ['C:\\x', 'a slash'],
    ['con', 'Windows keeps for itself'],
    ['COM1', 'Windows'],
    ['Aux!', 'Windows'],
    ['.', 'no letter and no digit'],
    ['..', 'no letter and no digit'],
    ['…?!', 'no letter and no digit'],
    ['', 'no name; expected a title such as “Learning to Pray”'],
    [' \n\t', 'no name'],
    ['.md', 'no name'],
    ['Hello {{church}}', '“{{” begins a variable'],
    ['Pray 🙏 Now', 'an emoji'],
    ['Heart ❤️', 'an emoji'],
    ['x'.repeat(300), 'a name of 300 characters; expected at most 120'],
    ['a\u0000b', 'cannot be seen'],
    ['a\u001b[2Jb', 'cannot be seen'],
    ['a\u202eb', 'cannot be seen'],
    ['a\ud800', 'cannot be seen'],
  ])('refuses %j in one message', (typed, why) => {
    expect(named(typed)).toBeUndefined();
    expect(refused(typed)).toContain(why);
    expect(refused(typed)).toMatch(/^lessons {2}name-unusable {2}[^\n]*; expected [^\n]*; [^\n]*$/);
  });

  it('never drives the terminal', () => {
    for (const control of ['\u001b', '\u0007', '\u202e']) expect(refused(`a${control}[31mb`)).not.toContain(control);
  });

  it('never makes a name that leaves its folder, that a disk has no room for or that YAML reads otherwise', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string({ unit: 'binary', maxLength: 140 }), fc.string({ maxLength: 140 })), (typed) => {
        const { value, messages } = newName(typed, 'lessons');
        expect(messages.length).toBe(value ? 0 : 1);
        if (!value) return;
        expect(value.slug).toMatch(/^[\p{L}\p{N}\p{M}]+(?:-[\p{L}\p{N}\p{M}]+)*$/u);
        expect(Buffer.byteLength(value.slug)).toBeLessThan(200);
        expect(parse(withTitle('# note\ntitle: x\nother: 1\n', value.title))).toEqual({ title: value.title, other: 1 });
      }),
      { numRuns: 2000 },
    );
  });
});

describe('slugOf', () => {
  it('ends at the end of a word where it can', () => {
    expect(slugOf('word '.repeat(20))).toBe(Array(9).fill('word').join('-'));
    expect(slugOf('w'.repeat(100))).toBe('w'.repeat(48));
  });
});

describe('withTitle', () => {
  it.each([
    ['Learning to Pray', 'Learning to Pray'],
    ['Ask: and Seek', '"Ask: and Seek"'],
    ['# 1', '"# 1"'],
    ['It costs $& $1', 'It costs $& $1'],
    ['"Why?"', `'"Why?"'`],
    ['null', '"null"'],
    ['2027', '"2027"'],
    ['- x', '"- x"'],
    ['*a* & !b', '"*a* & !b"'],
    ['--- title', '"--- title"'],
  ])('writes %j as YAML', (title, yaml) => {
    expect(withTitle('a: 1\ntitle: Old\nsubtitle: Old\n', title)).toBe(`a: 1\ntitle: ${yaml}\nsubtitle: Old\n`);
  });
});
