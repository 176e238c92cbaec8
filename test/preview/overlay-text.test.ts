import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { readLayers } from '../../src/booklet/layers.js';
import type { Choices } from '../../src/preview/protocol.js';
import { choicesSchema } from '../../src/preview/server/requests.js';
import { EXTENDS_LINE, isEmpty, overlayText } from '../../src/preview/session/overlay-text.js';
import { memoryWorld } from '../../src/world/memory.js';

/** The variables that a booklet has once the text is laid over it. */
async function variablesOf(choices: Choices): Promise<Record<string, string> | undefined> {
  const world = memoryWorld({
    '/lessons/prayer/booklet.yaml': 'title: Prayer\n',
    '/lessons/ours/booklet.yaml': overlayText('../prayer', choices),
  });
  const { value, messages } = await readLayers(world, '/lessons/ours', '/');
  expect(messages.map(({ reason }) => reason)).toEqual([]);
  expect(value?.map(({ folder }) => folder)).toEqual(['/lessons/ours', '/lessons/prayer']);
  expect(Object.keys(value?.[0]?.says ?? {}).filter((key) => value?.[0]?.placeOf([key], true))).toEqual(
    expect.arrayContaining(['extends']),
  );
  return value?.[0]?.says.variables;
}

describe('overlayText', () => {
  it('says what was chosen, and nothing else', () => {
    expect(overlayText('../prayer', { paper: 'a4', translation: './bible' })).toBe(
      '# What was chosen in the preview. Whatever is not said here is said in the other booklet.\nextends: ../prayer\ntranslation: ./bible\npaper: a4\n',
    );
    expect(overlayText('../prayer', {}).split('\n')[EXTENDS_LINE - 1]).toBe('extends: ../prayer');
  });

  it.each([
    'x\ntitle: Stolen',
    '"\ntitle: Stolen',
    "'}\ntitle: Stolen",
    '&a *a !!js/function',
    '# a comment',
    '{{church}}',
    '- a\n- b',
    '|',
    '>-\n  folded',
    'true',
    'null',
    '~',
    '1e3',
    '0x10',
    '2027-01-07',
    '---\n',
    '...',
    '%YAML 1.1',
    '\ttab',
    ' spaces ',
    'a: b',
    '\u2028\u0085\ufeff',
    '\u0000\u001b[31m',
    '`@',
    '[',
    '',
  ])('lets no value out of its quotation marks: %j', async (value) => {
    expect(await variablesOf({ variables: { church: value } })).toEqual({ church: value });
  });

  it('keeps any value whatever', async () => {
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'grapheme' }), fc.string({ unit: 'binary' }), async (a, b) => {
        const variables = { a, b: b.toWellFormed() };
        expect(await variablesOf({ variables })).toEqual(variables);
      }),
    );
  });

  it('knows when nothing was chosen', () => {
    expect([
      isEmpty({}),
      isEmpty({ variables: {} }),
      isEmpty({ variables: { a: '' } }),
      isEmpty({ bodySize: 9 }),
    ]).toEqual([true, true, false, false]);
  });
});

describe('choicesSchema', () => {
  const ok = (value: unknown) => choicesSchema.safeParse(value).success;

  it('takes what the page sends', () => {
    expect(ok({})).toBe(true);
    expect(
      ok({
        theme: 'large',
        translation: './bible',
        paper: 'a4',
        accent: '#1F4a3d',
        bodySize: 11.5,
        variables: { a: 'ü' },
      }),
    ).toBe(true);
  });

  it('knows no variable that is none', () => {
    const { data } = choicesSchema.safeParse(JSON.parse('{"variables": {"__proto__": "x"}}'));
    expect(Object.getOwnPropertyNames(data?.variables)).toEqual([]);
    expect(Object.getPrototypeOf(data?.variables)).toBe(Object.prototype);
  });

  it.each([
    [{ extends: '../other' }],
    [{ theme: '../x' }],
    [{ theme: '' }],
    [{ theme: null }],
    [{ theme: undefined, other: 1 }],
    [{ translation: 'a\nb' }],
    [{ translation: '' }],
    [{ paper: 'a5' }],
    [{ paper: '__proto__' }],
    [{ accent: 'red' }],
    [{ accent: '#fff' }],
    [{ accent: '#1f4a3d; x' }],
    [{ bodySize: '11' }],
    [{ bodySize: 1000 }],
    [{ bodySize: Number.NaN }],
    [{ variables: { 'a b': 'x' } }],
    [{ variables: { a: 1 } }],
    [{ variables: { a: 'x\u0000' } }],
    [{ variables: { a: '\ud800' } }],
    [{ variables: { a: 'x'.repeat(2001) } }],
    [{ variables: Object.fromEntries(Array.from({ length: 201 }, (_, n) => [`v${n}`, ''])) }],
    [JSON.parse('{"__proto__": {"theme": "plain"}}')],
    [[]],
    [null],
    ['theme'],
  ])('refuses %j', (value) => {
    expect(ok(value)).toBe(false);
  });
});
