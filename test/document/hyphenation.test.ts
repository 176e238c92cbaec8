import { describe, expect, it } from 'vitest';
import { loadHyphenation, undivided } from '../../src/document/hyphenation.js';

describe('loadHyphenation', () => {
  it('divides a word alike each time, and works it out once', async () => {
    const hyphenate = await loadHyphenation('en');
    const parts = hyphenate('“hyphenation,');
    expect(parts).toEqual(['“hy', 'phen', 'ation,']);
    expect(hyphenate('“hyphenation,')).toBe(parts);
  });

  it('knows words of each language apart', async () => {
    const [english, spanish] = [await loadHyphenation('en'), await loadHyphenation('es')];
    expect(english('generations')).toEqual(['gen', 'er', 'a', 'tions']);
    expect(spanish('generations')).not.toEqual(english('generations'));
    expect(english('generations')).toEqual(['gen', 'er', 'a', 'tions']);
  });

  it('cuts what no line could hold, by characters and not by halves of them', () => {
    const long = 'https://example.org/a/very/long/address';
    expect(undivided(long).join('')).toBe(long);
    expect(undivided(long).every(({ length }) => length <= 10)).toBe(true);
    const harps = '𝄞'.repeat(20);
    expect(undivided(harps)).toEqual([harps]);
    expect(undivided('short')).toEqual(['short']);
  });
});
