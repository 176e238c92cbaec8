import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { describe, expect, it } from 'vitest';
import { findAmbient, findImports } from './architecture/imports.js';
import { breaches } from './architecture/rules.js';
import { readSource } from './architecture/source.js';

const src = resolve(import.meta.dirname, '../src');

describe('the rooms of src', () => {
  const modules = Object.fromEntries(
    readdirSync(src, { recursive: true, encoding: 'utf8' })
      .filter((path) => /\.tsx?$/.test(path))
      .map((path) => [path.replaceAll('\\', '/'), readFileSync(join(src, path), 'utf8')]),
  );

  it('are found', () => {
    expect(Object.keys(modules)).toContain('build.ts');
    expect(Object.values(modules).flatMap((text) => findImports(readSource(text))).length).toBeGreaterThan(50);
  });

  it('import only what they may', () => {
    expect(breaches(modules)).toEqual([]);
  });
});

describe('the rules', () => {
  it('allow what the plan allows', () => {
    expect(
      breaches({
        'index.ts': "export { build } from './build.js';\nexport { diskWorld } from './world/disk.js';",
        'cli/main.ts':
          "import { readFileSync } from 'node:fs';\nimport { diskOutput } from '../output/write.js';\nawait import('../build.js'); process.exit(Date.now());",
        'build.ts':
          "import { toLesson } from './lesson/make.js';\nimport { layOut } from './layout/section.js';\nimport type { World } from './world/model.js';",
        'build-types.ts': "import type { Output } from './output/model.js';",
        'world/disk.ts': "import { readFile } from 'node:fs/promises';\nprocess.cwd();",
        'world/model.ts': '',
        'output/write.ts': "import * as disk from 'node:fs/promises';",
        'layout/section.ts':
          "import { walk } from '../lesson/walk.js';\nimport type { Theme } from '../theme/model.js';\nimport { mm } from '../geometry/units.js';\nimport React from 'react';\nimport { posix } from 'node:path';",
        'lesson/make.ts':
          "import { diagnostic } from '../diagnostics/diagnostic.js';\nimport { kind } from './model.js';",
        'yaml/read.ts': "import { diagnostic } from '../diagnostics/diagnostic.js';",
        'diagnostics/diagnostic.ts': "import { VFileMessage } from 'vfile-message';",
        'preview/client/main.tsx':
          "import './style/main.css';\nimport { render } from 'preact';\nimport { ask } from './api.js';\nimport type { State } from '../protocol.js';\nimport worker from 'pdfjs-dist/legacy/build/pdf.worker.min.mjs?url';\nawait fetch('api/state'); performance.now();",
        'preview/server.ts':
          "import { createServer } from 'node:http';\nimport type { State } from './protocol.js';\nimport { build } from '../build.js';",
      }),
    ).toEqual([]);
  });

  it.each([
    [
      'values of an earlier phase',
      'layout/a.ts',
      "import { a } from '../theme/load.js';",
      'a phase gets values of another only through build',
    ],
    [
      'a type mixed with values',
      'layout/a.ts',
      "import { type A } from '../theme/load.js';",
      'a phase gets values of another only through build',
    ],
    [
      're-exported values of an earlier phase',
      'layout/a.ts',
      "export * from '../theme/load.js';",
      'a phase gets values of another only through build',
    ],
    [
      'an earlier phase on demand',
      'layout/a.ts',
      "await import('../theme/load.js');",
      'a phase gets values of another only through build',
    ],
    [
      'types of a later phase',
      'markdown/a.ts',
      "import type { A } from '../lesson/model.js';",
      'lesson comes after markdown',
    ],
    ['the build', 'output/a.ts', "import type { Output } from '../build.js';", 'nothing imports upward'],
    ['the command line', 'document/a.tsx', "import { a } from '../cli/text.js';", 'nothing imports upward'],
    ['the command line, from the build', 'build.ts', "import { a } from './cli/text.js';", 'nothing imports upward'],
    ['the public API', 'pdf/a.ts', "import type { A } from '../index.js';", 'nothing imports upward'],
    ['the real world', 'lesson/a.ts', "import { diskWorld } from '../world/disk.js';", 'the world itself is passed in'],
    [
      'the real world, from the build',
      'build.ts',
      "import { diskWorld } from './world/disk.js';",
      'the world itself is passed in',
    ],
    [
      'the command line, from the library',
      'library/a.ts',
      "import { a } from '../cli/paths.js';",
      'a front goes through build',
    ],
    [
      'the library, from the preview',
      'preview/a.ts',
      "import { a } from '../library/build.js';",
      'a front goes through build',
    ],
    [
      'a phase, from the command line',
      'cli/a.ts',
      "import { a } from '../lesson/make.js';",
      'a front goes through build',
    ],
    [
      'a phase, from a foundation',
      'yaml/a.ts',
      "import type { Theme } from '../theme/model.js';",
      'foundations stand on nothing else',
    ],
    [
      'a phase, from the world',
      'world/a.ts',
      "import type { Theme } from '../theme/model.js';",
      'the world knows nothing of booklets',
    ],
    [
      'values of phases beside build.ts',
      'build-types.ts',
      "import { a } from './lesson/make.js';",
      'only build.ts and what it is divided into know several phases',
    ],
    ['the disk', 'theme/a.ts', "import { readFileSync } from 'node:fs';", 'imports node:fs'],
    ['the disk, by its old name', 'theme/a.ts', "import fs from 'fs/promises';", 'imports fs/promises'],
    ['the network', 'scripture/a.ts', "import http from 'node:http';", 'imports node:http'],
    [
      'other programs',
      'pdf/a.ts',
      "const { spawn } = await import('node:child_process');",
      'imports node:child_process',
    ],
    ['itself by name', 'pdf/a.ts', "import { build } from 'gathering';", 'imports gathering'],
    [
      'what lies outside',
      'theme/a.ts',
      "import p from '../../package.json' with { type: 'json' };",
      'from outside src',
    ],
    ['what nobody can check', 'theme/a.ts', 'await import(name);', 'computed import'],
    ['a room of no plan', 'utils/a.ts', '', '“utils” is no room'],
    ['the disk, from the page', 'preview/client/a.ts', "import { join } from 'node:path';", 'a browser has none of it'],
    [
      'the disk, from the page, as types',
      'preview/client/a.ts',
      "import type { Stats } from 'fs';",
      'a browser has none of it',
    ],
    [
      'the server, from the page',
      'preview/client/a.ts',
      "import type { Server } from '../server.js';",
      'the page knows nothing but types of the protocol',
    ],
    [
      'values of the protocol, from the page',
      'preview/client/views/a.tsx',
      "import { a } from '../../protocol.js';",
      'the page knows nothing but types of the protocol',
    ],
    [
      'a foundation, from the page',
      'preview/client/a.ts',
      "import type { Target } from '../../geometry/targets.js';",
      'the page knows nothing but types of the protocol',
    ],
    [
      'the page, from the server',
      'preview/server.ts',
      "import { a } from './client/api.js';",
      'the page is built by itself',
    ],
  ])('refuse %s', (_, file, text, why) => {
    const found = breaches({ [file]: text });
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(new RegExp(`^${file}: `));
    expect(found[0]).toContain(why);
  });

  it.each([
    ['process.env.HOME', 'process'],
    ['const { env } = process;', 'process'],
    ['globalThis.process.exit()', 'process'],
    ['Date.now()', 'Date.now'],
    ['const now = new Date();', 'new Date()'],
    ['performance.now()', 'performance.now'],
    ["await fetch('https://x')", 'fetch'],
    ['Math.random()', 'Math.random'],
  ])('refuse %s in a phase', (text, name) => {
    expect(breaches({ 'layout/a.ts': text })).toEqual([
      `layout/a.ts: uses ${name}; only world/disk.ts, cache/disk/, output/, workers/, cli/, preview/, library/ may`,
    ]);
    expect(breaches({ 'cli/a.ts': text })).toEqual([]);
  });

  it('tell each circle of rooms once', () => {
    const found = breaches({
      'geometry/a.ts': "import type { A } from '../yaml/a.js';",
      'yaml/a.ts': "import type { A } from '../diagnostics/a.js';",
      'diagnostics/a.ts': "import type { A } from '../geometry/a.js';",
    });
    expect(found).toEqual(['a circle of rooms: diagnostics → geometry → yaml → diagnostics']);
  });
});

describe('findImports', () => {
  const found = (text: string) => findImports(readSource(text)).map(({ kind, specifier }) => `${kind} ${specifier}`);

  it.each([
    ["import a from './a.js'", 'value ./a.js'],
    ['import a, { b as c } from "./a.js"', 'value ./a.js'],
    ["import * as a from './a.js'", 'value ./a.js'],
    ["import{a}from'./a.js'", 'value ./a.js'],
    ["import {\n  a, // '\n  type B,\n} from './a.js';", 'value ./a.js'],
    ["import './a.js';", 'value ./a.js'],
    ["import type from './a.js'", 'value ./a.js'],
    ["import type A from './a.js'", 'type ./a.js'],
    ["import type { A } from './a.js'", 'type ./a.js'],
    ["import type * as A from './a.js'", 'type ./a.js'],
    ["import data from './a.json' with { type: 'json' }", 'value ./a.json'],
    ["export * from './a.js'", 'value ./a.js'],
    ["export * as a from './a.js'", 'value ./a.js'],
    ["export { a, type B } from './a.js'", 'value ./a.js'],
    ["export type { A } from './a.js'", 'type ./a.js'],
    ["export type * from './a.js'", 'type ./a.js'],
    ["const a = await import('./a.js');", 'value ./a.js'],
    ["export interface B {}\nimport type { A } from './a.js'", 'type ./a.js'],
    ['import(\n`./a.js`\n)', 'value ./a.js'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be read
    ['import(`@react-pdf/hyphenate/${language}`)', 'value @react-pdf/hyphenate/'],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be read
    ['import(`./${name}.js`)', 'value undefined'],
    ["import('./a' + name)", 'value undefined'],
  ])('reads %j', (text, expected) => {
    expect(found(text)).toEqual([expected]);
  });

  it.each([
    ["// import a from './a.js'"],
    ["/* import a from './a.js'\n import b from './b.js' */"],
    ['const text = "import a from \'./a.js\'";'],
    ["const text = `\nimport a from './a.js'\n`;"],
    ['import.meta.url'],
    ["export const from = './a.js';"],
    ["export const a = Array.from('abc');"],
    ["loader.import('./a.js')"],
  ])('finds nothing in %j', (text) => {
    expect(found(text)).toEqual([]);
  });

  it.each([
    ['an apostrophe in JSX', "<p>Don't</p>;"],
    ['a quotation mark in a regular expression', "text.replace(/['\"`]/g, '');"],
    ['a division', 'const a = b / c; const d = "/";'],
    ['a comment in a string', "const a = 'https://x'; const b = '/*';"],
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be read
    ['nested templates', 'const a = `a ${b ? `"${{ c }.c}` : "`"} \\` \' ${d}`;'],
    ['an escaped quotation mark', "const a = 'it\\'s';"],
    ['a closing tag', '<View style={a / 2} />; const b = <a>{`x`}</a>;'],
  ])('is not led astray by %s', (_, text) => {
    expect(found(`${text}\nimport { a } from './a.js';\n${text}\nawait import('./b.js');`)).toEqual([
      'value ./a.js',
      'value ./b.js',
    ]);
  });
});

describe('findAmbient', () => {
  it('leaves names alone that only look alike', () => {
    const text =
      "unified().process(file); const o = { process: 1 }; new Date(0); // Date.now()\nconst s = 'process.env'; prefetch(); a.fetch(b); Date.nowhere;";
    expect(findAmbient(readSource(text))).toEqual([]);
  });

  it('sees into templates', () => {
    // biome-ignore lint/suspicious/noTemplateCurlyInString: code to be read
    expect(findAmbient(readSource('const a = `x ${process.pid}`;'))).toEqual(['process']);
  });
});
