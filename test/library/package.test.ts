import { execFile } from 'node:child_process';
import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { ROOT } from '../support/booklet.js';

const run = promisify(execFile);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

/** An empty folder in which the package, as it would be published, was installed. */
let folder = '';

/** Paths in the package, as `npm pack` tells them. */
let packed: string[] = [];

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'gathering-package-'));
  // What was built last is packed: scripts would build it anew beneath the tests that run meanwhile.
  const told = await run(npm, ['pack', '--json', '--ignore-scripts', '--pack-destination', folder], { cwd: ROOT });
  const [{ filename, files }] = JSON.parse(told.stdout) as [{ filename: string; files: { path: string }[] }];
  packed = files.map(({ path }) => path);
  await writeFile(join(folder, 'package.json'), '{"name": "elsewhere", "private": true, "type": "module"}');
  const install = ['install', '--prefer-offline', '--no-audit', '--no-fund', '--omit=dev', `./${filename}`];
  await run(npm, install, { cwd: folder });
  await mkdir(join(folder, 'lessons/intercession'), { recursive: true });
  await writeFile(join(folder, 'lessons/intercession/booklet.yaml'), 'title: Ask, Seek, Knock\n');
  const lesson = '---\ntitle: Ask\n---\n\n::scripture[Luke 11:9-10]\n\n:::question\nWhat may we ask for?\n:::\n';
  await writeFile(join(folder, 'lessons/intercession/1-ask.md'), lesson);
}, 300_000);

afterAll(() => rm(folder, { recursive: true, force: true }));

describe('the package', () => {
  it('holds what runs, themes, schemas, and no source, test or lesson', () => {
    expect(packed).toEqual(expect.arrayContaining(['package.json', 'README.md', 'LICENSE', 'dist/index.d.ts']));
    expect(packed).toEqual(expect.arrayContaining(['dist/cli/main.js', 'dist/preview/client/index.html']));
    expect(packed).toContain('templates/classic/theme.yaml');
    const folders = new Set(packed.filter((path) => path.includes('/')).map((path) => path.split('/')[0]));
    expect([...folders].sort()).toEqual(['dist', 'docs', 'templates']);
    expect(packed.filter((path) => /\.(?:tsx?|map)$/.test(path) && !path.endsWith('.d.ts'))).toEqual([]);
  });

  it('hands on the licences of what is bundled in it, and bundles what it does not ask for', async () => {
    const installed = join(folder, 'node_modules/gathering');
    const licences = await readFile(join(installed, 'dist/licences.md'), 'utf8');
    const bundled = new Set<string>();
    for (const path of packed.filter((one) => /^dist\/(?!preview\/client\/).*\.js$/.test(one))) {
      const code = await readFile(join(installed, path), 'utf8');
      for (const [, name] of code.matchAll(/^\s*\/\/ node_modules\/(?:.*\/node_modules\/)?((?:@[^/\s]+\/)?[^/\s]+)/gm))
        bundled.add(name ?? '');
    }
    expect([...bundled]).toEqual(expect.arrayContaining(['@react-pdf/layout', '@cantoo/pdf-lib', 'unified', 'react']));
    expect([...bundled].filter((name) => !licences.includes(`\n## ${name} - `))).toEqual([]);
    expect(licences).toContain('Permission is hereby granted, free of charge');
  });

  it('builds a booklet by its command, with its own fonts and Bible', async () => {
    const { stdout } = await run(npm, ['exec', '--no', '--', 'gathering', 'build', '--quiet'], { cwd: folder });
    expect(stdout).toBe('');
    const made = await readdir(join(folder, 'output/intercession'));
    expect(made).toEqual(expect.arrayContaining(['leader.pdf', 'participant.pdf']));
    const pdf = await readFile(join(folder, 'output/intercession/participant.pdf'));
    expect(pdf.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  });

  it('does in another program what the guide for programs says', async () => {
    const guide = await readFile(join(ROOT, 'docs/library.md'), 'utf8');
    const examples = [...guide.matchAll(/```js\n([\s\S]*?)```/g)].map(([, code = '']) => code);
    expect(examples).toHaveLength(2);
    const said: string[] = [];
    for (const [index, code] of examples.entries()) {
      await writeFile(join(folder, `example-${index}.js`), code);
      said.push((await run(process.execPath, [`example-${index}.js`], { cwd: folder })).stdout);
    }
    expect(said[0]).toMatch(/output\/intercession\/leader\.pdf: \d+ pages, \d+ sheets$/m);
    expect(said[0]).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/$/m);
    expect(said[1]).toContain('/made/prayer/participant.pdf');
  }, 180_000);

  it('has types for everything that it gives', async () => {
    const code = `import { build, check, preview, type BuildOptions, type BuildResult } from 'gathering';
const options: BuildOptions = { editions: ['leader'], paper: 'a4' };
const result: BuildResult = await build('x', options);
const pages: number | undefined = result.files[0]?.pages;
const url: string = (await preview('x', { port: 1 })).url;
const lines: (number | undefined)[] = (await check(['x'], { quick: true })).map((message) => message.line);
// @ts-expect-error there is no such paper
await build('x', { paper: 'a3' });
export { pages, url, lines };
`;
    await writeFile(join(folder, 'typed.ts'), code);
    const options = ['--noEmit', '--strict', '--skipLibCheck', '--module', 'nodenext', '--target', 'es2023'];
    const compiler = join(ROOT, 'node_modules/typescript/bin/tsc');
    const types = ['--types', '', '--typeRoots', folder];
    const { stdout } = await run(process.execPath, [compiler, ...options, ...types, 'typed.ts'], { cwd: folder });
    expect(stdout).toBe('');
  });
});
