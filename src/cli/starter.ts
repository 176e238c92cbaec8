import { stringify } from 'yaml';
import { decodeText } from '../yaml/text.js';
import type { CliIo } from './io.js';
import { templateFolders } from './paths.js';

/** The files that a new booklet or lesson begins as. */
export interface Starter {
  /** Text of a new `booklet.yaml`. */
  booklet: string;
  /** Text of a new lesson. */
  lesson: string;
}

/** Reads the starter: from the author's own `templates/starter`, if both of its files are there, or this package's. */
export async function readStarter({ world, cwd }: Pick<CliIo, 'world' | 'cwd'>): Promise<Starter> {
  for (const folder of await templateFolders(world, cwd)) {
    const [booklet, lesson] = await Promise.all(
      ['booklet.yaml', 'lesson.md'].map(async (name) => {
        const path = `${folder}/starter/${name}`;
        const bytes = (await world.kind(path)) === 'file' ? await world.readFile(path) : undefined;
        return bytes && decodeText(bytes, path).value;
      }),
    );
    if (booklet !== undefined && lesson !== undefined) return { booklet, lesson };
  }
  throw new Error('its folder templates/starter is missing; install gathering again');
}

/** The text of a starter's file with another title in its first line `title: …`. */
export function withTitle(text: string, title: string): string {
  // A function, since `$&` in a replacement text would mean something.
  return text.replace(/^title:.*$/m, () => `title: ${inYaml(title)}`);
}

/** One line of text as a YAML value on one line, in quotation marks only where YAML would take it for something else. */
function inYaml(text: string): string {
  return stringify(text, { lineWidth: 0, blockQuote: false }).trimEnd();
}
