import { createHash } from 'node:crypto';
import type { World } from '../../world/model.js';
import { isInstalled, type Places } from './places.js';

/** A question to a world and its answer, both without a path of this computer. */
export type NamedQuestion = readonly [ask: Ask, args: readonly (string | null)[], answer: string | null];

type Ask = 'readFile' | 'version' | 'list' | 'kind' | 'realPath' | 'packageFile' | 'env';

/** The same with paths as they are. */
interface Question {
  ask: Ask;
  args: readonly (string | null)[];
  answer: string | null;
}

/** Questions that were asked for one booklet. */
export class Questions {
  readonly #asked = new Map<string, Question>();
  /** Whether there is no telling what the answers were: one was refused, or two were given. */
  isBroken = false;

  add(question: Question): void {
    const key = JSON.stringify([question.ask, question.args]);
    const before = this.#asked.get(key);
    if (before && before.answer !== question.answer) this.isBroken = true;
    this.#asked.set(key, question);
  }

  addAll(others: Questions): void {
    for (const question of others.#asked.values()) this.add(question);
    this.isBroken ||= others.isBroken;
  }

  /** All of them, by names. */
  named(places: Places): NamedQuestion[] {
    return [...this.#asked.values()].map(({ ask, args, answer }) => [
      ask,
      args.map((arg, index) => (arg !== null && isPath(ask, index) ? places.name(arg) : arg)),
      named(ask, answer, places),
    ]);
  }
}

/**
 * A world that writes down what is asked of it, for one booklet at a time. What is asked of installed packages may be
 * asked once for all booklets, so it is written down for each.
 */
export class Listener {
  readonly world: World;
  readonly #packages = new Questions();
  /** How each file of a package was asked for. */
  readonly #packaged = new Map<string, [name: string, from: string | null]>();
  #questions = new Questions();

  constructor(world: World) {
    const note = async <T>(
      ask: Ask,
      args: (string | null)[],
      answer: Promise<T>,
      text: (answer: T) => string | null,
    ) => {
      const shared =
        ask === 'packageFile' || ask === 'version' || (ask === 'readFile' && this.#packaged.has(args[0] ?? ''));
      const questions = shared ? this.#packages : this.#questions;
      try {
        const given = await answer;
        questions.add({ ask, args, answer: text(given) });
        return given;
      } catch (error) {
        questions.isBroken = true;
        throw error;
      }
    };
    this.world = {
      readFile: async (path) => {
        const asked = this.#packaged.get(path);
        // To read all fonts and Bibles again, only to see that they are the same, would take longer than all else.
        const version = asked && (await versionOf(world, ...asked).catch(() => undefined));
        if (!asked || version === undefined) return note('readFile', [path], world.readFile(path), digest);
        return note('version', asked, world.readFile(path), () => version);
      },
      list: (path) => note('list', [path], world.list(path), listed),
      kind: (path) => note('kind', [path], world.kind(path), String),
      realPath: (path) => note('realPath', [path], world.realPath(path), (real) => real ?? null),
      packageFile: async (name, file, from) => {
        const found = world.packageFile(name, file, from);
        const path = await note('packageFile', [name, file, from ?? null], found, (found) => found ?? null);
        if (path !== undefined) this.#packaged.set(path, [name, from ?? null]);
        return path;
      },
      env: (name) => {
        const value = world.env(name);
        this.#questions.add({ ask: 'env', args: [name], answer: value ?? null });
        return value;
      },
      now: () => world.now(),
    };
  }

  /** From now on, questions are asked for this booklet. */
  listenFor(questions: Questions): void {
    this.#questions = questions;
  }

  /** What was asked for a booklet, with what was asked of packages for any. */
  all(questions: Questions): Questions {
    const all = new Questions();
    all.addAll(questions);
    all.addAll(this.#packages);
    return all;
  }
}

/** Asks questions again, each but once, and says whether all answers are the same. */
export class Verifier {
  readonly #world: World;
  readonly #places: Places;
  readonly #answers = new Map<string, Promise<string | null>>();

  constructor(world: World, places: Places) {
    this.#world = world;
    this.#places = places;
  }

  async holds(questions: readonly NamedQuestion[]): Promise<boolean> {
    const alike = async (some: readonly NamedQuestion[]) =>
      (await Promise.all(some.map(async ([ask, args, answer]) => (await this.#answer(ask, args)) === answer))).every(
        Boolean,
      );
    // A world may lend only those files of packages that it was asked for.
    const isFirst = ([ask]: NamedQuestion) => ask === 'packageFile';
    return (await alike(questions.filter(isFirst))) && alike(questions.filter((question) => !isFirst(question)));
  }

  #answer(ask: Ask, args: readonly (string | null)[]): Promise<string | null> {
    const key = JSON.stringify([ask, args]);
    const known = this.#answers.get(key) ?? this.#ask(ask, args).catch(() => REFUSED);
    this.#answers.set(key, known);
    return known;
  }

  async #ask(ask: Ask, args: readonly (string | null)[]): Promise<string | null> {
    const [first, second, third] = args.map((arg, index) =>
      arg !== null && isPath(ask, index) ? this.#places.path(arg) : (arg ?? undefined),
    );
    if (first === undefined) return REFUSED;
    const world = this.#world;
    switch (ask) {
      case 'readFile':
        return digest(await world.readFile(first));
      case 'version':
        return (await versionOf(world, first, second ?? null)) ?? REFUSED;
      case 'list':
        return listed(await world.list(first));
      case 'kind':
        return world.kind(first);
      case 'realPath':
        return named(ask, (await world.realPath(first)) ?? null, this.#places);
      case 'packageFile':
        return named(ask, (await world.packageFile(first, second ?? '', third)) ?? null, this.#places);
      case 'env':
        return world.env(first) ?? null;
    }
  }
}

/** No answer that was ever given. */
const REFUSED = '\0';

function isPath(ask: Ask, argument: number): boolean {
  if (ask === 'packageFile') return argument === 2;
  return ask === 'version' ? argument === 1 : ask !== 'env';
}

/**
 * What an installed package says of itself; undefined where that says too little: where it lies elsewhere and is only linked,
 * since whoever works on a package does not change its version each time.
 */
async function versionOf(world: World, name: string, from: string | null): Promise<string | undefined> {
  const path = await world.packageFile(name, 'package.json', from ?? undefined);
  if (path === undefined || !isInstalled(path) || (await world.realPath(path)) !== path) return undefined;
  return digest(await world.readFile(path)) ?? undefined;
}

function named(ask: Ask, answer: string | null, places: Places): string | null {
  return answer !== null && (ask === 'realPath' || ask === 'packageFile') ? places.name(answer) : answer;
}

function digest(bytes: Uint8Array | undefined): string | null {
  return bytes ? createHash('sha256').update(bytes).digest('base64url') : null;
}

function listed(names: readonly string[]): string {
  return digest(new TextEncoder().encode(JSON.stringify(names))) ?? '';
}
