import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it, vi } from 'vitest';
import type { Text } from '../../src/lesson/model.js';
import { allBlocks } from '../../src/lesson/walk.js';
import { made, plain } from './make.js';

const fixtures = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');
const real = ['every-directive', 'commonmark', 'gfm', 'images', 'html', 'variables'].map((name) =>
  readFileSync(join(fixtures, name, 'input.md'), 'utf8'),
);

/** Pieces that mean something to the format, in any order. */
const piece = fc.constantFrom(
  ...[':::', '::::', '::', ':', 'question', 'answer', 'leader', 'hymn', 'refrain', 'readings', 'lines', 'blank', 'ref'],
  ...[
    'scripture',
    '[',
    ']',
    '{',
    '}',
    '{{',
    '}}',
    'church',
    '#',
    '=',
    '"',
    "'",
    '\n',
    '\n\n',
    '    ',
    '- ',
    '> ',
    '| a | b |',
  ],
  ...[
    '\n|---|---|\n',
    '`',
    '```\n',
    '*',
    '**',
    '~~',
    '![',
    '](',
    'images/ark.png',
    ')',
    '[^1]',
    '[^1]: ',
    '<b>',
    '<!--',
    '-->',
  ],
  ...[
    '---\n',
    'title: T\n',
    '&amp;',
    '\\',
    'word',
    'Luke 22:31',
    '\r\n',
    '\t',
    '\u0000',
    '\uFEFF',
    '\uD800',
    '☧',
    '--',
    '...',
  ],
);

const mutated = fc
  .record({
    source: fc.constantFrom(...real),
    at: fc.nat(),
    length: fc.nat(40),
    put: fc.array(piece, { maxLength: 6 }),
  })
  .map(({ source, at, length, put }) => {
    const start = at % source.length;
    return source.slice(0, start) + put.join('') + source.slice(start + length);
  });

/** Every text of a lesson, wherever it stands. */
function texts(value: unknown): Text[] {
  if (typeof value !== 'object' || value === null || value instanceof Uint8Array) return [];
  if ('type' in value && value.type === 'text') return [value as Text];
  return Object.values(value).flatMap(texts);
}

describe('any input', () => {
  it('is read without throwing or printing, and in the same way twice', () => {
    const log = vi.spyOn(console, 'log');
    const sources = fc.oneof(
      mutated,
      fc.array(piece, { maxLength: 60 }).map((pieces) => `---\ntitle: T\n---\n\n${pieces.join('')}`),
      fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join('')),
      fc.string({ unit: 'binary', maxLength: 200 }),
    );
    fc.assert(
      fc.property(sources, (source) => {
        const once = made(source);
        expect(plain(made(source))).toEqual(plain(once));
        const ids = [...allBlocks(once.lesson)].flatMap((block) => ('id' in block ? [block.id] : []));
        expect(new Set(ids).size).toBe(ids.length);
        for (const text of texts(once.lesson))
          for (const index of text.breaks ?? []) expect(text.value[index]).toBe(' ');
      }),
      { numRuns: 600, seed: 7 },
    );
    expect(log).not.toHaveBeenCalled();
  });

  it('gives messages with a place inside the file', () => {
    fc.assert(
      fc.property(mutated, (source) => {
        const count = source.split(/\r\n|\n|\r/).length;
        for (const message of made(source).messages) {
          expect(message.line).toBeGreaterThan(0);
          expect(message.line).toBeLessThanOrEqual(count);
          expect(message.column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 300, seed: 7 },
    );
  });
});
