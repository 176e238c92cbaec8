import { describe, expect, it } from 'vitest';
import { answersAsMarkdown, type NamedBooklet } from '../../src/answers/markdown.js';
import type { Answer } from '../../src/answers/model.js';
import { otherIds } from '../../src/answers/other-ids.js';

const answer = (id: string, value: Answer['value']): Answer => ({
  id,
  lesson: id.includes('.') ? (id.split('.')[0] ?? '') : '',
  kind: typeof value === 'boolean' ? 'check' : 'text',
  label: `About ${id}`,
  value,
});
const booklet = (file: string, answers: Answer[]): NamedBooklet => ({
  file,
  title: 'The Sifted',
  lessons: new Map([['luke-22', '1. Sifted']]),
  answers,
});

describe('answersAsMarkdown', () => {
  it('tells answers by lesson, without what was left empty', () => {
    const answers = [
      answer('luke-22.q1', 'One\n\n# not *a* heading\n1. nor a list'),
      answer('luke-22.q2', ''),
      answer('luke-22.reading-1', true),
      answer('luke-22.reading-2', false),
      answer('luke-22.reading-3', true),
      answer('john-17.q1', ''),
      answer('notes', 'Mine'),
    ];
    expect(answersAsMarkdown([booklet('anna.pdf', answers)])).toBe(`# The Sifted

## 1. Sifted

### About luke-22.q1 (\`luke-22.q1\`)

> One
>
> \\# not \\*a\\* heading\\
> 1\\. nor a list

- [x] About luke-22.reading-1
- [x] About luke-22.reading-3

### About notes (\`notes\`)

> Mine
`);
  });

  it('collects those of several files beneath each question', () => {
    const text = answersAsMarkdown([
      booklet('anna.pdf', [answer('luke-22.q1', 'Hers'), answer('luke-22.reading-1', true)]),
      booklet('ben_2.pdf', [answer('luke-22.q1', 'His'), answer('luke-22.reading-1', true)]),
    ]);
    expect(text).toContain('(`luke-22.q1`)\n\nanna.pdf:\n\n> Hers\n\nben\\_2.pdf:\n\n> His\n\n');
    expect(text).toContain('- [x] About luke-22.reading-1 (anna.pdf, ben\\_2.pdf)');
    expect(text.match(/# The Sifted/g)).toHaveLength(1);
  });

  it('says so where there is nothing', () => {
    expect(answersAsMarkdown([booklet('anna.pdf', [answer('luke-22.q1', '')])])).toContain(
      'Nothing has been filled in.',
    );
  });
});

describe('otherIds', () => {
  const filled = (...ids: string[]) => ({
    title: '',
    lessons: new Map(),
    problems: [],
    answers: ids.map((id) => answer(id, 'x')),
  });
  const known = { lessons: new Set(['luke-22']), blocks: new Set(['luke-22.q1']) };

  it('finds answers to what the booklet does not have', () => {
    const [problem] = otherIds(filled('luke-22.q1', 'luke-22.q9', 'mark-1.reading-1'), known);
    expect(problem?.found).toBe('2 of 3 places that the booklet does not have, such as “luke-22.q9”');
  });

  it('finds nothing wrong with counted places, blanks of questions and notes', () => {
    expect(otherIds(filled('luke-22.q1-blank-2', 'luke-22.blank-1', 'luke-22.name', 'notes'), known)).toEqual([]);
  });
});
