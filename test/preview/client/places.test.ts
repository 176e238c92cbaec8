import { describe, expect, it } from 'vitest';
import { messageSentence, pageOfMessage, placeText } from '../../../src/preview/client/places.js';

describe('the page of a message', () => {
  const places = [
    { file: 'a.md', line: 5, page: 3 },
    { file: 'a.md', line: 20, page: 4 },
    { file: 'a.md', line: 20, page: 5 },
    { file: 'b.md', line: 1, page: 9 },
  ];

  it('is that of the last known line not after it', () => {
    expect([5, 19, 20, 500].map((line) => pageOfMessage(places, { file: 'a.md', line }))).toEqual([3, 3, 5, 5]);
  });

  it('is the first of the file where nothing is known before it', () => {
    expect(pageOfMessage(places, { file: 'a.md', line: 2 })).toBe(3);
    expect(pageOfMessage(places, { file: 'b.md' })).toBe(9);
  });

  it('is none where the edition shows nothing of the file', () => {
    expect(pageOfMessage(places, { file: 'booklet.yaml', line: 3 })).toBeUndefined();
    expect(pageOfMessage([], { file: 'a.md' })).toBeUndefined();
  });
});

describe('the words of a message', () => {
  it('name the place as terminals do', () => {
    expect(placeText({ file: 'a.md', line: 3, column: 7 })).toBe('a.md:3:7');
    expect(placeText({ file: 'a.md', line: 3 })).toBe('a.md:3');
    expect(placeText({ file: 'a.md', column: 7 })).toBe('a.md');
  });

  it('make one sentence', () => {
    const message = { found: 'no title', expected: 'a title', advice: 'add one' };
    expect(messageSentence(message)).toBe('No title; expected a title; add one.');
    expect(messageSentence({ ...message, advice: 'did you mean “title”?' })).toMatch(/“title”\?$/);
  });
});
