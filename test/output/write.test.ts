import * as disk from 'node:fs/promises';
import { mkdir, mkdtemp, readdir, readFile, rm, symlink, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ALREADY_THERE, OutputError } from '../../src/output/error.js';
import { diskOutput, type FileSystem } from '../../src/output/write.js';

let folder: string;
let path: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gathering-output-'));
  path = join(folder, 'intercession', 'leader.pdf');
});
afterEach(() => rm(folder, { recursive: true, force: true }));

describe('a new name', () => {
  const at = (name: string) => join(folder, name);

  it('is given to a file, which loses the old one', async () => {
    await writeFile(at('3-b.md'), 'b');
    await diskOutput().move(at('3-b.md'), at('2-b.md'));
    expect(await readdir(folder)).toEqual(['2-b.md']);
    expect(await readFile(at('2-b.md'), 'utf8')).toBe('b');
  });

  it('is never taken from another file, nor from a link that leads nowhere', async () => {
    await writeFile(at('3-b.md'), 'b');
    await writeFile(at('2-b.md'), 'other');
    await symlink(at('nowhere'), at('1-b.md'));
    for (const taken of ['2-b.md', '1-b.md']) {
      await expect(diskOutput().move(at('3-b.md'), at(taken))).rejects.toThrow(ALREADY_THERE);
    }
    expect(await readFile(at('3-b.md'), 'utf8')).toBe('b');
    expect(await readFile(at('2-b.md'), 'utf8')).toBe('other');
  });

  it('is given where a disk knows no links', async () => {
    const refused = async () => {
      throw Object.assign(new Error('no links'), { code: 'EPERM' });
    };
    await writeFile(at('3-b.md'), 'b');
    await diskOutput({ ...disk, link: refused }).move(at('3-b.md'), at('2-b.md'));
    expect(await readdir(folder)).toEqual(['2-b.md']);
    await expect(diskOutput().move(at('none.md'), at('x.md'))).rejects.toThrow(OutputError);
    expect(await readdir(folder)).toEqual(['2-b.md']);
  });
});

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

  it('gives up where no folder can be made, also where the disk says that the one above is not there', async () => {
    // What /proc answers, although /proc is there; Node's own recursive mkdir goes round in circles then.
    let asked = 0;
    const files: FileSystem = {
      ...disk,
      mkdir: (() => {
        asked++;
        return Promise.reject(errno('ENOENT'));
      }) as FileSystem['mkdir'],
    };
    await expect(diskOutput(files).write(path, bytes('new'))).rejects.toThrow(OutputError);
    expect(asked).toBe(1);
  });

  it('makes one folder for many at once', async () => {
    const deep = join(folder, 'a', 'b', 'c');
    await Promise.all(Array.from({ length: 12 }, (_, i) => diskOutput().write(join(deep, `${i}.pdf`), bytes('new'))));
    expect(await readdir(deep)).toHaveLength(12);
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

describe('stage', () => {
  const names = () => readdir(join(folder, 'intercession'));

  it('keeps the file under a temporary name, from which what was really written is read back', async () => {
    await diskOutput().write(path, bytes('old'));
    const staged = await diskOutput().stage(path, bytes('new'));
    expect(staged.path).toBe(path);
    expect(await readFile(path, 'utf8')).toBe('old');
    const [temporary = ''] = (await names()).filter((name) => name.endsWith('.partial'));
    await writeFile(join(folder, 'intercession', temporary), 'what the disk has');
    expect(new TextDecoder().decode(await staged.read())).toBe('what the disk has');
    await staged.publish();
    expect(await readFile(path, 'utf8')).toBe('what the disk has');
    expect(await names()).toEqual(['leader.pdf']);
  });

  it('leaves the old file when it is discarded, however often', async () => {
    await diskOutput().write(path, bytes('old'));
    const staged = await diskOutput().stage(path, bytes('new'));
    await staged.discard();
    await staged.discard();
    expect(await readFile(path, 'utf8')).toBe('old');
    expect(await names()).toEqual(['leader.pdf']);
    await expect(staged.read()).rejects.toBeInstanceOf(OutputError);
    await expect(staged.publish()).rejects.toBeInstanceOf(OutputError);
    expect(await readFile(path, 'utf8')).toBe('old');
  });

  it('takes nothing away that has been published', async () => {
    const staged = await diskOutput().stage(path, bytes('new'));
    await staged.publish();
    await staged.discard();
    expect(await readFile(path, 'utf8')).toBe('new');
  });

  it('keeps two files for one place apart, and the last published is there', async () => {
    const [a, b] = [await diskOutput().stage(path, bytes('a')), await diskOutput().stage(path, bytes('b'))];
    await b.publish();
    expect(new TextDecoder().decode(await a.read())).toBe('a');
    await a.publish();
    expect(await readFile(path, 'utf8')).toBe('a');
    expect(await names()).toEqual(['leader.pdf']);
  });

  it('leaves the first of three that were published when the second cannot be, and no rest of the others', async () => {
    const places = ['a.pdf', 'b.pdf', 'c.pdf'].map((name) => join(folder, 'intercession', name));
    const rename: FileSystem['rename'] = (from, to) =>
      String(to).endsWith('b.pdf') ? Promise.reject(errno('EPERM')) : disk.rename(from, to);
    const staged = [];
    for (const place of places) staged.push(await diskOutput({ ...disk, rename }).stage(place, bytes('new')));
    await expect(
      (async () => {
        for (const file of staged) await file.publish();
      })(),
    ).rejects.toThrow('permission denied');
    for (const file of staged) await file.discard();
    expect(await names()).toEqual(['a.pdf']);
  });

  it('never throws when it is discarded', async () => {
    const staged = await diskOutput({ ...disk, rm: () => Promise.reject(errno('EIO')) }).stage(path, bytes('new'));
    await expect(staged.discard()).resolves.toBeUndefined();
  });

  it('leaves nothing behind when it fails', async () => {
    await diskOutput().write(path, bytes('old'));
    const open = opened(() => ({ sync: () => Promise.reject(errno('ENOSPC')) }));
    await expect(diskOutput({ ...disk, open }).stage(path, bytes('new'))).rejects.toThrow('the disk is full');
    expect(await names()).toEqual(['leader.pdf']);
  });
});

describe('create', () => {
  const lesson = () => join(folder, 'harvest', '1-sowing.md');
  const names = () => readdir(join(folder, 'harvest'));
  /** A disk that knows no hard links. */
  const linkless = (code = 'EPERM'): FileSystem => ({ ...disk, link: () => Promise.reject(errno(code)) });

  it.each([
    ['a disk with links', disk],
    ['a disk without', linkless()],
    ['another without', linkless('ENOTSUP')],
  ])('makes a new file and its folders on %s', async (_, files) => {
    await diskOutput(files).create(lesson(), 'title: Sowing – “wheat”\n');
    expect(await readFile(lesson(), 'utf8')).toBe('title: Sowing – “wheat”\n');
    expect(await names()).toEqual(['1-sowing.md']);
  });

  it.each([
    ['a disk with links', disk],
    ['a disk without', linkless()],
  ])('writes over nothing on %s', async (_, files) => {
    await diskOutput().create(lesson(), 'mine');
    const again = diskOutput(files).create(lesson(), 'new');
    await expect(again).rejects.toThrow(`cannot write ${lesson()}: ${ALREADY_THERE}`);
    await expect(again).rejects.toBeInstanceOf(OutputError);
    expect(await readFile(lesson(), 'utf8')).toBe('mine');
    await mkdir(join(folder, 'harvest', 'images'));
    await expect(diskOutput(files).create(join(folder, 'harvest', 'images'), 'new')).rejects.toThrow(ALREADY_THERE);
    await symlink(join(folder, 'nowhere'), join(folder, 'harvest', 'link.md'));
    await expect(diskOutput(files).create(join(folder, 'harvest', 'link.md'), 'new')).rejects.toThrow(ALREADY_THERE);
    expect(await names()).toEqual(['1-sowing.md', 'images', 'link.md']);
    expect(await readdir(folder)).toEqual(['harvest']);
  });

  it.each([
    ['a disk with links', disk],
    ['a disk without', linkless()],
  ])('lets one of many win, whole, on %s', async (_, files) => {
    const texts = Array.from({ length: 12 }, (_, i) => String(i).padStart(2, '0').repeat(20_000));
    const tried = await Promise.allSettled(texts.map((text) => diskOutput(files).create(lesson(), text)));
    expect(tried.filter(({ status }) => status === 'fulfilled')).toHaveLength(1);
    const winner = texts[tried.findIndex(({ status }) => status === 'fulfilled')];
    expect(await readFile(lesson(), 'utf8')).toBe(winner);
    expect(await names()).toEqual(['1-sowing.md']);
  });

  it('leaves nothing behind when it fails', async () => {
    const full: FileSystem = { ...disk, open: opened(() => ({ writeFile: () => Promise.reject(errno('ENOSPC')) })) };
    await expect(diskOutput(full).create(lesson(), 'new')).rejects.toThrow('the disk is full');
    const stuck: FileSystem = { ...linkless(), rename: () => Promise.reject(errno('EIO')) };
    await expect(diskOutput(stuck).create(lesson(), 'new')).rejects.toThrow('the disk reported an error');
    expect(await names()).toEqual([]);
  });

  it('says that a file stands where a folder is needed', async () => {
    await writeFile(join(folder, 'harvest'), 'kept');
    await expect(diskOutput().create(lesson(), 'new')).rejects.toThrow('is a file where a folder is needed');
    expect(await readFile(join(folder, 'harvest'), 'utf8')).toBe('kept');
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
