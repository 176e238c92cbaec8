/**
 * Lets one piece of work begin when the one before it has ended. What is urgent goes before what waits, but never twice in a
 * row: whoever saves without a pause still sees pages.
 */
export class Turns {
  readonly #urgent: (() => Promise<void>)[] = [];
  readonly #others: (() => Promise<void>)[] = [];
  #busy = false;
  #wasUrgent = false;
  #ended = false;

  /** Answers with what the work answers, once its turn has come; throws what it throws. */
  take<T>(work: () => Promise<T>, urgent = false): Promise<T> {
    return new Promise((resolve, reject) => {
      if (this.#ended) return;
      // A work that throws before it promises anything must not stop the others.
      (urgent ? this.#urgent : this.#others).push(() => Promise.resolve().then(work).then(resolve, reject));
      if (!this.#busy) void this.#run();
    });
  }

  /** Nothing that has not begun yet will; whoever waits for it waits in vain. */
  end(): void {
    this.#urgent.length = 0;
    this.#others.length = 0;
    this.#ended = true;
  }

  async #run(): Promise<void> {
    this.#busy = true;
    for (let next = this.#next(); next; next = this.#next()) await next();
    this.#busy = false;
  }

  #next(): (() => Promise<void>) | undefined {
    const urgent = this.#urgent.length > 0 && !(this.#wasUrgent && this.#others.length > 0);
    this.#wasUrgent = urgent;
    return (urgent ? this.#urgent : this.#others).shift();
  }
}
