import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { CODE, PROGRAM_FOLDER } from '../../src/program/folder.js';
import { ROOT } from '../support/booklet.js';

it('the program knows its folder and that of its code', () => {
  expect(PROGRAM_FOLDER).toBe(ROOT.replaceAll('\\', '/'));
  expect(existsSync(new URL('program/folder.ts', CODE))).toBe(true);
  expect(fileURLToPath(CODE).replaceAll('\\', '/')).toBe(`${PROGRAM_FOLDER}/src/`);
});
