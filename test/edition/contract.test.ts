import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/booklet/editions.js';
import type { EditionDefinition } from '../../src/booklet/model.js';
import { checkContent, checkContract } from '../../src/edition/contract.js';
import type { EditionContent } from '../../src/edition/model.js';
import { selectEdition } from '../../src/edition/select.js';
import type { Question } from '../../src/lesson/model.js';
import { made } from '../lesson/make.js';

const { lesson } = made(
  '---\ntitle: One\n---\n\n::::question\nOne?\n::::\n\n::::question{for=leader}\nLeader?\n::::\n\n:::activity[Do]\nIt.\n:::\n\n::::question\nTwo?\n::::\n\n::scripture[Luke 1:1]\n',
  'one',
);
const content = (edition: EditionDefinition) => selectEdition({ lessons: [lesson] }, edition);
const everyEdition = () => BUILT_IN.map(content);
const reasons = (contents: EditionContent[]) => checkContract(contents, 'b.yaml').map(({ reason }) => reason);

/** The same edition with something done to its first lesson's blocks. */
function changed(
  one: EditionContent,
  change: (body: EditionContent['lessons'][number]['body']) => void,
): EditionContent {
  const copy = structuredClone(one);
  change(copy.lessons[0]?.body ?? []);
  return copy;
}

describe('the contract between editions', () => {
  it('is kept by the built-in editions, whatever they leave out', () => {
    expect(reasons(everyEdition())).toEqual([]);
  });

  it('is broken by another number for one question', () => {
    const [leader, participant] = everyEdition() as [EditionContent, EditionContent];
    const wrong = changed(participant, (body) => {
      (body[2] as Question).number = 7;
    });
    expect(reasons([leader, wrong])).toEqual([
      'question 7 at “one.q2” in the edition “participant”; expected question 2, as in the edition “leader”; please report this, with the booklet if you can',
    ]);
  });

  it('is broken by a number on a question that only some see', () => {
    const [leader] = everyEdition() as [EditionContent];
    const wrong = changed(leader, (body) => {
      (body[1] as Question).number = 2;
    });
    expect(reasons([leader, { ...wrong, edition: { ...wrong.edition, name: 'other' } }])[0]).toMatch(
      /^question 2 at “one\.leader-q1” in the edition “other”/,
    );
  });

  it('is broken by another order', () => {
    const [leader, participant] = everyEdition() as [EditionContent, EditionContent];
    const wrong = changed(participant, (body) => body.reverse());
    expect(reasons([leader, wrong])[0]).toContain('after “one.');
  });

  it('is broken by another passage at one place', () => {
    const [leader, participant] = everyEdition() as [EditionContent, EditionContent];
    const wrong = changed(participant, (body) => {
      const last = body.at(-1);
      if (last?.type === 'scripture') last.reference = 'Luke 1:2';
    });
    expect(reasons([leader, wrong])).toEqual([
      expect.stringContaining('the passage Luke 1:2 at “one.luke-1-1” in the edition “participant”'),
    ]);
  });
});

describe('an edition of which nothing is left', () => {
  it('is one message', () => {
    const handout = BUILT_IN.find(({ name }) => name === 'handout') as EditionDefinition;
    const empty = content({ ...handout, layout: 'booklet', only: ['hymn'] });
    expect(checkContent(empty, 'b.yaml').map(({ reason }) => reason)).toEqual([
      'the edition “handout”, which shows nothing of any lesson; expected an edition with something in it; ask for more in its “only”, or leave less out',
    ]);
    expect(checkContent(content(handout), 'b.yaml')).toEqual([]);
  });
});
