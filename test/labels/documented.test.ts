import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { en } from '../../src/labels/en.js';
import { es } from '../../src/labels/es.js';

it('every label stands in docs/languages.md with its words in both languages', () => {
  const page = readFileSync(new URL('../../docs/languages.md', import.meta.url), 'utf8');
  const rows = page.slice(page.indexOf('## All labels')).split('\n');
  const missing = Object.keys(en).filter((name) => {
    const words = [en, es].map((all) => (all as Record<string, string>)[name]?.replaceAll('\u00a0', ' '));
    return !rows.some((row) => row.startsWith(`| \`${name}\` | ${words.join(' | ')} | `));
  });
  expect(missing).toEqual([]);
});
