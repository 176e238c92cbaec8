import { type Diagnostic, sortDiagnostics } from '../../src/diagnostics/diagnostic.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { checkAnchors } from '../../src/lesson/booklet-anchors.js';
import { checkImage } from '../../src/lesson/check-image.js';
import { checkPath } from '../../src/lesson/image-path.js';
import { type ImageProblem, isImageProblem, missingImage } from '../../src/lesson/image-problem.js';
import { imagePaths } from '../../src/lesson/images.js';
import type { ImageSource, Lesson } from '../../src/lesson/model.js';
import { toLesson } from '../../src/lesson/to-lesson.js';
import { parseLesson } from '../../src/markdown/parse.js';

export interface MadeLesson {
  messages: Diagnostic[];
  lesson: Lesson;
}

export const variables = { church: 'Grace Chapel', meets: "Thursdays at 7, *not* 8 -- that's all" };

/** The images that lessons of the tests can use. */
export const files: Readonly<Record<string, Uint8Array>> = {
  'images/ark.png': Uint8Array.from(
    atob('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=='),
    (c) => c.charCodeAt(0),
  ),
  'images/star.svg': new TextEncoder().encode('<svg viewBox="0 0 20 10" width="40"><path d="M0 0L20 10"/></svg>'),
  'images/bad.svg': new TextEncoder().encode('<svg viewBox="0 0 20 10"><script>alert(1)</script></svg>'),
  'images/two words.png': new Uint8Array(),
};

/** A lesson made the way a build makes it, but in memory. */
export function made(source: string, id = 'hebrews-7'): MadeLesson {
  const file = 'lesson.md';
  const parsed = parseLesson({ file, source, variables });
  const images = new Map<string, ImageSource | ImageProblem>();
  for (const { path } of imagePaths(parsed.value.root)) images.set(path, load(path));
  const lesson = toLesson(parsed.value, { file, number: 1, id: parsed.value.frontMatter.id ?? id, images });
  return {
    messages: sortDiagnostics([...parsed.messages, ...lesson.messages, ...checkAnchors([lesson.value])]),
    lesson: lesson.value,
  };
}

function load(path: string): ImageSource | ImageProblem {
  const place = checkPath(path);
  if (isImageProblem(place)) return place;
  const bytes = files[place.path];
  return bytes ? checkImage(path, bytes) : missingImage(path);
}

/** The messages as the terminal shows them, a line each. */
export function lines(messages: readonly Diagnostic[]): string[] {
  const text = formatDiagnostics(messages);
  return text === '' ? [] : text.split('\n');
}

/** A made lesson as it is kept in a file: places as `line:column-line:column`, images as their size. */
export function plain({ messages, lesson }: MadeLesson): unknown {
  return { messages: lines(messages), lesson: abbreviated(lesson) };
}

function abbreviated(value: unknown): unknown {
  if (value instanceof Uint8Array) return `${value.length} bytes`;
  if (Array.isArray(value)) return value.map(abbreviated);
  if (typeof value !== 'object' || value === null) return value;
  const { position, ...rest } = value as { position?: Lesson['passages'][number]['position'] };
  const entries = Object.entries(rest).map(([key, inner]) => [key, abbreviated(inner)]);
  const at = position && `${position.start.line}:${position.start.column}-${position.end.line}:${position.end.column}`;
  return { ...Object.fromEntries(entries), ...(at ? { at } : {}) };
}
