import { EventEmitter } from 'node:events';
import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/build.js';
import { outliveReader } from '../../src/cli/broken-pipe.js';
import { cutToWidth, textWidth } from '../../src/cli/text.js';
import { type Given, run } from './fake.js';

const steps: Progress[] = [
  { booklet: 'intercession', phase: 'load' },
  { booklet: 'intercession', phase: 'parse' },
  { booklet: 'intercession', edition: 'participant', phase: 'layout' },
  { booklet: 'intercession', edition: 'leader', phase: 'layout' },
  { booklet: 'intercession', edition: 'participant', phase: 'paint' },
  { booklet: 'intercession', edition: 'leader', phase: 'write' },
];

async function progress(given: Given = {}): Promise<string> {
  return (await run(['build'], { progress: steps, ...given })).stderr;
}

describe('progress on a terminal', () => {
  it('is one line that is written over and gone at the end', async () => {
    const stderr = await progress({ isTTY: true });
    expect(stderr).not.toContain('\n');
    expect(
      screen(stderr)
        .slice(0, 3)
        .map((line) => line.trimEnd()),
    ).toEqual([
      '[#----------] intercession: reading the booklet',
      '[##---------] intercession: reading the lessons',
      '[#####------] intercession, participant: laying out pages',
    ]);
    expect(screen(stderr).at(-1)?.trim()).toBe('');
    expect(stderr.endsWith('\r')).toBe(true);
  });

  it('leaves nothing of a longer line behind', async () => {
    for (const line of screen(await progress({ isTTY: true }))) expect(line.trimEnd().length).toBeLessThan(80);
    const last = screen(await progress({ isTTY: true }))
      .at(-2)
      ?.trimEnd();
    expect(last).toBe('[#########--] intercession, leader: writing the file');
  });

  it('is cut before the last column', async () => {
    const wide: Progress[] = [{ booklet: '代祷'.repeat(30), phase: 'load' }];
    for (const columns of [0, 1, 2, 10, 30]) {
      for (const given of [{}, { progress: wide }]) {
        const stderr = await progress({ isTTY: true, columns, ...given });
        for (const line of screen(stderr)) expect(textWidth(line)).toBeLessThanOrEqual(Math.max(0, columns - 1));
      }
    }
  });

  it('has no escape sequences, whatever the booklet is called', async () => {
    const stderr = await progress({
      isTTY: true,
      progress: [{ booklet: '\u001b[2J\n', edition: '\r', phase: 'load' }],
    });
    for (const control of ['\u001b', '\n']) expect(stderr).not.toContain(control);
    expect(stderr).toContain('\\u{1b}[2J\\u{a}, \\u{d}: reading the booklet');
  });
});

describe('progress of many editions', () => {
  const editions = ['leader', 'participant', 'large-print', 'handout', 'youth', 'an-edition-with-quite-a-long-name'];
  const many = editions.flatMap((edition): Progress[] => [
    { booklet: 'intercession', edition, phase: 'layout' },
    { booklet: 'intercession', edition, phase: 'paint' },
  ]);
  many.push(...editions.map((edition): Progress => ({ booklet: 'intercession', edition, phase: 'write' })));

  it('leaves nothing of one behind when the next is shown, and nothing at the end', async () => {
    const shown = screen(await progress({ isTTY: true, columns: 64, progress: many })).map((line) => line.trimEnd());
    expect(shown.filter((line) => line.includes('youth'))).toEqual([
      '[#####------] intercession, youth: laying out pages',
      '[#######----] intercession, youth: painting pages',
      '[#########--] intercession, youth: writing the file',
    ]);
    expect(shown.at(-2)).toBe('[#########--] intercession, an-edition-with-quite-a-long-name:…');
    expect(shown.at(-1)).toBe('');
  });

  it('tells of each once where lines stay', async () => {
    const lines = (await progress({ progress: many })).trimEnd().split('\n');
    expect(lines).toEqual(editions.map((edition) => `intercession, ${edition}: laying out pages`));
  });
});

describe('progress elsewhere', () => {
  const plain =
    'intercession: reading the booklet\n' +
    'intercession, participant: laying out pages\n' +
    'intercession, leader: laying out pages\n';

  it('is a line for each booklet and edition', async () => {
    expect(await progress()).toBe(plain);
  });

  it('is the same on a terminal that cannot move, and where a log is kept', async () => {
    expect(await progress({ isTTY: true, env: { TERM: 'dumb' } })).toBe(plain);
    expect(await progress({ isTTY: true, env: { CI: 'true' } })).toBe(plain);
  });

  it('never has colour, so NO_COLOR changes nothing', async () => {
    expect(await progress({ env: { NO_COLOR: '1' } })).toBe(plain);
    expect(await progress({ env: { FORCE_COLOR: '1' } })).toBe(plain);
  });
});

describe('a reader that has had enough', () => {
  it('does not stop the build', () => {
    const stream = new EventEmitter();
    outliveReader(stream);
    expect(() => stream.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))).not.toThrow();
    expect(() => stream.emit('error', Object.assign(new Error('write EIO'), { code: 'EIO' }))).toThrow('EIO');
  });
});

describe('cutToWidth', () => {
  it('counts wide letters twice and marks not at all', () => {
    expect(textWidth('代祷 e\u0301')).toBe(6);
    expect(cutToWidth('代祷代祷', 5)).toBe('代祷…');
    expect(cutToWidth('代祷代祷', 8)).toBe('代祷代祷');
    expect(cutToWidth('abc', 0)).toBe('');
    expect(cutToWidth('abc', 1)).toBe('…');
  });
});

/** What stood on the terminal's line after each write. */
function screen(text: string): string[] {
  const states: string[] = [];
  let line = '';
  for (const part of text.split('\r').slice(1)) {
    line = part + line.slice(part.length);
    states.push(line);
  }
  return states.slice(0, text.endsWith('\r') ? -1 : undefined);
}
