import { createInterface } from 'node:readline/promises';

/** Asks at a terminal. Whatever is no clear yes is a no, and so is the end of what is typed. */
export function askAt(
  input: NodeJS.ReadableStream,
  output: NodeJS.WritableStream,
): (question: string) => Promise<boolean> {
  return async (question) => {
    const terminal = createInterface({ input, output });
    try {
      const ended = new Promise<string>((resolve) => terminal.once('close', () => resolve('')));
      return /^y(?:es)?$/i.test((await Promise.race([terminal.question(`${question} [y/N] `), ended])).trim());
    } finally {
      terminal.close();
    }
  };
}
