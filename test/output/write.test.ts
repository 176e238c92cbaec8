import * as disk from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { OutputError } from '../../src/output/error.js';
import { diskOutput, type FileSystem } from '../../src/output/write.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gathering-output-'));
  path = join(folder, 'intercession', 'leader.pdf');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('diskOutput', () => {
  it('makes the folders it needs and leaves nothing but the file', async () => {
    await diskOutput().write(path, bytes('new'));
    expect(await readFile(path, 'utf8')).toBe('new');
    expect(await readdir(join(folder, 'intercession'))).toEqual(['leader.pdf']);
  });

  it('replaces a file', async () => {
    await diskOutput().write(path, bytes('a long old file'));
    await diskOutput().write(path, bytes('new'));
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('flushes the bytes before the file takes its name', async () => {
    const steps: string[] = [];
    const files: FileSystem = {
      ...disk,
      open: opened((handle) => ({
        writeFile: async (data: Uint8Array) => {
          steps.push('write');
          await handle.writeFile(data);
        },
        sync: async () => {
          steps.push('sync');
          await handle.sync();
        },
        close: async () => {
          steps.push('close');
          await handle.close();
        },
      })),
      rename: async (from, to) => {
        steps.push('rename');
        await disk.rename(from, to);
      },
    };
    await diskOutput(files).write(path, bytes('new'));
    expect(steps).toEqual(['write', 'sync', 'close', 'rename']);
  });

  it('writes one file many times at once, and one of them wins whole', async () => {
    const texts = Array.from({ length: 24 }, (_, i) => String(i).padStart(2, '0').repeat(20_000));
    await Promise.all(texts.map((text) => diskOutput().write(path, bytes(text))));
    expect(texts).toContain(await readFile(path, 'utf8'));
    expect(await readdir(join(folder, 'intercession'))).toEqual(['leader.pdf']);
  });

  it('shows readers the old file or the new one, never a part', async () => {
    const size = 400_000;
    await diskOutput().write(path, new Uint8Array(size).fill(65));
    let writing = true;
    const writes = (async () => {
      for (let i = 0; i < 20; i++) await diskOutput().write(path, new Uint8Array(size).fill(66 + (i % 20)));
      writing = false;
    })();
    while (writing) {
      const seen = await readFile(path);
      expect(seen.length).toBe(size);
      expect(seen.every((byte) => byte === seen[0])).toBe(true);
    }
    await writes;
  });
});

describe('a write that fails', () => {
  const failing: [string, Partial<FileSystem>][] = [
    ['opening', { open: () => Promise.reject(errno('EACCES')) }],
    ['writing', { open: opened(() => ({ writeFile: () => Promise.reject(errno('ENOSPC')) })) }],
    [
      'writing, half way',
      {
        open: opened((handle) => ({
          writeFile: async () => {
            await handle.writeFile(bytes('ha'));
            throw errno('ENOSPC');
          },
        })),
      },
    ],
    ['flushing', { open: opened(() => ({ sync: () => Promise.reject(errno('EIO')) })) }],
    ['renaming', { rename: () => Promise.reject(errno('EPERM')) }],
  ];

  it.each(failing)('while %s leaves the old file whole and no other', async (_, wrong) => {
    await diskOutput().write(path, bytes('old'));
    await expect(diskOutput({ ...disk, ...wrong }).write(path, bytes('new'))).rejects.toBeInstanceOf(OutputError);
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await readdir(join(folder, 'intercession'))).toEqual(['leader.pdf']);
  });

  it('says what stood in the way and what to do', async () => {
    const why = async (code: string) => {
      const files: FileSystem = { ...disk, rename: () => Promise.reject(errno(code)) };
      return diskOutput(files)
        .write(path, bytes('new'))
        .then(String, (error: Error) => error.message);
    };
    expect(await why('ENOSPC')).toBe(`cannot write ${path}: the disk is full; make room and try again`);
    expect(await why('EACCES')).toContain('permission denied');
    expect(await why('EROFS')).toContain('--out');
    expect(await why('EBUSY')).toContain('another program has the file open');
    expect(await why('EWHATEVER')).toContain('EWHATEVER');
  });

  it('says that a folder or a file is in the way', async () => {
    await mkdir(path, { recursive: true });
    await expect(diskOutput().write(path, bytes('new'))).rejects.toThrow('a folder of that name is in the way');
    await writeFile(join(folder, 'file'), 'kept');
    for (const below of ['file/leader.pdf', 'file/deeper/leader.pdf']) {
      await expect(diskOutput().write(join(folder, below), bytes('new'))).rejects.toThrow(
        'is a file where a folder is needed',
      );
    }
    expect(await readFile(join(folder, 'file'), 'utf8')).toBe('kept');
    expect(await readdir(join(folder, 'intercession'))).toEqual(['leader.pdf']);
  });
});

describe('what a killed process left behind', () => {
  it('is removed by the next write of that file once it is old', async () => {
    await diskOutput().write(path, bytes('old'));
    const beside = (name: string) => join(folder, 'intercession', name);
    const names = [
      '.leader.pdf.0123456789ab.partial',
      '.participant.pdf.0123456789ab.partial',
      '.leader.pdf.ba9876543210.partial',
    ];
    for (const name of names) await writeFile(beside(name), 'half');
    const longAgo = new Date(Date.now() - 60 * 60 * 1000);
    for (const name of names.slice(0, 2)) await utimes(beside(name), longAgo, longAgo);
    await diskOutput().write(path, bytes('new'));
    // The second is another file's, the third may still be being written.
    expect(await readdir(join(folder, 'intercession'))).toEqual([names[2], names[1], 'leader.pdf']);
  });
});

function bytes(text: string): Uint8Array {
  return new TextEncoder().encode(text);
}

function errno(code: string): Error {
  return Object.assign(new Error(`${code}: as the system says it`), { code });
}

/** `open` with some methods of the opened file replaced. */
function opened(
  replace: (handle: disk.FileHandle) => Partial<Record<'writeFile' | 'sync' | 'close', unknown>>,
): typeof disk.open {
  return async (...args) => {
    const handle = await disk.open(...args);
    const methods = {
      writeFile: handle.writeFile.bind(handle),
      sync: handle.sync.bind(handle),
      close: handle.close.bind(handle),
    };
    return { ...methods, ...replace(handle) } as unknown as disk.FileHandle;
  };
}
