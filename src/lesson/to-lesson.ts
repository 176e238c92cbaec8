import type { RootContent } from 'mdast';
import type { Checked, Diagnostic } from '../diagnostics/diagnostic.js';
import type { ParsedLesson, PlacedText } from '../markdown/parsed.js';
import { toBlocks } from './blocks.js';
import type { ImageProblem } from './image-problem.js';
import { toInlines } from './inlines.js';
import { settleInwardLinks } from './links.js';
import { beginMaking } from './making.js';
import type { ImageSource, Lesson, ReferenceInline } from './model.js';
import { checkTiming } from './timing.js';

/** What a lesson is besides its file's content. */
export interface LessonIdentity {
  /** Path of the file as the author knows it. */
  file: string;
  /** Place in the booklet, from 1. */
  number: number;
  /** Unique in the booklet: the front matter's `id`, or else `lessonIdOf(path)`. */
  id: string;
  /** The images of `imagePaths`, by the paths it gives: read and checked, or why they cannot be used. */
  images: ReadonlyMap<string, ImageSource | ImageProblem>;
}

/**
 * Makes the lesson from its parsed file: questions numbered, ids given, footnotes gathered, images in place. References
 * are left for the scripture stage, and links to other lessons for `checkAnchors`.
 */
export function toLesson(
  { root, frontMatter }: ParsedLesson,
  { file, number, id, images }: LessonIdentity,
): Checked<Lesson> {
  const messages: Diagnostic[] = [];
  const making = beginMaking(root, { file, frontMatter, images, messages });
  const { title, subtitle, passages, duration, memoryVerse, hymn, ornament } = frontMatter;

  const aim = frontMatter.aim && toInlines(frontMatter.aim, making);
  const body = [...making.lifted.splice(0), ...toBlocks(root.children, making)];
  const footnotes = making.footnotes.gather((definition) => toBlocks(definition.children as RootContent[], making));
  settleInwardLinks(id, making);

  const lesson: Lesson = {
    id,
    file,
    number,
    title,
    ...(subtitle ? { subtitle } : {}),
    ...(aim ? { aim } : {}),
    passages: passages.map(toReference),
    ...(duration ? { duration: duration.minutes } : {}),
    ...(memoryVerse ? { memoryVerse: toReference(memoryVerse) } : {}),
    ...(hymn ? { hymn } : {}),
    ...(ornament ? { ornament: { path: ornament.value, position: ornament.position } } : {}),
    body,
    footnotes,
  };
  messages.push(...checkTiming(lesson, duration?.position));
  return { value: lesson, messages };
}

function toReference({ value, position }: PlacedText): ReferenceInline {
  return { type: 'reference', text: value, osis: '', ranges: [], position };
}
