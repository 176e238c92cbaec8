import { readdirSync, readFileSync } from 'node:fs';
import { listBooklets } from '../../src/build/list.js';
import { themeSheet } from '../../src/build/theme-sheet/theme-sheet.js';
import { listThemes } from '../../src/build/themes.js';
import { build, check, collectAnswers, fix, plan, preflight, survey, themeValues } from '../../src/build.js';
import type { BuildRequest } from '../../src/build-types.js';
import { runCli } from '../../src/cli/run.js';
import { diskWorld } from '../../src/world/disk.js';
import { memoryWorld } from '../../src/world/memory.js';
import type { World } from '../../src/world/model.js';
import { type Made, ROOT } from './booklet.js';
import { memoryOutput } from './memory-output.js';
import { noPreview } from './no-preview.js';

/** Folder in which the tests' booklets lie. */
export const WORK = '/work';

/** The real templates' themes and their art. */
const TEMPLATES = readdirSync(`${ROOT}/templates`, { recursive: true, encoding: 'utf8' })
  .map((path) => path.replaceAll('\\', '/'))
  .filter((path) => /\/.*\.(?:yaml|svg)$/.test(path));

/** A world of these files below `/work`, with the real templates beside them, and fonts and Bibles lent from this package. */
export function tinyWorld(files: Record<string, string | Uint8Array>, env: Record<string, string> = {}): World {
  const templates = TEMPLATES.map((path) => [
    `${WORK}/templates/${path}`,
    readFileSync(`${ROOT}/templates/${path}`, 'utf8'),
  ]);
  const placed = Object.entries(files).map(([path, content]) => [
    path.startsWith('/') ? path : `${WORK}/${path}`,
    content,
  ]);
  return memoryWorld(
    { ...Object.fromEntries(templates), ...Object.fromEntries(placed) },
    { packages: diskWorld(), env },
  );
}

/** The files of a booklet of one lesson, `lessons/tiny`. */
export function tinyBooklet(lesson: string, booklet = 'title: Tiny\n'): Record<string, string> {
  return { 'lessons/tiny/booklet.yaml': booklet, 'lessons/tiny/1-one.md': lesson };
}

/** A lesson with a title and this body. */
export function lessonOf(body: string): string {
  return `---\ntitle: One\n---\n\n${body}\n`;
}

/** What a run of the command printed and wrote. */
export interface CliRun {
  exit: number;
  stdout: string;
  stderr: string;
  written: Map<string, Uint8Array>;
}

/** Runs `gathering build` over a world as the command does, with the real build and the output in memory. */
export async function runBuild(world: World, ...options: string[]): Promise<CliRun> {
  const output = memoryOutput();
  const run: CliRun = { exit: -1, stdout: '', stderr: '', written: output.files };
  run.exit = await runCli(['build', ...options], {
    stdout: { write: (text) => (run.stdout += text) },
    stderr: { write: (text) => (run.stderr += text) },
    isTTY: false,
    columns: 80,
    cwd: WORK,
    env: {},
    world,
    output,
    build,
    survey,
    plan,
    list: listBooklets,
    themes: listThemes,
    themeSheet,
    preflight,
    collectAnswers,
    openCache: async () => undefined,
    openWorkers: async () => undefined,
    ...noPreview,
    check,
    fix,
    themeValues,
    version: '0.0.0',
  });
  return run;
}

/** What asks for `lessons/tiny`, or for what is said instead. */
export function tinyRequest(request: Partial<BuildRequest> = {}): BuildRequest {
  return {
    base: WORK,
    booklets: [`${WORK}/lessons/tiny`],
    templates: [`${WORK}/templates`],
    out: '/out',
    ...request,
  };
}

/** Builds `lessons/tiny` without the command. */
export async function buildTiny(world: World, request: Partial<BuildRequest> = {}): Promise<Made> {
  const output = memoryOutput();
  return { ...(await build(world, output, tinyRequest(request))), written: output.files };
}
