import { lstat, realpath } from 'node:fs/promises';
import { relative, resolve } from 'node:path';
import { watch as watchDisk } from 'chokidar';
import { WorldError } from '../world/error.js';
import { withSlashes } from '../world/path.js';

/** Tells of changes in folders. */
export interface FolderWatch {
  /** Watches these folders (absolute) and no others. Answers once every change from now on is told. */
  watch(folders: readonly string[]): Promise<void>;
  close(): Promise<void>;
}

/** What a watch is asked for. */
export interface WatchOptions {
  /** Told the paths of files that have changed, come or gone, together when they do so in one go. */
  onChange(paths: string[]): void;
  /** Told what keeps folders from being watched. */
  onError?(error: unknown): void;
  /** Folders (absolute) in which nothing matters, such as the one that is written to. */
  except?: readonly string[];
}

/** Begins to watch; a test passes in one that it drives itself. */
export type WatchFolders = (options: WatchOptions) => FolderWatch;

/** For so long after a change more are waited for, in milliseconds: editors save in several steps. */
const PAUSE = 15;
/** For 50 milliseconds after it told of a file chokidar drops what else happens to it; then one has to look. */
const DEAF = 75;
/** Folders within folders that are watched; who has more runs this in the wrong place. */
const DEEPEST = 8;

/** Watches the disk. Folders that are not there yet are watched too. Links are not followed out of a folder. */
export const watchFolders: WatchFolders = ({ onChange, onError = () => {}, except = [] }) => {
  const watchers = new Map<string, { close(): Promise<void> }>();
  const changed = new Set<string>();
  let pause: NodeJS.Timeout | undefined;
  const looks = new Set<NodeJS.Timeout>();
  let isClosed = false;

  const note = (path: string) => {
    changed.add(path);
    // Not begun anew with each change, so that whoever saves without a pause is heard.
    pause ??= setTimeout(() => void tell().catch(onError), PAUSE);
  };
  const tell = async () => {
    pause = undefined;
    const paths = [...changed];
    changed.clear();
    const told = await Promise.all(paths.map(stampOf));
    if (isClosed) return;
    onChange(paths);
    const look = setTimeout(async () => {
      looks.delete(look);
      for (const [index, path] of paths.entries()) if ((await stampOf(path)) !== told[index] && !isClosed) note(path);
    }, DEAF);
    looks.add(look);
  };
  const begin = async (folder: string) => {
    // The folder itself may be a link, and is named as its asker knows it.
    const root = await realpath(folder).catch(() => folder);
    if (isClosed) return;
    const ignored = (path: string) => isPassedOver(withSlashes(relative(root, path))) || liesIn(except, path);
    const watcher = watchDisk(root, { ignored, ignoreInitial: true, followSymlinks: false, depth: DEEPEST });
    let ready = () => {};
    const begun = new Promise<void>((resolve) => {
      ready = resolve;
    });
    // One that is closed before it has begun is never ready, and nobody must wait for it.
    const close = () => watcher.close().finally(ready);
    watchers.set(folder, { close });
    watcher.once('ready', ready);
    watcher.on('all', (_event, path) => {
      note(withSlashes(resolve(folder, relative(root, path))));
    });
    // The system refuses file by file once it watches as many as it will.
    watcher.once('error', (error) => {
      const why = error instanceof Error ? error.message : String(error);
      onError(new WorldError(folder, `it cannot be watched, so what is saved there may go unseen: ${why}`));
    });
    watcher.on('error', () => {});
    await begun;
  };

  return {
    async watch(folders) {
      const roots = outermost(folders);
      const gone = [...watchers].filter(([folder]) => !roots.includes(folder));
      for (const [folder] of gone) watchers.delete(folder);
      const fresh = roots.filter((folder) => !watchers.has(folder));
      await Promise.all([...gone.map(([, watcher]) => watcher.close()), ...fresh.map(begin)]);
    },
    async close() {
      isClosed = true;
      for (const timer of [pause, ...looks]) clearTimeout(timer);
      const all = [...watchers.values()];
      watchers.clear();
      await Promise.all(all.map((watcher) => watcher.close()));
    },
  };
};

/** Whether a path within a watched folder is nothing that an author writes: hidden, installed, or an editor's own. */
export function isPassedOver(path: string): boolean {
  return path.split('/').some((name) => {
    if (name === '' || name === '..') return false;
    return name === 'node_modules' || name.startsWith('.') || isOfEditor(name);
  });
}

/** Backups, swap files and files that are written before they take another's name: of vim, emacs, JetBrains and others. */
function isOfEditor(name: string): boolean {
  return /^4913$|~$|^#.*#$|\.sw[a-z]$|\.(?:tmp|temp|bak|crdownload|partial)$|___jb_(?:tmp|old)___$/i.test(name);
}

/** What changes whenever a file does; empty where there is none. */
async function stampOf(path: string): Promise<string> {
  const found = await lstat(path).catch(() => undefined);
  return found ? [found.mtimeMs, found.size, found.ino].join(' ') : '';
}

/** Each folder once, without those that are watched within another. */
function outermost(folders: readonly string[]): string[] {
  const within = (folder: string, other: string) =>
    folder.startsWith(`${other}/`) && !isPassedOver(folder.slice(other.length + 1));
  return [...new Set(folders)].filter((folder) => !folders.some((other) => within(folder, other)));
}

function liesIn(folders: readonly string[], path: string): boolean {
  const known = withSlashes(path);
  return folders.some((folder) => known === folder || known.startsWith(`${folder}/`));
}
