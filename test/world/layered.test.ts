import { describe, expect, it } from 'vitest';
import { layeredWorld } from '../../src/world/layered.js';
import { memoryWorld } from '../../src/world/memory.js';

const under = memoryWorld(
  { '/l/a/one.md': 'one', '/l/a/two.md': 'two', '/real/b/three.md': 'three' },
  { links: { '/l/link': '/real' }, env: { SOURCE_DATE_EPOCH: '1' } },
);
const text = async (world: ReturnType<typeof layeredWorld>, path: string) => {
  const bytes = await world.readFile(path);
  return bytes && new TextDecoder().decode(bytes);
};

describe('a layered world', () => {
  const files = new Map([
    ['/l/a/one.md', 'another one'],
    ['/l/new/deep/four.md', 'four'],
    ['/l/link/five.md', 'five'],
  ]);
  const world = layeredWorld(under, files);

  it('finds the files that are laid over, and the others below', async () => {
    expect(await text(world, '/l/a/one.md')).toBe('another one');
    expect(await text(world, '/l/a/../a/one.md')).toBe('another one');
    expect(await text(world, '/l/a/two.md')).toBe('two');
    expect(await text(world, '/l/new/deep/four.md')).toBe('four');
    expect(await text(world, '/l/new/other.md')).toBeUndefined();
    expect(world.env('SOURCE_DATE_EPOCH')).toBe('1');
  });

  it('lists both, each once, sorted', async () => {
    expect(await world.list('/l')).toEqual(['a', 'link', 'new']);
    expect(await world.list('/l/')).toEqual(['a', 'link', 'new']);
    expect(await world.list('/l/a')).toEqual(['one.md', 'two.md']);
    expect(await world.list('/l/new')).toEqual(['deep']);
    expect(await world.list('/l/a/one.md')).toEqual([]);
    expect(await world.list('/nowhere')).toEqual([]);
  });

  it('knows what stands at a path', async () => {
    expect(await world.kind('/l/new')).toBe('folder');
    expect(await world.kind('/l/new/deep/four.md')).toBe('file');
    expect(await world.kind('/l/a')).toBe('folder');
    expect(await world.kind('/l/new/x')).toBe('none');
    await expect(world.readFile('/l/new')).rejects.toThrow('it is a folder');
  });

  it('resolves links of the folders in which it lays files', async () => {
    expect(await world.realPath('/l/new/deep/four.md')).toBe('/l/new/deep/four.md');
    expect(await world.realPath('/l/new')).toBe('/l/new');
    expect(await world.realPath('/l/link/five.md')).toBe('/real/five.md');
    expect(await world.realPath('/l/link')).toBe('/real');
    expect(await world.realPath('/l/nothing')).toBeUndefined();
  });

  it('follows what is laid and taken away', async () => {
    files.set('/l/six.md', 'six');
    expect(await world.kind('/l/six.md')).toBe('file');
    files.delete('/l/six.md');
    expect(await world.kind('/l/six.md')).toBe('none');
  });
});
