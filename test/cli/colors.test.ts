import { describe, expect, it } from 'vitest';
import { built, type Given, message, run } from './fake.js';

const ESCAPE = '\u001b[';
// biome-ignore lint/suspicious/noControlCharactersInRegex: colours begin with one
const plain = (text: string) => text.replace(/\u001b\[\d+m/g, '');

const result = { files: [built()], messages: [message('image-alt')] };
const failed = { files: [], messages: [message('image-missing'), message('image-alt')] };
const terminals: Given = { isTTY: true, outTerminal: { columns: 80 } };

describe('colours', () => {
  it('make paths bold, errors red and warnings yellow, and change no word', async () => {
    const [coloured, without] = [await run(['build'], { result, ...terminals }), await run(['build'], { result })];
    expect(coloured.stdout).toContain(`${ESCAPE}1moutput/intercession/leader.pdf${ESCAPE}22m`);
    expect(coloured.stderr).toContain(`${ESCAPE}1mlessons/a/1.md:3:5${ESCAPE}22m  ${ESCAPE}33mimage-alt${ESCAPE}39m`);
    expect(coloured.stderr).toContain(`${ESCAPE}33m1 warning${ESCAPE}39m; 1 file written`);
    expect([plain(coloured.stdout), plain(coloured.stderr)]).toEqual([without.stdout, without.stderr]);

    const bad = await run(['build'], { result: failed, ...terminals });
    expect(bad.stderr).toContain(`${ESCAPE}31mimage-missing${ESCAPE}39m`);
    expect(bad.stderr).toContain(`${ESCAPE}31m1 error${ESCAPE}39m, ${ESCAPE}33m1 warning${ESCAPE}39m`);
    expect(plain(bad.stderr)).toBe((await run(['build'], { result: failed })).stderr);
  });

  it.each<[string, Given, out: boolean, err: boolean]>([
    ['neither is a terminal', {}, false, false],
    ['both are', terminals, true, true],
    ['standard output is a file', { isTTY: true }, false, true],
    ['standard error is a file', { outTerminal: { columns: 80 } }, true, false],
    ['NO_COLOR is set', { ...terminals, env: { NO_COLOR: '1' } }, false, false],
    ['NO_COLOR is empty', { ...terminals, env: { NO_COLOR: '' } }, true, true],
    ['the terminal is dumb', { ...terminals, env: { TERM: 'dumb' } }, false, false],
    ['FORCE_COLOR is set', { env: { FORCE_COLOR: '1' } }, true, true],
    ['FORCE_COLOR is 0', { ...terminals, env: { FORCE_COLOR: '0' } }, false, false],
    ['NO_COLOR and FORCE_COLOR are set', { ...terminals, env: { NO_COLOR: '1', FORCE_COLOR: '1' } }, false, false],
    ['it runs in CI, without a terminal', { env: { CI: 'true' } }, false, false],
  ])('where %s', async (_, given, out, err) => {
    const { stdout, stderr } = await run(['build'], { result, ...given });
    expect([stdout.includes(ESCAPE), stderr.includes(ESCAPE)]).toEqual([out, err]);
    const help = await run(['help', 'build'], given);
    expect(help.stdout.includes(`${ESCAPE}1mExamples:`)).toBe(out);
    const mistyped = await run(['biuld'], given);
    expect(mistyped.stderr.startsWith(`${ESCAPE}31merror:`)).toBe(err);
  });

  it('are never in what is meant for programs', async () => {
    for (const argv of [['build', '--json'], ['--version']]) {
      const { stdout } = await run(argv, { result, ...terminals, env: { FORCE_COLOR: '1' } });
      expect(stdout).not.toContain(ESCAPE);
    }
  });

  it('give help and mistakes the same words as without', async () => {
    for (const argv of [['help'], ['help', 'new', 'lesson'], ['build', '--paper', 'a5'], []]) {
      const [coloured, without] = [await run(argv, terminals), await run(argv)];
      expect([plain(coloured.stdout), plain(coloured.stderr)]).toEqual([without.stdout, without.stderr]);
      expect(coloured.stdout + coloured.stderr).toContain(ESCAPE);
    }
  });

  it('let no argument bring its own', async () => {
    const { stderr } = await run(['build', '--paper', '\u001b[32mgreen'], terminals);
    expect(stderr).not.toContain(`${ESCAPE}32m`);
  });
});
