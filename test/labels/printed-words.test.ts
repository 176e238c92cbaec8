import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { printedWords } from './printed-words.js';

const src = resolve(import.meta.dirname, '../../src');

/** Strings that read like words and are none that a reader sees. */
const ALLOWED: Record<string, string[]> = {
  // A drawing made of a smaller one.
  'document/cover-border.ts': [
    '1) translate(',
    'scale(',
    '0) rotate(90)',
    ') rotate(180)',
    ') rotate(270)',
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0',
  ],
  // Scripts, as regular expressions call them.
  'document/foreign.ts': ['Greek', 'Hebrew'],
  // Ends of the names of style properties.
  'document/heading.tsx': ['Top', 'Bottom'],
  // Commands of a drawing.
  'document/list.tsx': ['L'],
  // Ends of the names of style properties: `border` + `Top` + `Width`.
  'document/styles.ts': ['Width', 'Color', 'Style', 'Left', 'Top', 'Right', 'Bottom'],
  // How much room a gap in a table is given.
  'document/table.tsx': ['write here, some words'],
};

const words = (text: string) => printedWords(text).map((found) => found.text);

describe('what is printed', () => {
  const files = readdirSync(join(src, 'document'), { recursive: true, encoding: 'utf8' })
    .map((name) => `document/${name.replaceAll('\\', '/')}`)
    .filter((name) => /\.tsx?$/.test(name));

  it('is in more than a few files', () => {
    expect(files.length).toBeGreaterThan(20);
  });

  it.each(files)('has no words of its own in %s', (file) => {
    const found = printedWords(readFileSync(join(src, file), 'utf8'));
    const allowed = ALLOWED[file] ?? [];
    expect(found.filter(({ text }) => !allowed.includes(text))).toEqual([]);
    expect(allowed.filter((text) => !found.some((one) => one.text === text))).toEqual([]);
  });
});

describe('printedWords', () => {
  it.each([
    ['text between tags', '<Para>Contents</Para>', ['Contents']],
    ['text beside a value', '<Para>{number} of many</Para>', ['of many']],
    ['text in a fragment', '<>so</>', ['so']],
    ['a string between tags', "<Para>{'min'}</Para>", ['min']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be read
    ['a template', '<Para>{`p${page}`}</Para>', ['p']],
    ['either of two', "<Para>{long ? 'minutes' : 'min'}</Para>", ['minutes', 'min']],
    ['what stands in for nothing', "<Para>{title ?? 'untitled'}</Para>", ['untitled']],
    ['a sum', "<Para>{'p' + page}</Para>", ['p']],
    ['a list', "<Para>{['takes', time].join(' ')}</Para>", ['takes']],
    ['a prop', '<LabelLine left="timing" right={late ? \'late\' : left} />', ['timing', 'late']],
    ['a variable', "const total = 'Total';", ['Total']],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be read
    ['part of a template', 'const total = `${minutes} min`;', ['min']],
    ['a word that a number follows', "const before = 'questions ';", ['questions']],
    ['words of other writing', '<Para>Оглавление</Para>', ['Оглавление']],
  ])('finds %s', (_, text, expected) => {
    expect(words(text)).toEqual(expected);
  });

  it.each([
    ['labels', '<Para>{labels.contents}</Para>'],
    ['names of styles', "<Para style={{ textAlign: 'center', borderTopStyle: 'solid' }}>{title}</Para>"],
    ['signs and spaces', "<Para>{parts.join('\\u00a0· ')} …</Para>"],
    ['what is compared', "<Para>{kind === 'aside' ? title : part}</Para>"],
    ['names of elements', "createElement('VIEW', props)"],
    ['modules and types', "import { a } from './A word.js'; type A = 'Two words';"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be read
    ['ids', '<Box id="Two words" key={`Row ${index}`} />'],
    ['keys', "const columns = { 'memory-verse': 1 };"],
    ['comments', '// Two words\nconst a = 1; /* Two words */'],
  ])('leaves %s alone', (_, text) => {
    expect(words(text)).toEqual([]);
  });

  it('tells the line', () => {
    expect(printedWords('const a = 1;\n\nconst b = <Para>Words</Para>;')).toEqual([{ text: 'Words', line: 3 }]);
  });
});
