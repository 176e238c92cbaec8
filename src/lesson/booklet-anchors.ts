import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import type { Block, Inline, Lesson, Link } from './model.js';
import { allBlocks, inlinesOf } from './walk.js';

/** Reports links to places that no lesson of the booklet has. To be asked once all lessons are made. */
export function checkAnchors(lessons: readonly Lesson[]): Diagnostic[] {
  const anchors = new Map(lessons.map((lesson) => [lesson, anchorsOf(lesson)]));
  const known = new Set([...anchors.values()].flat());
  return lessons.flatMap((lesson) =>
    linksOf(lesson)
      .filter(({ link: { href } }) => href.startsWith('#') && !known.has(href.slice(1)))
      .map(({ link: { href, position }, file }) => {
        const near = nearest(href.slice(1), [
          ...known,
          ...(anchors.get(lesson) ?? []).map((anchor) => anchor.slice(lesson.id.length + 1)),
        ]);
        return diagnostic({
          file,
          place: position,
          rule: 'link-target',
          found: `a link to “${href}”, which is nowhere in the booklet`,
          expected: 'the id of something in this lesson, “#lesson-id” or “#lesson-id.q3”',
          advice: near ? `did you mean “#${near}”?` : `lessons are ${lessons.map(({ id }) => `“#${id}”`).join(', ')}`,
        });
      }),
  );
}

/** Every anchor of a lesson: its own id, and with it the id of each block that has one. */
export function anchorsOf(lesson: Lesson): string[] {
  return [lesson.id, ...[...allBlocks(lesson)].flatMap((block) => ('id' in block ? [`${lesson.id}.${block.id}`] : []))];
}

/** The links of a lesson, each with the file that it is written in. */
function linksOf(lesson: Lesson): { link: Link; file: string }[] {
  const inFile = (inlines: readonly Inline[], file = lesson.file) =>
    inlines.flatMap(linksIn).map((link) => ({ link, file }));
  const inBlock = (block: Block) => inlinesOf(block).flatMap((inlines) => inFile(inlines, block.file));
  return [...inFile(lesson.aim ?? []), ...[...allBlocks(lesson)].flatMap(inBlock)];
}

function linksIn(inline: Inline): Link[] {
  switch (inline.type) {
    case 'link':
      return [inline, ...inline.children.flatMap(linksIn)];
    case 'emphasis':
    case 'strong':
    case 'delete':
    case 'foreign':
      return inline.children.flatMap(linksIn);
    case 'blank':
      return inline.answer.flatMap(linksIn);
    default:
      return [];
  }
}
