import { posix } from 'node:path';
import type { BookletSurvey } from '../build.js';
import { type Diagnostic, diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import { visible } from '../diagnostics/visible.js';
import { withHash } from './accepted-hash.js';
import { asOverride, emptyChanges, type Override, overlayYaml } from './customize-texts.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { tell } from './messages.js';
import { absolute, bookletFolder, pathFrom, quotedPath } from './paths.js';

/** What `customize` needs of a run of the command. */
export type CustomizeIo = Pick<CliIo, 'stdout' | 'stderr' | 'isTTY' | 'cwd' | 'env' | 'world' | 'output' | 'survey'>;

/** What is asked of `customize`. */
export interface Customizing {
  /** The folder of the booklet, or of the overlay, as it was typed. */
  booklet: string;
  /** The folder of a new overlay. */
  to?: string;
  /** Ids of blocks to write into changes.md, so that they can be changed. */
  change?: readonly string[];
  /** Ids of blocks whose hash is to be written down again. */
  accept?: readonly string[];
}

/**
 * Makes an overlay on a booklet, or changes one: writes blocks of the booklet into its changes.md, or writes down again
 * what they are now. Asked for nothing of these, it lists the blocks by their ids. A new overlay is written over nothing.
 */
export async function runCustomize(
  io: CustomizeIo,
  { booklet, to, change = [], accept = [] }: Customizing,
): Promise<ExitCode> {
  if (to !== undefined && accept.length > 0) {
    io.stderr.write('error: --accept is for an overlay that there is already; leave --to out\n');
    return EXIT_CODES.usage.code;
  }
  const folder = await bookletFolder(io.world, absolute(io.cwd, booklet));
  const { value: survey, messages } = await io.survey(io.world, folder, { base: absolute(io.cwd, '.') });
  if (!survey || hasErrors(messages))
    return refuse(
      io,
      messages.filter((message) => message.fatal),
    );
  const asked = { change: [...new Set(change.map(plain))], accept: [...new Set(accept.map(plain))] };
  if (to !== undefined) return makeOverlay(io, folder, absolute(io.cwd, to), survey, asked.change);
  if (asked.change.length > 0 || asked.accept.length > 0) return editOverlay(io, folder, survey, asked);
  listBlocks(io, survey);
  return EXIT_CODES.done.code;
}

const CHANGES = 'changes.md';
const LOCK = 'changes.lock.json';

async function makeOverlay(
  io: CustomizeIo,
  folder: string,
  to: string,
  survey: BookletSurvey,
  change: readonly string[],
): Promise<ExitCode> {
  const there = (await io.world.kind(to)) === 'file' ? 'a file of that name' : (await io.world.list(to)).length > 0;
  if (there) {
    const found = there === true ? 'a folder of that name, which is not empty' : there;
    const advice = 'name another folder with --to; nothing was changed';
    return refuse(io, [
      diagnostic({ file: pathFrom(io.cwd, to), rule: 'name-taken', found, expected: 'a name that is free', advice }),
    ]);
  }
  const overrides = blocksFor(change, survey.blocks, pathFrom(io.cwd, folder));
  if (overrides.messages.length > 0) return refuse(io, overrides.messages);
  const way = posix.relative(to, folder);
  const here = quotedPath(pathFrom(io.cwd, to));
  const files: [string, string][] = [
    ['booklet.yaml', overlayYaml(way, survey)],
    [CHANGES, emptyChanges(survey, here) + overrides.value.map((block) => asOverride(block, '')).join('')],
    ...(change.length > 0
      ? [[LOCK, lockText(new Map(overrides.value.map((block) => [block.id, block])))] as [string, string]]
      : []),
  ];
  for (const [name, text] of files) {
    await io.output.create(`${to}/${name}`, text);
    io.stdout.write(`${visible(`Made ${pathFrom(io.cwd, `${to}/${name}`)}`)}\n`);
  }
  tellPictures(io, overrides.value, to);
  io.stdout.write(`Say in them what is yours. To make the PDFs:\n  ${visible(`${command(io)} build ${here}`)}\n`);
  return EXIT_CODES.done.code;
}

async function editOverlay(
  io: CustomizeIo,
  folder: string,
  survey: BookletSurvey,
  { change, accept }: { change: readonly string[]; accept: readonly string[] },
): Promise<ExitCode> {
  const known = pathFrom(io.cwd, folder);
  if (!survey.overlay) return refuse(io, [notOverlay(known, `${command(io)} customize ${quotedPath(known)} --to DIR`)]);
  const overrides = blocksFor(change, survey.upstream, known);
  const accepted = blocksFor(accept, survey.upstream, known);
  const messages = [
    ...overrides.messages,
    ...accepted.messages,
    ...overrides.value.flatMap(({ id }) => alreadyChanged(id, survey)),
    ...accepted.value.flatMap(({ id }) => notChanged(id, survey, `${known}/${CHANGES}`)),
  ];
  if (messages.length > 0) return refuse(io, messages);

  const path = `${folder}/${CHANGES}`;
  const bytes = (await io.world.kind(path)) === 'file' ? await io.world.readFile(path) : undefined;
  // The survey has read the file, so it is UTF-8. A byte order mark stays.
  let text = bytes
    ? new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes)
    : emptyChanges(survey, quotedPath(known));
  for (const { id, hash } of accepted.value) {
    for (const own of survey.changes) {
      if (own.target === id && own.kind !== 'add') text = withHash(text, own, hash);
    }
  }
  for (const block of overrides.value) text += asOverride(block, text);
  const now = [...accepted.value, ...overrides.value].map((block) => [block.id, block] as const);
  await io.output.write(path, new TextEncoder().encode(text));
  await io.output.write(`${folder}/${LOCK}`, new TextEncoder().encode(lockText(new Map([...survey.lock, ...now]))));
  for (const { id } of accepted.value) io.stdout.write(`${visible(`Accepted #${id} as it is now`)}\n`);
  for (const { id } of overrides.value) io.stdout.write(`${visible(`Wrote #${id} into ${known}/${CHANGES}`)}\n`);
  tellPictures(io, overrides.value, folder);
  return EXIT_CODES.done.code;
}

/** The ids, what the blocks are and where, in columns. */
function listBlocks(io: CustomizeIo, { upstream }: BookletSurvey): void {
  const widest = Math.max(0, ...upstream.map(({ id }) => id.length));
  const kinds = Math.max(0, ...upstream.map(({ kind }) => kind.length));
  for (const { id, kind, file, line } of upstream) {
    io.stdout.write(`${visible(`#${id.padEnd(widest)}  ${kind.padEnd(kinds)}  ${file}:${line}`)}\n`);
  }
}

type Blocks = BookletSurvey['blocks'];

function blocksFor(ids: readonly string[], blocks: Blocks, file: string): { value: Blocks; messages: Diagnostic[] } {
  const byId = new Map(blocks.map((block) => [block.id, block]));
  const missing = ids.filter((id) => !byId.has(id));
  return {
    value: ids.flatMap((id) => byId.get(id) ?? []),
    messages: missing.map((id) => {
      const near = suggest(id, [...byId.keys()]);
      return diagnostic({
        file,
        rule: 'unknown-block',
        found: `no block “#${id}”`,
        expected: 'the id of a block of this booklet',
        advice: near.endsWith('?') ? near : 'leave --change and --accept out to see them all',
      });
    }),
  };
}

function alreadyChanged(id: string, { changes }: BookletSurvey): Diagnostic[] {
  const change = changes.find(({ target, kind }) => target === id && kind !== 'add');
  if (!change) return [];
  return [
    diagnostic({
      file: change.file,
      place: change.opening,
      rule: 'duplicate-change',
      found: `a change of “#${id}”`,
      expected: 'one change of each block',
      advice: 'edit the one that is there; nothing was changed',
    }),
  ];
}

function notChanged(id: string, { changes }: BookletSurvey, file: string): Diagnostic[] {
  if (changes.some(({ target, kind }) => target === id && kind !== 'add')) return [];
  return [
    diagnostic({
      file,
      rule: 'unknown-block',
      found: `no change of “#${id}”`,
      expected: 'the id of a block that is replaced or left out here',
      advice: `to begin one, run customize with --change ${id}`,
    }),
  ];
}

function notOverlay(folder: string, make: string): Diagnostic {
  return diagnostic({
    file: `${folder}/booklet.yaml`,
    rule: 'missing-key',
    found: 'no “extends”',
    expected: 'a booklet that extends another',
    advice: `make one first: ${make}`,
  });
}

/** Pictures of a block belong to the folder of the file that shows them. */
function tellPictures(io: CustomizeIo, blocks: readonly Override[], folder: string): void {
  const paths = blocks.flatMap(({ text }) =>
    [...text.matchAll(/!\[[^\]\n]*\]\((?:<([^<>\n]+)>|([^)\s]+))/g)].map(([, spaced, plain]) => spaced ?? plain ?? ''),
  );
  for (const path of new Set(paths)) {
    io.stdout.write(
      `${visible(`Copy ${path} into ${pathFrom(io.cwd, folder)}: a picture lies beside the file that shows it`)}\n`,
    );
  }
}

/** The lock in the order of its ids, so that it is the same however it came about. */
function lockText(lock: ReadonlyMap<string, { hash: string; text: string }>): string {
  const entries = [...lock].sort(([a], [b]) => (a < b ? -1 : 1));
  return `${JSON.stringify(Object.fromEntries(entries.map(([id, { hash, text }]) => [id, { hash, text }])), null, 2)}\n`;
}

function plain(id: string): string {
  return id.trim().replace(/^#/, '');
}

/** Under npx the command alone would not be found. */
function command({ env }: CustomizeIo): string {
  return env.npm_command === 'exec' ? 'npx gathering' : 'gathering';
}

function refuse(io: CustomizeIo, messages: readonly Diagnostic[]): ExitCode {
  tell(io, messages);
  return EXIT_CODES.input.code;
}
