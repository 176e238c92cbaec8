import { execFileSync, spawnSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, describe, expect, it, vi } from 'vitest';
import { EDITION_NAMES, TRANSLATION_NAMES } from '../../src/booklet/names.js';
import { BASH_SCRIPT } from '../../src/cli/completion/bash.js';
import { BUILT_IN } from '../../src/cli/completion/values.js';
import { TARGETS } from '../../src/geometry/targets.js';
import { run } from './fake.js';

const FILES = {
  '/work/lessons/acts/booklet.yaml': 'title: Acts\neditions: [leader, {name: youth, extends: participant}]\n',
  '/work/lessons/luke/booklet.yaml': 'title: Luke\n',
  '/work/lessons/notes/readme.md': '',
  '/work/mine/booklet.yaml': 'title: [unclosed',
  '/work/templates/harvest/theme.yaml': 'extends: classic\n',
};

/** What is offered, and what the shell is told to do. */
async function offered(...words: string[]): Promise<{ values: string[]; directive: string; lines: string[] }> {
  const { exit, stdout, stderr } = await run(['complete', '--', ...words], { files: FILES });
  expect([exit, stderr]).toEqual([0, '']);
  const lines = stdout.trimEnd().split('\n');
  const directive = lines.pop() ?? '';
  return { values: lines.map((line) => line.split('\t')[0] ?? ''), directive, lines };
}

const valuesOf = async (...words: string[]) => (await offered(...words)).values;

describe('what is offered', () => {
  it('are the commands, with what they do', async () => {
    const { values, lines, directive } = await offered('');
    expect(values).toEqual(expect.arrayContaining(['build', 'list', 'plan', 'new', 'completion', 'help']));
    expect(values).not.toContain('complete');
    expect(lines).toContain('list\tshow which booklets there are');
    expect(directive).toBe(':4');
    expect(await valuesOf('pl')).toEqual(['plan']);
    expect(await valuesOf('new', '')).toEqual(expect.arrayContaining(['booklet', 'lesson']));
    expect(await valuesOf('help', 'b')).toEqual(['build']);
    expect(await valuesOf('help', 'new', 'le')).toEqual(['lesson']);
    expect(await valuesOf('nothing', 'x')).toEqual([]);
  });

  it('are the options of the command, each once', async () => {
    expect(await valuesOf('build', '--e')).toEqual(['--edition']);
    expect(await valuesOf('build', '--')).toEqual(expect.arrayContaining(['--for', '--json', '--help']));
    expect(await valuesOf('build', '--json', '--j')).toEqual(['--jobs']);
    expect(await valuesOf('build', '--json', '--jobs', '2', '--j')).toEqual([]);
    expect(await valuesOf('new', 'lesson', '--')).toEqual(['--booklet', '--help']);
  });

  it.each<[string[], string[]]>([
    [['build', '--for', ''], [...TARGETS]],
    [
      ['build', '--for', 'home,p'],
      ['home,press', 'home,phone'],
    ],
    [['build', '--for=scr'], ['screen']],
    [
      ['build', '--paper', ''],
      ['letter', 'a4'],
    ],
    [['plan', '--flip', 'l'], ['long']],
    [['build', '--translation', 'K'], ['KJV']],
    [['build', '--theme', ''], ['harvest']],
    [
      ['build', '--edition', ''],
      ['leader', 'participant', 'large-print', 'handout', 'youth'],
    ],
    [
      ['build', 'lessons/luke', '--edition', ''],
      ['leader', 'participant', 'large-print', 'handout'],
    ],
    [['build', 'mine', '--edition', 'leader,participant,l'], ['leader,participant,large-print']],
    [['preflight', 'x.pdf', '--for', 'co'], ['copyshop']],
    [
      ['check', '--format', ''],
      ['text', 'json', 'github'],
    ],
    [['check', '--ignore', 'alt-text,minutes-m'], ['alt-text,minutes-missing']],
    [
      ['completion', ''],
      ['bash', 'zsh', 'fish', 'powershell'],
    ],
  ])('after %j are %j', async (words, expected) => {
    expect(await valuesOf(...words)).toEqual(expected);
  });

  it('are the folders of booklets', async () => {
    expect(await valuesOf('build', '')).toEqual(['mine', 'lessons/acts', 'lessons/luke']);
    expect(await valuesOf('build', 'lessons/')).toEqual(['lessons/acts', 'lessons/luke']);
    expect(await valuesOf('build', 'lessons/acts', '--json', 'lessons/l')).toEqual(['lessons/luke']);
    expect(await valuesOf('customize', 'm')).toEqual(['mine']);
    expect(await valuesOf('new', 'lesson', 'Words', '--booklet', 'lessons/a')).toEqual(['lessons/acts']);
    expect(await offered('build', 'elsewhere/')).toMatchObject({ values: [], directive: ':16' });
  });

  it('are files and folders where the shell knows best', async () => {
    expect(await offered('preflight', '')).toMatchObject({ values: [], directive: ':0' });
    expect(await offered('answers', 'a.pdf', '--out', '')).toMatchObject({ values: [], directive: ':0' });
    expect(await offered('build', '--out', '')).toMatchObject({ values: [], directive: ':16' });
    expect(await offered('new', 'booklet', '')).toMatchObject({ values: [], directive: ':4' });
  });

  it('are no names that would be lines of their own', async () => {
    const files = { '/work/lessons/a\nb/booklet.yaml': '', '/work/lessons/c/booklet.yaml': '' };
    const { stdout } = await run(['complete', '--', 'build', 'lessons/'], { files });
    expect(stdout).toBe('lessons/c\t\n:4\n');
  });

  it('has the names that booklets know', () => {
    expect(BUILT_IN).toEqual({ editions: [...EDITION_NAMES], translations: [...TRANSLATION_NAMES] });
  });
});

describe('gathering completion', () => {
  afterEach(() => vi.restoreAllMocks());

  it.each(['zsh', 'fish', 'powershell'])('prints a script for %s that asks the command', async (shell) => {
    const log = vi.spyOn(console, 'log').mockImplementation(() => {});
    const { exit, stderr } = await run(['completion', shell]);
    expect([exit, stderr]).toEqual([0, '']);
    expect(log.mock.calls.join('\n')).toMatch(/gathering complete '?--/);
  });

  it('knows no other shell', async () => {
    const { exit, stderr } = await run(['completion', 'fihs']);
    expect([exit, stderr]).toEqual([2, expect.stringContaining('(Did you mean fish?)')]);
  });

  it('prints the script for bash', async () => {
    expect(await run(['completion', 'bash'])).toMatchObject({ exit: 0, stdout: BASH_SCRIPT, stderr: '' });
  });
});

const hasBash = spawnSync('bash', ['--version']).status === 0;

describe.skipIf(!hasBash)('the script for bash', () => {
  const folder = mkdtempSync(join(tmpdir(), 'gathering-completion-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  /** What bash makes of a line when the tabulator is pressed at its end, with a command that answers what it is told to. */
  function complete(line: string, answer: string): { replies: string[]; asked: string[] } {
    mkdirSync(join(folder, 'a b'), { recursive: true });
    writeFileSync(join(folder, 'answer'), answer);
    writeFileSync(join(folder, 'gathering'), '#!/bin/sh\nprintf "%s\\n" "$@" > asked\ncat answer\n');
    chmodSync(join(folder, 'gathering'), 0o755);
    // As readline parts words: at spaces, and at = as a word of its own.
    const words = line.split(/ |(=)/).filter((word) => word !== undefined);
    const script = `${BASH_SCRIPT}\nCOMP_WORDS=("$@")\nCOMP_CWORD=$(($# - 1))\n_gathering_completion\n(( \${#COMPREPLY[@]} )) && printf '%s\\n' "\${COMPREPLY[@]}"; cat asked >&2`;
    const env = { ...process.env, PATH: `${folder}:${process.env.PATH}` };
    const { stdout, stderr } = spawnSync('bash', ['--norc', '-u', '-c', script, 'bash', ...words], {
      cwd: folder,
      env,
      encoding: 'utf8',
    });
    const lines = (text: string) => text.split('\n').slice(0, -1);
    return { replies: lines(stdout), asked: lines(stderr) };
  }

  it('offers what the command answers, without its descriptions', () => {
    const { replies, asked } = complete('gathering build --edition l', 'leader\tfor leaders\nlarge-print\t\n:4\n');
    expect(asked).toEqual(['complete', '--', 'build', '--edition', 'l']);
    expect(replies).toEqual(['leader', 'large-print']);
  });

  it('asks about the empty word at the end', () => {
    expect(complete('gathering ', 'build\t\n:4\n').asked).toEqual(['complete', '--', '']);
  });

  it.each(['--for=ho', '--for='])('puts together what bash has parted: %s', (typed) => {
    const { replies, asked } = complete(`gathering build ${typed}`, 'home\t\n:4\n');
    expect(asked).toEqual(['complete', '--', 'build', typed]);
    expect(replies).toEqual(['home']);
  });

  it('quotes what a shell would take apart', () => {
    expect(complete('gathering build les', 'lessons/a b\t\n:4\n').replies).toEqual(['lessons/a\\ b']);
  });

  it('never runs what was typed', () => {
    const { asked } = complete('gathering build $(touch$IFS"oops")`touch$IFS"oops"`', ':4\n');
    expect(asked[3]).toBe('$(touch$IFS"oops")`touch$IFS"oops"`');
    expect(execFileSync('ls', { cwd: folder, encoding: 'utf8' })).not.toContain('oops');
  });

  it('offers files or folders where it is told to, and else nothing', () => {
    expect(complete('gathering preflight a', ':0\n').replies.sort()).toEqual(['a b', 'answer', 'asked']);
    expect(complete('gathering build --out a', ':16\n').replies).toEqual(['a b']);
    expect(complete('gathering new booklet a', ':4\n').replies).toEqual([]);
  });
});
