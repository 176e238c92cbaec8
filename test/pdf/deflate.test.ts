import { inflateSync } from 'node:zlib';
import { zlibSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { deflated } from '../../src/pdf/deflate.js';

const bytes = (text: string) => new TextEncoder().encode(text.repeat(50));

describe('deflated', () => {
  it('gives the same bytes the first time and later', () => {
    const first = deflated(bytes('BT (Ask) Tj ET\n'));
    expect(first).toEqual(zlibSync(bytes('BT (Ask) Tj ET\n'), { level: 7 }));
    expect(deflated(bytes('BT (Ask) Tj ET\n'))).toBe(first);
  });

  it('tells streams apart', () => {
    for (const text of ['one', 'two', 'One', 'onE']) {
      expect(new Uint8Array(inflateSync(deflated(bytes(text))))).toEqual(bytes(text));
    }
  });

  it('remembers no pictures', () => {
    let state = 1;
    const noise = Uint8Array.from({ length: 200_000 }, () => {
      state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
      return state >>> 24;
    });
    expect(deflated(noise)).not.toBe(deflated(noise));
    expect(new Uint8Array(inflateSync(deflated(noise)))).toEqual(noise);
  });
});
