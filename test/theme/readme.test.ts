import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { z } from 'zod';
import { themeSchema } from '../../src/theme/schema.js';

const readme = readFileSync(new URL('../../templates/README.md', import.meta.url), 'utf8');

/** Keys of the schema as the guide writes them: boxes share one table, so only their own names are looked for. */
function keys(schema: z.ZodType, path: string[] = []): string[] {
  if (path[0] === 'box' && path.length === 2) return [path[1] ?? ''];
  if (path[0] === 'fonts' && path.length === 2) return [path.join('.')];
  if (!(schema instanceof z.ZodObject)) return [path.join('.')];
  return Object.entries(schema.shape as Record<string, z.ZodType>).flatMap(([key, value]) =>
    keys(value, [...path, key]),
  );
}

it('templates/README.md documents every key', () => {
  expect(keys(themeSchema).filter((key) => !readme.includes(`\`${key}\``))).toEqual([]);
});
