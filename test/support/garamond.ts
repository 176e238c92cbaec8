import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { ThemeFonts } from '../../src/layout/fonts.js';
import type { Theme } from '../../src/theme/model.js';

const FACE = readFileSync(
  createRequire(import.meta.url).resolve('@expo-google-fonts/eb-garamond/400Regular/EBGaramond_400Regular.ttf'),
);

/** The fonts of a theme that sets everything in EB Garamond, under the name of `Body`. */
export function garamond(): ThemeFonts {
  const family = { family: 'Body', faces: [{ weight: 400, style: 'normal', data: new Uint8Array(FACE) }] };
  const fonts = { body: family, heading: family, label: family, code: family, fallback: [] };
  return new ThemeFonts({ fonts } as unknown as Theme);
}
