import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { made, plain } from './make.js';

// Each folder has an `input.md` and what becomes of it; `UPDATE=1 npx vitest run test/lesson` writes the latter anew.
const folder = join(dirname(fileURLToPath(import.meta.url)), 'fixtures');
const names = readdirSync(folder).filter((name) => existsSync(join(folder, name, 'input.md')));

describe('lesson fixtures', () => {
  for (const name of names) {
    const source = readFileSync(join(folder, name, 'input.md'), 'utf8').replace(/\r\n/g, '\n');

    it(name, () => {
      const actual = plain(made(source));
      const path = join(folder, name, 'expected.json');
      if (process.env.UPDATE) writeFileSync(path, `${JSON.stringify(actual, null, 1)}\n`);
      expect(actual).toEqual(JSON.parse(readFileSync(path, 'utf8')));
    });

    it(`${name} with a byte order mark and the line ends of Windows`, () => {
      expect(plain(made(`\uFEFF${source.replace(/\n/g, '\r\n')}`))).toEqual(plain(made(source)));
    });
  }
});
