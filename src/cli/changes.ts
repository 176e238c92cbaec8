/** Changes as they come in, gathered until somebody asks for them. */
export class Changes {
  readonly #paths = new Set<string>();
  #wake: (() => void) | undefined;
  isEnded = false;

  add(paths: Iterable<string>): void {
    for (const path of paths) this.#paths.add(path);
    this.#wake?.();
  }

  /** From now on there are none. */
  end(): void {
    this.isEnded = true;
    this.#wake?.();
  }

  /** All paths that have changed since they were last asked for, once there are any; undefined at the end. */
  async next(): Promise<readonly string[] | undefined> {
    while (this.#paths.size === 0 && !this.isEnded) {
      await new Promise<void>((resolve) => {
        this.#wake = resolve;
      });
    }
    const paths = [...this.#paths];
    this.#paths.clear();
    return this.isEnded ? undefined : paths;
  }
}
