import { describe, expect, it } from 'vitest';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { loadTheme } from '../../src/theme/load.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';

const disk = diskWorld();
const templates = new URL('../../templates', import.meta.url).pathname;
const MINE = '/w/themes/mine/theme.yaml';

async function load(color: string) {
  const own = memoryWorld({ [MINE]: `extends: classic\ncolor:\n  ${color}\n` }, { packages: disk });
  const of = (path: string) => (path.startsWith('/w/') ? own : disk);
  const world = {
    ...disk,
    readFile: (path: string) => of(path).readFile(path),
    kind: (path: string) => of(path).kind(path),
    realPath: (path: string) => of(path).realPath(path),
    packageFile: (name: string, file: string) => disk.packageFile(name, file),
  };
  return loadTheme(world, 'mine', { folders: ['/w/themes', templates], base: '/w' });
}

describe('colours with inks', () => {
  it('are known by their colour on the screen', async () => {
    const { value, messages } = await load('accent: {rgb: "#1F4A3D", cmyk: [80, 35, 70, 45]}');
    expect(formatDiagnostics(messages)).toBe('');
    expect(value?.color.accent).toBe('#1f4a3d');
    expect(value?.inks.get('#1f4a3d')).toEqual([80, 35, 70, 45]);
    expect(value?.inks.has('#6b1f2a')).toBe(false);
  });

  it('are left behind with the colour that a theme replaces', async () => {
    const { value } = await load('accent: "#1f4a3d"');
    expect(value?.color.accent).toBe('#1f4a3d');
    expect(value?.inks.has('#1f4a3d')).toBe(false);
  });

  it.each([
    ['accent: {rgb: "#1f4a3d", cmyk: [80, 35, 70]}', 'four percentages'],
    ['accent: {rgb: "#1f4a3d", cmyk: [100, 100, 100, 40]}', 'together no more than 300'],
    ['accent: {rgb: "#1f4a3d", cmyk: [100, 0, 0, 140]}', 'percent between 0 and 100'],
    ['accent: {rgb: "green", cmyk: [0, 0, 0, 9]}', 'a colour such as'],
    ['accent: {rgb: "#1f4a3d"}', 'cmyk'],
    ['accent: {rgb: "#1f4a3d", cymk: [0, 0, 0, 9]}', 'cymk'],
  ])('%s is reported', async (color, expected) => {
    const { value, messages } = await load(color);
    expect(value).toBeUndefined();
    expect(formatDiagnostics(messages)).toContain(expected);
    expect(formatDiagnostics(messages)).toContain('theme.yaml');
  });
});
