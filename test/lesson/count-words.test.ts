import { describe, expect, it } from 'vitest';
import { countWords } from '../../src/lesson/count-words.js';
import type { Lesson } from '../../src/lesson/model.js';
import { toLesson } from '../../src/lesson/to-lesson.js';
import { parseLesson } from '../../src/markdown/parse.js';

function lessonOf(body: string, more = ''): Lesson {
  const source = `---\ntitle: Two words\n${more}---\n\n${body}\n`;
  const parsed = parseLesson({ file: '1.md', source, variables: {} });
  return toLesson(parsed.value, { file: '1.md', number: 1, id: 'one', images: new Map() }).value;
}

/** Words beside those of the title. */
const words = (body: string) => countWords(lessonOf(body)) - 2;

describe('the words of a lesson', () => {
  it.each([
    ['plain text', 'Think of *someone* you would **dare** to wake.', 8],
    ['a heading and a list', '## Talk it over\n\n- one two\n- three', 6],
    ['a table', '| a b | c |\n|---|---|\n| d | e f |', 6],
    ['a link, without its address', '[two words](https://example.org/a/b)', 2],
    [
      'a question with its answer',
      '::::question{kind=reflect minutes=5}\nWho is it?\n\n:::answer\nHe is.\n:::\n::::',
      5,
    ],
    ['a leader’s note with its title', ':::leader[Take care]\nSay this.\n:::', 4],
    ['a gap, by its answer', 'The :blank[great high] priest.', 4],
    ['a footnote, with its mark', 'Words.[^1]\n\n[^1]: A note.', 3],
    ['a hymn', ':::hymn[Rock of Ages]\nRock of Ages, cleft\nfor me\n:::', 9],
    ['code', '```\na b c\n```', 3],
    ['what joins words', 'a well-known man’s don’t, and — of course—more: 22:31–34', 9],
    ['nothing but signs', '— * … &', 0],
  ])('count %s', (_, body, count) => {
    expect(words(body)).toBe(count);
  });

  it('leave out passages that are put in', () => {
    expect(words('Before.\n\n::scripture[Hebrews 7:25]\n\nAfter.')).toBe(2);
  });

  it('take in its subtitle and its aim', () => {
    expect(countWords(lessonOf('One.', 'subtitle: And two more\naim: To see *it*.\n'))).toBe(2 + 3 + 3 + 1);
  });

  it('are those of a dictionary where a script has no spaces', () => {
    expect(words('你们要彼此相爱')).toBeGreaterThan(2);
    expect(words('你们要彼此相爱')).toBeLessThan(7);
  });

  it('are fewer for those who see less', () => {
    const whole = lessonOf('One.\n\n:::leader\nTwo three.\n:::');
    const { body } = whole;
    expect(countWords({ ...whole, body: body.slice(0, 1) })).toBe(3);
    expect(countWords({ ...whole, body: body.slice(0, 1), glance: { prepare: body.slice(1) } })).toBe(5);
  });
});
