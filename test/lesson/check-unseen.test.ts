import { describe, expect, it } from 'vitest';
import { BUILT_IN } from '../../src/booklet/editions.js';
import { checkUnseen } from '../../src/lesson/check-unseen.js';
import { lines, made } from './make.js';

const told = (body: string) =>
  lines(checkUnseen([made(`---\ntitle: T\n---\n\n${body}`).lesson], BUILT_IN)).map((line) => line.split('  ')[0]);

describe('a block that no edition shows', () => {
  it('is told, the outermost alone', () => {
    expect(told(':::leader{for=participant}\nWords.\n:::\n')).toEqual(['lesson.md:5:1']);
    expect(told('::::participant\n:::aside{for=leader}\n## A\n\n> Words.\n:::\n::::\n')).toEqual(['lesson.md:6:10']);
    expect(told('::::aside{for="handout large-print"}\n:::leader\nWords.\n:::\n::::\n')).toEqual(['lesson.md:6:1']);
  });

  it('is not one that some edition shows, nor one for an edition that there is not', () => {
    expect(told('::::leader{for="participant leader"}\nWords.\n::::\n')).toEqual([]);
    expect(told('::::participant{for=handout}\nWords.\n::::\n')).toEqual([]);
    expect(told('::::aside{for=participant}\n:::aside{for=large-print}\nWords.\n:::\n::::\n')).toEqual([]);
    expect(told(':::leader{for=youth}\nWords.\n:::\n')).toEqual([]);
    expect(told('::::question\nWho?\n\n:::answer\nHe.\n:::\n\n:::leader\nAsk.\n:::\n::::\n')).toEqual([]);
  });
});
