import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Change } from '../lesson/changes.js';
import type { Upstream } from './apply.js';

/**
 * Warns of blocks that are no longer what they were when their changes were written, showing what they were, what they
 * are and what stands in their place; and of changes that do not say what they were written for.
 */
export function checkUpstream(changes: readonly Change[], { blocks, lock, folder }: Upstream): Diagnostic[] {
  const now = new Map(blocks.map((block) => [block.id, block]));
  return changes.flatMap((change): Diagnostic[] => {
    const { file, kind, target, was } = change;
    const block = now.get(target);
    if (kind === 'add' || !block || was === block.hash) return [];
    const where = /\s/.test(folder) ? `'${folder}'` : folder;
    const accept = `gathering customize ${where} --accept ${target}`;
    if (was === undefined) {
      // A hash that is none has its message already.
      if (change.wasPlace) return [];
      return [
        diagnostic({
          file,
          place: change.opening,
          rule: 'change-unchecked',
          found: `“${kind}” of “#${target}” that does not say what it was written for`,
          expected: 'the hash of that block, so that you can be told when it changes',
          advice: `run “${accept}”`,
        }),
      ];
    }
    const written = lock.get(target);
    const before = written?.hash === was ? written.text : undefined;
    const from = before === undefined ? 0 : firstDifference(before, block.text);
    const mine =
      kind === 'omit' ? 'and here it is left out' : `and in its place here stands “${excerpt(change.source, 0)}”`;
    return [
      diagnostic({
        file,
        place: change.wasPlace ?? change.opening,
        rule: 'upstream-changed',
        found: `“#${target}” (${block.file}:${block.line}) is not what it was: it was ${
          before === undefined ? 'something that changes.lock.json does not have' : `“${excerpt(before, from)}”`
        }, it is “${excerpt(block.text, from)}”, ${mine}`,
        expected: 'the block that this change was written for',
        advice: `mend the change if it needs it, then run “${accept}”`,
      }),
    ];
  });
}

/** Characters of a block that a message quotes. */
const LONGEST = 200;

/** A text on one line, long ones from a little before the given character on. */
function excerpt(text: string, from: number): string {
  const line = text.replace(/\s+/g, ' ').trim();
  if (line.length <= LONGEST) return line;
  // Words before the difference say where it is.
  const start = from < LONGEST / 2 ? 0 : Math.min(line.indexOf(' ', from - LONGEST / 2) + 1, line.length - LONGEST);
  const end =
    start + LONGEST >= line.length ? line.length : Math.max(line.lastIndexOf(' ', start + LONGEST), start + 1);
  return `${start > 0 ? '… ' : ''}${line.slice(start, end)}${end < line.length ? ' …' : ''}`;
}

/** Where two texts begin to differ once each is on one line. */
function firstDifference(a: string, b: string): number {
  const [x, y] = [a, b].map((text) => text.replace(/\s+/g, ' ').trim()) as [string, string];
  let at = 0;
  while (at < x.length && x[at] === y[at]) at++;
  return at;
}
