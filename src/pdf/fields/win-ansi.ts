/** Codes 128 to 159 of WinAnsiEncoding (ISO 32000-1, annex D.2), which Latin-1 has no signs for; 0 where there is none. */
const BEYOND_LATIN_1 = [
  0x20ac, 0, 0x201a, 0x0192, 0x201e, 0x2026, 0x2020, 0x2021, 0x02c6, 0x2030, 0x0160, 0x2039, 0x0152, 0, 0x017d, 0, 0,
  0x2018, 0x2019, 0x201c, 0x201d, 0x2022, 0x2013, 0x2014, 0x02dc, 0x2122, 0x0161, 0x203a, 0x0153, 0, 0x017e, 0x0178,
];

/** First and last code of the encoding that stand for a sign. */
export const FIRST_CODE = 32;
export const LAST_CODE = 255;

/** The code points of the encoding from its first code to its last; undefined at codes that stand for none. */
export const WIN_ANSI: readonly (number | undefined)[] = Array.from(
  { length: LAST_CODE - FIRST_CODE + 1 },
  (_, index) => {
    const code = FIRST_CODE + index;
    if (code === 127) return undefined;
    return (code >= 128 && code < 160 ? BEYOND_LATIN_1[code - 128] : code) || undefined;
  },
);

/** Everything that a reader can type into a field. */
export const WIN_ANSI_TEXT = String.fromCodePoint(...WIN_ANSI.filter((codePoint) => codePoint !== undefined));
