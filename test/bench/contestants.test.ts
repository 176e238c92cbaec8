import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PDFDocument } from '@cantoo/pdf-lib';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { abilitiesIn } from '../../bench/contestants/gathering.js';
import { installed } from '../../bench/contestants/installed.js';
import { type Contestant, type Ground, Unavailable } from '../../bench/contestants/model.js';
import { writeCorpus } from '../../bench/corpus/corpus.js';
import { asciidoc } from '../../bench/peers/markup/asciidoc.js';
import { html } from '../../bench/peers/markup/html.js';
import { latex } from '../../bench/peers/markup/latex.js';
import { render } from '../../bench/peers/react-pdf/render.js';
import { readBooks } from '../../bench/peers/reading/read-book.js';
import { typstSource } from '../../bench/peers/typst/source.js';
import { measure } from '../../bench/run/measure.js';
import { runInTurns } from '../../bench/run/rounds.js';
import { ROOT } from '../support/booklet.js';

let work: string;
let ground: Ground;
let booklet: string;

beforeAll(() => {
  work = mkdtempSync(join(tmpdir(), 'bench-test-'));
  ground = { root: ROOT, work, extent: { booklets: 1, lessons: 1 }, seed: 1 };
  booklet = writeCorpus(join(work, 'lessons'), ground.extent).booklets[0] ?? '';
});

afterAll(() => rmSync(work, { recursive: true, force: true }));

describe('a peer that is found on the computer', () => {
  const tool = { key: 'x', name: 'X', source: 'html', commands: () => [] } as const;

  it('is skipped with a word where it is not there', async () => {
    const entered = await installed({ ...tool, probe: ['no-such-program-as-this'] }).enter(ground);
    expect(entered).toBeInstanceOf(Unavailable);
    expect((entered as Unavailable).why).toBe('no-such-program-as-this is not installed');
  });

  it('is skipped with its own word where it cannot run', async () => {
    const probe = [process.execPath, '-e', 'throw new Error("there is no font")'] as const;
    const entered = await installed({ ...tool, probe }).enter(ground);
    expect((entered as Unavailable).why).toContain('there is no font');
  });
});

describe('peers', () => {
  it('print the same words with react-pdf, contents with numbers among them', async () => {
    await render(join(work, 'out'), [booklet]);
    const pages = await Promise.all(
      ['leader', 'participant'].map(async (edition) => {
        const bytes = readFileSync(join(work, 'out', 'booklet-01', `${edition}.pdf`));
        return (await PDFDocument.load(bytes)).getPageCount();
      }),
    );
    expect(pages.every((count) => count > 8 && count < 20)).toBe(true);
  });

  it('get sources with all of the words', () => {
    const [leader] = readBooks(booklet);
    if (!leader) throw new Error('there is no leader’s edition');
    const words = (text: string) => new Set(text.match(/[a-z]{4,}/g));
    const asked = [...words(JSON.stringify(leader.lessons.map(({ blocks, notes }) => [blocks, notes])))].filter(
      (word) => !FORM.has(word),
    );
    expect(asked.length).toBeGreaterThan(300);
    for (const write of [html, asciidoc, latex, typstSource]) {
      const written = words(write(leader));
      expect(asked.filter((word) => !written.has(word))).toEqual([]);
    }
  });
});

/** Words of the form in which the peers read lessons. */
const FORM = new Set(
  'kind level content text heading paragraph list ordered items table rows quote blocks title question number more verse lines writing count emphasis strong blank answer shown note true false'.split(
    ' ',
  ),
);

describe('runs', () => {
  it('go in turns, in one order and then in the other', async () => {
    const order: string[] = [];
    const contestant = (key: string): Contestant => ({
      key,
      name: key,
      run: async (round) => {
        order.push(`${key}${round}`);
        return { milliseconds: round };
      },
    });
    const samples = await runInTurns([contestant('a'), contestant('b'), contestant('c')], 3);
    expect(order.join(' ')).toBe('a0 b0 c0 c1 b1 a1 a2 b2 c2');
    expect(samples.get('b')).toEqual([{ milliseconds: 0 }, { milliseconds: 1 }, { milliseconds: 2 }]);
  });

  it('take the whole of a process, and the memory of what it starts', async () => {
    const script = 'const held = Buffer.alloc(150e6, 1); setTimeout(() => console.log(held.length), 300)';
    const child = `require('node:child_process').spawnSync(process.execPath, ['-e', ${JSON.stringify(script)}], { stdio: 'inherit' })`;
    const { milliseconds, peak, stdout } = await measure(process.execPath, ['-e', child]);
    expect(stdout.trim()).toBe('150000000');
    expect(milliseconds).toBeGreaterThan(300);
    if (existsSync('/proc/self/status')) expect(peak).toBeGreaterThan(150e6);
  });

  it('fail with what the program said', async () => {
    await expect(measure(process.execPath, ['-e', 'throw new Error("out of paper")'])).rejects.toThrow('out of paper');
  });
});

describe('gathering', () => {
  it('is asked for what its own help says that there is', () => {
    expect(abilitiesIn('Options:\n  --json   print the result\n')).toEqual({ cache: false });
    expect(abilitiesIn('  --cache <dir>  where\n  --workers <n>  threads\n')).toEqual({
      cache: true,
      workers: '--workers',
    });
  });
});
