/** A file that could not be written. Its message is plain enough to be shown to an author as it is. */
export class OutputError extends Error {
  override name = 'OutputError';
  /** What stood in the way and what to do: `the disk is full; …`. */
  readonly reason: string;

  /** @param cause - An error of the system, or the reason in words. */
  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    const reason = typeof cause === 'string' ? cause : reasonFor(cause);
    super(`cannot write ${path}: ${reason}`, { cause });
    this.reason = reason;
  }
}

/** Why a new file was not created: something has its name. */
export const ALREADY_THERE = 'something of that name is there already, and it is left as it is; choose another name';

function reasonFor(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  return REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
}

const DENIED =
  'permission denied; choose another folder with --out or --to, or close any program that has the file open';
const FULL = 'the disk is full; make room and try again';
const NAME_TAKEN =
  'part of this path is a file where a folder is needed; move that file away, or choose another folder with --out or --to';

const REASONS: Record<string, string> = {
  EACCES: DENIED,
  EPERM: DENIED,
  EBUSY: 'another program has the file open; close it and try again',
  EROFS: 'the disk cannot be written to; choose another folder with --out or --to',
  ENOSPC: FULL,
  EDQUOT: FULL,
  EISDIR: 'a folder of that name is in the way; move it away, or choose another folder with --out or --to',
  ENOTDIR: NAME_TAKEN,
  EEXIST: NAME_TAKEN,
  ENAMETOOLONG: 'the name is too long for this disk; shorten the name of the booklet’s folder',
  EMFILE: 'too many files are open; close other programs and try again',
  EIO: 'the disk reported an error',
};
