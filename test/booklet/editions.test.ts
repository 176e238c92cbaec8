import { describe, expect, it } from 'vitest';
import { BUILT_IN, settleEditions } from '../../src/booklet/editions.js';
import { bookletSchema } from '../../src/booklet/schema.js';
import { checkYaml } from '../../src/yaml/check.js';

/** What becomes of a list of editions as an author writes it. */
function settled(yaml: string, asked?: string[]) {
  const read = checkYaml({ file: 'booklet.yaml', source: `title: T\n${yaml}`, schema: bookletSchema });
  if (!read.value) return { editions: [], lines: read.messages.map(lineOf) };
  const { value, messages } = settleEditions(read.value.editions, asked, read, 'booklet.yaml');
  return { ...value, lines: messages.map(lineOf) };
}

const lineOf = (m: {
  line?: number | undefined;
  column?: number | undefined;
  ruleId?: string | undefined;
  reason: string;
}) => `${m.line ?? ''}:${m.column ?? ''} ${m.ruleId} ${m.reason}`;
const names = (yaml: string, asked?: string[]) => settled(yaml, asked).editions.map(({ name }) => name);

describe('the editions of a booklet', () => {
  it('are the leader’s and the participants’ where none is named', () => {
    expect(names('')).toEqual(['leader', 'participant']);
  });

  it('are those listed, in that order, each once', () => {
    expect(names('editions: [handout, leader, handout]')).toEqual(['handout', 'leader']);
  });

  it('are those that the command line names, built in or not', () => {
    expect(names('editions: [leader, {name: youth}]', ['large-print', 'youth'])).toEqual(['large-print', 'youth']);
  });

  it('include own ones laid over what they extend, however far', () => {
    const { editions, lines } = settled(
      'editions:\n  - {name: youth, extends: teens, scale: 1.5, lines: 2, label: Youth}\n  - {name: teens, extends: leader, scale: 2, without: [aside], theme: plain, paper: a4}\n',
    );
    expect(lines).toEqual([]);
    expect(editions[0]).toMatchObject({
      name: 'youth',
      audiences: ['youth', 'teens', 'leader'],
      answers: true,
      without: ['aside'],
      scale: 3,
      lines: 2,
      label: 'Youth',
      theme: 'plain',
      paper: 'a4',
      layout: 'booklet',
    });
    expect(editions[1]).not.toHaveProperty('label');
  });

  it('extend the participants’ where they do not say what', () => {
    expect(settled('editions: [{name: youth}]').editions[0]).toMatchObject({
      audiences: ['youth', 'participant'],
      answers: false,
    });
  });

  it('show again what they ask for and their base leaves out', () => {
    const { editions } = settled(
      'editions:\n  - {name: a, without: [hymn, aside]}\n  - {name: b, extends: a, only: [hymn, question]}\n  - {name: c, extends: handout, answers: true}',
    );
    expect(editions[1]).toMatchObject({ only: ['hymn', 'question'], without: ['aside'] });
    expect(editions[2]).toMatchObject({ only: ['heading', 'question'], answers: true, layout: 'handout' });
  });

  it('keep the audience of all they extend: no edition sees a leader’s blocks but by extending the leader’s', () => {
    for (const { name, audiences, answers } of BUILT_IN) {
      expect(audiences).toContain(name);
      expect(audiences.includes('leader')).toBe(name === 'leader');
      expect(answers).toBe(name === 'leader');
    }
  });
});

describe('what is wrong with them', () => {
  it.each([
    [
      'editions: [leader, participants]',
      '2:20 unknown-edition the edition “participants”; expected an edition that exists; did you mean “participant”?',
    ],
    [
      'editions: [{name: youth, extends: leeder}]',
      '2:35 unknown-edition the edition “leeder”; expected an edition that exists; did you mean “leader”?',
    ],
    [
      'editions: [{name: a, extends: b}, {name: b, extends: a}]',
      '2:54 edition-cycle editions that extend each other in a circle: a, b, a; expected editions that go back to one of the built-in ones; extend one of leader, participant, large-print, handout',
    ],
    [
      'editions: [{name: a, extends: a}]',
      '2:31 edition-cycle editions that extend each other in a circle: a, a; expected editions that go back to one of the built-in ones; extend one of leader, participant, large-print, handout',
    ],
    [
      'editions: [{name: leader, answers: false}]',
      '2:19 duplicate-edition the edition “leader”, which every booklet has; expected a name of its own for each edition; choose another name and write “extends: leader”',
    ],
    [
      'editions: [{name: a}, {name: a}]',
      '2:30 duplicate-edition the edition “a”, which is defined above; expected a name of its own for each edition; choose another name',
    ],
    [
      'editions: [{name: a, only: [hymn], without: [hymn]}]',
      '2:45 wrong-value “hymn” both in “only” and in “without”; expected each kind in one of them; remove it from one',
    ],
    [
      'editions: [{name: a, only: [hymns]}]',
      '2:29 wrong-value item 1 of “only” of item 1 of “editions” is “hymns”; expected one of text, heading, table, figure, question, lines, icebreaker, activity, prayer, aside, scripture, memory-verse, hymn, readings, leader, participant; did you mean “hymn”?',
    ],
    [
      'editions: [{name: Youth Group}]',
      '2:19 wrong-value “name” of item 1 of “editions” is “Youth Group”; expected a name of small letters, digits and hyphens, such as youth; correct it',
    ],
    [
      'editions: [{name: a, scale: 9}]',
      '2:29 wrong-value “scale” of item 1 of “editions” is “9”; expected a number from 0.5 to 3: how many times larger the type is; correct it, or leave the line out',
    ],
    [
      'editions: [{name: a, answer: true}]',
      '2:22 unknown-key unknown key “answer” in item 1 of “editions”; expected a key that has a meaning here; did you mean “answers”?',
    ],
  ])('%s', (yaml, expected) => {
    expect(settled(yaml).lines).toEqual([expected]);
  });

  it('is said of a name from the command line without a place', () => {
    expect(settled('', ['large']).lines).toEqual([
      ': unknown-edition the edition “large” from --edition; expected an edition that exists; use one of leader, participant, large-print, handout',
    ]);
  });

  it('tells a circle of three once, and settles the others', () => {
    const { editions, lines } = settled(
      'editions: [{name: a, extends: b}, {name: b, extends: c}, {name: c, extends: a}, {name: d}]',
    );
    expect(lines).toHaveLength(1);
    expect(editions.map(({ name }) => name)).toEqual(['d']);
  });
});
