import { PDFArray, PDFDict, PDFName, PDFNumber, type PDFObject, PDFStream } from '@cantoo/pdf-lib';

/** What a colour is made of: how much of it is grey, light or ink, or something that cannot be told. */
export type ColorFamily = 'gray' | 'rgb' | 'cmyk' | 'spot' | 'pattern' | 'unknown';

/** A colour space (ISO 32000-1, 8.6). */
export interface ColorSpace {
  family: ColorFamily;
  /** Its name in the file, such as `DeviceGray` or `ICCBased`. */
  name: string;
  /** Of a spot colour, what its inks are called. */
  inks?: string[];
}

/** A colour as it was set: components from 0 to 1. */
export interface Color {
  space: ColorSpace;
  components: readonly number[];
}

export const GRAY: ColorSpace = { family: 'gray', name: 'DeviceGray' };
export const RGB: ColorSpace = { family: 'rgb', name: 'DeviceRGB' };
export const CMYK: ColorSpace = { family: 'cmyk', name: 'DeviceCMYK' };
export const PATTERN: ColorSpace = { family: 'pattern', name: 'Pattern' };

const BY_NAME: Record<string, ColorSpace> = {
  DeviceGray: GRAY,
  G: GRAY,
  DeviceRGB: RGB,
  RGB,
  DeviceCMYK: CMYK,
  CMYK,
  CalGray: { family: 'gray', name: 'CalGray' },
  CalRGB: { family: 'rgb', name: 'CalRGB' },
  Lab: { family: 'rgb', name: 'Lab' },
  Pattern: PATTERN,
};

/** So many inks a space may have (ISO 32000-1, annex C); others are not looked at. */
const MOST_INKS = 32;

/** Deeper than any space stands in another. */
const DEEPEST = 6;

/** The colour space that an object of a file describes, a name of the resources among them. */
export function colorSpace(object: PDFObject | undefined, resources: PDFDict | undefined, depth = 0): ColorSpace {
  if (depth > DEEPEST) return { family: 'unknown', name: 'unknown' };
  if (object instanceof PDFName) {
    const name = object.decodeText();
    const known = Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined;
    if (known) return known;
    const spaces = resources?.lookup(PDFName.of('ColorSpace'));
    const named = spaces instanceof PDFDict ? spaces.lookup(object) : undefined;
    return named ? colorSpace(named, undefined, depth + 1) : { family: 'unknown', name };
  }
  if (!(object instanceof PDFArray)) return { family: 'unknown', name: 'unknown' };
  const first = object.lookup(0);
  const name = first instanceof PDFName ? first.decodeText() : 'unknown';
  switch (name) {
    case 'ICCBased': {
      const profile = object.lookup(1);
      const count = profile instanceof PDFStream ? profile.dict.lookup(PDFName.of('N')) : undefined;
      const components = count instanceof PDFNumber ? count.asNumber() : 0;
      const families: Record<number, ColorFamily> = { 1: 'gray', 3: 'rgb', 4: 'cmyk' };
      return { family: families[components] ?? 'unknown', name };
    }
    case 'Indexed':
    case 'I':
      return colorSpace(object.lookup(1), resources, depth + 1);
    case 'Separation': {
      const ink = object.lookup(1);
      return { family: 'spot', name, inks: ink instanceof PDFName ? [ink.decodeText()] : [] };
    }
    case 'DeviceN': {
      const inks = object.lookup(1);
      const length = inks instanceof PDFArray ? Math.min(inks.size(), MOST_INKS) : 0;
      const names = Array.from({ length }, (_, at) => (inks as PDFArray).get(at));
      return { family: 'spot', name, inks: names.map((ink) => (ink instanceof PDFName ? ink.decodeText() : '')) };
    }
    default:
      return (Object.hasOwn(BY_NAME, name) ? BY_NAME[name] : undefined) ?? { family: 'unknown', name };
  }
}

/** The colour that a space begins with: black, or no ink at all for what has no black. */
export function initialColor(space: ColorSpace): Color {
  if (space.family === 'cmyk') return { space, components: [0, 0, 0, 1] };
  if (space.family === 'spot') return { space, components: (space.inks ?? []).map(() => 1) };
  return { space, components: space.family === 'rgb' ? [0, 0, 0] : [0] };
}

/** Red, green and blue from 0 to 1, near enough to tell dark from light; undefined where it cannot be told. */
export function toRgb({ space, components }: Color): readonly [number, number, number] | undefined {
  if (space.name === 'Lab') return undefined;
  const [a = 0, b = 0, c = 0, d = 0] = components;
  if (space.family === 'gray') return [a, a, a];
  if (space.family === 'rgb') return [a, b, c];
  if (space.family === 'cmyk') return [(1 - a) * (1 - d), (1 - b) * (1 - d), (1 - c) * (1 - d)];
  if (space.family === 'spot' && ['All', 'Black'].includes(space.inks?.[0] ?? '')) return [1 - a, 1 - a, 1 - a];
  return undefined;
}

/** Whether a colour leaves the paper as it is. */
export function isWhite(color: Color): boolean {
  return toRgb(color)?.every((part) => part > 0.995) ?? false;
}
