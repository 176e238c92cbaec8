import { describe, expect, it } from 'vitest';
import { loadBooklet } from '../../src/booklet/load.js';
import { mm } from '../../src/geometry/units.js';
import { memoryWorld } from '../../src/world/memory.js';

const load = (lines: string, more: Record<string, string> = {}, overrides = {}) =>
  loadBooklet(
    memoryWorld({ '/w/lessons/hope/booklet.yaml': lines, '/w/lessons/hope/1-one.md': '# One', ...more }),
    '/w/lessons/hope',
    { base: '/w', overrides },
  );

describe('how a booklet is printed', () => {
  it('is said in booklet.yaml', async () => {
    const { value, messages } = await load(
      'title: x\nfor: [home, press, home]\nfit: blank\ncopies: {leader: 2, participant: 14}\nbinding: sewn\nsignature: 3\n' +
        'flip: long\ndirection: right-to-left\nbleed: 5\ncolor: grey\n',
    );
    expect(messages).toEqual([]);
    expect(value).toMatchObject({
      targets: ['home', 'press'],
      fit: 'blank',
      copies: { leader: 2, participant: 14 },
      binding: 'sewn',
      signature: 3,
      flip: 'long',
      direction: 'right-to-left',
      bleed: mm(5),
      pressColor: 'grey',
    });
  });

  it.each(['stretch', 'notes', 'blank'])('fills its last sheet as it asks for: %s', async (fit) => {
    const { value, messages } = await load(`title: x\nfit: ${fit}\n`);
    expect(messages).toEqual([]);
    expect(value?.fit).toBe(fit);
  });

  it('has pages for notes where it does not say', async () => {
    expect((await load('title: x\n')).value?.fit).toBe('notes');
  });

  it('is for what the command line says', async () => {
    expect((await load('title: x\nfor: [home]\n', {}, { targets: ['press'] })).value?.targets).toEqual(['press']);
  });

  it('works out the thickness of paper from weight and bulk', async () => {
    expect((await load('title: x\nstock: {grammage: 100, bulk: 1.5}\n')).value?.stock).toEqual({
      thickness: mm(0.15),
      grammage: 100,
    });
    expect((await load('title: x\nstock: {thickness: 0.12}\n')).value?.stock).toEqual({ thickness: mm(0.12) });
  });

  it('counts copies edition by edition where booklets extend each other', async () => {
    const base = {
      '/w/lessons/base/booklet.yaml': 'title: b\ncopies: {leader: 2, participant: 14}\n',
      '/w/lessons/base/1-one.md': '# One',
    };
    expect((await load('extends: ../base\ncopies: {participant: 9}\n', base)).value?.copies).toEqual({
      leader: 2,
      participant: 9,
    });
  });

  it('refuses copies of editions that do not exist', async () => {
    const { messages } = await load('title: x\ncopies: {leaders: 2}\n');
    expect(messages).toMatchObject([
      { ruleId: 'unknown-edition', line: 2, column: 10, actual: 'copies of the edition “leaders”' },
    ]);
  });

  it.each([
    ['for: []', 'for'],
    ['for: [fax]', 'fax'],
    ['fit: squeeze', 'squeeze'],
    ['copies: {leader: 0}', '0'],
    ['copies: {leader: 1.5}', '1.5'],
    ['binding: glue', 'glue'],
    ['signature: 0', '0'],
    ['flip: left', 'left'],
    ['bleed: -3', '-3'],
    ['stock: {thickness: 0.001}', '0.001'],
    ['stock: {thickness: 0.1, bulk: 2}', 'stock'],
    ['color: red', 'red'],
  ])('refuses %s with one message', async (line) => {
    const { value, messages } = await load(`title: x\n${line}\n`);
    expect(value).toBeUndefined();
    expect(messages.map(({ fatal, line: at }) => [fatal, at])).toEqual([[true, 2]]);
  });
});
