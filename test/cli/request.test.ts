import { resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import type { BuildRequest } from '../../src/build.js';
import { withSlashes } from '../../src/world/path.js';
import { type Given, run } from './fake.js';

const packaged = withSlashes(resolve(import.meta.dirname, '../../templates'));

async function requested(argv: string[], given?: Given): Promise<BuildRequest> {
  const { requests, stderr } = await run(argv, given);
  expect(requests, stderr).toHaveLength(1);
  return requests[0] as BuildRequest;
}

describe('gathering build', () => {
  it('asks for every booklet under lessons when no folder is named', async () => {
    expect(await requested(['build'])).toEqual({
      base: '/work',
      booklets: ['/work/lessons/a', '/work/lessons/b'],
      templates: [packaged],
      out: '/work/output',
    });
  });

  it('passes on every option', async () => {
    const argv =
      'build x/y --edition leader,participant --theme plain --translation KJV --paper a4 --for home,screen --flip long --out made --quiet --json';
    expect(await requested(argv.split(' '))).toEqual({
      base: '/work',
      booklets: ['/work/x/y'],
      templates: [packaged],
      out: '/work/made',
      editions: ['leader', 'participant'],
      theme: 'plain',
      translation: 'KJV',
      paper: 'a4',
      targets: ['home', 'screen'],
      flip: 'long',
    });
  });

  it('refuses targets and edges that do not exist', async () => {
    for (const argv of [
      ['--for', 'fax'],
      ['--for', 'home,'],
      ['--flip', 'left'],
    ]) {
      const { exit, requests, stderr } = await run(['build', ...argv]);
      expect([exit, requests]).toEqual([2, []]);
      expect(stderr).toMatch(/screen, home|short or long/);
    }
  });

  it('makes paths absolute, names each folder once and leaves it to the build to say that one is missing', async () => {
    const { booklets } = await requested([
      'build',
      'lessons/a/',
      './lessons/a',
      '/elsewhere/c',
      '../d',
      '.',
      'lessons/a/booklet.yaml',
      'none/booklet.yaml',
    ]);
    expect(booklets).toEqual(['/work/lessons/a', '/elsewhere/c', '/d', '/work', '/work/none/booklet.yaml']);
  });

  it('takes editions from one list or several, each once', async () => {
    const { editions } = await requested(['build', '--edition', 'leader, participant', '--edition', 'leader,mine']);
    expect(editions).toEqual(['leader', 'participant', 'mine']);
  });

  it('takes the size of paper in capitals', async () => {
    expect((await requested(['build', '--paper', 'A4'])).paper).toBe('a4');
  });

  it('asks the author’s own templates before its own', async () => {
    const files = { '/work/lessons/a/booklet.yaml': '', '/work/templates/mine/theme.yaml': '' };
    expect((await requested(['build'], { files })).templates).toEqual(['/work/templates', packaged]);
  });

  it('does not ask its own templates twice', async () => {
    const cwd = resolve(packaged, '..');
    const files = { [`${cwd}/lessons/a/booklet.yaml`]: '', [`${packaged}/classic/theme.yaml`]: '' };
    expect((await requested(['build'], { cwd, files })).templates).toEqual([packaged]);
  });

  it('says where it looked when there is no booklet', async () => {
    const { exit, stdout, stderr, requests } = await run(['build'], { files: { '/work/readme.md': '' } });
    expect([exit, stdout, requests]).toEqual([1, '', []]);
    expect(stderr).toMatch(
      /^lessons {2}booklet-missing {2}no folder under “lessons” that has a booklet\.yaml; expected .*gathering build DIR\n1 error; nothing was written\n$/,
    );
    const json = await run(['build', '--json'], { files: {} });
    expect(JSON.parse(json.stdout).messages[0].rule).toBe('booklet-missing');
    expect([json.exit, json.stderr]).toEqual([1, '']);
  });
});
