import type { Position } from 'unist';
import { z } from 'zod';
import { type Checked, type Diagnostic, diagnostic, hasErrors } from '../../diagnostics/diagnostic.js';
import { checkYaml } from '../../yaml/check.js';
import { decodeText } from '../../yaml/text.js';
import { BOOKS, bookName } from '../books.js';
import { KJV } from '../kjv.js';
import type { BookText, TranslationAbout } from '../translation.js';
import { WEB } from '../web.js';
import { readUsfmBook, type UsfmBook } from './book.js';
import { Places } from './scan.js';

/** A file of a translation's folder. */
export interface UsfmFile {
  /** Absolute path. */
  path: string;
  /** Path as the author knows it. */
  file: string;
  /** Undefined when it is not there, or leads out of the booklet's folder. */
  bytes: Uint8Array | undefined;
}

/** A translation that a booklet brings as a folder of USFM files. */
export interface UsfmBible extends TranslationAbout {
  /** Its books by OSIS code, in the order of English Bibles; some may be missing. */
  books: ReadonlyMap<string, BookText>;
  /** What its headers call them. */
  names: ReadonlyMap<string, string>;
}

/** Who asked for a translation's folder. */
export interface UsfmRequest {
  /** The folder as the author knows it. */
  folder: string;
  /** The file that names it, and where. */
  file: string;
  place?: Position | undefined;
}

/** The largest file that is read, in bytes. A psalter whose every word is linked to the Hebrew takes up about a third of it. */
const LARGEST = 16 * 1024 * 1024;

/** Whether a file of a translation's folder, by its name alone, is one that `readUsfmFolder` asks for. */
export function isUsfmFile(name: string): boolean {
  return name === ABOUT || isBook(name);
}

/**
 * Reads a translation from its folder: `bible.yaml`, which says what it is, and a file of USFM for each book. The value is
 * undefined when any message is an error.
 *
 * @param files - All files of the folder whose names `isUsfmFile` accepts, with their bytes.
 * @param wanted - OSIS codes of the books whose text is wanted; of the others only the headers are read. All when left out.
 */
export function readUsfmFolder(
  files: readonly UsfmFile[],
  asked: UsfmRequest,
  wanted?: ReadonlySet<string>,
): Checked<UsfmBible | undefined> {
  const messages: Diagnostic[] = [];
  const missing = (found: string, expected: string, advice: string) => {
    const { file, place } = asked;
    messages.push(diagnostic({ file, place, rule: 'file-missing', found, expected, advice }));
  };
  const about = aboutFile(files);
  const bookFiles = files.filter((file) => isBook(nameOf(file))).sort((a, b) => (a.path < b.path ? -1 : 1));
  const keys = Object.keys(aboutSchema.shape).join(', ');
  if (files.length === 0) {
    // A folder that is misspelt lacks everything, and that is one mistake.
    const expected = `a folder of USFM files with a ${ABOUT} in it`;
    const advice = `correct the path, or put a ${ABOUT} with ${keys} there, and files ending in .usfm or .sfm`;
    missing(`no translation in ${asked.folder}`, expected, advice);
  } else if (!about) {
    missing(`no ${ABOUT} in ${asked.folder}`, 'a file that says what translation it is', `add one with ${keys}`);
  } else if (bookFiles.length === 0) {
    const expected = 'a file for each book, such as 43-LUK.usfm';
    missing(`no USFM files in ${asked.folder}`, expected, 'put files ending in .usfm or .sfm there');
  }
  const name = about ? readAbout(about) : { value: undefined, messages: [] };
  const books = readBooks(bookFiles, wanted);
  messages.push(...name.messages, ...books.messages);
  if (hasErrors(messages) || !name.value) return { value: undefined, messages };
  const inOrder = BOOKS.flatMap(({ osis }) => books.value.get(osis) ?? []);
  const withText = inOrder.filter(({ osis }) => wanted?.has(osis) ?? true);
  const value = {
    ...name.value,
    books: new Map(withText.map(({ osis, text }) => [osis, text])),
    names: new Map(inOrder.flatMap(({ osis, name: called }) => (called ? [[osis, called] as const] : []))),
  };
  return { value, messages };
}

/**
 * What a translation's folder says it is, or undefined when it does not say so as it should, which `readUsfmFolder`
 * reports. With it can be told which of its books are wanted.
 */
export function aboutUsfmFolder(files: readonly UsfmFile[]): TranslationAbout | undefined {
  const about = aboutFile(files);
  return about && readAbout(about).value;
}

const ABOUT = 'bible.yaml';

function nameOf({ path }: UsfmFile): string {
  return path.slice(path.lastIndexOf('/') + 1);
}

function aboutFile(files: readonly UsfmFile[]): UsfmFile | undefined {
  return files.find((file) => nameOf(file) === ABOUT);
}

function isBook(name: string): boolean {
  return /\.(?:usfm|sfm)$/i.test(name);
}

const text = z.string().trim().min(1);

/** `bible.yaml` as authors write it. */
const aboutSchema = z.strictObject({
  abbreviation: z
    .string()
    .regex(/^(?=.*[A-Za-z])[A-Za-z0-9][A-Za-z0-9-]{0,19}$/)
    .describe('an abbreviation of letters, digits and hyphens such as RVR1909'),
  name: text.describe('the name of the translation'),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .describe('a language tag such as es or pt-BR'),
  notice: text.describe('what the imprint page must say of the translation'),
});

function readAbout({ file, bytes }: UsfmFile): Checked<TranslationAbout | undefined> {
  const source = readText(file, bytes);
  if (source.value === undefined) return { value: undefined, messages: source.messages };
  const { value, messages, placeOf } = checkYaml({ file, source: source.value, schema: aboutSchema });
  const taken = [WEB, KJV].find(({ id }) => id.toLowerCase() === value?.abbreviation.toLowerCase());
  if (!taken) return { value: value && { ...value, id: value.abbreviation }, messages };
  const problem = {
    rule: 'wrong-value',
    found: `abbreviation “${value?.abbreviation}”`,
    expected: 'an abbreviation of its own',
    advice: `choose another: ${taken.id} is the ${taken.name} that comes with the program`,
  } as const;
  return {
    value: undefined,
    messages: [...messages, diagnostic({ file, place: placeOf(['abbreviation']), ...problem })],
  };
}

function readBooks(
  files: readonly UsfmFile[],
  wanted: ReadonlySet<string> | undefined,
): Checked<Map<string, UsfmBook>> {
  const messages: Diagnostic[] = [];
  const books = new Map<string, UsfmBook>();
  const fileOf = new Map<string, string>();
  for (const { file, bytes } of files) {
    const source = readText(file, bytes);
    messages.push(...source.messages);
    if (source.value === undefined) continue;
    const headers = readUsfmBook(file, source.value.slice(0, firstChapter(source.value)));
    const isWanted = headers.value === undefined || (wanted?.has(headers.value.osis) ?? true);
    const { value, messages: told } = isWanted ? readUsfmBook(file, source.value) : headers;
    messages.push(...told);
    if (!value || value.osis === 'other') continue;
    const first = fileOf.get(value.osis);
    if (first === undefined) {
      books.set(value.osis, value);
      fileOf.set(value.osis, file);
    } else {
      const problem = {
        rule: 'usfm-book',
        found: `${bookName(value.osis)} for the second time`,
        expected: 'each book once',
        advice: `remove this file or ${first}`,
      } as const;
      messages.push(diagnostic({ file, place: value.place, ...problem }));
    }
  }
  return { value: books, messages };
}

function firstChapter(source: string): number {
  const at = source.search(/\\c\s/);
  return at < 0 ? source.length : at;
}

function readText(file: string, bytes: Uint8Array | undefined): Checked<string | undefined> {
  const refuse = (rule: 'file-missing' | 'usfm-syntax', found: string, expected: string, advice: string) => ({
    value: undefined,
    messages: [diagnostic({ file, rule, found, expected, advice })],
  });
  if (!bytes) {
    const advice = 'copy the file into the folder: a link may not lead out of the booklet';
    return refuse('file-missing', 'no file that can be read', 'a file in the booklet’s folder', advice);
  }
  if (bytes.length > LARGEST) {
    const found = `a file of ${Math.ceil(bytes.length / 1024 / 1024)} MB`;
    return refuse('usfm-syntax', found, `at most ${LARGEST / 1024 / 1024} MB`, 'give each book a file of its own');
  }
  const { value, messages } = decodeText(bytes, file);
  if (value !== undefined) return withoutControls(file, value);
  return { value, messages: messages.map((message) => atBadByte(message, bytes)) };
}

/** Says where the first byte stands that is no UTF-8. */
function atBadByte(message: Diagnostic, bytes: Uint8Array): Diagnostic {
  const loose = new TextDecoder().decode(bytes);
  const at = Math.max(loose.indexOf('\ufffd'), 0);
  return diagnostic({
    file: message.file ?? '',
    rule: 'file-unreadable',
    place: new Places(loose).of(at, at + 1),
    found: message.actual ?? '',
    expected: message.expected?.[0] ?? '',
    advice: message.note ?? '',
  });
}

function withoutControls(file: string, source: string): Checked<string | undefined> {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
  const at = source.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/);
  if (at < 0) return { value: source, messages: [] };
  const problem = {
    rule: 'usfm-syntax',
    found: 'a control character',
    expected: 'a text file of USFM',
    advice: 'remove it, or save the file again as plain text',
  } as const;
  return { value: undefined, messages: [diagnostic({ file, place: new Places(source).of(at, at + 1), ...problem })] };
}
