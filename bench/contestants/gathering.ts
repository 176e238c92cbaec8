import { spawnSync } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { changeOneWord } from '../corpus/edit.js';
import { measureNode } from '../run/measure.js';
import type { Entry, Ground, Own, Sample } from './model.js';
import { ownBooklets, pdfBytes } from './own.js';

/** What `gathering build` of this version can be asked for. */
export interface Abilities {
  cache: boolean;
  /** The option that says over how many threads booklets are spread. */
  workers?: string;
}

/** Reads in the command's own help what there is. */
export function abilities(root: string): Abilities {
  const help = spawnSync(process.execPath, [command(root), 'build', '--help'], { encoding: 'utf8' }).stdout;
  return abilitiesIn(help);
}

export function abilitiesIn(help: string): Abilities {
  const workers = /^\s*(?:-\w, )?(--(?:workers|threads|jobs))\b/m.exec(help)?.[1];
  return { cache: /^\s*--cache\b/m.test(help), ...(workers ? { workers } : {}) };
}

/** Gathering in a new process: with an empty cache, again with nothing changed, and with one word changed each time. */
export function gatheringEntries(can: Abilities): Entry[] {
  const entry = (key: string, name: string, before: (own: Own, round: number) => void, isWarm: boolean): Entry => ({
    key,
    name,
    async enter(ground) {
      const own = ownBooklets(key, ground);
      if (isWarm) await build(ground, own, can);
      return {
        key,
        name,
        run(round) {
          before(own, round);
          return build(ground, own, can);
        },
      };
    },
  });
  return [
    entry('gathering-cold', 'gathering, cold', ({ keep }) => rmSync(keep, { recursive: true, force: true }), false),
    entry('gathering-unchanged', 'gathering, nothing changed', () => {}, true),
    entry(
      'gathering-edit',
      'gathering, one word edited',
      ({ corpus }, round) => editFirst(corpus.booklets, round),
      true,
    ),
    watchEntry,
  ];
}

/** One process that goes on, as `gathering watch` does: from the saved lesson to the files on the disk. */
const watchEntry: Entry = {
  key: 'gathering-watch',
  name: 'gathering, edit in watch',
  enter: async (ground) => {
    const { corpus, out } = ownBooklets('gathering-watch', ground);
    const script = join(ground.root, 'bench/dist/contestants/watch.js');
    return {
      key: 'gathering-watch',
      name: 'gathering, edit in watch',
      run: () => timedEdits([script, ground.root, out, corpus.booklets[0] ?? ''], out),
    };
  },
};

/** Runs a program that prints how many milliseconds each of its edits took, and takes their median. */
export async function timedEdits(args: readonly string[], out: string): Promise<Sample> {
  const { stdout, peak } = await measureNode(args);
  const times = (JSON.parse(stdout) as number[]).sort((a, b) => a - b);
  const milliseconds = times[Math.floor(times.length / 2)] ?? Number.NaN;
  return { milliseconds, ...(peak ? { peak } : {}), bytes: pdfBytes(out) };
}

async function build({ root, extent }: Ground, { corpus, out, keep }: Own, can: Abilities): Promise<Sample> {
  const cache = can.cache ? ['--cache', keep] : [];
  // Phases are told of one thread, so a profile is taken only where there is no more.
  const how = can.workers && extent.booklets > 1 ? [can.workers, '2'] : ['--timings'];
  const args = [command(root), 'build', ...corpus.booklets, '--out', out, '--json', ...cache, ...how];
  const { stdout, ...measured } = await measureNode(args);
  const report = JSON.parse(stdout) as Report;
  const pages = report.files.find(({ edition }) => edition === 'leader')?.pages;
  const phases: Record<string, number> = {};
  for (const { phase, edition, milliseconds } of report.timings ?? []) {
    const key = edition ? `${phase}, ${edition}` : phase;
    phases[key] = (phases[key] ?? 0) + milliseconds;
  }
  return { ...measured, bytes: pdfBytes(out), ...(pages ? { pages } : {}), phases };
}

interface Report {
  files: { edition?: string; pages: number }[];
  /** Absent where it was not asked for. */
  timings?: { phase: string; edition?: string; milliseconds: number }[];
}

function editFirst([first = '']: readonly string[], round: number): void {
  changeOneWord(first, round);
}

function command(root: string): string {
  return join(root, 'dist/cli/main.js');
}
