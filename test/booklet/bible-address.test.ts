import { expect, it } from 'vitest';
import { isBibleAddress } from '../../src/booklet/bible-address.js';
import { loadBooklet } from '../../src/booklet/load.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { memoryWorld } from '../../src/world/memory.js';

it.each([
  'https://example.org/bible/{osis}',
  'https://example.org/?search={reference}&version={translation}',
  'https://example.org/{translation}/{book}/{chapter}#{verse}',
])('takes %s', (address) => {
  expect(isBibleAddress(address)).toBe(true);
});

it.each([
  'http://example.org/{osis}',
  'javascript:alert("{osis}")',
  'https://example.org/bible',
  'https://example.org/{chapter}/{verse}',
  'https://example.org/{name}/{osis}',
  'https://{book}.example.org/{osis}',
  'https://{osis}',
  'https://example.org@evil.test/{osis}',
  'https://example.org/{osis',
  'https://example.org/{{osis}}',
  'https://example.org/a b/{osis}',
  'example.org/{osis}',
])('takes no %s', (address) => {
  expect(isBibleAddress(address)).toBe(false);
});

it('says at its place what is wrong', async () => {
  const world = memoryWorld({
    '/w/a/booklet.yaml': 'title: A\nbible: http://example.org/{osis}\n',
    '/w/a/1-one.md': '# One',
  });
  const { messages } = await loadBooklet(world, '/w/a', { base: '/w' });
  expect(formatDiagnostics(messages)).toBe(
    'a/booklet.yaml:2:8  wrong-value  “bible” is “http://example.org/{osis}”; expected an address that begins with https:// and has {osis}, {reference} or {book} in it; in braces it may hold osis, book, chapter, verse, reference, translation; write it as in https://example.org/bible/{osis}',
  );
});
