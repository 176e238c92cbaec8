import { readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { World } from '../../src/world/model.js';
import { bytesOf, INTERCESSION, type Made, made } from '../support/booklet.js';
import { readPdf } from '../support/pdf.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld } from '../support/tiny.js';
import { unpacked } from '../support/unpacked.js';

afterEach(() => {
  vi.useRealTimers();
});

/** The files below a folder, whatever folders they lie in, by their paths from it. */
function filesBelow(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'));
}

const BOTH = ['leader', 'participant'];

/** Compares whole files without printing them. */
function expectSame(a: Made, b: Made): void {
  expect(b.files.map(({ edition }) => edition)).toEqual(['leader', 'participant']);
  for (const edition of ['leader', 'participant']) {
    expect(Buffer.compare(bytesOf(a, edition), bytesOf(b, edition)), `${edition}.pdf differs`).toBe(0);
  }
}

describe('the same input gives the same bytes', () => {
  let first: Made;

  it('twice in a row', async () => {
    first = await made({ editions: BOTH });
    expectSame(first, await made({ editions: BOTH }));
  });

  it('in another folder, with another base, other places for themes and output, another clock and SOURCE_DATE_EPOCH', async () => {
    const files = Object.fromEntries(
      filesBelow(INTERCESSION).map((name) => [
        `/home/ann/studies/intercession/${name}`,
        new Uint8Array(readFileSync(join(INTERCESSION, name))),
      ]),
    );
    // The copy must be the whole booklet, or the same bytes would say little.
    const copied = Object.keys(files).join('\n');
    for (const name of ['booklet.yaml', 'foreword.md', 'leading.md', 'review.md', '.svg'])
      expect(copied).toContain(name);
    const real = tinyWorld(files, { SOURCE_DATE_EPOCH: '1234567890' });
    let clock = 5_000_000;
    const world: World = { ...real, now: () => (clock += 777) };
    vi.useFakeTimers({ toFake: ['Date'], now: new Date('1999-12-31T23:59:59Z') });
    const moved = await made(
      {
        base: '/home/ann',
        editions: BOTH,
        booklets: ['/home/ann/studies/intercession'],
        templates: ['/work/templates'],
        out: '/elsewhere',
      },
      world,
    );
    expect([...moved.written.keys()]).toEqual([
      '/elsewhere/intercession/leader.pdf',
      '/elsewhere/intercession/participant.pdf',
      '/elsewhere/intercession/manifest.json',
    ]);
    expectSame(first, moved);
  });

  it('one edition at a time and in the other order', async () => {
    const participant = await made({ editions: ['participant'] });
    const leader = await made({ editions: ['leader'] });
    expectSame(first, {
      ...first,
      written: new Map([...leader.written, ...participant.written]),
      files: [...leader.files, ...participant.files],
    });
  });
});

describe('without a date in the booklet', () => {
  const files = tinyBooklet(lessonOf('## Heading\n\nSome words about Heb 7:25.\n\n::scripture[Hebrews 7:25]'));
  const dated = async (env: Record<string, string>) => bytesOf(await buildTiny(tinyWorld(files, env)), 'leader');
  const dates = (bytes: Uint8Array) => readPdf(bytes).then(({ info }) => info.CreationDate);

  it('SOURCE_DATE_EPOCH is the date, and nothing else of the file changes', async () => {
    const [none, one, two] = [
      await dated({}),
      await dated({ SOURCE_DATE_EPOCH: '1700000000' }),
      await dated({ SOURCE_DATE_EPOCH: '86400' }),
    ];
    expect(await dates(none)).toBe('D:19800101000000Z');
    expect(await dates(one)).toBe('D:20231114221320Z');
    expect(await dates(two)).toBe('D:19700102000000Z');
    expect(undated(one)).toBe(undated(none));
    expect(undated(two)).toBe(undated(none));
  });

  it('a SOURCE_DATE_EPOCH that is no number is as good as none', async () => {
    for (const value of ['', 'yesterday', '-5']) {
      const bytes = await dated({ SOURCE_DATE_EPOCH: value });
      expect(await dates(bytes), `SOURCE_DATE_EPOCH=${value}`).toBe('D:19800101000000Z');
    }
  });

  // Fault: build.ts documentDate makes an invalid Date of it, and xmpPacket throws a RangeError.
  it('a SOURCE_DATE_EPOCH beyond the years a PDF can state does not break the build', async () => {
    for (const value of ['99999999999999999999', '1e30'])
      expect((await dated({ SOURCE_DATE_EPOCH: value })).length).toBeGreaterThan(1000);
  });
});

/** The file with its dates, and the id that pdfkit derives from them, struck out. */
function undated(bytes: Uint8Array): string {
  return unpacked(bytes)
    .replace(/D:\d{14}Z/g, 'date')
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ/g, 'date')
    .replace(/\/ID \[[^\]]*\]/g, 'id');
}
