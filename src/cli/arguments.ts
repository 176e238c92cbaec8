import { InvalidArgumentError } from 'commander';
import { nearest, suggest } from '../diagnostics/nearest.js';
import { PASSABLE, type RuleId } from '../diagnostics/rules.js';
import { MOST_PAGES, PAPERS, type PaperName, type Size } from '../geometry/frame.js';
import { TARGETS, type Target } from '../geometry/targets.js';
import { mm } from '../geometry/units.js';

/** Refuses an empty value, which an unset variable in a script leaves behind. */
export function named<T = string>(
  name: string,
  then: (value: string, previous: T | undefined) => T = (value) => value as T,
) {
  return (value: string, previous: T | undefined): T => {
    if (value.trim() === '') throw new InvalidArgumentError(`${name} is empty.`);
    return then(value, previous);
  };
}

/** Several ids after one option or several, parted by spaces or commas. */
export function ids(option: string) {
  return named(option, (value, previous: string[] | undefined) => [
    ...new Set([
      ...(previous ?? []),
      ...value
        .split(',')
        .map((id) => id.trim())
        .filter(Boolean),
    ]),
  ]);
}

export function gathered(value: string, previous: string[] | undefined): string[] {
  return [...(previous ?? []), value];
}

export function editions(value: string, previous: string[] | undefined): string[] {
  const names = value.split(',').map((name) => name.trim());
  if (names.includes(''))
    throw new InvalidArgumentError('An edition’s name is empty; write --edition leader,participant');
  return [...new Set([...(previous ?? []), ...names])];
}

export function targets(value: string, previous: Target[] | undefined): Target[] {
  return [...new Set([...(previous ?? []), ...value.split(',').map(target)])];
}

export function target(value: string): Target {
  return oneOf(TARGETS, value);
}

/** Which of the names is meant, in capitals or not. Refuses any other, with the one that comes nearest. */
export function oneOf<T extends string>(names: readonly T[], value: string): T {
  const known = names.find((name) => name === value.trim().toLowerCase());
  if (known !== undefined) return known;
  const list = names.length > 2 ? `one of ${names.join(', ')}` : names.join(' or ');
  throw new InvalidArgumentError(`It must be ${list}.${didYouMean(value.trim(), names)}`);
}

/** What Commander says of mistyped options, for all else that can be mistyped; empty where no name comes near. */
export function didYouMean(name: string, names: readonly string[]): string {
  const near = nearest(name, names);
  return near === undefined ? '' : `\n(Did you mean ${near}?)`;
}

/** More would only wait for each other. */
const MOST_JOBS = 64;

export function jobs(value: string): number {
  const number = /^\d{1,3}$/.test(value.trim()) ? Number(value) : 0;
  if (number < 1 || number > MOST_JOBS) {
    throw new InvalidArgumentError(
      `It must be a whole number from 1 to ${MOST_JOBS}; 1 does one thing after the other.`,
    );
  }
  return number;
}

export function pageCount(value: string): number {
  const pages = /^\d{1,5}$/.test(value.trim()) ? Number(value) : 0;
  if (pages < 1 || pages > MOST_PAGES) {
    throw new InvalidArgumentError(`It must be a whole number of pages from 1 to ${MOST_PAGES}.`);
  }
  return pages;
}

/** A width and a height in millimetres, as points. */
export function trimSize(value: string): Size {
  const [, width, height] = /^(\d+(?:\.\d+)?)\s*[x×]\s*(\d+(?:\.\d+)?)(?:\s*mm)?$/i.exec(value.trim()) ?? [];
  const size = { width: mm(Number(width)), height: mm(Number(height)) };
  if (!(size.width > 0 && size.height > 0)) {
    throw new InvalidArgumentError('It must be a width and a height in millimetres, such as 148x210.');
  }
  return size;
}

export function paper(value: string): PaperName {
  return oneOf(Object.keys(PAPERS) as PaperName[], value);
}

/** Edges of paper over which printers turn it. */
export const EDGES = ['short', 'long'] as const;

export function edge(value: string): (typeof EDGES)[number] {
  return oneOf(EDGES, value);
}

export function port(value: string): number {
  const number = /^\d{1,5}$/.test(value.trim()) ? Number(value) : 0;
  if (number < 1 || number > 65_535) throw new InvalidArgumentError('It must be a whole number from 1 to 65535.');
  return number;
}

export function passedRules(value: string, previous: RuleId[] | undefined): RuleId[] {
  const names = value.split(',').map((name) => name.trim());
  return [
    ...(previous ?? []),
    ...names.map((name) => {
      const known = PASSABLE.find((rule) => rule === name);
      if (known) return known;
      throw new InvalidArgumentError(`“${name}” is no rule that can be passed over; ${suggest(name, PASSABLE)}`);
    }),
  ];
}
