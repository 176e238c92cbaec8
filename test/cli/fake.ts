import type { Build, BuildRequest, BuildResult, BuiltFile, Progress } from '../../src/build.js';
import type { CliIo } from '../../src/cli/io.js';
import { runCli } from '../../src/cli/run.js';
import { type Diagnostic, diagnostic } from '../../src/diagnostics/diagnostic.js';
import type { RuleId } from '../../src/diagnostics/rules.js';
import { memoryWorld } from '../../src/world/memory.js';
import { noPreview } from '../support/no-preview.js';

/** What a run of the command printed, asked for and answered. */
export interface Run {
  exit: number;
  stdout: string;
  stderr: string;
  /** What the build was asked for; empty when it never ran. */
  requests: BuildRequest[];
}

/** How a run differs from the usual: a working directory `/work` with two booklets, a build that makes one file. */
export interface Given extends Partial<Omit<CliIo, 'stdout' | 'stderr'>> {
  result?: BuildResult;
  progress?: Progress[];
  files?: Record<string, string>;
}

/** Runs the command with a build that does nothing but answer. */
export async function run(argv: string[], { result, progress = [], files, ...given }: Given = {}): Promise<Run> {
  const run: Run = { exit: -1, stdout: '', stderr: '', requests: [] };
  const build: Build = async (_world, _output, request, onProgress) => {
    run.requests.push(request);
    for (const step of progress) onProgress?.(step);
    return result ?? { files: [built()], messages: [] };
  };
  run.exit = await runCli(argv, {
    stdout: { write: (text) => (run.stdout += text) },
    stderr: { write: (text) => (run.stderr += text) },
    isTTY: false,
    columns: 80,
    cwd: '/work',
    env: {},
    world: memoryWorld(
      files ?? {
        '/work/lessons/b/booklet.yaml': '',
        '/work/lessons/a/booklet.yaml': '',
        '/work/lessons/c/notes.md': '',
      },
    ),
    output: {
      stage: () => Promise.reject(new Error('the fake build writes nothing')),
      write: () => Promise.reject(new Error('the fake build writes nothing')),
      read: async () => undefined,
      create: () => Promise.reject(new Error('the fake build makes nothing')),
      move: () => Promise.reject(new Error('the fake build moves nothing')),
    },
    build,
    plan: () => Promise.reject(new Error('the fake plan has no sheets')),
    list: () => Promise.reject(new Error('the fake list finds nothing')),
    themes: () => Promise.reject(new Error('the fake catalogue has no themes')),
    themeSheet: () => Promise.reject(new Error('the fake sheet shows nothing')),
    preflight: () => Promise.reject(new Error('the fake preflight looks at nothing')),
    collectAnswers: () => Promise.reject(new Error('the fake collector reads nothing')),
    themeValues: () => Promise.reject(new Error('the fake catalogue has no themes')),
    survey: () => Promise.reject(new Error('the fake survey finds nothing')),
    openCache: async () => undefined,
    openWorkers: async () => undefined,
    ...noPreview,
    check: () => Promise.reject(new Error('the fake check finds nothing')),
    fix: () => Promise.reject(new Error('the fake fix mends nothing')),
    version: '1.2.3',
    ...given,
  });
  return run;
}

/** A file as a build reports it. */
export function built(changes: Partial<BuiltFile> = {}): BuiltFile {
  return {
    booklet: 'intercession',
    edition: 'leader',
    target: 'screen',
    path: '/work/output/intercession/leader.pdf',
    pages: 32,
    sheets: 8,
    bytes: 214_321,
    milliseconds: 1930.4,
    ...changes,
  };
}

/** A message as a build reports it. */
export function message(rule: RuleId, file = 'lessons/a/1.md', line = 3): Diagnostic {
  return diagnostic({ file, place: { line, column: 5 }, rule, found: 'this', expected: 'that', advice: 'mend it' });
}
