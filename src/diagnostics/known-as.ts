/**
 * A path as the author knows it: relative to the folder the command was run in where the file lies below it or close
 * to it, absolute otherwise. Both paths are absolute with `/` between their parts.
 */
export function knownAs(path: string, base: string): string {
  const parts = path.split('/').filter(Boolean);
  const from = base.split('/').filter(Boolean);
  let common = 0;
  while (common < Math.min(parts.length, from.length) && parts[common] === from[common]) common++;
  const up = from.length - common;
  if (common === 0 || up > 2) return path;
  return [...Array<string>(up).fill('..'), ...parts.slice(common)].join('/') || '.';
}
