import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { themes } from '../../src/build.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';
import { ROOT } from '../support/booklet.js';

const disk = diskWorld();
const CLASSIC = Object.fromEntries(
  ['theme.yaml', 'cover.svg'].map((name) => [
    `/gathering/templates/classic/${name}`,
    readFileSync(`${ROOT}/templates/classic/${name}`, 'utf8'),
  ]),
);

/** The themes of an author's folder `/w/templates` before those of a package that has `classic` alone. */
async function list(files: Record<string, string> = {}) {
  const own = Object.fromEntries(Object.entries(files).map(([path, text]) => [`/w/${path}`, text]));
  const world = memoryWorld({ ...CLASSIC, ...own }, { packages: disk });
  const found = await themes(world, ['/w/templates', '/gathering/templates']);
  return found.map(({ messages, ...theme }) => ({ ...theme, told: formatDiagnostics(messages) }));
}

describe('the list of themes', () => {
  it('has those that come with Gathering, all in working order, and no starter', async () => {
    const found = await themes(disk, [`${ROOT}/templates`]);
    expect(found.map(({ name }) => name)).toEqual(expect.arrayContaining(['classic', 'plain']));
    expect(found.map(({ name }) => name)).not.toContain('starter');
    for (const { name, from, description, messages } of found) {
      expect([name, from, formatDiagnostics(messages)]).toEqual([name, 'gathering', '']);
      expect(description, name).toMatch(/^\S.{10,}/);
    }
  });

  it('begins with the author’s own, each in its own words', async () => {
    const found = await list({
      'templates/harvest/theme.yaml': 'extends: classic\ndescription: "Green\\n  for \\u202e\\e[2J harvest"\n',
      'templates/quiet/theme.yaml': 'extends: harvest\n',
      'templates/notes.txt': '',
      'templates/empty/readme': '',
    });
    expect(found).toEqual([
      { name: 'harvest', description: 'Green for [2J harvest', from: 'own', told: '' },
      { name: 'quiet', description: 'extends harvest', from: 'own', told: '' },
      { name: 'classic', description: expect.stringMatching(/^An old-style/), from: 'gathering', told: '' },
    ]);
  });

  it('names one that takes the place of another once', async () => {
    const classic = CLASSIC['/gathering/templates/classic/theme.yaml'] ?? '';
    const own = classic
      .replace(/^description: .*$/m, 'description: Ours')
      .replace(/^cover: .*$/m, 'cover: {layout: none, align: left, sink: 10, ornament: none}');
    expect(await list({ 'templates/classic/theme.yaml': own })).toEqual([
      { name: 'classic', description: 'Ours', from: 'own', told: '' },
    ]);
  });

  it('has those that do not work, with what is wrong with them', async () => {
    const [a, b, c, d] = await list({
      'templates/a/theme.yaml': 'extends: clasic\ndescription: A\n',
      'templates/b/theme.yaml': 'extends: classic\nleeding: 1\n',
      'templates/c d/theme.yaml': 'extends: classic\n',
      'templates/e/theme.yaml': 'extends: classic\ncover: {art: none.svg}\n',
    });
    expect(a).toMatchObject({ name: 'a', description: '', told: expect.stringContaining('did you mean “classic”?') });
    expect(b?.told).toMatch(/^templates\/b\/theme.yaml:2:1 {2}unknown-key/);
    expect(c?.told).toBe(
      'templates/c d  unknown-theme  a theme in a folder called “c d”; expected a name of letters a to z, digits and hyphens, which booklets can call it by; rename the folder',
    );
    expect(d).toMatchObject({ description: 'extends classic', told: expect.stringContaining('theme-art') });
  });

  it('cuts a description that is no line', async () => {
    const [long] = await list({ 'templates/a/theme.yaml': `extends: classic\ndescription: ${'word '.repeat(99)}\n` });
    expect([...(long?.description ?? '')]).toHaveLength(160);
    expect(long?.description).toMatch(/…$/);
  });

  it('is of no folder but those that are there', async () => {
    expect(await themes(memoryWorld({}), ['/nowhere'])).toEqual([]);
  });
});
