import { contrastRatio } from '../color/light.js';
import { rgbOf } from '../color/rgb.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { Size } from '../geometry/frame.js';
import { mm } from '../geometry/units.js';
import type { Layer } from './layers.js';
import type { Palette, Theme } from './model.js';

/** Smallest text block that lines of type can be set in, in points. */
const SMALLEST_TEXT: Size = { width: mm(60), height: mm(80) };

/**
 * What makes a theme hard to read: colours too close to each other (WCAG 2.2, 1.4.3 and for running text 1.4.6), and
 * margins that leave no room for text on the page. Each is reported in the file that sets it.
 */
export function checkLegibility(
  theme: Pick<Theme, 'color' | 'margins'>,
  layers: readonly Layer[],
  trim: Size | undefined,
): Diagnostic[] {
  const messages = PAIRS.flatMap(([type, ground, least]) => {
    const ratio = contrastRatio(rgbOf(theme.color[type]), rgbOf(theme.color[ground]));
    if (ratio >= least) return [];
    const [typeKey, groundKey] = [KEYS[type], KEYS[ground]] as const;
    return [
      diagnostic({
        ...whereSet(layers, ['color', typeKey], ['color', groundKey]),
        rule: 'theme-contrast',
        // Rounded down, so that a ratio that is too small never looks as if it were enough.
        found: `“${typeKey}” ${theme.color[type]} on “${groundKey}” ${theme.color[ground]} has a contrast of ${Math.floor(ratio * 10) / 10} to 1`,
        expected: `at least ${least} to 1`,
        advice: 'choose colours that lie further apart in lightness',
      }),
    ];
  });
  const { inner, outer, top, bottom } = theme.margins;
  if (trim && (trim.width - inner - outer < SMALLEST_TEXT.width || trim.height - top - bottom < SMALLEST_TEXT.height)) {
    messages.push(
      diagnostic({
        ...whereSet(layers, ['margins']),
        rule: 'wrong-value',
        found: '“margins” leave hardly any of the page',
        expected: 'room for text at least 60 mm wide and 80 mm high',
        advice: 'make the margins smaller, or the page larger in booklet.yaml',
      }),
    );
  }
  return messages;
}

const PAIRS: [type: ColorName, ground: ColorName, least: number][] = [
  ['ink', 'paper', 7],
  ['muted', 'paper', 4.5],
  ['accent', 'paper', 4.5],
  ['coverInk', 'coverGround', 4.5],
];

type ColorName = keyof Palette;

const KEYS = {
  ink: 'ink',
  muted: 'muted',
  accent: 'accent',
  paper: 'paper',
  coverInk: 'cover-ink',
  coverGround: 'cover-ground',
} as Record<ColorName, string>;

/** The place of the first of the keys in the outermost theme that has any of them. */
function whereSet(
  layers: readonly Layer[],
  ...paths: string[][]
): Pick<Parameters<typeof diagnostic>[0], 'file' | 'place'> {
  for (const layer of layers) {
    const path = paths.find((candidate) => layer.placeOf(candidate));
    if (path) return { file: layer.file, place: path.length === 1 ? layer.placeOf(path, true) : layer.placeOf(path) };
  }
  return { file: layers[0]?.file ?? '' };
}
