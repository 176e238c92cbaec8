import { describe, expect, it } from 'vitest';
import { lookThroughApart } from '../../src/build/look-through-apart.js';
import { build } from '../../src/build.js';
import type { Workers } from '../../src/build-types.js';
import { memoryOutput } from '../support/memory-output.js';
import { lessonOf, tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

const asked = {
  base: WORK,
  templates: [`${WORK}/templates`],
  booklets: [`${WORK}/lessons/tiny`],
  out: '/out',
  editions: ['leader', 'participant'],
  targets: ['screen', 'phone'] as const,
};

const LESSON = lessonOf(`::::question
Who prays?

:::answer
He does.
:::
::::`);

/** Builds with another thread's work done here, and tells what happened in which order. */
async function built(openWorkers: boolean) {
  const world = tinyWorld(tinyBooklet(LESSON));
  const output = memoryOutput();
  const events: string[] = [];
  const workers: Workers = {
    count: 2,
    make: () => Promise.reject(new Error('one booklet is made here')),
    expectFiles: () => void events.push('files are expected'),
    lookThrough: (file) => {
      events.push(`${file.name} is looked through`);
      return lookThroughApart(file);
    },
    close: async () => void events.push('closed'),
  };
  const tell = ({ edition = '', phase }: { edition?: string; phase: string }) => {
    if (phase === 'parse' || phase === 'layout') events.push(`${edition} ${phase}`.trim());
  };
  const from = openWorkers ? { openWorkers: async () => workers } : {};
  const { files, messages } = await build(world, output, { ...asked, targets: [...asked.targets] }, tell, from);
  return { paths: files.map(({ path }) => path), messages, events, written: output.files };
}

describe('a booklet whose files are looked through beside', () => {
  it('has the participants’ looked through before the leader’s pages are laid out, and nothing waits for the first', async () => {
    const { events } = await built(true);
    expect(events.filter((event) => !event.endsWith('phone.pdf is looked through'))).toEqual([
      'files are expected',
      'parse',
      'participant layout',
      'tiny/participant.pdf is looked through',
      'leader layout',
      'tiny/leader.pdf is looked through',
      'leader layout',
      'participant layout',
      'closed',
    ]);
  });

  it('is the same as without, in the order of its editions', async () => {
    const beside = await built(true);
    const alone = await built(false);
    expect(beside.paths.map((path) => path.replace('/out/tiny/', ''))).toEqual([
      'leader.pdf',
      'leader-phone.pdf',
      'participant.pdf',
      'participant-phone.pdf',
    ]);
    expect(beside.paths).toEqual(alone.paths);
    expect(beside.messages).toEqual(alone.messages);
    expect(beside.written).toEqual(alone.written);
  });
});
