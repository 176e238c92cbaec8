import { OutputError } from '../output/error.js';
import type { Output, StagedFile } from '../output/model.js';

/** Files of a build that lie under temporary names, until all of them appear or none does. */
export class Staging {
  readonly #output: Output;
  readonly #files: StagedFile[] = [];

  constructor(output: Output) {
    this.#output = output;
  }

  /** Stages a file. */
  async stage(path: string, bytes: Uint8Array): Promise<StagedFile> {
    const file = await this.#output.stage(path, bytes);
    this.#files.push(file);
    return file;
  }

  /** Stages a file that has been looked at already, and makes sure that it lies there as it was. Throws an `OutputError`. */
  async stageSame(path: string, bytes: Uint8Array): Promise<StagedFile> {
    const file = await this.stage(path, bytes);
    if (Buffer.compare(await file.read(), bytes) === 0) return file;
    throw new OutputError(path, 'the disk does not give back what was written to it; choose another folder with --out');
  }

  /** Takes away what has not been published. */
  async discard(): Promise<void> {
    for (const file of this.#files) await file.discard();
  }
}
