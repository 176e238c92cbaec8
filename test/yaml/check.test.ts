import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { checkYaml } from '../../src/yaml/check.js';

const schema = z.strictObject({
  title: z.string().describe('the title'),
  duration: z.number().int().positive().describe('a whole number of minutes greater than 0').optional(),
  theme: z.enum(['classic', 'plain']).optional(),
  authors: z
    .union([z.string(), z.array(z.string())])
    .describe('a name or a list of names')
    .optional(),
  trim: z.union([z.enum(['a5', 'letter']), z.strictObject({ width: z.number(), height: z.number() })]).optional(),
  date: z.string().optional(),
  variables: z.record(z.string().regex(/^[a-z]+$/), z.union([z.string(), z.number()])).optional(),
  faces: z.array(z.strictObject({ weight: z.number(), style: z.string() })).optional(),
});

const check = (source: string, lineOffset = 0) => checkYaml({ file: 'x.yaml', source, schema, lineOffset });
const report = (source: string, lineOffset = 0) => formatDiagnostics(check(source, lineOffset).messages);

describe('checkYaml: values', () => {
  it('gives the value when nothing is wrong, dates as text', () => {
    const { value, messages } = check('title: Luke\ndate: 2027-01-07\nvariables: {hour: 7}\n');
    expect(messages).toEqual([]);
    expect(value).toEqual({ title: 'Luke', date: '2027-01-07', variables: { hour: 7 } });
  });

  it.each([
    [
      'unknown key',
      'title: x\ntittle: y\n',
      'x.yaml:2:1  unknown-key  unknown key “tittle”; expected a key that has a meaning here; did you mean “title”?',
    ],
    [
      'unknown key inside a union',
      'title: x\ntrim:\n  width: 1\n  height: 2\n  deep: 3\n',
      'x.yaml:5:3  unknown-key  unknown key “deep” in “trim”; expected a key that has a meaning here; use one of width, height',
    ],
    ['missing key', 'theme: plain\n', 'x.yaml:1:1  missing-key  no “title”; expected the title; add a line “title: …”'],
    [
      'missing key of an empty file',
      '',
      'x.yaml:1:1  missing-key  no “title”; expected the title; add a line “title: …”',
    ],
    [
      'missing key in a list',
      'title: x\nfaces:\n  - weight: 1\n',
      'x.yaml:3:5  missing-key  no “style” in item 1 of “faces”; expected text; add a line “style: …”',
    ],
    [
      'wrong kind',
      'title: x\nduration: soon\n',
      'x.yaml:2:11  wrong-value  “duration” is “soon”; expected a whole number of minutes greater than 0; correct it, or leave the line out',
    ],
    [
      'number for text',
      'title: 1984\n',
      'x.yaml:1:8  wrong-value  “title” is “1984”; expected the title; put it in quotation marks: "1984"',
    ],
    ['empty value', 'title:\n', 'x.yaml:1:1  wrong-value  “title” is empty; expected the title; correct it'],
    [
      'wrong choice',
      'title: x\ntheme: clasic\n',
      'x.yaml:2:8  wrong-value  “theme” is “clasic”; expected one of classic, plain; did you mean “classic”?',
    ],
    [
      'wrong union',
      'title: x\nauthors: 3\n',
      'x.yaml:2:10  wrong-value  “authors” is “3”; expected a name or a list of names; correct it, or leave the line out',
    ],
    [
      'wrong item',
      'title: x\nauthors: [Ann, {b: c}]\n',
      'x.yaml:2:16  wrong-value  item 2 of “authors” is a group of keys; expected text; correct it',
    ],
    [
      'list where there should be none',
      'title: [a, b]\n',
      'x.yaml:1:8  wrong-value  “title” is a list of 2; expected the title; correct it',
    ],
    [
      'name in a record that zod passes over',
      'title: x\nvariables:\n  __proto__: y\n',
      'x.yaml:3:3  wrong-value  the name “__proto__”; expected a name that is not one of JavaScript’s own; choose another name',
    ],
    [
      'wrong name in a record',
      'title: x\nvariables:\n  my church: y\n',
      'x.yaml:3:3  wrong-value  the name “my church” in “variables”; expected a name of letters, digits, hyphens and underscores that begins with a letter; choose another name',
    ],
    [
      'not keys at all',
      'just text\n',
      'x.yaml:1:1  wrong-value  “just text”; expected keys and values, such as “title: …”; write one “key: value” a line',
    ],
  ])('%s', (_, source, line) => {
    expect(report(source)).toBe(line);
  });

  it('collects everything at once and shifts lines under a front matter fence', () => {
    expect(
      report('tittle: x\nduration: 0\n', 1)
        .split('\n')
        .map((l) => l.split('  ').slice(0, 2).join(' ')),
    ).toEqual(['x.yaml:2:1 missing-key', 'x.yaml:2:1 unknown-key', 'x.yaml:3:11 wrong-value']);
  });

  it('says where values and keys stand', () => {
    const { placeOf } = check('title: x\nfaces:\n  - weight: 1\n    style: it\n', 4);
    expect(placeOf(['faces', 0, 'style'])).toEqual({ start: { line: 8, column: 12 }, end: { line: 8, column: 14 } });
    expect(placeOf(['faces', 0, 'style'], true)?.start).toEqual({ line: 8, column: 5 });
    expect(placeOf(['nothing'])).toBeUndefined();
  });

  it('does not count a byte order mark as a column', () => {
    expect(report('\uFEFFtittle: x\ntitle: y\n')).toContain('x.yaml:1:1  unknown-key');
  });
});

describe('checkYaml: syntax', () => {
  it.each([
    [
      'repeated key',
      'title: x\ntheme: plain\ntitle: y\n',
      '3:1',
      'the key “title” for the second time; expected each key once; keep this one or the one on line 1',
    ],
    [
      'unclosed quote',
      'title: "x\ntheme: plain\n',
      '1:8',
      'a quotation mark (") that is never closed; expected another " at the end of the text; add it',
    ],
    [
      'second colon',
      'title: He said: no\n',
      '1:8',
      'a value with a colon and a space in it; expected one “key: value” a line; put the value in quotation marks',
    ],
    [
      'second colon in curly quotation marks',
      'title: “He said: no”\n',
      '1:8',
      'a value with a colon and a space in it; expected one “key: value” a line; write straight quotation marks (") around the value instead of curly ones',
    ],
    [
      'no colon',
      'title: x\nauthors\ntheme: plain\n',
      '2:1',
      '“authors” without a colon; expected “key: value”; add the colon and the value, or indent the line if it continues the one before',
    ],
    [
      'keys under a value',
      'title: x\n  theme: plain\n',
      '1:8',
      'a value with keys indented beneath it; expected either a value or keys of its own; move the keys to the left, or take the value away',
    ],
    [
      'tab',
      'variables:\n\tchurch: x\n',
      '2:1',
      'a tab at the start of a line; expected spaces; indent with two spaces for each level',
    ],
    [
      'indentation',
      'trim:\n  width: 1\n height: 2\n',
      '3:1',
      'a line that is not indented like its neighbours; expected the same number of spaces before all keys of a level; line them up',
    ],
    [
      'bracket',
      'authors: [a, b\ntitle: x\n',
      '2:1',
      'a bracket that is not closed before this place; expected “]”; close it, or put the value in quotation marks if the bracket belongs to the text',
    ],
    [
      'bare variable',
      'title: {{church}}\n',
      '1:9',
      'a value that begins with “{{”; expected quotation marks around it; write "{{name}}" instead of {{name}}',
    ],
    [
      'reserved sign',
      'title: @home\n',
      '1:8',
      'a value that begins with “@”; expected a letter, a digit or a quotation mark first; put the value in quotation marks',
    ],
    [
      'text after a quote',
      'title: "He" lives\n',
      '1:13',
      '“lives” after the end of the value; expected nothing more on the line; put the whole value in quotation marks, or move this to its own line and level',
    ],
    [
      'list on the key’s line',
      'authors: - Ann\n',
      '1:10',
      'a list that begins on the line of its key; expected each “- item” on a line of its own; move it to the next line',
    ],
    [
      'tag',
      'title: !!js/function "x"\n',
      '1:8',
      'the tag “!!js/function”; expected plain text, numbers, true or false, lists and keys; remove the tag (nothing in these files is ever run), or put the text in quotation marks',
    ],
    [
      'second document',
      'title: x\n---\ntitle: y\n',
      '2:1',
      'a second document after “---”; expected one document in the file; remove the line of hyphens',
    ],
    [
      'unknown alias',
      'title: *x\n',
      '1:8',
      '“*x”, which stands for nothing; expected a value marked “&x” further up; mark one, or put the text in quotes: "*x"',
    ],
  ])('%s', (_, source, place, message) => {
    expect(report(source)).toBe(`x.yaml:${place}  yaml-syntax  ${message}`);
  });

  it('refuses aliases that unfold without end', () => {
    const bomb = [
      'a: &a [x,x,x,x,x,x,x,x,x]',
      'b: &b [*a,*a,*a,*a,*a,*a,*a,*a]',
      'c: &c [*b,*b,*b,*b,*b,*b,*b,*b]',
      'd: [*c,*c,*c,*c,*c]',
    ].join('\n');
    expect(report(bomb)).toBe(
      'x.yaml:2:8  yaml-syntax  aliases that unfold into far too many values; expected aliases for at most 100 values; write the values out',
    );
  });

  it('survives brackets nested beyond the stack and a circle of aliases', () => {
    expect(report(`title: ${'['.repeat(50_000)}`)).toContain('yaml-syntax');
    expect(report('title: &a [*a]\n')).not.toBe('');
  });

  it('does not let a YAML 1.1 line change what values mean', () => {
    expect(check('%YAML 1.1\n---\ntitle: yes\ndate: 2027-01-07\n').value).toEqual({ title: 'yes', date: '2027-01-07' });
  });

  it('warns of words that are taken for a comment, and of no comment', () => {
    expect(report('title: Hymn #43 together\n')).toBe(
      'x.yaml:1:13  yaml-comment  warning: “#43 together”, which YAML takes for a comment and leaves out; expected quotation marks around a text with a space and “#” in it; write "Hymn #43 together"; if this is a comment, write a space after “#”',
    );
    expect(check('title: Hymn #43\n').value).toEqual({ title: 'Hymn' });
    expect(report('authors:\n  - Ann #1\n  - Bea\ntitle: A "b" #c\n')).toMatch(
      /^x\.yaml:2:9 {2}yaml-comment .*\nx\.yaml:4:14 {2}yaml-comment .*put the whole text in quotation marks; /,
    );
    expect(report('tittle: x #1\n')).toContain('yaml-comment');
    expect(report('title: "x" #1\n')).toBe('');
    expect(report('#1\ntitle: x # 1\ntheme: plain ## 2\ndate: a#3\nauthors: |\n  a #4\n')).toBe('');
  });
});

describe('checkYaml: a list where keys belong', () => {
  it('is answered with a key that has to be there', () => {
    const needed = z.strictObject({ theme: z.string().optional(), title: z.string() });
    const { messages } = checkYaml({ file: 'x.yaml', source: '- a\n', schema: needed });
    expect(formatDiagnostics(messages)).toContain('expected keys and values, such as “title: …”');
  });
});

describe('checkYaml: curly quotation marks', () => {
  it('around a value that cannot be are to be straight', () => {
    expect(report('title: x\nduration: “60”\n')).toContain('write straight quotation marks');
    expect(report('title: “x”\n')).toBe('');
  });
});
