import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { abilities, gatheringEntries } from './contestants/gathering.js';
import { INSTALLED } from './contestants/installed.js';
import { type Contestant, type Entry, type Ground, Unavailable } from './contestants/model.js';
import { NODE_PEERS } from './contestants/peers.js';
import { SIZES, type SizeName } from './corpus/corpus.js';
import { describeMachine } from './machine.js';
import { type Options, readOptions, USAGE } from './options.js';
import { intoPage, report } from './report/report.js';
import type { ContestantResult, Results, SizeResult } from './results.js';
import { runInTurns } from './run/rounds.js';
import { spreadOf } from './statistics.js';

/** Lessons of the booklets by which growth is measured: some 16 to some 300 pages of the leader's edition. */
const GROWTH = [1, 3, 9, 27];

/** Where everyone takes part; elsewhere only those whom a bar asks for, which take long enough. */
const EVERYONE: readonly SizeName[] = ['S', 'M'];
const LARGE = ['gathering-cold', 'react-pdf'];

const root = resolve(import.meta.dirname, '../..');
const page = join(root, 'docs/performance.md');
const can = abilities(root);
const entries: readonly Entry[] = [...gatheringEntries(can), ...NODE_PEERS, ...INSTALLED];

async function main(args: string[]): Promise<number> {
  const options = readOptions(
    args,
    entries.map(({ key }) => key),
  );
  if (!options) {
    process.stderr.write(`${USAGE}\n  contestants:    ${entries.map(({ key }) => key).join(', ')}\n`);
    return 2;
  }
  const work = mkdtempSync(join(tmpdir(), 'bench-'));
  try {
    const results = await runAll(options, work);
    process.stdout.write(options.json ? `${JSON.stringify(results, null, 2)}\n` : `${report(results)}\n`);
    if (options.write) writeFileSync(page, intoPage(readFileSync(page, 'utf8'), results));
    return 0;
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
}

async function runAll(options: Options, work: string): Promise<Results> {
  const results: Results = { machine: describeMachine(), notes: notes(options), sizes: {}, growth: [] };
  const { seed, rounds } = options;
  for (const part of options.parts) {
    if (part === 'growth') results.growth = await growth(options, { root, work, seed });
    else {
      say(`${part}:`);
      const times = EVERYONE.includes(part) ? rounds : Math.ceil(rounds / (part === 'XL' ? 7 : 3));
      results.sizes[part] = await runSize(takingPart(options, part), { root, work, seed, extent: SIZES[part] }, times);
    }
  }
  return results;
}

function takingPart({ only }: Options, size: SizeName): Entry[] {
  return entries
    .filter(({ key }) => only.length === 0 || only.includes(key))
    .filter(({ key }) => EVERYONE.includes(size) || LARGE.includes(key));
}

async function runSize(taking: readonly Entry[], ground: Ground, rounds: number): Promise<SizeResult> {
  const ready: Contestant[] = [];
  const contestants: ContestantResult[] = [];
  for (const entry of taking) {
    const { key, name } = entry;
    const entered = await entry.enter(ground);
    const isOut = entered instanceof Unavailable;
    if (isOut) say(`  ${name}: skipped, ${entered.why}`);
    else ready.push(entered);
    contestants.push({ key, name, samples: [], ...(isOut ? { skipped: entered.why } : {}) });
  }
  const samples = await runInTurns(ready, rounds, say);
  return { contestants: contestants.map((one) => ({ ...one, samples: samples.get(one.key) ?? [] })) };
}

/** Cold builds of ever longer booklets, in turns as everything else. */
async function growth({ rounds, quick }: Options, ground: Omit<Ground, 'extent'>): Promise<Results['growth']> {
  say('growth:');
  const cold = gatheringEntries(can).find(({ key }) => key === 'gathering-cold') as Entry;
  const contestants: Contestant[] = [];
  for (const lessons of quick ? GROWTH.slice(0, 2) : GROWTH) {
    const entered = await cold.enter({ ...ground, extent: { booklets: 1, lessons } });
    if (entered instanceof Unavailable) continue;
    contestants.push({ ...entered, key: String(lessons), name: `${lessons} lessons` });
  }
  const samples = await runInTurns(contestants, Math.ceil(rounds / 2), say);
  return [...samples.values()].map((runs) => ({
    pages: runs[0]?.pages ?? 0,
    milliseconds: spreadOf(runs.map(({ milliseconds }) => milliseconds)).median,
  }));
}

function notes({ rounds, quick }: Options): string[] {
  return [
    ...(quick ? ['A quick run, which shows that everything runs and little else.'] : []),
    `${rounds} rounds of S and M; L takes a third of them, XL a seventh, growth a half.`,
    ...(can.cache ? [] : ['This version keeps no cache from one run to the next.']),
    ...(can.workers ? [] : ['This version has no workers: XL is built by one.']),
  ];
}

function say(text: string): void {
  process.stderr.write(`${text}\n`);
}

process.exitCode = await main(process.argv.slice(2));
