import { isBuiltin } from 'node:module';
import { posix } from 'node:path';
import { findAmbient, findImports } from './imports.js';
import { readSource } from './source.js';

/** Rooms that know nothing of booklets; everything may use them. */
const FOUNDATION = ['geometry', 'color', 'diagnostics', 'yaml', 'labels', 'memory', 'program'];

/** The phases in the order of a build. */
const PHASES = [
  'booklet',
  'load',
  'theme',
  'markdown',
  'lesson',
  'scripture',
  'overlay',
  'hymn',
  'edition',
  'advice',
  'fixes',
  'document',
  'layout',
  'pdf',
  'leaks',
  'print',
  'answers',
  'output',
];

/** What hands a build to whoever wants one. */
const FRONTS = ['workers', 'cli', 'preview', 'library', 'index'];

const ROOMS = [...FOUNDATION, 'world', 'cache', ...PHASES, 'build', ...FRONTS];

/** The typed model and the way through it: a vocabulary that later phases speak, not something a phase does. */
const SHARED = ['lesson/model', 'lesson/walk'];

/** The only places that touch disk, clock, processes or the network. */
const SYSTEM = ['world/disk.ts', 'cache/disk/', 'output/', 'workers/', 'cli/', 'preview/', 'library/'];

/** The page that the preview serves: it runs in a browser and shares nothing with the server but types of what they say. */
const PAGE = 'preview/client/';
const PROTOCOL = 'preview/protocol';

/** Built-in modules that compute and touch nothing. */
const PURE = ['assert', 'buffer', 'crypto', 'events', 'path', 'stream', 'string_decoder', 'url', 'util', 'v8', 'zlib'];

/** Breaches of the import rules of docs/architecture.md among modules: path under src/ to text. One sentence each. */
export function breaches(modules: Record<string, string>): string[] {
  const found: string[] = [];
  const graph = new Map<string, Set<string>>();
  for (const [file, text] of Object.entries(modules)) {
    const room = roomOf(file);
    if (!ROOMS.includes(room)) found.push(`${file}: “${room}” is no room of the plan`);
    const source = readSource(text);
    for (const name of touchesSystem(file) ? [] : findAmbient(source)) {
      found.push(`${file}: uses ${name}; only ${SYSTEM.join(', ')} may`);
    }
    for (const { specifier, kind } of findImports(source)) {
      const breach = breachOf(file, specifier, kind);
      if (breach) found.push(`${file}: ${breach}`);
      if (!specifier?.startsWith('.')) continue;
      const target = roomOf(resolve(file, specifier));
      if (target !== room) graph.set(room, (graph.get(room) ?? new Set()).add(target));
    }
  }
  return [...new Set([...found, ...cycles(graph).map((rooms) => `a circle of rooms: ${rooms.join(' → ')}`)])];
}

function breachOf(file: string, specifier: string | undefined, kind: 'value' | 'type'): string | undefined {
  if (specifier === undefined) return 'a computed import, which nobody can check';
  if (!specifier.startsWith('.'))
    return isAllowedPackage(file, specifier, kind) ? undefined : `imports ${specifier}; ${whoMay(file)}`;
  const target = resolve(file, specifier);
  if (target.startsWith('..')) return `imports ${specifier} from outside src`;
  const why = whyNot(file, target, kind);
  return why && `imports ${kind === 'type' ? 'types' : 'values'} of ${target}; ${why}`;
}

function whoMay(file: string): string {
  return file.startsWith(PAGE) ? 'a browser has none of it' : `only ${SYSTEM.join(', ')} may`;
}

function isAllowedPackage(file: string, specifier: string, kind: 'value' | 'type'): boolean {
  if (specifier === 'gathering' || specifier.startsWith('gathering/')) return false;
  if (file.startsWith(PAGE)) return !isBuiltin(specifier);
  const name = specifier.replace(/^node:/, '').split('/')[0] ?? '';
  return kind === 'type' || !isBuiltin(specifier) || PURE.includes(name) || touchesSystem(file);
}

/** Why one module may not import another, both given as paths under src/, the second without its ending. */
function whyNot(file: string, target: string, kind: 'value' | 'type'): string | undefined {
  const from = roomOf(file);
  const to = roomOf(target);
  if (file.startsWith(PAGE)) {
    if (target.startsWith(PAGE) || (target === PROTOCOL && kind === 'type')) return undefined;
    return 'the page knows nothing but types of the protocol';
  }
  if (target.startsWith(PAGE)) return 'the page is built by itself';
  if (from === to) return undefined;
  const isHanded = ['world/model', 'cache/model'].includes(target) && kind === 'type';
  if (FOUNDATION.includes(from)) {
    return FOUNDATION.includes(to) || isHanded ? undefined : 'foundations stand on nothing else';
  }
  if (FOUNDATION.includes(to) || isHanded) return undefined;
  if (from === 'world' || from === 'cache') return `the ${from} knows nothing of booklets`;
  if (FRONTS.includes(from)) {
    if (['build', 'world', 'cache', 'output'].includes(to)) return undefined;
    if (from === 'cli' || from === 'library')
      return ['preview', 'workers'].includes(to) ? undefined : 'a front goes through build';
    return from === 'index' && FRONTS.includes(to) ? undefined : 'a front goes through build';
  }
  if (to === 'world') return 'only the types of world/model are for all; the world itself is passed in';
  if (to === 'cache') return 'only the types of cache/model are for all; the cache itself is passed in';
  if (!PHASES.includes(to)) return 'nothing imports upward';
  if (from === 'build')
    return file === 'build.ts' || file.startsWith('build/') || kind === 'type'
      ? undefined
      : 'only build.ts and what it is divided into know several phases';
  if (PHASES.indexOf(to) > PHASES.indexOf(from)) return `${to} comes after ${from}`;
  return kind === 'type' || SHARED.includes(target) ? undefined : 'a phase gets values of another only through build';
}

function touchesSystem(file: string): boolean {
  return SYSTEM.some((place) => (place.endsWith('/') ? file.startsWith(place) : file === place));
}

function roomOf(path: string): string {
  // build.ts is a room of its own together with what it is divided into and the types it is asked and answered in.
  if (/^build(?:-types)?(?:\.ts)?$/.test(path)) return 'build';
  return (path.split('/')[0] ?? '').replace(/\.[a-z]+$/, '');
}

/** The module meant by a relative specifier, as a path under src/ without its ending. */
function resolve(file: string, specifier: string): string {
  return posix.join(posix.dirname(file), specifier).replace(/\.[a-z]+$/, '');
}

/** Each circle in a graph once, from its first room in the alphabet round to it again. */
function cycles(graph: ReadonlyMap<string, ReadonlySet<string>>): string[][] {
  const found = new Map<string, string[]>();
  const visit = (path: string[]) => {
    for (const next of graph.get(path.at(-1) ?? '') ?? []) {
      const start = path.indexOf(next);
      // A circle is told from its smallest room only, so that it is told once.
      if (start === 0) found.set(path.join(' '), [...path, next]);
      else if (start === -1 && next > (path[0] ?? '')) visit([...path, next]);
    }
  };
  for (const room of [...graph.keys()].sort()) visit([room]);
  return [...found.values()];
}
