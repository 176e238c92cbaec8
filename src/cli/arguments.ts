import { InvalidArgumentError } from 'commander';
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
  const names = value.split(',').map((name) => name.trim().toLowerCase());
  const wrong = names.find((name) => !(TARGETS as readonly string[]).includes(name));
  if (wrong !== undefined) throw new InvalidArgumentError(`“${wrong}” is none of ${TARGETS.join(', ')}.`);
  return [...new Set([...(previous ?? []), ...(names as Target[])])];
}

export function target(value: string): Target {
  const name = value.trim().toLowerCase();
  const known = TARGETS.find((one) => one === name);
  if (!known) throw new InvalidArgumentError(`It must be one of ${TARGETS.join(', ')}.`);
  return known;
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
  const name = value.toLowerCase();
  if (Object.hasOwn(PAPERS, name)) return name as PaperName;
  throw new InvalidArgumentError(`It must be ${Object.keys(PAPERS).join(' or ')}.`);
}

export function port(value: string): number {
  const number = /^\d{1,5}$/.test(value.trim()) ? Number(value) : 0;
  if (number < 1 || number > 65_535) throw new InvalidArgumentError('It must be a whole number from 1 to 65535.');
  return number;
}
