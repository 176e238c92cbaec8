/** Receives finished files; a real one writes them to disk, each whole or not at all. */
export interface Output {
  /** Makes a file appear under its absolute path in one step; folders are made as needed. Throws an `OutputError`. */
  write(path: string, bytes: Uint8Array): Promise<void>;
}
