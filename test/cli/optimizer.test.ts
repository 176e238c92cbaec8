import { execFileSync } from 'node:child_process';
import { expect, it } from 'vitest';
import { optimizeLate } from '../../src/cli/optimizer.js';

/** What the engine was told. */
function told(version: string, argv: string[]): string[] {
  const flags: string[] = [];
  optimizeLate({ setFlagsFromString: (some) => void flags.push(some) }, version, argv);
  return flags;
}

it.each([
  ['11.3.244.8-node.33', '--interrupt-budget=528000'],
  ['12.4.254.21-node.57', '--invocation-count-for-turbofan=12000'],
  ['13.6.233.17-node.63', '--invocation-count-for-turbofan=12000'],
])('%s is told by its own name for it to optimize late', (version, flags) => {
  expect(told(version, ['build', 'lessons/one'])).toEqual([flags]);
});

it.each([
  ['11.3.244.8-node.33', ['preview']],
  ['11.3.244.8-node.33', ['check', '--quick']],
  ['11.8.172.17-node.20', ['build']],
  ['1.13.6', ['build']],
  ['99.1.2', ['build']],
])('%s is told nothing for %j', (version, argv) => {
  expect(told(version, argv)).toEqual([]);
});

it('is told nothing that the engine of these tests does not know', () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8' });
  for (const flags of told(process.versions.v8, ['build'])) {
    expect(options).toContain(`${flags.slice(0, flags.indexOf('='))} `);
  }
});
