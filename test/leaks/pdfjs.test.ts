import { describe, expect, it } from 'vitest';
import { readBack } from '../../src/leaks/read-back.js';
import { pdfOf } from './make.js';

describe('pdf.js', () => {
  it('leaves the lists of the whole program as they were, also when it has read a file', async () => {
    const { push } = Array.prototype;
    expect(await readBack(await pdfOf(['Ask, and it will be given you.']))).not.toEqual([]);
    expect(Array.prototype.push).toBe(push);
    expect(Function.prototype.toString.call(push)).toContain('[native code]');
  });
});
