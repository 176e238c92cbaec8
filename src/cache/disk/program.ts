import { createHash, type Hash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, dirname, join, sep } from 'node:path';
import { fileURLToPath } from 'node:url';
import { CODE, PROGRAM_FOLDER } from '../../program/folder.js';

/** Where a program's identity is remembered, so that it need not be worked out each time. */
export interface Notes {
  read(name: string): string | undefined;
  write(name: string, text: string): void;
}

/**
 * What this program is made of, as a short text: its own code, the versions of the libraries that it stands on, and Node,
 * whose tables of characters and dates it prints by. The same program has the same identity on every computer.
 *
 * Reading all of the code takes longer than a build that finds nothing changed, so what came of it is noted under the
 * sizes and dates of the files.
 */
export function programIdentity(notes: Notes = NO_NOTES, root: string = PROGRAM_FOLDER): string {
  const code = codeFiles(join(root, basename(fileURLToPath(CODE))));
  const installed = installedList(root);
  const seen = createHash('sha256').update(process.version);
  for (const file of [...code, ...(installed ? [installed] : [])]) {
    const { size, mtimeMs } = statSync(file);
    seen.update(`${file}\n${size} ${mtimeMs}\n`);
  }
  const name = seen.digest('hex');
  // Without such a list it could not be seen that a library is another one.
  const known = installed ? notes.read(name) : undefined;
  if (known && /^[0-9a-f]{64}$/.test(known)) return known;
  const identity = identityOf(root, code);
  if (installed) notes.write(name, identity);
  return identity;
}

const NO_NOTES: Notes = { read: () => undefined, write: () => {} };

function identityOf(root: string, code: readonly string[]): string {
  const hash = createHash('sha256').update(`${process.version}\n`);
  for (const file of code) hash.update(`${file.slice(root.length).replaceAll(sep, '/')}\n`).update(readFileSync(file));
  addLibraries(root, hash, new Set());
  return hash.digest('hex');
}

/** Names and versions of all that a package needs, and of what that needs, wherever Node finds it. */
function addLibraries(folder: string, hash: Hash, seen: Set<string>): void {
  seen.add(folder);
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    name?: string;
    version?: string;
    dependencies?: Record<string, string>;
  };
  hash.update(`${about.name} ${about.version}\n`);
  for (const name of Object.keys(about.dependencies ?? {}).sort()) {
    const found = foldersUp(folder)
      .map((place) => join(place, 'node_modules', name))
      .find((place) => existsSync(join(place, 'package.json')));
    if (found && !seen.has(found)) addLibraries(found, hash, seen);
  }
}

/** The list that npm keeps of what it has installed, nearest to the program; other package managers keep none there. */
function installedList(root: string): string | undefined {
  return foldersUp(root)
    .map((place) => join(place, 'node_modules', '.package-lock.json'))
    .find((place) => existsSync(place));
}

function foldersUp(folder: string): string[] {
  const up = dirname(folder);
  return up === folder ? [folder] : [folder, ...foldersUp(up)];
}

/** Everything that runs, in one order; the page of the preview makes no booklets. */
function codeFiles(folder: string): string[] {
  const found: string[] = [];
  const walk = (at: string) => {
    for (const entry of readdirSync(at, { withFileTypes: true })) {
      const path = join(at, entry.name);
      if (entry.isDirectory()) walk(path);
      else if (/(?<!\.d)\.[jt]sx?$/.test(entry.name)) found.push(path);
    }
  };
  for (const entry of readdirSync(folder, { withFileTypes: true })) {
    if (entry.isDirectory() && entry.name !== 'preview') walk(join(folder, entry.name));
    else if (entry.isFile() && /(?<!\.d)\.[jt]sx?$/.test(entry.name)) found.push(join(folder, entry.name));
  }
  return found.sort();
}
