import { describe, expect, it } from 'vitest';
import type { Progress } from '../../src/build.js';
import { reportSchema } from '../../src/cli/report-schema.js';
import { recordPhases } from '../../src/cli/timings.js';
import { memoryWorld } from '../../src/world/memory.js';
import { lessonOf, runBuild, tinyBooklet, tinyWorld } from '../support/tiny.js';
import { run } from './fake.js';

const steps: Progress[] = [
  { booklet: 'a', phase: 'load' },
  { booklet: 'a', edition: 'leader', phase: 'layout' },
  { booklet: 'a', edition: 'participant', phase: 'layout' },
  { booklet: 'b', phase: 'load' },
];

/** A world whose clock is `step` milliseconds further each time it is looked at. */
function ticking(step: number) {
  let time = 0;
  return Object.assign(memoryWorld({ '/work/lessons/a/booklet.yaml': '' }), {
    now: () => {
      time += step;
      return time;
    },
  });
}

describe('gathering build --timings', () => {
  it('prints a row for each phase, with what editions took, on standard error', async () => {
    const { stderr, stdout } = await run(['build', '--quiet', '--timings'], { progress: steps, world: ticking(10) });
    expect(stdout).toBe('');
    expect(stderr.split('\n')).toEqual([
      '                     all         leader  participant',
      'loading libraries  10 ms   20 %',
      'booklet and theme  20 ms   40 %',
      'layout             20 ms   40 %   10 ms        10 ms',
      'together           50 ms  100 %   10 ms        10 ms',
      '',
    ]);
  });

  it('is a key of --json, which fits its schema', async () => {
    const { stderr, stdout } = await run(['build', '--json', '--timings'], { progress: steps, world: ticking(2.4) });
    const report = JSON.parse(stdout);
    expect(reportSchema.parse(report)).toEqual(report);
    expect(report.timings).toEqual([
      { phase: 'libraries', milliseconds: 2 },
      { phase: 'load', milliseconds: 5 },
      { phase: 'layout', edition: 'leader', milliseconds: 2 },
      { phase: 'layout', edition: 'participant', milliseconds: 2 },
    ]);
    expect(stderr).toBe('');
  });

  it('says nothing and asks no clock where it is not wanted', async () => {
    const world = Object.assign(ticking(1), { now: () => expect.unreachable('the clock was asked') });
    const { stdout, stderr } = await run(['build', '--json'], { progress: steps, world });
    expect(JSON.parse(stdout)).not.toHaveProperty('timings');
    expect(stderr).toBe('');
  });

  it('draws nothing into the terminal that an edition’s name holds', async () => {
    const progress: Progress[] = [{ booklet: 'a', edition: '\u001b[2J', phase: 'layout' }];
    const { stderr } = await run(['build', '--quiet', '--timings'], { progress, world: ticking(1) });
    expect(stderr).not.toContain('\u001b');
  });
});

describe('the phases of a build', () => {
  it('are all told by a real one', async () => {
    const { stdout } = await runBuild(tinyWorld(tinyBooklet(lessonOf('Words.'))), '--json', '--timings');
    const { timings } = reportSchema.parse(JSON.parse(stdout));
    expect([...new Set(timings?.map(({ phase }) => phase))]).toEqual([
      'libraries',
      'load',
      'parse',
      'scripture',
      'select',
      'layout',
      'furniture',
      'paint',
      'read-back',
      'print',
      'write',
      'preflight',
    ]);
  });

  it('add up to the whole', () => {
    const clock = [0, 5, 6, 16, 40];
    const recorder = recordPhases(() => clock.shift() ?? 0);
    recorder.enter({ phase: 'load' });
    recorder.enter({ phase: 'paint', edition: 'leader' });
    recorder.enter({ phase: 'load' });
    expect(recorder.end()).toEqual([
      { phase: 'libraries', milliseconds: 5 },
      { phase: 'load', milliseconds: 25 },
      { phase: 'paint', edition: 'leader', milliseconds: 10 },
    ]);
  });
});
