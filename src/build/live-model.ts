import type { BuildRequest, BuildResult, Progress } from '../build-types.js';
import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { PaperName, Size } from '../geometry/frame.js';
import type { Target } from '../geometry/targets.js';
import type { Output } from '../output/model.js';
import type { World } from '../world/model.js';

/** What a long-lived process builds from: `watch` and the preview. One at a time is asked of it. */
export interface Workshop {
  /**
   * Reads a booklet as its files are now. What has not changed since the last time is not read, parsed or set again, and
   * what is laid out from it is not laid out again: the answer is the same as that of a new process.
   */
  read(request: LiveRequest): Promise<LiveReading>;
  /** Builds as `build` does, with what is known already. */
  build(output: Output, request: BuildRequest, onProgress?: (progress: Progress) => void): Promise<BuildResult>;
}

/** Opens a workshop on a world. */
export type OpenWorkshop = (world: World) => Workshop;

/** What is asked of a workshop: one booklet, with what is said in place of its `booklet.yaml`. */
export interface LiveRequest extends Omit<BuildRequest, 'booklets' | 'out' | 'editions' | 'targets'> {
  /** The booklet's folder (absolute). */
  folder: string;
}

/** A booklet as its files are. */
export interface LiveReading {
  /** All that there is to say before pages are made, sorted. */
  messages: Diagnostic[];
  /** Absent when any message is an error. */
  booklet?: LiveBooklet;
  /** Absolute paths of the folders whose files decide how it looks; those that are watched. */
  folders: string[];
}

/** A booklet that can be laid out. */
export interface LiveBooklet {
  id: string;
  title: string;
  language: string;
  direction: 'left-to-right' | 'right-to-left';
  /** Every edition that it has, those that it makes first. */
  editions: { name: string; label: string }[];
  /** Names of the editions that it makes, in order. */
  made: string[];
  /** Variables with their values. */
  variables: Record<string, string>;
  theme: string;
  translation: string;
  paper: PaperName;
  /** What the theme, with the booklet's own design, comes to. */
  accent: string;
  bodySize: number;
  /** Lays an edition out for a target, all editions that it cites with it. */
  lay(edition: string, target: Target): Promise<LiveBook>;
}

/** An edition laid out. */
export interface LiveBook {
  edition: string;
  target: Target;
  label: string;
  size: Size;
  /** What its pages gave cause to say. */
  messages: Diagnostic[];
  pages: LivePage[];
  outline: { title: string; level: number; page: number }[];
  /** Page of every anchor, from 0. */
  anchors: Record<string, number>;
  /** Anchors of the questions that it shows, in order. */
  questions: string[];
  /** Where source lines came to stand, sorted by file and line. */
  places: { file: string; line: number; page: number }[];
  /** Words of its lessons and chapters, and minutes of its sessions. */
  words: number;
  minutes: number;
  /** Sheets of one copy, and what changes when their pages do; absent where there is no paper. */
  sheets?: { count: number; key: string };
  /** Paints the pages of a part as one PDF. The same part gives the same bytes. Throws a RangeError for one that it has not. */
  paint(part: string): Promise<Uint8Array>;
  /** Its pages on sheets, as printed at home. */
  paintSheets(): Promise<Uint8Array>;
}

/** A page of an edition. Pages of one part are painted together; another id, another picture. */
export interface LivePage {
  /** As readers cite it; empty for the cover. */
  label: string;
  recto: boolean;
  part: string;
  /** Which page of the part, from 0. */
  index: number;
}
