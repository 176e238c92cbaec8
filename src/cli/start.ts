import { readFileSync } from 'node:fs';
import { diskOutput } from '../output/write.js';
import { PROGRAM_FOLDER } from '../program/folder.js';
import { withoutCanvas } from '../workers/no-canvas.js';
import { diskWorld } from '../world/disk.js';
import { outliveReader } from './broken-pipe.js';
import { askAt } from './confirm.js';
import { reportFailure } from './failure.js';
import type { CliIo } from './io.js';
import { runCli } from './run.js';

const { version } = JSON.parse(readFileSync(`${PROGRAM_FOLDER}/package.json`, 'utf8')) as {
  version: string;
};

// Imported when it is needed: layout and fonts take a second to load, and --help need not wait for them.
const withPages = () => {
  withoutCanvas();
  return import('../build.js');
};
const build: CliIo['build'] = async (...request) => {
  withoutCanvas();
  return (await import('../build/unchanged.js')).buildWhatChanged(...request);
};
const openCache: CliIo['openCache'] = async (folder, onTrouble) => {
  const { openCache, userCacheFolder } = await import('../cache/disk/open.js');
  const place = folder ?? userCacheFolder();
  return place === undefined ? undefined : openCache(place, { onTrouble });
};
const survey: CliIo['survey'] = async (...request) => (await withPages()).survey(...request);
const plan: CliIo['plan'] = async (...request) => (await withPages()).plan(...request);
// Not by way of build.ts: a list needs no pages, and must not wait for what makes them.
const list: CliIo['list'] = async (...request) => (await import('../build/list.js')).listBooklets(...request);
const themes: CliIo['themes'] = async (...request) => (await import('../build/themes.js')).listThemes(...request);
const themeSheet: CliIo['themeSheet'] = async (...request) =>
  (await import('../build/theme-sheet/theme-sheet.js')).themeSheet(...request);
const preflight: CliIo['preflight'] = async (...request) => (await withPages()).preflight(...request);
const collectAnswers: CliIo['collectAnswers'] = async (...request) => (await withPages()).collectAnswers(...request);
const preview: CliIo['preview'] = async (...request) => (await import('../preview/preview.js')).preview(...request);
const openWorkshop: CliIo['openWorkshop'] = async (world) => (await withPages()).openWorkshop(world);
const watchFolders: CliIo['watchFolders'] = async (options) =>
  (await import('../preview/watch-folders.js')).watchFolders(options);

/** The first signal is heard, so that what goes on can be finished; the second ends the process as usual. */
const stopped = () =>
  new Promise<void>((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => resolve());
  });
const check: CliIo['check'] = async (world, request, ...rest) =>
  request.quick
    ? (await import('../build/check.js')).quickCheck(world, request, ...rest)
    : (await withPages()).check(world, request, ...rest);
const fix: CliIo['fix'] = async (...request) => (await withPages()).fix(...request);
const themeValues: CliIo['themeValues'] = async (...request) => (await withPages()).themeValues(...request);

const io: CliIo = {
  stdout: process.stdout,
  stderr: process.stderr,
  isTTY: process.stderr.isTTY === true,
  columns: process.stderr.columns || 80,
  ...(process.stdout.isTTY ? { outTerminal: { columns: process.stdout.columns || 80 } } : {}),
  ...(process.stdin.isTTY && process.stderr.isTTY ? { confirm: askAt(process.stdin, process.stderr) } : {}),
  cwd: process.cwd(),
  env: process.env,
  world: diskWorld(),
  output: diskOutput(),
  openCache,
  openWorkers: async (options) => (await import('../workers/open.js')).openWorkers(options),
  build,
  survey,
  plan,
  list,
  themes,
  themeSheet,
  preflight,
  collectAnswers,
  preview,
  openWorkshop,
  watchFolders,
  stopped,
  clock: () => new Date(),
  check,
  fix,
  themeValues,
  version,
};

outliveReader(process.stdout);
outliveReader(process.stderr);
process.on('uncaughtException', (error) => process.exit(reportFailure(error, io)));

// Not process.exit, which would cut off what a pipe has not taken yet.
process.exitCode = await runCli(process.argv.slice(2), io);
