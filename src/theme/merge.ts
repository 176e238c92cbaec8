import { z } from 'zod';
import { familySchema, type ThemeYaml, themeSchema } from './schema.js';

/** What one `theme.yaml` says by itself: any part of a theme. */
export type ThemeLayer = DeepPartial<ThemeYaml>;

type DeepPartial<T> = T extends unknown[] ? T : T extends object ? { [K in keyof T]?: DeepPartial<T[K]> } : T;

/** The schema of one `theme.yaml`, in which every key may be left out. Lists and font families stay whole. */
export const layerSchema = partial(themeSchema) as z.ZodType<ThemeLayer>;

/** Lays a theme over the one it extends: groups of keys are merged, everything else is replaced. */
export function mergeLayers(under: ThemeLayer, over: ThemeLayer): ThemeLayer {
  return merge(under, over, []) as ThemeLayer;
}

function partial(schema: z.ZodType): z.ZodType {
  if (!(schema instanceof z.ZodObject) || (schema as z.ZodType) === familySchema) return schema;
  const shape = Object.entries(schema.shape as Record<string, z.ZodType>);
  return z.strictObject(Object.fromEntries(shape.map(([key, value]) => [key, partial(value).optional()])));
}

function merge(under: unknown, over: unknown, path: string[]): unknown {
  if (over === undefined) return under;
  const family = path[0] === 'fonts' && path.length === 2;
  if (family || !isGroup(under) || !isGroup(over)) return over;
  const keys = new Set([...Object.keys(under), ...Object.keys(over)]);
  return Object.fromEntries([...keys].map((key) => [key, merge(under[key], over[key], [...path, key])]));
}

function isGroup(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
