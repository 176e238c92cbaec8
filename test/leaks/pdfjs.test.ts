import { describe, expect, it } from 'vitest';
import { readBack } from '../../src/leaks/read-back.js';
import { pdfOf } from './make.js';

const OWNERS = { Array, JSON, Map, Math, Number, Object, Promise, RegExp, Set, String, Uint8Array };

/** Every function of what the whole program uses, by name. */
function functionsOfAll(): Map<string, unknown> {
  const found = Object.entries(OWNERS).flatMap(([name, owner]) =>
    [owner, 'prototype' in owner ? owner.prototype : undefined].flatMap((holder, index) =>
      Reflect.ownKeys(holder ?? {}).map((key): [string, unknown] => [
        `${name}${index ? '.prototype' : ''}.${String(key)}`,
        Object.getOwnPropertyDescriptor(holder, key)?.value,
      ]),
    ),
  );
  return new Map(found.filter(([, value]) => typeof value === 'function'));
}

describe('pdf.js', () => {
  it('leaves what the whole program uses as it was, also when it has read a file', async () => {
    const before = functionsOfAll();
    expect([...before.keys()]).toEqual(
      expect.arrayContaining(['Array.prototype.push', 'JSON.parse', 'JSON.stringify']),
    );
    expect(await readBack(await pdfOf(['Ask, and it will be given you.']))).not.toEqual([]);
    const after = functionsOfAll();
    expect([...before].filter(([name, value]) => after.get(name) !== value).map(([name]) => name)).toEqual([]);
    expect(Function.prototype.toString.call(JSON.stringify)).toContain('[native code]');
  });
});
