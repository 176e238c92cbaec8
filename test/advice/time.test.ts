import { describe, expect, it } from 'vitest';
import { advice } from './advised.js';

const question = (attributes: string) => `::::question{${attributes}}\nWhy?\n::::\n`;

describe('minutes-missing', () => {
  it('tells the few questions without minutes', async () => {
    const body = [question('minutes=5'), question('minutes=5'), question('lines=2')].join('\n');
    expect(await advice('minutes-missing', body)).toEqual(['13: question 3 without minutes']);
  });

  it.each([
    ['a lesson without any plan', [question('lines=1'), question('lines=2')].join('\n')],
    ['a lesson half of whose questions have none', [question('minutes=5'), question('lines=2')].join('\n')],
    [
      'a question in an activity that has minutes',
      [question('minutes=5'), question('minutes=5'), `:::::activity{minutes=9}\n${question('lines=2')}:::::\n`].join(
        '\n',
      ),
    ],
  ])('says nothing of %s', async (_, body) => {
    expect(await advice('minutes-missing', body)).toEqual([]);
  });
});

describe('minutes-too-few', () => {
  it('tells a part whose passage takes longer to read aloud', async () => {
    const body = '::::activity[Read]{minutes=1}\n::scripture[Hebrews 7]\n::::\n';
    const [found] = await advice('minutes-too-few', body);
    expect(found).toMatch(/^5: minutes=1 for a part that prints \d{3} words of scripture$/);
  });

  it('says nothing where there is time, or no passage is printed', async () => {
    const body =
      '::::activity[Read]{minutes=5}\n::scripture[Hebrews 7]\n::::\n\n::::activity[Look up]{minutes=1}\nRead Hebrews 7.\n::::\n\n::scripture[Hebrews 9]\n';
    expect(await advice('minutes-too-few', body)).toEqual([]);
  });
});
