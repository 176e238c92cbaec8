import { fileURLToPath } from 'node:url';
import { templateFolders } from '../build/template-folders.js';
import { openWorkshop, themes } from '../build.js';
import { diskOutput } from '../output/write.js';
import { CODE } from '../program/folder.js';
import { diskWorld } from '../world/disk.js';
import { withSlashes } from '../world/path.js';
import { openBrowser } from './open-browser.js';
import { type Running, startPreview } from './start.js';
import { watchFolders } from './watch-folders.js';

/** How a booklet is previewed. */
export interface PreviewOptions {
  /** Absolute path of the folder that messages are relative to; the working directory when absent. */
  base?: string;
  /** Absolute paths of the folders that hold themes, asked in order; `templates` in `base` and the package's own when absent. */
  templates?: string[];
  /** The port to listen on, on 127.0.0.1 alone; one that is free when absent. */
  port?: number;
  /** Whether to open the page in the reader's browser. */
  open?: boolean;
  /** Told of faults of this program; they are never told to the page. */
  onFault?(error: unknown): void;
}

/**
 * Shows the booklet in a folder (absolute) in the browser and follows its files as they are saved, until it is closed. Whatever
 * is wrong with the booklet is told on the page. What the system says is thrown where the port cannot be listened on.
 */
export async function preview(folder: string, options: PreviewOptions = {}): Promise<Running> {
  const world = diskWorld();
  const base = withSlashes(options.base ?? process.cwd());
  const { port = 0, open = false, onFault = () => {} } = options;
  const running = await startPreview({
    world,
    output: diskOutput(),
    openWorkshop,
    listThemes: themes,
    watchFolders,
    folder: withSlashes(folder).replace(/(?<=.)\/+$/, ''),
    base,
    templates: options.templates ?? (await templateFolders(world, base)),
    port,
    client: fileURLToPath(new URL('preview/client', CODE)),
    onFault,
  });
  if (open) await openBrowser(running.url);
  return running;
}
