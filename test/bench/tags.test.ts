import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { describe, expect, it } from 'vitest';
import { ROOT } from '../support/booklet.js';

describe('bench/tags', () => {
  it('measures each edition, with a ratio that a machine could not make up', async () => {
    const { stdout } = await promisify(execFile)(process.execPath, [`${ROOT}/bench/tags.mjs`, '1']);
    const rows = stdout.trim().split('\n').slice(1);
    expect(rows.map((row) => row.split(/\s+/)[0])).toEqual(['participant', 'leader'].sort());
    for (const row of rows) {
      const [, pages, ratio] = row.split(/\s+/).map(Number);
      expect(pages).toBeGreaterThan(50);
      expect(ratio).toBeGreaterThan(0.3);
      expect(ratio).toBeLessThan(3);
    }
  });
});
