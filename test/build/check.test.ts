import { describe, expect, it } from 'vitest';
import { check } from '../../src/build.js';
import type { CheckRequest } from '../../src/build-types.js';
import { formatDiagnostics } from '../../src/diagnostics/report.js';
import { diskWorld } from '../../src/world/disk.js';
import type { World } from '../../src/world/model.js';
import { INTERCESSION, ROOT } from '../support/booklet.js';
import { buildTiny, lessonOf, tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

const checked = async (world: World, request: Partial<CheckRequest> = {}) =>
  (
    await check(world, {
      base: WORK,
      booklets: [`${WORK}/lessons/tiny`],
      templates: [`${WORK}/templates`],
      ...request,
    })
  ).messages;

const rulesOf = (messages: Awaited<ReturnType<typeof checked>>) => messages.map(({ ruleId }) => ruleId);

/** Something that only pages tell: a stanza is never divided, and this one fits on none. */
const TALL = `:::hymn[Long]\n${Array.from({ length: 90 }, (_, index) => `Line ${index}`).join('\n')}\n:::`;
const SLIP = 'It is the the end. <b>Bold</b>';

describe('a check', () => {
  it('says everything that a build says, and advice besides', async () => {
    const world = tinyWorld(tinyBooklet(lessonOf(`${SLIP}\n\n${TALL}`)));
    const built = await buildTiny(world);
    expect(rulesOf(built.messages)).toContain('block-too-tall');
    const messages = await checked(world);
    const advice = messages.filter(({ ruleId }) => ruleId === 'repeated-word');
    expect(advice).toHaveLength(1);
    expect(formatDiagnostics(messages.filter((one) => !advice.includes(one)))).toBe(formatDiagnostics(built.messages));
  });

  it('leaves out what needs pages when it is quick', async () => {
    const world = tinyWorld(tinyBooklet(lessonOf(`${SLIP}\n\n${TALL}`)));
    expect(rulesOf(await checked(world, { quick: true }))).toEqual(['repeated-word', 'html-not-rendered']);
  });

  it('looks at files for each target that is asked for', async () => {
    const world = tinyWorld(tinyBooklet(lessonOf('Words.'), 'title: Tiny\nbinding: cut-and-stack\nflip: long\n'));
    const phases: string[] = [];
    const { messages } = await check(
      world,
      { base: WORK, booklets: [`${WORK}/lessons/tiny`], templates: [`${WORK}/templates`], targets: ['home'] },
      ({ phase }) => phases.push(phase),
    );
    expect(formatDiagnostics(messages)).toBe('');
    expect(phases).toContain('print');
  });

  it('tells errors, gives no advice with them, and goes on with other booklets', async () => {
    const files = {
      'lessons/tiny/booklet.yaml': 'title: T\n',
      'lessons/tiny/1-one.md': lessonOf(`${SLIP}\n\n:::nothing\nx\n:::`),
      'lessons/other/booklet.yaml': 'title: T\n',
      'lessons/other/1-a.md': lessonOf('A a b.'),
    };
    const booklets = ['tiny', 'other'].map((name) => `${WORK}/lessons/${name}`);
    expect(rulesOf(await checked(tinyWorld(files), { booklets }))).toEqual([
      'repeated-word',
      'html-not-rendered',
      'unknown-directive',
    ]);
  });

  it('passes over rules that the command or the booklet names, but never over an error', async () => {
    const world = tinyWorld(tinyBooklet(lessonOf(SLIP), 'title: T\ncheck: {ignore: [repeated-word]}\n'));
    expect(rulesOf(await checked(world, { quick: true }))).toEqual(['html-not-rendered']);
    expect(await checked(world, { quick: true, ignore: ['html-not-rendered'] })).toEqual([]);
    const wrong = tinyWorld(tinyBooklet(lessonOf(SLIP), 'title: T\ncheck: {ignore: [leak, repeated-wrd]}\n'));
    const messages = await checked(wrong, { quick: true });
    expect(rulesOf(messages)).toEqual(['wrong-value', 'wrong-value']);
    expect(messages[1]?.note).toContain('repeated-word');
  });

  it('speaks of an overlay’s own files only', async () => {
    const world = tinyWorld({
      ...tinyBooklet(lessonOf(SLIP)),
      'lessons/tiny/unused.png': '',
      'lessons/ours/booklet.yaml': 'extends: ../tiny\n',
      'lessons/ours/changes.md': '::::add{after=#one}\nOurs is is is it. And and so.\n::::\n',
      'lessons/ours/own.png': '',
    });
    const found = await checked(world, { booklets: [`${WORK}/lessons/ours`], quick: true });
    const advice = found.filter(({ fatal }) => fatal === undefined);
    expect(advice.map(({ file, actual }) => `${file}: ${actual}`)).toEqual([
      'lessons/ours/changes.md: “And and”',
      'lessons/ours/own.png: a picture that nothing uses',
    ]);
  });

  it('finds nothing in the sample booklet', async () => {
    const request = { base: ROOT, booklets: [INTERCESSION], templates: [`${ROOT}/templates`], quick: true };
    expect(formatDiagnostics(await checked(diskWorld(), request))).toBe('');
  });
});
