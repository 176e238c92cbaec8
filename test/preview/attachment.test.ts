import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { attachment } from '../../src/preview/server/attachment.js';

describe('attachment', () => {
  it('gives the name in plain letters, and as it is', () => {
    expect(attachment('oración-leader.pdf')).toBe(
      `attachment; filename="oracion-leader.pdf"; filename*=UTF-8''oraci%C3%B3n-leader.pdf`,
    );
    expect(attachment(`a"; x='(*)\r\nSet-Cookie: b.pdf`)).toBe(
      `attachment; filename="a_x_Set-Cookie_b.pdf"; filename*=UTF-8''a%22%3B%20x%3D%27%28%2A%29%0D%0ASet-Cookie%3A%20b.pdf`,
    );
  });

  it('is one header for any name', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (name) => {
        expect(attachment(name)).toMatch(/^attachment; filename="[\w.-]*"; filename\*=UTF-8''[\w.~!%-]*$/);
      }),
    );
  });
});
