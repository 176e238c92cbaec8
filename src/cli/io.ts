import type { Workshop } from '../build/live-model.js';
import type {
  Build,
  Check,
  CollectAnswers,
  Fix,
  ListBooklets,
  ListThemes,
  Plan,
  Preflight,
  ReadThemeValues,
  Survey,
  ThemeSheet,
  Workers,
} from '../build.js';
import type { Cache } from '../cache/model.js';
import type { Output } from '../output/model.js';
import type { preview } from '../preview/preview.js';
import type { FolderWatch, WatchOptions } from '../preview/watch-folders.js';
import type { WorkersOptions } from '../workers/open.js';
import type { World } from '../world/model.js';

/** Where text goes: a stream, or a list of strings in a test. */
export interface Sink {
  write(text: string): unknown;
}

/** Everything a run of the command touches, so that a test can pass in all of it. */
export interface CliIo {
  /** Results: what was made. */
  stdout: Sink;
  /** Messages and progress. */
  stderr: Sink;
  /** Whether `stderr` is a terminal. */
  isTTY: boolean;
  /** Width of the terminal in columns. */
  columns: number;
  /** The terminal that `stdout` is, where it is one, with its width in columns. */
  outTerminal?: { columns: number };
  /** Puts a question to whoever sits at the terminal and waits for a yes or a no; absent where nobody does. */
  confirm?(question: string): Promise<boolean>;
  /** Absolute path of the working directory. */
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
  world: World;
  output: Output;
  /**
   * Opens the cache in a folder (absolute), or in the user's own, and tells of what is wrong with it; undefined where there is
   * no folder for one.
   */
  openCache(folder: string | undefined, onTrouble: (sentence: string) => void): Promise<Cache | undefined>;
  /** Opens the threads that a build can leave work to; undefined where it is to do everything itself. */
  openWorkers(options: WorkersOptions): Promise<Workers | undefined>;
  build: Build;
  survey: Survey;
  plan: Plan;
  list: ListBooklets;
  themes: ListThemes;
  themeSheet: ThemeSheet;
  preflight: Preflight;
  collectAnswers: CollectAnswers;
  preview: typeof preview;
  /** Opens what builds again and again. */
  openWorkshop(world: World): Promise<Workshop>;
  watchFolders(options: WatchOptions): Promise<FolderWatch>;
  /** Answers once whoever runs the command asks it to end, as with Ctrl+C. */
  stopped(): Promise<void>;
  /** The time of day. */
  clock(): Date;
  check: Check;
  fix: Fix;
  themeValues: ReadThemeValues;
  /** Version of the package. */
  version: string;
}
