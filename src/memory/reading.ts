import type { World } from '../world/model.js';
import { sameValues } from './keep.js';

/**
 * Does something that reads from a world, or gives what came of it before when it was asked for the same and would find
 * everything in the world as it was.
 *
 * @param slot - Name of what is read, one of a kind in a memory.
 * @param from - All that the result depends on beside what is read.
 */
export type Reread = <T>(
  slot: string,
  from: readonly unknown[],
  world: World,
  read: (world: World) => Promise<T>,
) => Promise<T>;

/** For whoever has nothing to remember with. */
export const readAlways: Reread = (_slot, _from, world, read) => read(world);

/** One question to a world and its answer. */
interface Asked {
  ask(world: World): unknown;
  answer: unknown;
}

/** What was read, with every question that it asked of the world: it holds for as long as all are answered alike. */
export class Readings {
  readonly #known = new Map<string, { from: readonly unknown[]; asked: Asked[]; value: unknown; turn: number }>();
  readonly #turns: number;
  #turn = 0;

  /** @param turns - In how many turns a reading must have been asked for to be kept. */
  constructor(turns = 4) {
    this.#turns = turns;
  }

  readonly reread: Reread = async (slot, from, world, read) => {
    const known = this.#known.get(slot);
    if (known && sameValues(known.from, from) && (await allAlike(known.asked, world))) {
      known.turn = this.#turn;
      return known.value as Awaited<ReturnType<typeof read>>;
    }
    const asked: Asked[] = [];
    const value = await read(listening(world, asked));
    this.#known.set(slot, { from, asked, value, turn: this.#turn });
    return value;
  };

  /** Begins the next turn; readings that nobody asked for in some turns are forgotten. */
  endTurn(): void {
    this.#turn += 1;
    for (const [slot, { turn }] of this.#known) if (this.#turn - turn > this.#turns) this.#known.delete(slot);
  }
}

async function allAlike(asked: readonly Asked[], world: World): Promise<boolean> {
  for (const { ask, answer } of asked) if (!alike(await ask(world), answer)) return false;
  return true;
}

/** A world that writes down what is asked of it. What it throws is not written down, for then there is no result. */
function listening(world: World, asked: Asked[]): World {
  const noted = async <T>(ask: (world: World) => Promise<T>): Promise<T> => {
    const answer = await ask(world);
    asked.push({ ask, answer });
    return answer;
  };
  return {
    readFile: (path) => noted((from) => from.readFile(path)),
    list: (path) => noted((from) => from.list(path)),
    kind: (path) => noted((from) => from.kind(path)),
    realPath: (path) => noted((from) => from.realPath(path)),
    packageFile: (name, file, near) => noted((from) => from.packageFile(name, file, near)),
    env: (name) => {
      const answer = world.env(name);
      asked.push({ ask: (from) => from.env(name), answer });
      return answer;
    },
    now: () => world.now(),
  };
}

function alike(some: unknown, other: unknown): boolean {
  if (some instanceof Uint8Array && other instanceof Uint8Array) return some === other || sameBytes(some, other);
  if (Array.isArray(some) && Array.isArray(other)) return sameValues(some, other);
  return Object.is(some, other);
}

function sameBytes(some: Uint8Array, other: Uint8Array): boolean {
  return some.length === other.length && Buffer.compare(some, other) === 0;
}

/** The same memory, with slots of one's own: theirs begin with this name. */
export function within(reread: Reread, name: string): Reread {
  return (slot, ...rest) => reread(`${name}\0${slot}`, ...rest);
}
