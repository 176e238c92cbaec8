import { z } from 'zod';
import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import { hashOf } from './survey.js';

/** What the blocks that changes replace were when they were last looked at, by their ids. */
export type Lock = ReadonlyMap<string, { hash: string; text: string }>;

const entry = z.strictObject({ hash: z.string().regex(/^[0-9a-f]{12}$/), text: z.string() });
const schema = z.record(z.string(), entry);

/**
 * Reads a changes.lock.json, which `gathering customize` writes beside changes.md. Only what is as it was written counts:
 * an entry whose text is not that of its hash is left aside, with a message.
 */
export function readLock(source: string, file: string): Checked<Lock> {
  const unusable = (found: string) => ({
    value: new Map(),
    messages: [
      diagnostic({
        file,
        rule: 'changes-lock',
        found,
        expected: 'the file as “gathering customize” wrote it',
        advice: 'take it from a copy, or delete it: without it, a warning cannot show what a block was before',
      }),
    ],
  });
  let value: unknown;
  try {
    value = JSON.parse(source.replace(/^\uFEFF/, ''));
  } catch {
    return unusable('a file that is not JSON');
  }
  const checked = schema.safeParse(value);
  if (!checked.success) return unusable('something other than hashes and texts of blocks');
  const entries = Object.entries(checked.data);
  const broken = entries.filter(([, { hash, text }]) => hashOf(text) !== hash);
  return {
    value: new Map(entries.filter(([, { hash, text }]) => hashOf(text) === hash)),
    messages: broken.flatMap(([id]) => unusable(`a text of “${id}” that does not belong to its hash`).messages),
  };
}
