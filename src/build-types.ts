import type { FilledBooklet } from './answers/model.js';
import type { Design } from './booklet/model.js';
import type { BookletJob, SentBooklet } from './build/apart.js';
import type { KeptBooklets } from './build/kept/model.js';
import type { FinishedFile } from './build/look-through.js';
import type { SentFindings } from './build/look-through-apart.js';
import type { Cache } from './cache/model.js';
import type { Checked, Diagnostic } from './diagnostics/diagnostic.js';
import type { RuleId } from './diagnostics/rules.js';
import type { PaperName, Size } from './geometry/frame.js';
import type { Target } from './geometry/targets.js';
import type { Change } from './lesson/changes.js';
import type { Output } from './output/model.js';
import type { Lock } from './overlay/lock.js';
import type { SurveyedBlock } from './overlay/survey.js';
import type { PreflightReport } from './print/preflight/model.js';
import type { PlanOptions, Signature } from './print/signatures/model.js';
import type { ListedTheme } from './theme/catalogue.js';
import type { AskedBy, ThemePlaces } from './theme/layers.js';
import type { ThemeYaml as ThemeValues } from './theme/schema.js';
import type { World } from './world/model.js';

export type { ListedTheme, ThemeValues };

/** What to build. Paths are absolute. */
export interface BuildRequest {
  /** Folder that messages and printed paths are relative to. */
  base: string;
  /** Folders that hold a `booklet.yaml`. */
  booklets: string[];
  /** Folder of themes beside the package's own; asked first. */
  templates: string[];
  /** Folder under which `<booklet>/<edition>.pdf` is written. */
  out: string;
  /** Edition names; absent for those of each booklet. */
  editions?: string[];
  theme?: string;
  translation?: string;
  paper?: PaperName;
  /** Laid over what each booklet says of its design, key by key. */
  design?: Design;
  /** What files are made for; absent for what each booklet says. */
  targets?: Target[];
  /** The edge over which the printer turns sheets; absent for what each booklet says. */
  flip?: 'short' | 'long';
}

/** The phases a build goes through, in order, for its progress line and its profile. */
export type Phase =
  | 'load'
  | 'parse'
  | 'scripture'
  | 'select'
  | 'layout'
  | 'furniture'
  | 'paint'
  | 'print'
  | 'write'
  | 'preflight'
  | 'read-back';

/** Where a build is: told as each phase begins. */
export interface Progress {
  booklet: string;
  edition?: string;
  phase: Phase;
}

/** One PDF that was written. */
export interface BuiltFile {
  booklet: string;
  /** Absent for what is for several editions. */
  edition?: string;
  target: Target;
  /** Absolute path. */
  path: string;
  /** Pages of the booklet, also where two of them stand on each side of a sheet. */
  pages: number;
  /** Sheets of paper that one copy takes; 0 where there is no paper. */
  sheets: number;
  bytes: number;
  /** From the edition's first layout to its last byte written. */
  milliseconds: number;
}

export interface BuildResult {
  /** Empty when any message is an error. */
  files: BuiltFile[];
  messages: Diagnostic[];
}

/** A booklet as those see it who want to change it. */
export interface BookletSurvey {
  title: string;
  variables: Record<string, string>;
  /** The lessons in order, by the names that booklet.yaml lists, without `.md`. */
  lessons: { name: string; id: string; title: string }[];
  /** Ids of the chapters beside them. */
  chapters: string[];
  /** Every block of its lessons and chapters that has an id, as it is with all changes made. */
  blocks: SurveyedBlock[];
  /** Whether it extends another booklet. */
  overlay: boolean;
  /** Of an overlay, the blocks as its own changes.md finds them; otherwise the same as `blocks`. */
  upstream: SurveyedBlock[];
  /** The changes that its own changes.md makes, also those that could not be made. */
  changes: Change[];
  /** What its changes.lock.json keeps. */
  lock: Lock;
}

/** Looks at the booklet in a folder (absolute); undefined, with messages, when it cannot be loaded. */
export type Survey = (
  world: World,
  folder: string,
  request: Pick<BuildRequest, 'base'>,
) => Promise<Checked<BookletSurvey | undefined>>;

/** What a build can lean on: what earlier processes left, and other threads. It is spared work by them, and gives the same. */
export interface BuildFrom {
  /** Where it looks for what was made before, and keeps what it makes; absent where nothing is kept. */
  cache?: Cache;
  /** Booklets that were found unchanged in that cache, where that was looked for already. */
  kept?: KeptBooklets;
  /** Gives threads that work can be left to, or undefined; absent where the build does everything itself. */
  openWorkers?: OpenWorkers;
}

/** Threads that a build can leave work to. What they are given and give is data. */
export interface Workers {
  /** How many booklets can be made at once. */
  readonly count: number;
  /**
   * Has a booklet made by another thread, in a world and with a cache that are the same as the build's. Throws what stopped it.
   *
   * @param request - The same for every booklet of a build.
   */
  make(job: BookletJob, request: BuildRequest, tell: (progress: Progress) => void): Promise<SentBooklet>;
  /** Has a finished file looked through by another thread. */
  lookThrough(file: FinishedFile): Promise<SentFindings>;
  /** To be called when files will be looked through before long, so that a thread is ready for it. */
  expectFiles(): void;
  /** Ends them. */
  close(): Promise<void>;
}

/** @param cache - The build's own, which they open again. */
export type OpenWorkers = (cache: Cache | undefined) => Promise<Workers | undefined>;

/** Loads, sets and writes booklets. Problems in the input are messages; whatever is thrown is a fault of this program or of the disk. */
export type Build = (
  world: World,
  output: Output,
  request: BuildRequest,
  onProgress?: (progress: Progress) => void,
  from?: BuildFrom,
) => Promise<BuildResult>;

/** What is asked of a check. */
export interface CheckRequest extends Omit<BuildRequest, 'out'> {
  /** Only what is found before pages are made. */
  quick?: boolean;
  /** Rules of which nothing is said, beside those that each booklet names. Errors are always told. */
  ignore?: readonly RuleId[];
}

/**
 * Says of booklets all that a build would say, and then what no build says: advice. Writes nothing. Advice is given about
 * booklets that have no errors.
 */
export type Check = (
  world: World,
  request: CheckRequest,
  onProgress?: (progress: Progress) => void,
) => Promise<{ messages: Diagnostic[] }>;

/** A file that would be mended: with other text, another name, or both. */
export interface FileChange {
  /** Absolute path, without links in it. */
  path: string;
  /** As the author knows it. */
  file: string;
  /** Its new name in the same folder. */
  to?: { path: string; file: string };
  /** Its text, byte order mark and line ends included. */
  before: string;
  after: string;
}

export interface FixResult {
  /** Files that keep their names first, then the others in the order in which they can be renamed. */
  changes: FileChange[];
  /** How many more things could be mended, if they did not change what lessons say or what there is to say of them. */
  left: number;
  /** Errors, which are to be mended by hand first; with them there are no changes. */
  messages: Diagnostic[];
}

/** Finds what of booklets can be mended without anyone's judgement: numbers of files, quotation marks, references. Writes nothing. */
export type Fix = (world: World, request: CheckRequest) => Promise<FixResult>;

/** How the sheets of an edition are printed. */
export interface EditionPlan {
  booklet: string;
  edition: string;
  pages: number;
  sheets: number;
  options: PlanOptions;
  signatures: Signature[];
  /** A table and drawings for a terminal. */
  text: string;
}

/** What is asked of a plan. */
export interface PlanRequest extends Omit<BuildRequest, 'out' | 'targets'> {
  /** Plan for so many pages; without it booklets are laid out, and planned for the pages that they have. */
  pages?: number;
}

/** Lays booklets out as a build would and plans their sheets; writes nothing. */
export type Plan = (
  world: World,
  request: PlanRequest,
  onProgress?: (progress: Progress) => void,
) => Promise<Checked<EditionPlan[]>>;

/** A PDF that was looked through. */
export interface PreflightedFile extends PreflightReport {
  /** As the author knows it, relative to where the command was run. */
  file: string;
  /** What was found as messages, in the order of the findings; also that there is no such file. */
  messages: Diagnostic[];
}

/** Looks PDFs through for what goes wrong in print, whoever made them; writes nothing. */
export type Preflight = (
  world: World,
  request: {
    /** Folder that messages are relative to. */
    base: string;
    /** Absolute paths. */
    files: string[];
    /** What the files are for; absent for what each file suggests. */
    target?: Target;
    /** The finished page in points, for files that do not state it. */
    trim?: Size;
  },
) => Promise<PreflightedFile[]>;

/** A PDF that was filled in. */
export interface CollectedFile extends FilledBooklet {
  /** As whoever asks knows it, relative to where the command was run. */
  file: string;
}

/** Reads what was written and ticked in finished PDFs; writes nothing. */
export type CollectAnswers = (
  world: World,
  request: {
    /** Folder that messages are relative to. */
    base: string;
    /** Absolute paths. */
    files: string[];
    /** Folder of the booklet that they should be of (absolute). */
    booklet?: string;
  },
) => Promise<{
  /** Those that hold something of ours. */
  files: CollectedFile[];
  /** The same as Markdown. */
  markdown: string;
  messages: Diagnostic[];
}>;

/** Every theme that a booklet can name, from the folders of themes (absolute), of which the last one is the package's own. */
export type ListThemes = (world: World, folders: readonly string[], base?: string) => Promise<ListedTheme[]>;

/** What a theme says, with all it extends, in authors' words and units; undefined, with messages, when it cannot be read. */
export type ReadThemeValues = (
  world: World,
  name: string,
  request: ThemePlaces & { askedBy?: AskedBy },
) => Promise<Checked<ThemeValues | undefined>>;

/** A booklet as it is listed. */
export interface ListedBooklet {
  id: string;
  /** Absolute path. */
  folder: string;
  title: string;
  /** BCP 47. */
  language: string;
  /** Names of the editions that it makes. */
  editions: string[];
  lessons: ListedLesson[];
  /** Beside the lessons, in their order. */
  chapters: Omit<ListedLesson, 'number' | 'passages' | 'minutes'>[];
  /** Of all lessons. */
  minutes: number;
  /** Of all lessons and chapters. */
  words: number;
}

/** A lesson as it is listed. */
export interface ListedLesson {
  number: number;
  id: string;
  /** As the author knows it. */
  file: string;
  title: string;
  /** Of its front matter, as they are written there. */
  passages: string[];
  /** 0 where it plans none. */
  minutes: number;
  /** Whoever reads them, without passages that are put in. */
  words: number;
}

/** Reads booklets without making pages; of messages only the errors. */
export type ListBooklets = (
  world: World,
  request: Pick<BuildRequest, 'base' | 'booklets'>,
) => Promise<Checked<ListedBooklet[]>>;

/** What is asked of a contact sheet of themes. Paths are absolute. */
export interface ThemeSheetRequest extends Pick<BuildRequest, 'base' | 'templates'> {
  /** Folder of the booklet whose words are set. */
  folder: string;
  /** The lesson, by its number, id or file; absent for the first. */
  lesson?: string;
}

/** Shows every theme on one lesson; the value is undefined, with messages, where there is none to show. Writes nothing. */
export type ThemeSheet = (
  world: World,
  request: ThemeSheetRequest,
  onProgress?: (progress: Progress) => void,
) => Promise<Checked<{ bytes: Uint8Array; themes: string[] } | undefined>>;
