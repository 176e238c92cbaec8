import { describe, expect, it } from 'vitest';
import { es } from '../../src/labels/es.js';
import { labelsFor } from '../../src/labels/labels-for.js';
import { ENGLISH } from '../../src/labels/make.js';
import { dateWords, labelWords } from '../../src/labels/words.js';

const letters = (texts: readonly string[]) => [...new Set(texts.join(''))].filter((c) => /\p{L}/u.test(c)).sort();

describe('labelWords', () => {
  it('has every letter of a catalogue', () => {
    const texts = Object.values(es).map((text) => text.replace(/\{[a-z]+\}/g, ''));
    const spanish = labelsFor('es', {}, { file: 'booklet.yaml', placeOf: () => undefined }).value;
    expect(letters(labelWords(spanish))).toEqual(letters(texts));
  });

  it('has both forms of what is counted', () => {
    const text = labelWords(ENGLISH).join('\n');
    expect(text).toContain('verse is');
    expect(text).toContain('verses are');
  });
});

describe('dateWords', () => {
  it('names every month and every day', () => {
    const text = dateWords('en').join(' ');
    const days = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
    const months = ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October'];
    for (const name of [...days, ...months, 'November', 'December', 'Sun,', 'Sep']) expect(text).toContain(name);
  });

  it('has the letters of the language', () => {
    expect(letters(dateWords('ru')).join('')).toContain('я');
  });
});
