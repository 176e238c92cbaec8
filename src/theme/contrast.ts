import { contrastRatio, luminance, printedGrey } from '../color/light.js';
import { type Rgb, rgbOf } from '../color/rgb.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { type AskedBy, type Layer, whereSet } from './layers.js';
import type { Palette, Theme, TypeScale } from './model.js';

/** What colours are checked with. */
export interface ContrastContext {
  layers: readonly Layer[];
  /** The theme's own colours, before a booklet's accent took the place of some. */
  own: Palette;
  /** Where that accent is said. */
  accent?: AskedBy | undefined;
}

/**
 * Type that lies too near in lightness to what it is set on, on a screen or printed in black ink alone (WCAG 2.2: 1.4.6 for
 * running text, 1.4.3 for everything else). Of paper and tint the one is told on which it is read with more trouble.
 */
export function checkContrast({ color, size }: Pick<Theme, 'color' | 'size'>, context: ContrastContext): Diagnostic[] {
  return ROLES.flatMap(({ type, grounds, least: leastOf }) => {
    const least = leastOf(size);
    const [worst] = grounds
      .map((ground) => ({ ground, ...measured(rgbOf(color[type]), rgbOf(color[ground]), least) }))
      .sort((one, other) => one.ratio - other.ratio);
    if (!worst || worst.ratio >= least) return [];
    return [tooNear(color, { type, ground: worst.ground }, worst, least, context)];
  });
}

/** Type of at least this size in points counts as large (WCAG 2.2, “large scale”). */
const LARGE = 18;

/** Figures that are raised over the line are about so large, as a share of the type that they stand in. */
const RAISED = 0.62;

type ColorName = keyof Palette;

interface Role {
  type: ColorName;
  grounds: ColorName[];
  /** The contrast it needs, by how large it is set. */
  least: (size: TypeScale) => number;
}

const minimum = (smallest: number) => (smallest >= LARGE ? 3 : 4.5);

const ROLES: Role[] = [
  { type: 'ink', grounds: ['paper', 'tint'], least: () => 7 },
  {
    type: 'muted',
    grounds: ['paper', 'tint'],
    least: ({ caption, runningHead }) => minimum(Math.min(caption, runningHead)),
  },
  {
    type: 'accent',
    grounds: ['paper', 'tint'],
    least: ({ caption, scripture, h4 }) => minimum(Math.min(caption, scripture * RAISED, h4)),
  },
  { type: 'coverInk', grounds: ['coverGround'], least: ({ small }) => minimum(small) },
];

interface Measured {
  /** The lower of the two. */
  ratio: number;
  where: string;
}

function measured(type: Rgb, ground: Rgb, least: number): Measured {
  const inGrey = (rgb: Rgb): Rgb => {
    const grey = printedGrey(rgb);
    return [grey, grey, grey];
  };
  const [screen, grey] = [contrastRatio(type, ground), contrastRatio(inGrey(type), inGrey(ground))];
  const [onScreen, onPaper] = [screen < least, grey < least];
  const where = onScreen && onPaper ? 'in colour and in grey' : onPaper ? 'in grey' : 'in colour';
  return { ratio: Math.min(screen, grey), where };
}

function tooNear(
  color: Palette,
  { type, ground }: { type: ColorName; ground: ColorName },
  { ratio, where }: Measured,
  least: number,
  { layers, own, accent }: ContrastContext,
): Diagnostic {
  const isBooklets = accent !== undefined && (color[type] !== own[type] || color[ground] !== own[ground]);
  const called = (name: ColorName) => `“${isBooklets && name === 'accent' ? 'design.accent' : keyOf(name)}”`;
  const [typeRgb, groundRgb] = [rgbOf(color[type]), rgbOf(color[ground])];
  const isDark = luminance(typeRgb) <= luminance(groundRgb);
  const [end, other] = isDark ? [BLACK, WHITE] : [WHITE, BLACK];
  const ways = [
    // On a middling ground not even black or white would do, and beneath a middling colour not even white or black.
    ...(contrastRatio(end, groundRgb) >= least ? [`${called(type)} ${isDark ? 'darker' : 'lighter'}`] : []),
    ...(contrastRatio(typeRgb, other) >= least ? [`${called(ground)} ${isDark ? 'lighter' : 'darker'}`] : []),
  ];
  const both = `${called(type)} and ${called(ground)} lie further apart in lightness`;
  const place = isBooklets
    ? { file: accent.file, place: accent.place }
    : whereSet(layers, ['color', keyOf(type)], ['color', keyOf(ground)]);
  return diagnostic({
    ...place,
    rule: 'theme-contrast',
    // Rounded down, so that a ratio that is too small never looks as if it were enough.
    found: `${called(type)} ${color[type]} on ${called(ground)} ${color[ground]} has a contrast of ${Math.floor(ratio * 10) / 10} to 1 ${where}`,
    expected: `at least ${least} to 1`,
    advice: isBooklets && type !== 'accent' ? 'choose another colour' : `make ${ways.join(', or ') || both}`,
  });
}

const BLACK: Rgb = [0, 0, 0];
const WHITE: Rgb = [1, 1, 1];

/** What theme.yaml calls a colour. */
function keyOf(name: ColorName): string {
  return name.replace(/[A-Z]/g, (capital) => `-${capital.toLowerCase()}`);
}
