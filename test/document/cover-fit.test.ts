import { describe, expect, it } from 'vitest';
import { coverShare } from '../../src/document/cover-fit.js';
import { sampleBooklet } from '../support/sample.js';

const cover = async (title: string, more = {}) => {
  const { theme } = await sampleBooklet();
  const facts = { title, subtitle: '', church: '', mark: 0, least: 0.75, width: 250, height: 230, ...more };
  return coverShare(facts, theme);
};

describe('the type of a narrow cover', () => {
  it('is the theme’s where it fits', async () => {
    expect(await cover('Hope')).toBe(1);
  });

  it('is smaller the more there is', async () => {
    const title = 'The Letter to the Hebrews in Eleven Evenings';
    const long = await cover(title, { subtitle: 'For those who are tired', height: 200 });
    const longer = await cover(title, {
      subtitle: 'For those who are tired',
      church: 'Grace Chapel',
      mark: 50,
      height: 200,
    });
    expect(long).toBeLessThan(1);
    expect(longer).toBeLessThan(long);
  });

  it('is never so small that it is no title', async () => {
    expect(await cover('Words without end '.repeat(40))).toBe(0.5);
  });
});
