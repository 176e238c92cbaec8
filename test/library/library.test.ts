import { describe, expect, it } from 'vitest';
import { build, check, layeredWorld, memoryOutput, preview } from '../../src/index.js';
import { diskWorld } from '../../src/world/disk.js';

const booklet = (lesson: string) =>
  layeredWorld(
    diskWorld(),
    new Map([
      ['/prayer/booklet.yaml', 'title: Ask, Seek, Knock\n'],
      ['/prayer/1-ask.md', `---\ntitle: Ask\n---\n\n${lesson}\n`],
    ]),
  );

describe('build', () => {
  it('takes a folder or several, and paths from a folder of the program’s choice', async () => {
    const output = memoryOutput();
    const world = booklet('Father, teach us to pray.');
    const { files, messages } = await build(['prayer/'], {
      cwd: '/',
      world,
      out: 'made',
      output,
      editions: ['leader'],
    });
    expect(messages).toEqual([]);
    expect(files.map(({ path }) => path)).toEqual(['/made/prayer/leader.pdf']);
    expect([...output.files.keys()]).toContain('/made/prayer/leader.pdf');
    expect(output.staged.size).toBe(0);
  });

  it('answers with mistakes instead of throwing, and tells where it is', async () => {
    const phases: string[] = [];
    const { files, messages } = await build('/prayer', {
      cwd: '/',
      world: booklet(':::nothing\n:::'),
      output: memoryOutput(),
      onProgress: ({ phase }) => phases.push(phase),
    });
    expect(files).toEqual([]);
    expect(messages.map(({ file, line, ruleId }) => [file, line, ruleId])).toEqual([
      ['/prayer/1-ask.md', 5, 'unknown-directive'],
    ]);
    expect(phases).toContain('parse');
  });
});

describe('check', () => {
  it('gives advice as well, and passes over what is not wanted', async () => {
    const world = booklet('The the words.');
    const rules = async (ignore?: ['repeated-word']) =>
      (await check('/prayer', { cwd: '/', world, quick: true, ...(ignore ? { ignore } : {}) })).map(
        (one) => one.ruleId,
      );
    expect(await rules()).toContain('repeated-word');
    expect(await rules(['repeated-word'])).not.toContain('repeated-word');
  });
});

describe('preview', () => {
  it('answers on this computer until it is closed', async () => {
    const shown = await preview('lessons/intercession');
    expect(shown.url).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/);
    expect((await fetch(`${shown.url}api/state`)).status).toBe(200);
    await shown.close();
    await expect(fetch(`${shown.url}api/state`)).rejects.toThrow();
  });
});
