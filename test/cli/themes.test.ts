import { describe, expect, it } from 'vitest';
import type { ListedTheme, ThemeSheetRequest } from '../../src/build.js';
import { memoryOutput } from '../support/memory-output.js';
import { type Given, message, run } from './fake.js';

const THEMES: ListedTheme[] = [
  { name: 'harvest', description: 'Ochre and brown, for the weeks of autumn', from: 'own', messages: [] },
  { name: 'classic', description: 'An old-style book face', from: 'gathering', messages: [] },
  { name: 'lake', description: 'Blue \u202e', from: 'gathering-theme-lake', messages: [] },
];
const BROKEN: ListedTheme = { name: 'odd', description: '', from: 'own', messages: [message('unknown-key', 'x.yaml')] };

const listed = (argv: string[] = [], themes = THEMES, given: Given = {}) =>
  run(['themes', ...argv], { themes: async () => themes, ...given });

describe('gathering themes', () => {
  it('lists them with what they say of themselves and where they come from', async () => {
    const { exit, stdout, stderr } = await listed();
    expect([exit, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        'harvest  Ochre and brown, for the weeks of autumn',
        '         templates/harvest',
        'classic  An old-style book face',
        'lake     Blue \\u{202e}',
        '         gathering-theme-lake',
        '',
      ].join('\n'),
    );
  });

  it('keeps within the terminal', async () => {
    const { stdout } = await listed([], THEMES, { outTerminal: { columns: 32 }, env: { NO_COLOR: '1' } });
    expect(stdout).toMatch(/^harvest {2}Ochre and brown, for\n {9}the weeks of autumn\n/);
    for (const line of stdout.split('\n')) expect(line.length).toBeLessThanOrEqual(32);
  });

  it('asks for those of the author before its own', async () => {
    const asked: unknown[] = [];
    const files = { '/work/templates/mine/theme.yaml': '' };
    const themes: Given['themes'] = async (_world, folders, base) => {
      asked.push(folders, base);
      return [];
    };
    await run(['themes'], { files, themes });
    expect(asked).toEqual([['/work/templates', expect.stringMatching(/\/templates$/)], '/work']);
  });

  it('says what is wrong with one that cannot be used, and leaves with 1', async () => {
    const { exit, stdout, stderr } = await listed([], [BROKEN, ...THEMES]);
    expect(exit).toBe(1);
    expect(stdout).toContain('odd      templates/odd: cannot be used as it is\n');
    expect(stderr).toContain('x.yaml:3:5  unknown-key');
  });

  it('gives the same as data', async () => {
    const { stdout, stderr } = await listed(['--json'], [BROKEN]);
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({
      version: 1,
      themes: [{ name: 'odd', description: '', from: 'own', usable: false }],
      messages: [expect.objectContaining({ rule: 'unknown-key', file: 'x.yaml' })],
    });
  });
});

describe('gathering themes --sheet', () => {
  /** What the sheet was asked for, and what was written. */
  async function sheet(argv: string[], given: Given = {}) {
    const output = memoryOutput();
    const requests: ThemeSheetRequest[] = [];
    const ran = await run(['themes', ...argv], {
      output,
      themeSheet: async (_world, request) => {
        requests.push(request);
        return { value: { bytes: new Uint8Array([1]), themes: ['classic'] }, messages: [] };
      },
      ...given,
    });
    return { ...ran, asked: requests[0], written: [...output.files.keys()] };
  }

  it('shows them on the first booklet there is', async () => {
    const { exit, stdout, asked, written } = await sheet(['--sheet']);
    expect([exit, stdout]).toEqual([0, 'output/themes.pdf\n']);
    expect(asked).toMatchObject({ base: '/work', folder: '/work/lessons/a' });
    expect(written).toEqual(['/work/output/themes.pdf']);
  });

  it('shows them on the booklet and the lesson that are named, in the file that is', async () => {
    const { asked, written } = await sheet(['lessons/b', '--sheet', 'looks.pdf', '--lesson', '2']);
    expect(asked).toMatchObject({ folder: '/work/lessons/b', lesson: '2' });
    expect(written).toEqual(['/work/looks.pdf']);
  });

  it('shows them on the sample where there is no booklet', async () => {
    expect((await sheet(['--sheet'], { files: {} })).asked?.folder).toMatch(/\/templates\/starter$/);
  });

  it('tells of it as data', async () => {
    const { stdout } = await sheet(['--sheet', '--json']);
    expect(JSON.parse(stdout)).toEqual({ version: 1, sheet: 'output/themes.pdf', themes: ['classic'], messages: [] });
  });

  it('writes nothing where there is nothing to show', async () => {
    const themeSheet: Given['themeSheet'] = async () => ({ value: undefined, messages: [message('unknown-lesson')] });
    const { exit, stdout, stderr, written } = await sheet(['--sheet'], { themeSheet });
    expect([exit, stdout, written]).toEqual([1, '', []]);
    expect(stderr).toContain('unknown-lesson');
  });

  it('is what a booklet and a lesson are for', async () => {
    for (const argv of [['lessons/a'], ['--lesson', '2']]) {
      const { exit, stderr, asked } = await sheet(argv);
      expect([exit, asked]).toEqual([2, undefined]);
      expect(stderr).toContain('--sheet');
    }
  });
});
