import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { loadTheme } from '../../src/theme/load.js';
import type { Theme } from '../../src/theme/model.js';
import { stretchTheme } from '../../src/theme/stretch.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';

const disk = diskWorld();
const templates = new URL('../../templates', import.meta.url).pathname;

async function load(lines: string) {
  const own = memoryWorld({ '/w/themes/mine/theme.yaml': `extends: classic\n${lines}` }, { packages: disk });
  const of = (path: string) => (path.startsWith('/w/') ? own : disk);
  const world = {
    ...disk,
    readFile: (path: string) => of(path).readFile(path),
    kind: (path: string) => of(path).kind(path),
    realPath: (path: string) => of(path).realPath(path),
  };
  return loadTheme(world, 'mine', { folders: ['/w/themes', templates], base: '/w' });
}

describe('limits of a fit', () => {
  it('are those of the theme, each laid over the one it extends', async () => {
    const { value, messages } = await load('fit: {lines: [1, 2]}\n');
    expect(formatDiagnostics(messages)).toBe('');
    const classic = (await load('')).value?.fit;
    expect(value?.fit).toEqual({ ...classic, lines: [1, 2] });
  });

  it.each([
    ['{lines: [1.1, 1.5]}', 'fit.lines'],
    ['{lines: [0.8, 0.9]}', 'fit.lines'],
    ['{lines: [1]}', 'fit.lines'],
    ['{lines: [0.2, 1]}', 'multiples between 0.5 and 3'],
    ['{leading: [1, 2]}', 'multiples between 0.95 and 1.08'],
    ['{gap: wide}', 'two multiples such as'],
    ['{leding: [1, 1]}', 'leading'],
  ])('%s is reported', async (fit, expected) => {
    const { value, messages } = await load(`fit: ${fit}\n`);
    expect(value).toBeUndefined();
    expect(formatDiagnostics(messages)).toContain(expected);
    expect(formatDiagnostics(messages)).toContain('theme.yaml:2:');
  });
});

describe('a stretched theme', () => {
  const theme = async () =>
    (await load('fit: {lines: [0.8, 1.4], gap: [0.9, 1.2], leading: [0.96, 1.06]}\n')).value as Theme;

  it('reaches its limits and never goes beyond them', async () => {
    const plain = await theme();
    expect(stretchTheme(plain, 0)).toEqual({ theme: plain, lines: 1 });
    const [least, half, most] = [-1, 0.5, 1].map((share) => stretchTheme(plain, share));
    expect([least?.lines, half?.lines, most?.lines]).toEqual([0.8, 1.2, 1.4]);
    expect(least?.theme.leading).toBeCloseTo(plain.leading * 0.96);
    expect(half?.theme.leading).toBeCloseTo(plain.leading * 1.03);
    expect(most?.theme.writing.gap).toBeCloseTo(plain.writing.gap * 1.2);
    expect(most?.theme.size).toEqual(plain.size);
  });
});
