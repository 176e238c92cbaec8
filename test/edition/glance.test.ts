import { describe, expect, it } from 'vitest';
import { glanceOf } from '../../src/edition/glance.js';
import type { GlancePath } from '../../src/edition/path-words.js';
import { made } from '../lesson/make.js';

const USUAL = [45, 60, 75];

function pathsIn(body: string, lengths: readonly number[] = USUAL): GlancePath[] {
  return glanceOf(made(`---\ntitle: One\n---\n\n${body}`).lesson, lengths)?.paths ?? [];
}

/** The rows as `45,60 (40): left 1–3; Prayer +5`. */
function rows(body: string, lengths: readonly number[] = USUAL): string[] {
  return pathsIn(body, lengths).map(({ lengths: own, minutes, overrun, told, questions, parts }) => {
    const names = parts.map((part) => `${part.title ?? part.kind}${part.minutes ? ` (${part.minutes})` : ''}`);
    const over = overrun > 0 ? ` +${overrun}` : '';
    return `${own.join(',')} (${minutes}): ${told} ${[questions ?? [], names].flat().join('; ')}${over}`;
  });
}

const question = (attributes: string) => `::::question{${attributes}}\nA?\n::::\n\n`;
const activity = (title: string, attributes: string) => `:::activity${title}{${attributes}}\nDo.\n:::\n\n`;

describe('the paths at a glance', () => {
  it('tell the shorter list: what is left out, or what is kept', () => {
    const body =
      question('minutes=20') +
      question('minutes=5 from=60') +
      activity('[Look]', 'minutes=20') +
      activity('[Draw]', 'minutes=10 from=75') +
      activity('[Sing]', 'minutes=5 from=75');
    expect(rows(body)).toEqual(['45 (40): kept 1; Look', '60 (45): left Draw; Sing', '75 (60): left ']);
  });

  it('gather questions by number as ranges, and name other parts in their order', () => {
    const body =
      Array.from({ length: 9 }, () => question('minutes=5')).join('') +
      [1, 2, 3, 4].map(() => question('minutes=5 optional')).join('') +
      activity('', 'minutes=5 optional') +
      ':::icebreaker{minutes=5 optional}\nHello.\n:::\n';
    expect(rows(body, [45])).toEqual(['45 (45): kept 1–9']);
    expect(rows(body, [60])).toEqual(['60 (60): kept 1–12']);
    expect(rows(body, [70])).toEqual(['70 (70): left icebreaker']);
  });

  it('say how much too long a path is', () => {
    expect(rows(question('minutes=50') + question('minutes=5 optional'))).toEqual([
      '45 (50): left 2 +5',
      '60,75 (55): left ',
    ]);
  });

  it('say nothing where nothing is timed, and where there are no lengths', () => {
    expect(pathsIn(':::prepare\n- Read.\n:::\n')).toEqual([]);
    expect(pathsIn(question('minutes=5'), [])).toEqual([]);
  });

  it('list what a path leaves out that keeps nothing', () => {
    expect(rows(question('minutes=5 from=60') + activity('[Look]', 'minutes=5 from=60'), [45])).toEqual([
      '45 (0): left 1; Look',
    ]);
  });

  it('tell parts of one name from each other by their minutes', () => {
    const body = activity('', 'minutes=10') + activity('', 'minutes=5 from=75') + activity('[Look]', 'minutes=30');
    expect(rows(body, [45])).toEqual(['45 (40): left activity (5)']);
  });

  it('call a question without a number by its first words, and never by its answer', () => {
    const note = (text: string) =>
      `:::::leader\n::::question{minutes=5 from=75}\n${text}\n\n:::answer\nSecret.\n:::\n::::\n:::::\n\n${activity('[Look]', 'minutes=5')}${activity('[Draw]', 'minutes=5')}`;
    expect(rows(note('What *would* you say to a friend who asks this on the way home?'), [45])).toEqual([
      '45 (10): left What would you say to a friend who …',
    ]);
    expect(rows(note('Why?'), [45])).toEqual(['45 (10): left Why?']);
    expect(rows(note('a'.repeat(200)), [45])).toEqual([`45 (10): left ${'a'.repeat(36)} …`]);
    expect(rows(note('::scripture[John 3:16]'), [45])).toEqual(['45 (10): left …']);
  });

  it('shorten names that would fill lines', () => {
    const body = `${activity('[Draw a map of the whole journey and mark each place on it]', 'minutes=5 from=75')}${question('minutes=5')}${activity('[Sing]', 'minutes=5')}`;
    expect(rows(body, [45])).toEqual(['45 (10): left Draw a map of the whole journey and …']);
  });

  it('take a title’s words without its marks and notes', () => {
    const body = `${activity('[**Look**[^a]: :blank[up] there]', 'minutes=5 from=75')}${activity('[Draw]', 'minutes=5')}${activity('[Sing]', 'minutes=5')}[^a]: Note.\n`;
    const [path] = pathsIn(body, [45]);
    expect(path?.parts.map(({ title }) => title)).toEqual(['Look: up there']);
  });

  it('are the same for names that an object has of its own', () => {
    const body =
      activity('[constructor]', 'minutes=5 from=75') + activity('[__proto__]', 'minutes=5') + question('minutes=5');
    expect(rows(body, [45])).toEqual(['45 (10): left constructor']);
  });
});
