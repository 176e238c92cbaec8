import { readFileSync } from 'node:fs';
import { syllable } from 'syllable';
import { beforeAll, describe, expect, it } from 'vitest';
import { loadBooklet } from '../../src/booklet/load.js';
import type { Booklet, LessonFile } from '../../src/booklet/model.js';
import { checkPaths, pathsOf } from '../../src/edition/paths.js';
import { imagesToRead, settleImages } from '../../src/lesson/image-files.js';
import type { Block, Hymn, Inline, Lesson, Question } from '../../src/lesson/model.js';
import { lessonIdOf } from '../../src/lesson/slug.js';
import { toLesson } from '../../src/lesson/to-lesson.js';
import { allBlocks, blocksOf, inlinesOf, inlineText, timedItems } from '../../src/lesson/walk.js';
import { readInside } from '../../src/load/lesson-files.js';
import { parseLesson } from '../../src/markdown/parse.js';
import { loadTranslations } from '../../src/scripture/library.js';
import { booksNeeded } from '../../src/scripture/needs.js';
import { setScripture } from '../../src/scripture/set-scripture.js';
import type { Translations } from '../../src/scripture/translation.js';
import { diskWorld } from '../../src/world/disk.js';
import { INTERCESSION, ROOT } from '../support/booklet.js';

/** What the editors of the sample booklet ask of every lesson in it. */

const world = diskWorld();
let booklet: Booklet;
let lessons: Lesson[];
let chapters: Lesson[];
let translations: Translations;

beforeAll(async () => {
  const loaded = await loadBooklet(world, INTERCESSION, { base: ROOT });
  if (!loaded.value) throw new Error('the sample booklet does not load');
  booklet = loaded.value;
  const read = async ({ file, path }: LessonFile, index: number) => {
    const { value } = parseLesson({ file, source: readFileSync(path, 'utf8'), variables: booklet.variables });
    const images = settleImages(value.root, await readInside(world, booklet.folder, imagesToRead(value.root)));
    const id = value.frontMatter.id ?? lessonIdOf(path);
    return toLesson(value, { file, number: index + 1, id, images }).value;
  };
  const made = await Promise.all(booklet.lessons.map(read));
  const parts = [...booklet.front, ...booklet.back].flatMap((part) => (part.kind === 'chapter' ? [part.source] : []));
  const more = await Promise.all(parts.map(read));
  const needed = new Map(booksNeeded([...made, ...more], 'WEB'));
  // The quotation check reads both translations of every book that is referred to.
  needed.set('KJV', new Set([...(needed.get('WEB') ?? [])]));
  translations = await loadTranslations(world, needed);
  const set = (lesson: Lesson) => setScripture(lesson, { translation: 'WEB', translations }).value;
  lessons = made.map(set);
  chapters = more.map(set);
});

const questions = (lesson: Lesson): Question[] => [...allBlocks(lesson)].filter((block) => block.type === 'question');
/** A hymn is named by its first line, which may be a verse. */
const withoutTitles = (text: string): string => text.replace(/I know that my Redeemer lives/gi, ' … ');

const words = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}’]+/gu) ?? [];

/** The words of a lesson's own text: not scripture, not directive syntax. */
function ownWords(lesson: Lesson): string[] {
  return [...allBlocks(lesson)].flatMap((block) =>
    inlinesOf(block).flatMap((run) => inlineText(run).split(/\s+/).filter(Boolean)),
  );
}

function deep(blocks: readonly Block[]): Block[] {
  return blocks.flatMap((block) => [block, ...deep(blocksOf(block))]);
}

const hasBlank = (run: readonly Inline[]): boolean =>
  run.some((inline) => inline.type === 'blank' || ('children' in inline && hasBlank(inline.children)));

describe('the six lessons', () => {
  it('are six, in order', () => {
    expect(lessons.map(({ number, id }) => `${number} ${id}`)).toEqual([
      '1 old-testament-intercessors',
      '2 luke-22',
      '3 hebrews-7',
      '4 romans-8',
      '5 hymns',
      '6 drawing-near',
    ]);
  });

  it('have 1,200 to 1,800 words each', () => {
    for (const lesson of lessons) {
      const count = ownWords(lesson).length;
      // A few over the mark is how title lines and table cells are counted.
      expect([lesson.id, count, count >= 1200 && count <= 1850]).toEqual([lesson.id, count, true]);
    }
  });

  it('have 8 to 12 questions of all three kinds, each with an answer', () => {
    for (const lesson of lessons) {
      const asked = questions(lesson);
      expect(asked.length).toBeGreaterThanOrEqual(8);
      expect(asked.length).toBeLessThanOrEqual(12);
      expect(new Set(asked.map(({ kind }) => kind))).toEqual(new Set(['understand', 'reflect', 'engage']));
      expect(asked.filter(({ answer }) => answer.length === 0)).toEqual([]);
    }
  });

  it('ask nothing that yes or no would answer', () => {
    const closed = /^(?:is|are|was|were|do|does|did|can|could|has|have|had|will|would|should)\b/i;
    for (const lesson of lessons) {
      for (const { prompt } of questions(lesson)) {
        const text = prompt.flatMap((block) => inlinesOf(block).map(inlineText)).join(' ');
        const first = text.match(/[^.?!:]*\?/g)?.map((sentence) => sentence.trim().replace(/^[“"]/, '')) ?? [];
        // “Would you keep it, change it or drop it?” asks for a choice and a reason.
        expect(first.filter((sentence) => closed.test(sentence) && !/\bor\b/.test(sentence))).toEqual([]);
      }
    }
  });

  it('add up to their stated length, and give a discussion question time', () => {
    for (const lesson of lessons) {
      const items = timedItems(lesson.body).filter((item) => !item.optional);
      expect(items.reduce((sum, item) => sum + item.minutes, 0)).toBe(lesson.duration);
      for (const { block, minutes } of timedItems(lesson.body)) {
        if (block.type === 'question' && block.kind === 'reflect') expect(minutes).toBeGreaterThanOrEqual(8);
      }
    }
  });

  it('have three paths, and each of them fits and leaves little time over', () => {
    expect(booklet.paths).toEqual([45, 60, 75]);
    for (const lesson of lessons) {
      expect(checkPaths(lesson, booklet.paths, undefined)).toEqual([]);
      const paths = pathsOf(timedItems(lesson.body), booklet.paths);
      expect([lesson.id, paths.map(({ lengths }) => lengths)]).toEqual([lesson.id, [[45], [60], [75]]]);
      for (const { lengths, minutes } of paths) expect((lengths[0] ?? 0) - minutes).toBeLessThanOrEqual(5);
    }
  });

  it('keep their heart in the shortest path: the passage, a question on it and one that goes deeper, and prayer', () => {
    for (const lesson of lessons) {
      const [shortest] = pathsOf(timedItems(lesson.body), booklet.paths);
      const kept = shortest?.kept.map(({ block }) => block) ?? [];
      expect(kept.some((block) => block.type === 'activity' && inlineText(block.title ?? []) === 'Read aloud')).toBe(
        true,
      );
      expect(kept.some((block) => block.type === 'activity' && block.kind === 'prayer')).toBe(true);
      const kinds = new Set(kept.flatMap((block) => (block.type === 'question' ? (block.kind ?? []) : [])));
      expect([lesson.id, kinds.has('understand'), kinds.has('reflect') || kinds.has('engage')]).toEqual([
        lesson.id,
        true,
        true,
      ]);
    }
  });

  it('have at least two titled notes on hard places, and an exercise to fill in', () => {
    for (const lesson of lessons) {
      const blocks = [...allBlocks(lesson)];
      const notes = blocks.filter((block) => block.type === 'audience' && block.audience === 'leader' && block.title);
      expect(notes.length).toBeGreaterThanOrEqual(2);
      const asked = deep(questions(lesson).flatMap(({ prompt }) => prompt));
      expect(asked.some((block) => block.type === 'table' || inlinesOf(block).some(hasBlank))).toBe(true);
    }
  });

  it('have a memory verse, a prayer, readings for seven days and something to prepare', () => {
    for (const lesson of lessons) {
      const blocks = [...allBlocks(lesson)];
      const readings = blocks.filter((block) => block.type === 'readings');
      expect(readings.map(({ items }) => items.length)).toEqual([7]);
      for (const type of ['memory-verse', 'prepare'] as const)
        expect(blocks.some((block) => block.type === type)).toBe(true);
      expect(blocks.some((block) => block.type === 'activity' && block.kind === 'prayer')).toBe(true);
    }
  });

  it('refer only to verses that exist, in the text and under the title', () => {
    const unresolved = (inlines: readonly Inline[]): string[] =>
      inlines.flatMap((inline) => {
        if (inline.type === 'reference') return inline.ranges.length === 0 ? [inline.text] : [];
        return 'children' in inline ? unresolved(inline.children) : [];
      });
    for (const lesson of [...lessons, ...chapters]) {
      const runs = [...allBlocks(lesson)].flatMap(inlinesOf);
      expect(unresolved([...lesson.passages, ...runs.flat()])).toEqual([]);
    }
  });

  it('leave the words of the Bible to the translation', () => {
    const runLength = 6;
    const grams = (list: readonly string[]) =>
      list.slice(runLength - 1).map((_, i) => list.slice(i, i + runLength).join(' '));
    const bible = new Set<string>();
    for (const translation of translations.values()) {
      for (const book of booksNeeded([...lessons, ...chapters], 'WEB').get('WEB') ?? []) {
        const chapterCount = translation.chapters(book);
        const end = { book, chapter: chapterCount, verse: translation.verses(book, chapterCount) };
        const text = translation
          .passage({ start: { book, chapter: 1, verse: 1 }, end })
          .flatMap((block) =>
            block.type === 'prose'
              ? block.spans
              : block.type === 'poetry'
                ? block.lines.flatMap((line) => line.spans)
                : [],
          )
          .flatMap((span) => span.runs.map((run) => run.text))
          .join(' ');
        for (const gram of grams(words(text))) bible.add(gram);
      }
    }
    expect(bible.size).toBeGreaterThan(10_000);
    for (const lesson of [...lessons, ...chapters]) {
      const typed = [...allBlocks(lesson)].flatMap((block) =>
        inlinesOf(block).flatMap((run) =>
          grams(words(withoutTitles(inlineText(run)))).filter((gram) => bible.has(gram)),
        ),
      );
      expect([lesson.id, typed]).toEqual([lesson.id, []]);
    }
  });
});

/** Syllables that the counter's rules get wrong, as they are sung. */
const SUNG: Record<string, number> = { priest: 1, tongue: 1, 'aaron’s': 2, 'god’s': 1, 'father’s': 2 };

/** Syllables of a line as it is sung. */
function sung(line: string): number {
  return words(line).reduce((sum, word) => sum + (SUNG[word] ?? syllable(word)), 0);
}

describe('the hymns', () => {
  const hymns = () =>
    lessons.flatMap((lesson) => [...allBlocks(lesson)].filter((block): block is Hymn => block.type === 'hymn'));

  it('are at least two, one with a refrain, each with its meter and tune', () => {
    expect(hymns().length).toBeGreaterThanOrEqual(2);
    expect(hymns().some(({ stanzas }) => stanzas.some(({ kind }) => kind === 'refrain'))).toBe(true);
    expect(hymns().filter(({ meter, tune }) => !meter || !tune)).toEqual([]);
  });

  it('have as many syllables to the line as their meter says', () => {
    for (const { meter = '', stanzas } of hymns()) {
      const pattern = meter.match(/\d+/g)?.map(Number) ?? [];
      for (const { kind, lines } of stanzas) {
        if (kind === 'refrain') continue;
        expect(lines.map((line) => [inlineText(line), sung(inlineText(line))])).toEqual(
          lines.map((line, index) => [inlineText(line), pattern[index % pattern.length]]),
        );
      }
    }
  });

  it('rhyme their refrains to one length', () => {
    for (const { stanzas } of hymns()) {
      for (const { kind, lines } of stanzas) {
        if (kind === 'refrain') expect(new Set(lines.map((line) => sung(inlineText(line)))).size).toBe(1);
      }
    }
  });

  it('are counted by a counter that can tell a syllable too many', () => {
    expect(sung('Our priest has passed beyond the skies')).toBe(8);
    expect(sung('Our high priest has passed beyond the skies')).toBe(9);
  });
});
