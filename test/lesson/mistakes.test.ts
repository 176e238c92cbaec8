import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { lines, made } from './make.js';

// Each file holds one mistake; `UPDATE=1 npx vitest run test/lesson` writes their messages anew.
const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures', 'mistakes');
const path = join(folder, 'expected.json');
const names = readdirSync(folder).filter((name) => name.endsWith('.md'));
const messages = Object.fromEntries(
  names.map((name) => [name, lines(made(readFileSync(join(folder, name), 'utf8')).messages)]),
);
if (process.env.UPDATE) writeFileSync(path, `${JSON.stringify(messages, null, 1)}\n`);
const expected = JSON.parse(readFileSync(path, 'utf8'));

describe('one message for each mistake', () => {
  for (const name of names) {
    it(name, () => {
      expect(messages[name]).toEqual(expected[name]);
      expect(messages[name]).toHaveLength(1);
    });
  }
});
