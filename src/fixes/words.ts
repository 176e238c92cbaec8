import type { Lesson } from '../lesson/model.js';

/**
 * What a lesson says and holds, with what fixes may change left out: references count by the verses that they mean, quotation
 * marks only as such, white space is a space, and where something stands in which file does not count. Two lessons that
 * differ in anything else give different texts.
 */
export function wordsSaid(lesson: Lesson): string {
  return JSON.stringify(lesson, (key, value: unknown) => {
    if (PLACES.has(key)) return undefined;
    if (typeof value === 'string') return plain(value);
    if (typeof value !== 'object' || value === null) return value;
    if (value instanceof Uint8Array) return [...value].join(',');
    const { type, osis, passage, reference, ...rest } = value as Record<string, unknown>;
    if (type === 'reference') return osis ? { osis } : { text: rest.text };
    // A label that was read is printed in the house style, whatever the author's.
    return passage ? { ...rest, type, passage } : value;
  });
}

const PLACES: ReadonlySet<string> = new Set(['position', 'breaks', 'file']);

function plain(text: string): string {
  return text.replace(/[“”]/g, '"').replace(/[‘’]/g, "'").replace(/\s+/g, ' ');
}
