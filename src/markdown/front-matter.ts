import matter from 'gray-matter';
import { z } from 'zod';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { shortened } from '../diagnostics/shortened.js';
import { type CheckedYaml, checkYaml } from '../yaml/check.js';

const text = z.string().trim().min(1);
const passage = text.describe('a reference, such as “Luke 22:31-34”');

const schema = z.strictObject({
  title: text.describe('the title of the lesson'),
  subtitle: text.describe('a line of text').optional(),
  id: z
    .string()
    .regex(/^[a-z][a-z0-9-]*$/)
    .describe('a short name of small letters, digits and hyphens, such as “hebrews-7”')
    .optional(),
  passages: z
    .union([passage, z.array(passage)])
    .describe('a reference, or a list of them')
    .optional(),
  duration: z.number().int().min(1).max(600).describe('a whole number of minutes from 1 to 600').optional(),
  aim: text.describe('a sentence').optional(),
  'memory-verse': text.describe('a reference, such as “Hebrews 7:25”').optional(),
  hymn: text.describe('the title of a hymn').optional(),
  ornament: text.describe('the path of an SVG file').optional(),
});

/** The values of the front matter as they are written, checked; those with which something is wrong are missing. */
export type FrontMatterValues = Partial<z.infer<typeof schema>>;

/** Front matter, read: its values and their places. */
export interface ReadFrontMatter extends Pick<CheckedYaml<unknown>, 'messages' | 'placeOf' | 'placeIn'> {
  values: FrontMatterValues;
}

/** A file divided into front matter and body. */
export interface DividedFile {
  /** The file with its front matter blanked out, so that every place in it stays the same. */
  body: string;
  frontMatter: ReadFrontMatter;
}

/**
 * Divides a file and checks its front matter, which is YAML and nothing else. gray-matter would run `---js` as a program:
 * it is given the file only when no other language is named, and no engine that could evaluate anything.
 */
export function divide(file: string, source: string): DividedFile {
  const [first = ''] = source.split('\n', 1);
  if (!/^---(?!-)/.test(first)) return { body: source, frontMatter: none(missing(file, source)) };
  const language = first.slice(OPENING.length).trim();
  if (!/^(?:yaml|yml)?$/i.test(language)) {
    const end = /\n---[ \t]*(?:\n|$)/.exec(source);
    return {
      body: blanked(source, end ? end.index + end[0].length : undefined),
      frontMatter: none(refused(file, language)),
    };
  }
  const yaml = first.length < source.length ? yamlOf(source) : '';
  // gray-matter cuts off the language, and leaves spaces in its place.
  const end = (language === '' ? OPENING.length : first.length) + yaml.length;
  const [rest = ''] = source.slice(end + '\n---'.length).split('\n', 1);
  if (end >= source.length || rest.trim() !== '') return { body: '', frontMatter: none(unclosed(file, source, end)) };
  return {
    body: blanked(source, end + '\n---'.length),
    frontMatter: readYaml(file, yaml.slice(yaml.indexOf('\n') + 1)),
  };
}

function readYaml(file: string, source: string): ReadFrontMatter {
  const { value, unspoilt, ...rest } = checkYaml({ file, source, schema, lineOffset: 1 });
  // What is right is read all the same, so that one slip does not hide another.
  return { values: value ?? schema.partial().safeParse(unspoilt).data ?? {}, ...rest };
}

/** What stands between the lines of hyphens, as gray-matter divides it; the values are read by `checkYaml`, with their places. */
function yamlOf(source: string): string {
  const nothing = { parse: () => ({}), stringify: () => '' };
  const engines = { yaml: nothing, json: nothing, javascript: nothing, js: nothing, coffee: nothing };
  return (matter(source, { engines }) as { matter: string }).matter;
}

function blanked(source: string, end = source.length): string {
  return source.slice(0, end).replace(/[^\n]/g, ' ') + source.slice(end);
}

function none(message: Diagnostic): ReadFrontMatter {
  return { values: {}, messages: [message], placeOf: () => undefined, placeIn: () => undefined };
}

const OPENING = '---';
const FIRST = { line: 1, column: 1 };
const ENCLOSED = 'a first line “---”, a line “title: …” and another line “---”';

function missing(file: string, source: string): Diagnostic {
  const later = /^\s+---[ \t]*\n/.test(source);
  return diagnostic({
    file,
    rule: 'missing-key',
    place: FIRST,
    found:
      source.trim() === ''
        ? 'an empty file'
        : later
          ? 'blank lines before the front matter'
          : 'no front matter, and so no title',
    expected: ENCLOSED,
    advice: later ? 'remove the blank lines' : 'begin the file with these three lines',
  });
}

function refused(file: string, language: string): Diagnostic {
  return diagnostic({
    file,
    rule: 'front-matter-engine',
    place: FIRST,
    found: `front matter in “${shortened(language, 20)}”`,
    expected: 'YAML beneath a line that is “---” and nothing more',
    advice: 'write it as “key: value” lines; nothing in a lesson is ever run',
  });
}

function unclosed(file: string, source: string, end: number): Diagnostic {
  const stands = source.slice(end + 1).split('\n', 1)[0] ?? '';
  const body = /\n(?=[ \t]*\n|#|:::)/.exec(source);
  const line = body ? source.slice(0, body.index).split('\n').length + 1 : source.split('\n').length;
  return diagnostic({
    file,
    rule: 'yaml-syntax',
    place: stands ? { line: source.slice(0, end + 1).split('\n').length, column: 1 } : FIRST,
    found: stands ? `“${stands.slice(0, 40)}” in the front matter` : 'front matter that is never closed',
    expected: stands
      ? 'a line “---” and nothing more'
      : `a line “---” after its last line, it seems before line ${line}`,
    advice: stands ? 'end the front matter with three hyphens' : 'add it',
  });
}
