import { describe, expect, it } from 'vitest';
import { EXIT_CODES } from '../../src/cli/exit-codes.js';
import { run } from './fake.js';

describe('help and version', () => {
  it('prints the version', async () => {
    for (const flag of ['--version', '-V']) {
      expect(await run([flag])).toEqual({ exit: 0, stdout: '1.2.3\n', stderr: '', requests: [] });
    }
  });

  it.each([
    [['--help'], 'gathering build  '],
    [['-h'], 'gathering build  '],
    [['help'], 'gathering build  '],
    [['build', '--help'], 'gathering build  '],
    [['help', 'build'], 'gathering build  '],
    [['plan', '--help'], 'gathering plan '],
    [['preflight', '--help'], 'gathering preflight '],
    [['answers', '--help'], 'gathering answers '],
    [['customize', '--help'], 'gathering customize '],
    [['new', '--help'], 'gathering new booklet '],
    [['new', 'lesson', '-h'], 'gathering new lesson '],
  ])('%j prints help with examples of its own and every exit code', async (argv, example) => {
    const { exit, stdout, stderr, requests } = await run(argv);
    expect([exit, stderr, requests]).toEqual([0, '', []]);
    expect(stdout).toContain(`\nExamples:\n  ${example}`);
    expect(stdout.match(/^Examples:$/gm)).toHaveLength(1);
    for (const { code, meaning } of Object.values(EXIT_CODES)) expect(stdout).toContain(`  ${code}  ${meaning}\n`);
  });

  it('describes every option of build', async () => {
    const { stdout } = await run(['build', '--help']);
    for (const option of ['[DIR...]', '--edition', '--theme', '--translation', '--paper', '--out', '--quiet', '--json'])
      expect(stdout).toContain(option);
  });

  it.each([
    [
      ['new', '--help'],
      ['booklet [options] <NAME...>', 'lesson [options] <NAME...>'],
    ],
    [
      ['new', 'booklet', '--help'],
      ['<NAME...>', '--to'],
    ],
    [
      ['new', 'lesson', '--help'],
      ['<NAME...>', '--booklet'],
    ],
    [
      ['customize', '--help'],
      ['<BOOKLET>', '--to', '--change', '--accept'],
    ],
  ])('describes what %j can do', async (argv, described) => {
    const { exit, stdout } = await run(argv);
    expect(exit).toBe(0);
    for (const words of described) expect(stdout).toContain(words);
  });

  it('keeps the options within a narrow terminal', async () => {
    const { stdout } = await run(['build', '--help'], { columns: 70 });
    const [options = ''] = stdout.split('Examples:');
    for (const line of options.split('\n')) expect(line.length, line).toBeLessThanOrEqual(70);
  });
});

describe('bad usage', () => {
  it.each([
    [['buidl'], "unknown command 'buidl'\n(Did you mean build?)"],
    [['build', '--editon', 'leader'], "unknown option '--editon'\n(Did you mean --edition?)"],
    [['--versoin'], "unknown option '--versoin'\n(Did you mean --version?)"],
    [['build', '--theme'], 'argument missing'],
    [['build', '--theme', ''], '--theme is empty'],
    [['build', '--translation', ' '], '--translation is empty'],
    [['build', '--out='], '--out is empty'],
    [['build', ''], 'DIR is empty'],
    [['build', '--edition', 'leader,,participant'], 'edition’s name is empty'],
    [['build', '--edition', ''], 'edition’s name is empty'],
    [['build', '--paper', 'a5'], 'It must be letter or a4.'],
    [['build', '--paper', 'constructor'], 'It must be letter or a4.'],
    [['build', '--json=yes'], '--json'],
  ])('%j leaves with 2 and says what is wrong', async (argv, said) => {
    const { exit, stdout, stderr, requests } = await run(argv);
    expect(stderr).toContain(said);
    expect(stderr).toContain('gathering --help');
    expect([exit, stdout, requests]).toEqual([2, '', []]);
  });

  it('shows the help when nothing is asked for', async () => {
    const { exit, stdout, stderr } = await run([]);
    expect([exit, stdout]).toEqual([2, '']);
    expect(stderr).toContain('Usage: gathering');
  });

  it('does not let an argument drive the terminal', async () => {
    const { stderr } = await run(['build', '--\u001b[31mred\u009b2J']);
    expect(stderr).toContain('--\\u{1b}[31mred\\u{9b}2J');
    for (const control of ['\u001b', '\u009b']) expect(stderr).not.toContain(control);
  });
});

describe('the exit codes', () => {
  it('do not change', () => {
    expect(Object.entries(EXIT_CODES).map(([name, { code }]) => [name, code])).toEqual([
      ['done', 0],
      ['input', 1],
      ['usage', 2],
      ['internal', 3],
    ]);
  });
});
