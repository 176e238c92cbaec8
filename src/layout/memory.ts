import { keyOf } from '../memory/identity.js';
import type { ParagraphMemory } from './paragraph-memory.js';

/** In how many turns something must have been asked for to be kept. */
const TURNS = 2;

/** A page of laid-out content, by a name that means the same in every process. */
export interface PageName {
  /** Says all that the content was laid out from. */
  content: string;
  /** The page's place in it, from 0. */
  index: number;
}

/** What other processes laid out. */
export interface Lasting<T> {
  /** Gives what was laid out from the same facts before, or lays it out and keeps it. */
  recall(facts: unknown, layOut: () => Promise<T>): Promise<T>;
  /** Answers once all that was laid out is kept. */
  settled(): Promise<void>;
  /** What a page of what it gave is called, in this process and in others. */
  nameOf(page: object): PageName | undefined;
}

/**
 * What was laid out, by everything that it depends on, so that what two editions or two builds share (a foreword, pages
 * for notes, a lesson that nobody changed) is laid out once. The key is made from the very tree that is handed to the
 * layout: two that are equal give the same pages, whichever edition they come from.
 */
export class LayoutMemory<T> {
  readonly #known = new Map<string, { value: Promise<T>; turn: number }>();
  readonly #same = new WeakMap<object, { facts: readonly unknown[]; value: Promise<T> }>();
  readonly #lasting: Lasting<T> | undefined;
  #turn = 0;
  /** How often something was laid out, and how often it was there already. */
  readonly counts = { laidOut: 0, shared: 0 };

  /** Paragraphs of what was laid out last; absent in a process that lays nothing out twice. */
  readonly paragraphs: ParagraphMemory | undefined;

  /** @param lasting - Where to look for what this process has not laid out itself. */
  constructor(lasting?: Lasting<T>, paragraphs?: ParagraphMemory) {
    this.#lasting = lasting;
    this.paragraphs = paragraphs;
  }

  /**
   * @param facts - All that the result depends on: the tree, sizes, fonts. Functions, fonts and bytes count by identity.
   */
  once(facts: unknown, layOut: () => Promise<T>): Promise<T> {
    const key = keyOf(facts);
    const known = this.#known.get(key);
    if (known) {
      this.counts.shared += 1;
      known.turn = this.#turn;
      return known.value;
    }
    const make = () => {
      this.counts.laidOut += 1;
      return layOut();
    };
    const value = this.#lasting ? this.#lasting.recall(facts, make) : make();
    this.#known.set(key, { value, turn: this.#turn });
    return value;
  }

  /**
   * Spares the making of a key, and of the tree that it is made from, where the very same content was asked for before.
   *
   * @param content - What is laid out; nothing in it is ever changed.
   * @param facts - All else that the result depends on.
   */
  sameAsBefore(content: object, facts: readonly unknown[], layOut: () => Promise<T>): Promise<T> {
    const known = this.#same.get(content);
    if (known?.facts.every((fact, index) => Object.is(fact, facts[index]))) {
      this.counts.shared += 1;
      return known.value;
    }
    const value = layOut();
    this.#same.set(content, { facts, value });
    return value;
  }

  /** What a page of what was laid out is called for all processes, where others may find it. */
  nameOf(page: object): PageName | undefined {
    return this.#lasting?.nameOf(page);
  }

  /** Answers once other processes will find what this one laid out. */
  async settled(): Promise<void> {
    await this.#lasting?.settled();
  }

  /** Begins the next turn; what nobody asked for in some turns is forgotten. */
  endTurn(): void {
    this.#turn += 1;
    this.paragraphs?.endTurn();
    for (const [key, { turn }] of this.#known) if (this.#turn - turn > TURNS) this.#known.delete(key);
  }
}
