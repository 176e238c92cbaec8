import { bookletOutline } from '../document/book.js';
import { editionLabel } from '../document/edition-label.js';
import type { EditionLesson } from '../edition/model.js';
import { isForPaper, type Target } from '../geometry/targets.js';
import { countWords } from '../lesson/count-words.js';
import type { Block } from '../lesson/model.js';
import { allBlocks } from '../lesson/walk.js';
import { keyOf } from '../memory/identity.js';
import type { World } from '../world/model.js';
import { paintEdition } from './editions.js';
import type { LaidEdition } from './lay-out.js';
import type { LiveBook } from './live-model.js';
import { livePages } from './live-pages.js';
import type { BuildMemory } from './memory.js';
import type { Prepared } from './prepare.js';
import { planSheets } from './sheets.js';

/** An edition laid out, with where everything in it came to stand. */
export async function liveBook(
  world: World,
  prepared: Prepared,
  laid: LaidEdition,
  target: Target,
  memory: BuildMemory,
): Promise<LiveBook> {
  const { booklet, labels } = prepared;
  const { assembly, content, frame, setting } = laid;
  const { edition } = content;
  const chapters = [...content.front, ...content.back].flatMap((part) => (part.kind === 'chapter' ? part.chapter : []));
  const pageOf = (anchor: string) => (assembly.pageOf.get(anchor) ?? 0) - 1;
  const { pages, paint } = await livePages(world, prepared, laid, target, memory);
  const { value: plan, messages } = planSheets(booklet, edition, pages.length, frame.trim);
  const onPaper = target !== 'phone';
  return {
    edition: edition.name,
    target,
    label: editionLabel(edition, labels),
    size: frame.trim,
    messages: [...laid.messages, ...(isForPaper(target) ? messages : [])],
    pages,
    outline: bookletOutline(content, setting).flatMap(({ title, level, anchor }) => {
      const page = pageOf(anchor);
      return page < 0 ? [] : [{ title, level: level - 1, page }];
    }),
    anchors: Object.fromEntries([...assembly.pageOf].map(([anchor, page]) => [anchor, page - 1])),
    questions: content.lessons.flatMap(questionsIn).filter((anchor) => assembly.pageOf.has(anchor)),
    places: [...content.lessons, ...chapters].flatMap((lesson) => placesIn(lesson, pageOf)).sort(byPlace),
    words: [...content.lessons, ...chapters].reduce((sum, lesson) => sum + countWords(lesson), 0),
    minutes: content.lessons.reduce((sum, { duration = 0 }) => sum + duration, 0),
    ...(onPaper && plan
      ? { sheets: { count: plan.sheets, key: keyOf([plan.signatures, pages.map(({ part, index }) => [part, index])]) } }
      : {}),
    paint,
    paintSheets: async () => {
      if (!onPaper || !plan) throw new RangeError('there are no sheets');
      const bytes = await paintEdition(world, prepared, laid, memory);
      const { impose } = await import('../print/impose/impose.js');
      return impose(bytes, plan.signatures, { trim: frame.trim });
    },
  };
}

function questionsIn(lesson: EditionLesson): string[] {
  return [...allBlocks(lesson)].flatMap((block) => (block.type === 'question' ? `${lesson.id}.${block.id}` : []));
}

/** Where the lines of a lesson came to stand: that of its title, and those on which something with a name begins. */
function placesIn(lesson: EditionLesson, pageOf: (anchor: string) => number): LiveBook['places'] {
  const shown: Block[] = [...(lesson.glance?.prepare ?? []), ...allBlocks(lesson)];
  const named = shown.flatMap((block) => {
    const { position, file = lesson.file } = block;
    if (!('id' in block) || !position) return [];
    return { file, line: position.start.line, page: pageOf(`${lesson.id}.${block.id}`) };
  });
  return [{ file: lesson.file, line: 1, page: pageOf(lesson.id) }, ...named].filter(({ page }) => page >= 0);
}

type PlaceOfLine = LiveBook['places'][number];

function byPlace(a: PlaceOfLine, b: PlaceOfLine): number {
  return a.file === b.file ? a.line - b.line : a.file < b.file ? -1 : 1;
}
