import { describe, expect, it } from 'vitest';
import type { CliIo } from '../../src/cli/io.js';
import { program } from '../../src/cli/program.js';
import { diagnostic } from '../../src/diagnostics/diagnostic.js';
import { run } from './fake.js';

/** A survey that remembers what it was asked for and finds no booklet. */
function noBooklet() {
  const asked: unknown[] = [];
  const survey: CliIo['survey'] = async (_world, folder, { base }) => {
    asked.push([folder, base]);
    const problem = { file: 'x', found: 'nothing', expected: 'a booklet', advice: 'look again' };
    return { value: undefined, messages: [diagnostic({ rule: 'booklet-missing', ...problem })] };
  };
  return { asked, survey };
}

describe('gathering customize', () => {
  it.each([
    [['x']],
    [['./x/', '--to', 'y']],
    [['x', '--change', 'a.b', 'c.d', '--accept', 'e.f,g.h']],
    [['/work/x', '--change', 'a.b', '--change', 'c.d']],
  ])('%j looks at the booklet and says what is wrong with it', async (argv) => {
    const { asked, survey } = noBooklet();
    const { exit, stdout, stderr } = await run(['customize', ...argv], { survey });
    expect(asked).toEqual([['/work/x', '/work']]);
    expect([exit, stdout]).toEqual([1, '']);
    expect(stderr).toBe('x  booklet-missing  nothing; expected a booklet; look again\n');
  });

  it('takes ids after one option or several, each once', async () => {
    const sink = { write: () => {} };
    const command = program({ stdout: sink, stderr: sink, columns: 80, version: '0' }, async () => {});
    const argv = 'customize x --change a.b c.d --accept e.f,g.h --change c.d,i.j --to y'.split(' ');
    await command.parseAsync(argv, { from: 'user' });
    const customize = command.commands.find((one) => one.name() === 'customize');
    expect(customize?.args).toEqual(['x']);
    expect(customize?.opts()).toEqual({ change: ['a.b', 'c.d', 'i.j'], accept: ['e.f', 'g.h'], to: 'y' });
  });

  it.each([
    [[], 'missing required argument'],
    [[''], 'BOOKLET is empty'],
    [['x', 'y'], 'too many arguments'],
    [['x', '--to='], '--to is empty'],
    [['x', '--change'], 'argument missing'],
    [['x', '--change', ''], '--change is empty'],
    [['x', '--chnage', 'y'], 'Did you mean --change?'],
    [['x', '--to', 'y', '--accept', 'a'], '--accept'],
  ])('%j leaves with 2', async (argv, said) => {
    const { asked, survey } = noBooklet();
    const { exit, stdout, stderr } = await run(['customize', ...argv], { survey });
    expect(stderr).toContain(said);
    expect([exit, stdout, asked]).toEqual([2, '', []]);
  });
});
