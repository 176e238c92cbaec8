import { join, resolve } from 'node:path';
import { expect, it } from 'vitest';
import { keepCompiled } from '../../src/cli/compile-cache.js';

/** The folders that Node was asked to keep compiled code in. */
function askedFor(argv: string[], env: Record<string, string> = {}): string[] {
  const asked: string[] = [];
  const compiler = { enableCompileCache: (folder: string) => asked.push(folder) };
  keepCompiled(compiler, argv, { cwd: resolve('/work'), env: { HOME: '/home/ruth', ...env } });
  return asked;
}

it.each([
  [['build', '--cache', 'kept'], {}, resolve('/work/kept/code')],
  [['build', '--cache=kept'], {}, resolve('/work/kept/code')],
  [['build', '--no-cache', '--cache', '/kept'], {}, resolve('/kept/code')],
  [['build'], { GATHERING_CACHE: '/named' }, resolve('/named/code')],
  [['build', '--cache', 'off'], { GATHERING_CACHE: 'off' }, resolve('/work/off/code')],
])('compiled code is kept in the cache of %j with %j', (argv, env, folder) => {
  expect(askedFor(argv, env)).toEqual([folder]);
});

it.runIf(process.platform === 'linux')('compiled code is kept where the user’s caches are', () => {
  expect(askedFor(['build'], { XDG_CACHE_HOME: '/var/kept' })).toEqual([join('/var/kept', 'gathering', 'code')]);
});

it.each([
  [['build', '--no-cache'], {}],
  [['build', '--cache', 'kept', '--no-cache'], {}],
  [['build'], { GATHERING_CACHE: 'off' }],
  [['--help'], {}],
  [['check'], { GATHERING_CACHE: '/named' }],
])('no compiled code is kept for %j with %j', (argv, env) => {
  expect(askedFor(argv, env)).toEqual([]);
});

it('does without in a Node that keeps none', () => {
  expect(() => keepCompiled({}, ['build', '--cache', 'kept'], { cwd: '/work', env: {} })).not.toThrow();
});
