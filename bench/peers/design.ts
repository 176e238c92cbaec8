import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';

const require = createRequire(import.meta.url);
const folderOf = (name: string) => dirname(require.resolve(`${name}/package.json`));
const garamond = folderOf('@expo-google-fonts/eb-garamond');
const sans = folderOf('@expo-google-fonts/source-sans-3');

/** What every contestant's pages have in common: those of the theme `classic` on half a Letter sheet. Lengths are points. */
export const DESIGN = {
  width: 396,
  height: 612,
  margins: { top: 51, bottom: 54, left: 54, right: 42.5 },
  size: 11,
  leading: 1.32,
  small: 9.8,
  title: 25,
  h2: 15,
  h3: 12,
  writingGap: 22.7,
  colors: { ink: '#1c1917', accent: '#6b1f2a', muted: '#5f5853', rule: '#b5aba3' },
} as const;

export interface FontFile {
  family: 'EB Garamond' | 'Source Sans 3';
  weight: 400 | 600 | 700;
  italic: boolean;
  /** Absolute path. */
  file: string;
}

/** The faces that lessons use. */
export const FONTS: readonly FontFile[] = [
  { family: 'EB Garamond', weight: 400, italic: false, file: join(garamond, '400Regular/EBGaramond_400Regular.ttf') },
  {
    family: 'EB Garamond',
    weight: 400,
    italic: true,
    file: join(garamond, '400Regular_Italic/EBGaramond_400Regular_Italic.ttf'),
  },
  { family: 'EB Garamond', weight: 600, italic: false, file: join(garamond, '600SemiBold/EBGaramond_600SemiBold.ttf') },
  { family: 'EB Garamond', weight: 700, italic: false, file: join(garamond, '700Bold/EBGaramond_700Bold.ttf') },
  { family: 'Source Sans 3', weight: 400, italic: false, file: join(sans, '400Regular/SourceSans3_400Regular.ttf') },
  { family: 'Source Sans 3', weight: 600, italic: false, file: join(sans, '600SemiBold/SourceSans3_600SemiBold.ttf') },
];
