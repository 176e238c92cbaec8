import type { BuiltFile } from '../../build-types.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';

/** A file of a booklet as an earlier build made it. */
export interface KeptFile {
  /** Path below the booklet's folder of output. */
  place: string;
  /** Of its bytes, hexadecimal. */
  sha256: string;
  /** Absent where it lies at its place. */
  bytes?: Uint8Array;
}

/** What an earlier build did for a booklet, one file after the other. */
export interface KeptStep {
  messages: Diagnostic[];
  /** Absent where there were only messages. */
  made?: KeptFile & { built: Omit<BuiltFile, 'path' | 'milliseconds'> };
  /** What there was to say of the finished file. */
  found: Diagnostic[];
}

/** A booklet of which everything is as it was when an earlier build made it. */
export interface KeptBooklet {
  /** Absolute path. */
  folder: string;
  /** What there was to say before pages were made. */
  said: readonly Diagnostic[];
  steps: KeptStep[];
  manifest: KeptFile;
}

/** Kept booklets by their folders. */
export type KeptBooklets = ReadonlyMap<string, KeptBooklet>;

/** A booklet's folder gives it its name. */
export function idOf(folder: string): string {
  return folder.slice(folder.lastIndexOf('/') + 1);
}
