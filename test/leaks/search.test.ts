import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { lettersOf } from '../../src/leaks/letters.js';
import { indexNeedles, type Needle, search } from '../../src/leaks/search.js';
import { wordsOf } from '../../src/leaks/words.js';

/** Every find, looked for at each letter in turn. */
function everyFind(words: ReturnType<typeof wordsOf>, needles: readonly Needle[]) {
  const text = words.map(({ letters }) => letters).join('');
  const wordOf = words.flatMap(({ letters }, word) => [...letters].map(() => word));
  const isEdge = (at: number) => at === 0 || at === text.length || wordOf[at] !== wordOf[at - 1];
  return [...text].flatMap((_, at) =>
    needles.flatMap(({ letters, whole }) => {
      const end = at + letters.length;
      if (!text.startsWith(letters, at) || (whole && !(isEdge(at) && isEdge(end)))) return [];
      return [[letters, wordOf[at], wordOf[end - 1]]];
    }),
  );
}

describe('search', () => {
  it('finds what a look at every letter finds', () => {
    // Two letters, one of them of more than eight bits, so that texts are full of what is nearly found.
    const word = fc.string({ unit: fc.constantFrom('a', 'ж'), minLength: 1, maxLength: 5 });
    const needle = fc.record({
      letters: fc.string({ unit: fc.constantFrom('a', 'ж'), minLength: 6, maxLength: 8 }),
      whole: fc.boolean(),
    });
    const needles = fc.uniqueArray(needle, {
      minLength: 1,
      maxLength: 40,
      size: 'max',
      selector: ({ letters }) => letters,
    });
    let finds = 0;
    fc.assert(
      fc.property(fc.array(word, { maxLength: 60, size: 'max' }), needles, (texts, looked) => {
        const words = wordsOf(texts.join(' '));
        const found = search(lettersOf(words), indexNeedles(looked)).map(({ needle: { letters }, first, last }) => [
          letters,
          first,
          last,
        ]);
        expect(found.sort()).toEqual(everyFind(words, looked).sort());
        finds += found.length;
      }),
      { seed: 1 },
    );
    expect(finds).toBeGreaterThan(100);
  });

  it('looks at nothing where there is nothing to find', () => {
    expect(search(lettersOf(wordsOf('Ask, and it will be given you.')), new Map())).toEqual([]);
  });
});
