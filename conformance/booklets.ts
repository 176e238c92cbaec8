import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { run } from './run.js';
import { Unchecked } from './unchecked.js';

/** A file that was built, with its place and the name under which tables show it. */
export interface BuiltFile {
  name: string;
  path: string;
}

/** What is made to be read on a device, and is promised to be accessible. */
const FOR_READING = ['screen', 'phone'];

/** A handout is laid out in a way of its own, and no sample booklet asks for it by itself. */
const RUNS = [[], ['--edition', 'handout']];

const schema = z.object({ files: z.array(z.object({ target: z.string(), path: z.string() })) });

/** Builds every booklet under `lessons/` as its readers would, into a folder. */
export async function buildBooklets(root: string, out: string): Promise<BuiltFile[]> {
  const dist = join(root, 'dist');
  if (!existsSync(join(dist, 'cli/main.js'))) throw new Unchecked('There is no dist/. Run npm run build first.');
  const paths: string[] = [];
  for (const options of RUNS) {
    const args = [join(dist, 'cli/main.js'), 'build', '--json', '--out', out, '--for', FOR_READING.join(), ...options];
    const { code, stdout, stderr } = await run(process.execPath, args, { cwd: root, timeout: 1_200_000 });
    if (code !== 0) throw new Unchecked(`The booklets could not be built.\n${stdout}${stderr}`);
    const { files } = schema.parse(JSON.parse(stdout));
    paths.push(...files.filter(({ target }) => FOR_READING.includes(target)).map(({ path }) => path));
  }
  const found = [...new Set(paths)].filter((path) => path.endsWith('.pdf'));
  if (found.length === 0) throw new Unchecked('The build made no file to check.');
  return found.map((path) => ({ path, name: path.slice(out.length + 1).replaceAll('\\', '/') }));
}
