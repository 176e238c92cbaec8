import { describe, expect, it } from 'vitest';
import { Readings } from '../../src/memory/reading.js';
import { memoryWorld } from '../../src/world/memory.js';

describe('readings', () => {
  const files = { '/a.md': 'one', '/folder/b.md': 'two' };
  const read = async (world: ReturnType<typeof memoryWorld>) => ({
    text: new TextDecoder().decode(await world.readFile('/a.md')),
    names: await world.list('/folder'),
  });

  it('are those of before where everything that was asked is answered alike', async () => {
    const { reread } = new Readings();
    const before = await reread('x', [1], memoryWorld(files), read);
    expect(await reread('x', [1], memoryWorld({ ...files, '/other.md': 'three' }), read)).toBe(before);
  });

  it.each([
    ['a file', { ...files, '/a.md': 'One' }],
    ['a folder', { ...files, '/folder/c.md': '' }],
    ['a file that is gone', { '/folder/b.md': 'two' }],
  ])('are made anew after a change of %s', async (_, changed) => {
    const { reread } = new Readings();
    const before = await reread('x', [], memoryWorld(files), read);
    const after = await reread('x', [], memoryWorld(changed), read);
    expect(after).not.toEqual(before);
    expect(after).toEqual(await read(memoryWorld(changed)));
  });

  it('are made anew for other values', async () => {
    const { reread } = new Readings();
    const before = await reread('x', [1], memoryWorld(files), read);
    expect(await reread('x', [2], memoryWorld(files), read)).not.toBe(before);
  });

  it('see a file appear that was looked for in vain', async () => {
    const { reread } = new Readings();
    const look = async (world: ReturnType<typeof memoryWorld>) => ({ kind: await world.kind('/new.md') });
    expect(await reread('x', [], memoryWorld(files), look)).toEqual({ kind: 'none' });
    expect(await reread('x', [], memoryWorld({ ...files, '/new.md': '' }), look)).toEqual({ kind: 'file' });
  });
});
