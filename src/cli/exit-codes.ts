/** What the command's exit code means. Scripts rely on these numbers; they do not change. */
export const EXIT_CODES = {
  done: { code: 0, meaning: 'done; there may have been warnings' },
  input: { code: 1, meaning: 'problems in the input: nothing was written' },
  usage: { code: 2, meaning: 'bad usage: an unknown command or option, or a wrong value for one' },
  internal: { code: 3, meaning: 'anything else: a file could not be written, or a fault inside gathering' },
} as const;

export type ExitCode = (typeof EXIT_CODES)[keyof typeof EXIT_CODES]['code'];

/** The codes as lines for `--help`. */
export function exitCodesHelp(): string {
  return Object.values(EXIT_CODES)
    .map(({ code, meaning }) => `  ${code}  ${meaning}`)
    .join('\n');
}
