import { strToU8, zipSync } from 'fflate';
import type { Workshop } from '../../build/live-model.js';
import type { BuildRequest } from '../../build-types.js';
import type { Diagnostic } from '../../diagnostics/diagnostic.js';
import { hasErrors } from '../../diagnostics/diagnostic.js';
import type { Target } from '../../geometry/targets.js';
import { memoryOutput } from '../../output/memory.js';
import type { Message } from '../protocol.js';
import { Refused } from './refused.js';

/** A finished file to be saved. */
export interface Download {
  /** Name that it is saved under. */
  name: string;
  type: 'application/pdf' | 'application/zip';
  bytes: Uint8Array;
}

/** What finished files are made of. */
export interface DownloadRequest {
  workshop: Workshop;
  request: Pick<BuildRequest, 'base' | 'booklets' | 'templates'>;
  /** What the booklet is called in names of files. */
  name: string;
  tell(found: readonly Diagnostic[]): Promise<Message[]>;
}

/** An edition for a target, made and looked through as by a build. Throws `Refused` where there is an error. */
export async function makeEdition(about: DownloadRequest, edition: string, target: Target): Promise<Download> {
  const files = await make(about, { editions: [edition], targets: [target] });
  const bytes = files.get(PLACES[target](edition));
  if (!bytes) throw new Refused(422, 'There is no such file of this edition.');
  const name = [about.name, edition, ...(target === 'screen' ? [] : [target])].join('-');
  return { name: `${name}.pdf`, type: 'application/pdf', bytes };
}

/** All that is made for printing at home, of every edition that the booklet makes. Throws `Refused` where there is an error. */
export async function makePrintPack(about: DownloadRequest): Promise<Download> {
  const files = await make(about, { targets: ['home'] });
  const name = `${about.name}-print-pack`;
  const entries = [...files].map(([place, bytes]) => [`${name}/${place.slice(place.lastIndexOf('/') + 1)}`, bytes]);
  // PDFs are compressed within. The date is the earliest that a zip can hold, since it would differ from day to day.
  const bytes = zipSync(Object.fromEntries(entries), { level: 0, mtime: new Date(1980, 0, 1), os: 3 });
  return { name: `${name}.zip`, type: 'application/zip', bytes };
}

/** Where a build puts an edition's file for a target, below the booklet's folder of output. */
const PLACES: Record<Target, (edition: string) => string> = {
  screen: (edition) => `${edition}.pdf`,
  home: (edition) => `print-pack/${edition}-home.pdf`,
  copyshop: (edition) => `print-pack/${edition}-copyshop.pdf`,
  press: (edition) => `press/${edition}.pdf`,
  phone: (edition) => `${edition}-phone.pdf`,
};

const OUT = '/preview';

async function make(
  { workshop, request, tell }: DownloadRequest,
  which: Pick<BuildRequest, 'editions' | 'targets'>,
): Promise<Map<string, Uint8Array>> {
  const output = memoryOutput();
  const { files, messages } = await workshop.build(output, { ...request, ...which, out: OUT });
  if (hasErrors(messages) || files.length === 0) {
    throw new Refused(422, 'The file was not made, because there are errors.', await tell(messages));
  }
  return new Map(
    files.map(({ path, booklet }) => [path.slice(`${OUT}/${booklet}/`.length), output.files.get(path) ?? strToU8('')]),
  );
}
