/** A file or folder that is there but cannot be read. Its message is plain enough to be shown to an author as it is. */
export class WorldError extends Error {
  override name = 'WorldError';
  /** What stood in the way: `permission denied`. */
  readonly reason: string;

  constructor(
    readonly path: string,
    cause: unknown,
  ) {
    const reason = typeof cause === 'string' ? cause : reasonFor(cause);
    super(`cannot read ${path}: ${reason}`, { cause });
    this.reason = reason;
  }
}

const REASONS: Record<string, string> = {
  EACCES: 'permission denied; change its permissions so that you may read it',
  EPERM: 'permission denied; change its permissions so that you may read it',
  EISDIR: 'it is a folder, not a file',
  EMFILE: 'too many files are open; close other programs and try again',
  ENFILE: 'too many files are open; close other programs and try again',
  EIO: 'the disk reported an error',
};

function reasonFor(cause: unknown): string {
  const code = (cause as NodeJS.ErrnoException | undefined)?.code ?? '';
  return REASONS[code] ?? (cause instanceof Error ? cause.message : String(cause));
}
