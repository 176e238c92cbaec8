import type { BuildRequest, BuiltFile, Phase } from '../build-types.js';
import { type Diagnostic, hasErrors } from '../diagnostics/diagnostic.js';
import type { World } from '../world/model.js';
import { bookletFiles, type FileStep, type MadeFile } from './files.js';
import type { BookletNote } from './kept/keeping.js';
import { type Findings, type LookThrough, lookThrough } from './look-through.js';
import type { MadeBooklet, Staged } from './made.js';
import { MANIFEST, manifestOf, manifestText, recordOf } from './manifest/manifest.js';
import type { BuildMemory } from './memory.js';
import type { MadeFinding } from './preflight.js';
import { prepare, type Tell } from './prepare.js';
import type { Staging } from './staging.js';

/** How a booklet is made. */
export interface MakeOptions {
  staging: Pick<Staging, 'stage'>;
  memory: BuildMemory;
  tell: Tell;
  /** Another thread that can look files through while others are made; without one whatever comes next waits for it. */
  inspector?: Inspector;
  /** Whether the booklet may be made again, so that what was read in its files is worth remembering. */
  isAgain?: boolean;
  /** Whether no page needs to be made, because others have errors. */
  isVain?(): boolean;
  /** Where what comes of it is written down for other processes, from what there is to say before pages are made. */
  noteFor?(said: readonly Diagnostic[]): BookletNote | undefined;
}

/** Looks files through elsewhere. */
export interface Inspector {
  lookThrough: LookThrough;
  /** To be called when files will be looked through before long. */
  expectFiles(): void;
}

/** A file that was made, or only what there was to say; what is found in the file may not be known yet. */
interface Step extends Pick<FileStep, 'order' | 'messages'> {
  made?: MadeFile;
  staged?: Staged;
  findings?: Promise<Findings>;
}

/**
 * Makes a booklet: it is loaded and parsed once, its scripture set once, and then every edition of it is selected, laid out,
 * painted and staged; each file is looked through from where it lies. A manifest follows where nothing of it is an error.
 */
export async function makeBooklet(
  world: World,
  folder: string,
  request: BuildRequest,
  { staging, memory, tell, inspector, isAgain = false, isVain = () => false, noteFor }: MakeOptions,
): Promise<MadeBooklet> {
  inspector?.expectFiles();
  const { value: prepared, messages: said } = await prepare(world, folder, request, tell, memory);
  if (!prepared || isVain()) return { said, messages: [], staged: [] };
  const { id } = prepared.booklet;
  const note = noteFor?.(said);
  const read: LookThrough =
    inspector?.lookThrough ?? ((file, hear) => lookThrough(file, hear, isAgain ? memory.files : undefined));
  // What this process remembers itself it need not look for in a cache.
  const kept = isAgain ? undefined : memory.kept?.shown;
  const look: LookThrough = kept ? (file, hear) => kept.with(file, (known) => read(known, hear)) : read;
  const steps: Step[] = [];
  const at = (phase: Phase, edition?: string) =>
    tell({ booklet: id, ...(edition === undefined ? {} : { edition }), phase });
  for await (const { value: made, messages, order } of bookletFiles(world, prepared, request, tell, memory)) {
    if (!made) {
      steps.push({ order, messages });
      continue;
    }
    const { place, bytes, built, withheld, sheet } = made;
    const { edition, target } = built;
    at('write', edition);
    const path = `${request.out}/${id}/${place}`;
    const file = await staging.stage(path, bytes);
    const findings = look(
      {
        bytes: await file.read(),
        name: `${id}/${place}`,
        ...(edition === undefined ? {} : { edition }),
        made: { target, ...sheet },
        ...(withheld ? { withheld } : {}),
      },
      (phase) => at(phase, edition),
    );
    if (inspector)
      // It is heard of when it is waited for.
      findings.catch(() => {});
    else await findings;
    steps.push({ order, messages, made, staged: { file, built: { ...built, path, bytes: bytes.length } }, findings });
  }
  steps.sort((one, other) => one.order - other.order);
  const staged = steps.flatMap((step) => step.staged ?? []);
  const messages: Diagnostic[] = [];
  const isNews = newsOnly();
  for (const { messages: told, made, findings } of steps) {
    messages.push(...told);
    note?.messages(told);
    if (!made || !findings) continue;
    if (inspector) at('read-back', made.built.edition);
    const { faults, leaks } = await findings;
    const found = [...faults.filter((one) => isNews(one, made.built)).map(({ message }) => message), ...leaks];
    messages.push(...found);
    note?.file(made, found);
  }
  if (hasErrors(messages)) return { said, messages, staged };
  at('write');
  const told = [...said, ...messages];
  const record = steps.flatMap(({ made }) => (made ? [recordOf(made)] : []));
  const bytes = new TextEncoder().encode(manifestText(manifestOf(prepared, request, { record, messages: told })));
  const manifest = { file: await staging.stage(`${request.out}/${id}/${MANIFEST}`, bytes) };
  note?.manifest(MANIFEST, bytes);
  return { said, messages, staged, manifest };
}

/**
 * Whether a message about an edition's files is the first of its kind: they show the same pages, and have the same faults. On
 * a telephone's pages the same faults stand elsewhere, and are news only where no other file has them.
 */
function newsOnly(): (found: MadeFinding, about: Pick<BuiltFile, 'edition' | 'target'>) => boolean {
  const told = new Set<string>();
  return ({ message, fault }, { edition, target }) => {
    const exact = [edition, message.ruleId, message.actual].join('\0');
    const anywhere = [edition, fault].join('\0');
    const isNew = !told.has(target === 'phone' ? anywhere : exact);
    told.add(exact).add(anywhere);
    return isNew;
  };
}
