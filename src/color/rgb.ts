/** Red, green and blue, each from 0 to 1. */
export type Rgb = readonly [red: number, green: number, blue: number];

/** How people write a colour: `#abc` or `#aabbcc`. */
export const HEX_COLOR = /^#([0-9a-f]{3}|[0-9a-f]{6})$/i;

/** What is expected where a colour is written, and what to do about it. */
export const HEX_WORDS = {
  description: 'a colour such as "#6b1f2a"',
  advice: 'write # and six digits or letters a to f, between quotation marks',
};

/** `#abc` as `#aabbcc`, in small letters. */
export function sixDigits(color: string): string {
  const digits = color.slice(1).toLowerCase();
  return `#${digits.length === 3 ? [...digits].map((digit) => digit + digit).join('') : digits}`;
}

/** The parts of a colour written `#rrggbb`. */
export function rgbOf(color: string): Rgb {
  const part = (index: number) => Number.parseInt(color.slice(1 + index * 2, 3 + index * 2), 16) / 255;
  return [part(0), part(1), part(2)];
}

/** A colour as `#rrggbb`. */
export function hexOf(rgb: Rgb): string {
  return `#${rgb
    .map((value) =>
      Math.round(value * 255)
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`;
}
