import { setMaxListeners } from 'node:events';
import { previewApp } from './server/app.js';
import { readAssets } from './server/assets.js';
import { listen } from './server/listen.js';
import { Session, type SessionOptions } from './session/session.js';
import type { WatchFolders } from './watch-folders.js';

/** A preview that runs. */
export interface Running {
  /** Where the page is. */
  url: string;
  /** Ends it: nothing is listened on or watched any more, and streams that are open are closed. */
  close(): Promise<void>;
}

/** What a preview is made of. */
export interface StartOptions extends Omit<SessionOptions, 'onFolders'> {
  watchFolders: WatchFolders;
  /** The port to listen on; 0 for one that is free. */
  port: number;
  /** Absolute path of the folder that the page was built into. */
  client: string;
  onFault(error: unknown): void;
}

/** Starts a preview. Answers as soon as it can be asked; what the system says is thrown where it cannot listen. */
export async function startPreview({ watchFolders, port, client, ...options }: StartOptions): Promise<Running> {
  const { onFault } = options;
  const ended = new AbortController();
  // One listener a page that is open, however many there are.
  setMaxListeners(0, ended.signal);
  const folders = new Set([options.folder, ...options.templates]);
  const onFolders = (now: string[]) => void follow(now).catch(onFault);
  const session = new Session({ ...options, onFolders });
  const onChange = (paths: string[]) => void session.changed(paths).catch(onFault);
  const watch = watchFolders({ onChange, onError: onFault });

  const follow = async (now: readonly string[]) => {
    const fresh = now.filter((folder) => !folders.has(folder));
    for (const folder of fresh) folders.add(folder);
    if (fresh.length === 0 || ended.signal.aborted) return;
    await watch.watch([...folders]);
    // What was saved there before it was watched.
    await session.changed([]);
  };

  const assets = await readAssets(client);
  let listening: Awaited<ReturnType<typeof listen>> | undefined;
  const app = previewApp({ session, assets, port: () => listening?.port ?? 0, ended: ended.signal, onFault });
  listening = await listen(app.fetch, port);
  const begin = async () => {
    await watch.watch([...folders]);
    if (!ended.signal.aborted) await session.start();
  };
  void begin().catch(onFault);
  return {
    url: `http://127.0.0.1:${listening.port}/`,
    async close() {
      ended.abort();
      session.end();
      await Promise.all([watch.close(), listening.close()]);
    },
  };
}
