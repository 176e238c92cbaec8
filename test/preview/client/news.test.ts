import { describe, expect, it } from 'vitest';
import { News } from '../../../src/preview/client/news.js';

describe('events of the server', () => {
  it('are followed where they tell something else than the one before', () => {
    const news = new News();
    expect(news.isNew({ revision: 1, status: 'fresh' })).toBe(true);
    expect(news.isNew({ revision: 1, status: 'fresh' })).toBe(false);
    expect(news.isNew({ revision: 1, status: 'stale' })).toBe(true);
    expect(news.isNew({ revision: 2, status: 'stale' })).toBe(true);
    expect(news.isNew({ revision: 1, status: 'fresh' })).toBe(true);
  });

  it('are followed from the first when the server is back', () => {
    const news = new News();
    news.isNew({ revision: 3, status: 'fresh' });
    news.begin();
    expect(news.isNew({ revision: 3, status: 'fresh' })).toBe(true);
  });
});
