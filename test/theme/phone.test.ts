import { describe, expect, it } from 'vitest';
import type { Theme } from '../../src/theme/model.js';
import { phoneScale, phoneTheme } from '../../src/theme/phone.js';
import { sampleBooklet } from '../support/sample.js';

const theme = async (): Promise<Theme> => (await sampleBooklet()).theme;

describe('a theme for telephones', () => {
  it('has larger text and titles that are hardly larger', async () => {
    const book = await theme();
    const { size } = phoneTheme(book, phoneScale(1, book.size.body));
    expect(size.body).toBe(15);
    expect(size.small / book.size.small).toBeCloseTo(15 / 11, 2);
    expect(size.lessonTitle).toBeLessThan(book.size.lessonTitle * 1.05);
    expect(size.coverTitle).toBeLessThan(book.size.coverTitle);
  });

  it('has lines to write on that are no closer than lines of text, and no running heads', async () => {
    const book = await theme();
    for (const edition of [1, 18 / 11]) {
      const { heads, leading, size, writing } = phoneTheme(book, phoneScale(edition, book.size.body));
      expect(writing.gap).toBeGreaterThan(size.body * leading - 0.1);
      expect(heads).toMatchObject({ verso: 'none', recto: 'none' });
    }
  });

  it('takes the root of what an edition is larger', () => {
    expect(phoneScale(4, 11)).toBeCloseTo(2 * phoneScale(1, 11));
    // A theme whose own text is larger is one of them.
    expect(16 * phoneScale(1, 16)).toBeCloseTo(11 * phoneScale(16 / 11, 11));
  });
});
