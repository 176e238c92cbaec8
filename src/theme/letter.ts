import { openFace } from './font.js';
import type { FontFamily } from './model.js';

/** Letters, capitals and spaces in about the shares that titles have them. */
const SAMPLE = 'The Letters of Paul, Read by Friends on Summer Evenings';

/** How broad letters of a family are on average, in ems, in hundredths: of its face nearest to a weight and slope. */
export function letterWidth(family: FontFamily, weight: number, style: 'normal' | 'italic'): number {
  const distance = (face: FontFamily['faces'][number]) =>
    Math.abs(face.weight - weight) + (face.style === style ? 0 : 1000);
  const face = family.faces.reduce((best, other) => (distance(other) < distance(best) ? other : best));
  const font = openFace(face);
  return Math.round((font.layout(SAMPLE).advanceWidth / font.unitsPerEm / SAMPLE.length) * 100) / 100;
}
