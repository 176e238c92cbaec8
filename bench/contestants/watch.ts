/**
 * Gathering in one process that goes on: edits a lesson several times and prints how many milliseconds each took, from the
 * saved lesson to the files on the disk.
 *
 *     node watch.js ROOT OUT BOOKLET
 */
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { EDITS, timeEdits } from '../corpus/edit.js';

const [root = '', out = '', booklet = ''] = process.argv.slice(2);
const built = <T>(path: string): Promise<T> => import(pathToFileURL(join(root, 'dist', path)).href);
const { openWorkshop } = await built<{ openWorkshop(world: unknown): Workshop }>('build.js');
const { diskWorld } = await built<{ diskWorld(): unknown }>('world/disk.js');
const { diskOutput } = await built<{ diskOutput(): unknown }>('output/write.js');

const workshop = openWorkshop(diskWorld());
const request = { base: root, booklets: [booklet], templates: [join(root, 'templates')], out };
const times = await timeEdits(booklet, EDITS, async () => {
  const { files, messages } = await workshop.build(diskOutput(), request);
  if (files.length === 0) throw new Error(messages.map(({ message }) => message).join('\n'));
});
process.stdout.write(JSON.stringify(times));

/** What is used of what `src/` calls so. */
interface Workshop {
  build(output: unknown, request: object): Promise<{ files: unknown[]; messages: { message: string }[] }>;
}
