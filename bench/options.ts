import { parseArgs } from 'node:util';
import { SIZES, type SizeName } from './corpus/corpus.js';

/** What is measured: a size of the corpus with all who take part, or how time grows with pages. */
export type Part = SizeName | 'growth';

export const PARTS: readonly Part[] = [...(Object.keys(SIZES) as SizeName[]), 'growth'];

export interface Options {
  parts: Part[];
  rounds: number;
  /** Keys of those who take part; all when empty. */
  only: string[];
  /** A small corpus and one round, to see that everything runs. */
  quick: boolean;
  json: boolean;
  write: boolean;
  seed: number;
}

export const USAGE = `npm run bench [-- OPTIONS]

  --only KEYS     only these contestants, separated by commas
  --sizes PARTS   which parts, separated by commas: ${PARTS.join(', ')}; M,L,XL,growth unless said
  --rounds N      rounds of M (7 unless said); longer parts take fewer
  --quick         S in place of all, one round: to see that everything runs
  --seed N        other booklets of the same shape
  --json          one JSON object on standard output in place of the tables
  --write         also write what was measured into docs/performance.md`;

/** Reads a command line; undefined where it cannot be understood. */
export function readOptions(args: string[], keys: readonly string[]): Options | undefined {
  try {
    const { values } = parseArgs({
      args,
      options: {
        only: { type: 'string', default: '' },
        sizes: { type: 'string' },
        rounds: { type: 'string' },
        quick: { type: 'boolean', default: false },
        seed: { type: 'string', default: '1' },
        json: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
      },
    });
    const { quick, json, write } = values;
    const only = listed(values.only);
    const parts = listed(values.sizes ?? (quick ? 'S' : 'M,L,XL,growth'));
    const rounds = Number(values.rounds ?? (quick ? 1 : 7));
    const seed = Number(values.seed);
    if (only.some((key) => !keys.includes(key)) || !parts.every(isPart) || parts.length === 0) return undefined;
    if (!Number.isInteger(rounds) || rounds < 1 || !Number.isInteger(seed)) return undefined;
    return { parts, rounds, only, quick, json, write, seed };
  } catch {
    return undefined;
  }
}

function isPart(name: string): name is Part {
  return (PARTS as readonly string[]).includes(name);
}

function listed(text: string): string[] {
  return text
    .split(',')
    .map((one) => one.trim())
    .filter(Boolean);
}
