import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import type { Made } from '../support/booklet.js';
import { readPdf } from '../support/pdf.js';
import { buildTiny, tinyWorld } from '../support/tiny.js';

const question = (at: number) =>
  `:::question{kind="reflect"}\nWhat does this say of part ${at}, and what do you make of it?\n:::\n`;
const words = (count: number) => 'Words that fill a page, one after another. '.repeat(count);
const NOTE = ':::leader\nWords for those who lead.\n:::\n';

/** A lesson of so many paragraphs, each with a question to write on. */
const lesson = (title: string, questions: number, tail = NOTE) => {
  const parts = Array.from({ length: questions }, (_, at) => `${words(7)}\n\n${question(at)}`);
  return `---\ntitle: ${title}\n---\n\n${parts.join('\n')}\n${tail}\n`;
};

/** Builds a booklet of lessons with so many questions each. */
function make(questions: number[], yaml: string, more: Record<string, string> = {}): Promise<Made> {
  const lessons = questions.map((count, at) => [
    `lessons/tiny/${at + 1}-lesson-${at + 1}.md`,
    lesson(`Part ${at}`, count),
  ]);
  return buildTiny(
    tinyWorld({ ...Object.fromEntries(lessons), 'lessons/tiny/booklet.yaml': `title: Tiny\n${yaml}`, ...more }),
  );
}

const pagesOf = async (made: Made, edition: string) =>
  (await readPdf(made.written.get(`/out/tiny/${edition}.pdf`) as Uint8Array)).pages;

/** Pages of a booklet that are for notes, by the heading on them. */
async function notesIn(made: Made, edition: string): Promise<number[]> {
  return (await pagesOf(made, edition)).flatMap(({ lines }, at) => {
    const [first] = lines.filter(({ y }) => y > 50);
    return /^notes\b/i.test(first?.text ?? '') ? [at + 1] : [];
  });
}

const rulesOf = ({ messages }: Made) => messages.map(({ ruleId }) => ruleId);
const length = ({ files }: Made, edition: string) => files.find((file) => file.edition === edition)?.pages;

describe('fit: stretch', () => {
  it('fills the last sheet without pages for notes beyond the booklet’s own, each edition by itself', async () => {
    const [plain, stretched] = [await make([6, 7, 8], 'fit: notes\n'), await make([6, 7, 8], 'fit: stretch\n')];
    expect([length(plain, 'participant'), length(stretched, 'participant')]).toEqual([20, 16]);
    expect((await notesIn(plain, 'participant')).slice(-4)).toEqual([17, 18, 19, 20]);
    expect((await notesIn(stretched, 'participant')).filter((page) => page > 12)).toEqual([16]);
    // The leader's guide was full as it was.
    expect(stretched.written.get('/out/tiny/leader.pdf')).not.toBeUndefined();
    expect([length(plain, 'leader'), length(stretched, 'leader')]).toEqual([12, 12]);
    expect(rulesOf(stretched)).not.toContain('fit-not-reached');
  });

  it('keeps lessons on right-hand pages and gives the same every time', async () => {
    const [once, again] = [await make([6, 7, 8], 'fit: stretch\n'), await make([6, 7, 8], 'fit: stretch\n')];
    for (const [path, bytes] of once.written)
      expect(Buffer.compare(bytes, again.written.get(path) as Uint8Array)).toBe(0);
    const pages = await pagesOf(once, 'participant');
    for (const title of ['Part 0', 'Part 1', 'Part 2']) {
      const opens = pages.findIndex(({ lines }, at) => at > 3 && lines.some(({ text }) => text === title)) + 1;
      expect(opens % 2).toBe(1);
    }
  });

  it('does nothing where the theme allows nothing, and says what was used instead', async () => {
    const theme = 'extends: classic\nfit: {lines: [1, 1], gap: [1, 1], leading: [1, 1]}\n';
    const stiff = await make([6, 7, 8], 'fit: stretch\ntheme: stiff\n', { 'templates/stiff/theme.yaml': theme });
    expect(length(stiff, 'participant')).toBe(20);
    expect(formatDiagnostics(stiff.messages)).toContain(
      'fit-not-reached  warning: the edition “participant” has 17 pages within the limits of the theme, which leave 3 pages of its last sheet',
    );
  });

  it('refuses limits that would not leave things as they are', async () => {
    const theme = 'extends: classic\nfit: {leading: [1.01, 1.05]}\n';
    const made = await make([3], 'theme: wide\n', { 'templates/wide/theme.yaml': theme });
    expect(rulesOf(made)).toEqual(['wrong-value']);
    expect(made.written.size).toBe(0);
  });
});

describe('a few lines too many', () => {
  it('are told of where a sheet would be saved without them', async () => {
    const made = await make([3, 4], 'fit: notes\n');
    expect(length(made, 'leader')).toBe(12);
    expect(formatDiagnostics(made.messages)).toContain(
      'lessons/tiny/2-lesson-2.md  short-last-page  warning: the edition “leader” is 6 lines over 8 pages: there are no more on the last page of lesson 2, “Part 1”; expected 2 sheets instead of 3',
    );
    // It is so: with less to say, the booklet takes two sheets.
    expect(length(await make([3, 3], 'fit: notes\n'), 'leader')).toBe(8);
  });

  it('are not told of where nothing would be saved', async () => {
    expect(rulesOf(await make([4, 5], 'fit: notes\n'))).toEqual([]);
  });
});
