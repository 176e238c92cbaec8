import type { CliIo } from '../../src/cli/io.js';

/** What commands that end by themselves have no use for. */
export const noPreview: Pick<CliIo, 'preview' | 'openWorkshop' | 'watchFolders' | 'stopped' | 'clock'> = {
  preview: () => Promise.reject(new Error('the fake preview shows nothing')),
  openWorkshop: () => Promise.reject(new Error('the fake workshop is closed')),
  watchFolders: () => Promise.reject(new Error('the fake watch sees nothing')),
  stopped: () => new Promise(() => {}),
  clock: () => new Date(2026, 10, 24, 9, 5, 7),
};
