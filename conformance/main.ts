import { mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { PDFDocument } from '@cantoo/pdf-lib';
import { type BuiltFile, buildBooklets } from './booklets.js';
import { CONTROLS, spoilt, UNSPOILT } from './controls.js';
import { filledIn } from './filled.js';
import { FLAVOUR_NAMES } from './flavours.js';
import { isGood, judgeControls, type Outcome } from './outcome.js';
import { intoPage } from './page.js';
import { faultOf, type Verdict } from './report.js';
import { countRoles } from './structure.js';
import { asText, brokenRules, controlTable, verdictTable } from './tables.js';
import { Unchecked } from './unchecked.js';
import { fetchVeraPdf, VERSION, validate } from './verapdf.js';

/** What the exit code means. */
const EXIT = { good: 0, bad: 1, usage: 2, unchecked: 3 } as const;

const USAGE = `npm run conformance [-- --write | -- FILE...]

Holds the sample booklets, or the files given, to PDF/UA-1 and PDF/A-2a with veraPDF.
--write also writes what was found into docs/conformance.md.`;

const root = resolve(import.meta.dirname, '../..');
const page = join(root, 'docs/conformance.md');
const say = (text: string) => process.stdout.write(`${text}\n`);
const complain = (text: string) => process.stderr.write(`${text}\n`);

async function main(args: string[]): Promise<number> {
  const asked = read(args);
  if (!asked) {
    complain(USAGE);
    return EXIT.usage;
  }
  const folder = mkdtempSync(join(tmpdir(), 'conformance-'));
  try {
    const outcome = await check(asked.files, folder);
    show(outcome);
    if (outcome.controls) keep(outcome, asked.write);
    return isGood(outcome) ? EXIT.good : EXIT.bad;
  } catch (error) {
    if (!(error instanceof Unchecked)) throw error;
    complain(`Nothing was checked. ${error.message}`);
    return EXIT.unchecked;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function read(args: string[]): { write: boolean; files: string[] } | undefined {
  try {
    const options = { write: { type: 'boolean', default: false } } as const;
    const { values, positionals: files } = parseArgs({ args, options, allowPositionals: true });
    return values.write && files.length > 0 ? undefined : { write: values.write, files };
  } catch {
    return undefined;
  }
}

/** Holds the given files to the standards; where none is given, the sample booklets and the controls made from one. */
async function check(given: readonly string[], folder: string): Promise<Outcome> {
  const jar = await fetchVeraPdf(say);
  if (given.length > 0) {
    const files = given.map((name) => ({ name, path: resolve(name) }));
    return { verdicts: await verdictsOf(jar, files, folder), roles: {} };
  }
  say('Building the sample booklets');
  const files = await buildBooklets(root, join(folder, 'output'));
  const roles: Record<string, Record<string, number>> = {};
  for (const { name, path } of files) {
    roles[name] = countRoles(await PDFDocument.load(readFileSync(path), { updateMetadata: false }));
  }
  const source = sourceOfControls(files, roles);
  const controls = await makeControls(source.path, join(folder, 'controls'));
  const filled: BuiltFile[] = [];
  for (const file of files) filled.push(await filledIn(file, folder));
  say(`Checking ${files.length} files, each also filled in, and ${controls.length} controls with veraPDF ${VERSION}\n`);
  const verdicts = await verdictsOf(jar, [...files, ...filled, ...controls], folder);
  const made = new Set(controls.map(({ name }) => name));
  return {
    verdicts: verdicts.filter(({ file }) => !made.has(file)),
    roles,
    controls: judgeControls(
      source.name,
      verdicts.filter(({ file }) => made.has(file)),
    ),
  };
}

/** The smallest file that has whatever the controls spoil. */
function sourceOfControls(files: readonly BuiltFile[], roles: Outcome['roles']): BuiltFile {
  const isRich = ({ name }: BuiltFile) => ['P', 'Link', 'Figure'].every((role) => roles[name]?.[role]);
  const bySize = [...files].sort((a, b) => statSync(a.path).size - statSync(b.path).size);
  const source = bySize.find(isRich) ?? bySize[0];
  if (!source) throw new Unchecked('There is no file to make controls from.');
  return source;
}

async function makeControls(source: string, folder: string): Promise<BuiltFile[]> {
  mkdirSync(folder, { recursive: true });
  const bytes = readFileSync(source);
  const made: BuiltFile[] = [];
  for (const control of [undefined, ...CONTROLS]) {
    const name = control?.name ?? UNSPOILT;
    const path = join(folder, `${name}.pdf`);
    const file = await spoilt(bytes, control);
    if (!file) continue;
    writeFileSync(path, file);
    made.push({ name, path });
  }
  return made;
}

/** Starts Java once for each standard, both at the same time. */
async function verdictsOf(jar: string, files: readonly BuiltFile[], folder: string): Promise<Verdict[]> {
  const paths = files.map(({ path }) => path);
  const answers = await Promise.all(FLAVOUR_NAMES.map((flavour) => validate(jar, flavour, paths, folder)));
  return files.flatMap(({ name }, index) =>
    answers.flatMap((verdicts) => verdicts.slice(index, index + 1).map((verdict) => ({ ...verdict, file: name }))),
  );
}

function show(outcome: Outcome): void {
  const { verdicts, controls } = outcome;
  say(asText(verdictTable(verdicts)));
  const broken = verdicts.flatMap(brokenRules);
  if (broken.length > 0) say(`\n${broken.join('\n')}`);
  if (controls) {
    say(`\nControls, made from ${controls.source}:\n${asText(controlTable(controls))}`);
    const changed = controls.unspoilt.filter(
      (one) => faultOf(one) !== undefined && passes(verdicts, controls.source, one),
    );
    if (changed.length > 0) say(`\nThe library that makes the controls spoils files by itself:`);
    for (const verdict of changed) say(brokenRules(verdict).join('\n'));
  }
  const failed = verdicts.filter((verdict) => faultOf(verdict) !== undefined).length;
  const useless = controls?.outcomes.filter(({ fault }) => fault !== undefined).length ?? 0;
  say(`\nOf ${verdicts.length} verdicts ${failed} are bad.`);
  if (controls) say(`Of ${controls.outcomes.length} verdicts on controls ${useless} are not what they should be.`);
}

function passes(verdicts: readonly Verdict[], file: string, { flavour }: Verdict): boolean {
  return verdicts.some((one) => one.file === file && one.flavour === flavour && faultOf(one) === undefined);
}

function keep(outcome: Outcome, write: boolean): void {
  const before = readFileSync(page, 'utf8');
  const after = intoPage(before, outcome, VERSION);
  if (after === before) return;
  if (write) writeFileSync(page, after);
  say(
    write ? 'Wrote docs/conformance.md.' : 'docs/conformance.md tells of other numbers: --write brings it up to date.',
  );
}

process.exitCode = await main(process.argv.slice(2));
