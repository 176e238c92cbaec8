/** A file that lies beside its place under a temporary name, whole and on the disk, but not seen yet. */
export interface StagedFile {
  /** Absolute path of the place that it is meant for. */
  readonly path: string;
  /**
   * The bytes as they lie on the disk, read back from the temporary file: what was really written, not what was meant.
   * Only before `publish` and `discard`. Throws an `OutputError`.
   */
  read(): Promise<Uint8Array>;
  /** Gives the file its name in one step, in place of what had that name before. Throws an `OutputError`. */
  publish(): Promise<void>;
  /** Takes the temporary file away. Never throws, and does nothing to a file that has been published. */
  discard(): Promise<void>;
}

/** Receives finished files; a real one writes them to disk, each whole or not at all. */
export interface Output {
  /**
   * Writes a file under a temporary name, so that several can be written and looked at before any of them appears.
   * Folders are made as needed. Throws an `OutputError`, and then nothing is left behind.
   *
   * Each file is published by itself: if the second of three cannot be, the first stays where it is, and whoever staged
   * them discards the rest.
   *
   * @param path - Absolute path of the file's place.
   */
  stage(path: string, bytes: Uint8Array): Promise<StagedFile>;
  /** What lies at a place; undefined where nothing does, or nothing that can be read. Never throws. */
  read(path: string): Promise<Uint8Array | undefined>;
  /** Stages a file and publishes it. Throws an `OutputError`, and then the temporary file is gone. */
  write(path: string, bytes: Uint8Array): Promise<void>;
  /**
   * Makes a new text file (UTF-8) appear whole in one step, and only if nothing has its name, not even a link that
   * leads nowhere: whatever is there is never written over. Folders are made as needed. Throws an `OutputError`.
   */
  create(path: string, text: string): Promise<void>;
  /**
   * Gives a file another name, in one step and only if nothing has it, not even a link that leads nowhere. Throws an
   * `OutputError`, and then the file has its old name.
   *
   * @param from - Absolute path.
   * @param to - Absolute path in the same folder.
   */
  move(from: string, to: string): Promise<void>;
}
