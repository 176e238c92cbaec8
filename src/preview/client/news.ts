import type { StateEvent } from '../protocol.js';

/**
 * Which events of a stream are to be followed: the first, and all that tell something else than the one before. What is known of
 * the state by other ways does not count, such as from the answer to a choice, which may come before the event: it brings no pages.
 */
export class News {
  #last: StateEvent | undefined;

  isNew({ revision, status }: StateEvent): boolean {
    if (this.#last?.revision === revision && this.#last.status === status) return false;
    this.#last = { revision, status };
    return true;
  }

  /** To be called when a stream begins: a server that was started anew counts from the beginning. */
  begin(): void {
    this.#last = undefined;
  }
}
