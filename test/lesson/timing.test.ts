import { describe, expect, it } from 'vitest';
import { timedItems } from '../../src/lesson/walk.js';
import { lines, made } from './make.js';

const plan = (duration: number, body: string) => made(`---\ntitle: T\nduration: ${duration}\n---\n\n${body}`);
const question = (attributes: string) => `::::question{${attributes}}\nA?\n::::\n`;
const minutes = (body: string) => timedItems(plan(60, body).lesson.body).map((item) => item.minutes);

describe('the sum of a lesson’s minutes', () => {
  it('counts what the leader sees: parts for all, the leader’s own, and those that also leaders see', () => {
    expect(minutes(question('minutes=10'))).toEqual([10]);
    expect(minutes(`:::::leader\n${question('minutes=5')}:::::\n`)).toEqual([5]);
    expect(minutes(question('minutes=7 for="leader group-a"'))).toEqual([7]);
  });

  it('does not count what only participants or one group see', () => {
    expect(minutes(`:::::participant\n${question('minutes=5')}:::::\n`)).toEqual([]);
    expect(minutes(question('minutes=7 for=group-a'))).toEqual([]);
    expect(minutes(question('minutes=7 for="group-a group-b"'))).toEqual([]);
    expect(minutes(`:::::activity[Two groups]{for=group-a}\n${question('minutes=7')}:::::\n`)).toEqual([]);
  });

  it('adds up without the groups’ parts', () => {
    const body = `${question('minutes=20')}\n${question('minutes=15 for=group-a')}\n${question('minutes=15 for=group-b')}`;
    expect(lines(plan(20, body).messages)).toEqual([]);
    expect(lines(plan(35, body).messages).join()).toContain(
      '“duration” is 35 minutes, and the parts that are not optional take 20',
    );
  });

  it('counts parts that shorter paths leave out, since the duration is that of the whole lesson', () => {
    expect(lines(plan(30, `${question('minutes=20')}\n${question('minutes=10 from=60')}`).messages)).toEqual([]);
    expect(lines(plan(20, `${question('minutes=20')}\n${question('minutes=10 from=60 optional')}`).messages)).toEqual(
      [],
    );
  });

  it('tells “from” of each part', () => {
    const { lesson } = plan(15, `${question('minutes=10 from=60')}\n:::prayer{minutes=5 from=45}\nAmen.\n:::\n`);
    expect(timedItems(lesson.body).map(({ from }) => from)).toEqual([60, 45]);
  });

  it.each(['from=0', 'from=601', 'from=soon', 'from=-5', 'from=4.5', 'from', 'from=""'])('refuses %s', (attribute) => {
    const { messages, lesson } = plan(10, question(`minutes=10 ${attribute}`));
    expect(messages.map(({ ruleId }) => ruleId)).toContain('wrong-attribute');
    expect(timedItems(lesson.body).map(({ from }) => from)).toEqual([undefined]);
  });
});
