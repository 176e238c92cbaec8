import { z } from 'zod';
import { HEX_COLOR, HEX_WORDS } from '../color/rgb.js';

const between = (min: number, max: number, what: string) =>
  z.number().min(min).max(max).describe(`${what} between ${min} and ${max}`);
const points = (min: number, max: number) => between(min, max, 'points');
const millimetres = (min: number, max: number) => between(min, max, 'millimetres');
const yesNo = z.boolean().describe('true or false');
const align = z.enum(['left', 'center']);
const slope = z.enum(['normal', 'italic']);
const letterCase = z.enum(['none', 'upper']);
const side = z.enum(['booklet', 'lesson', 'none']);
const ornament = z.enum(['none', 'rule', 'fleuron', 'sprig', 'wave']);
const size = points(4, 96);
const lines = z.number().int().min(0).max(40).describe('a number of lines between 0 and 40');
const weight = z.number().int().min(100).max(900).describe('a weight between 100 and 900');
const hex = z.string().regex(HEX_COLOR).meta(HEX_WORDS);
const percent = between(0, 100, 'percent');
const MOST_INK = 300;
const color = z
  .union([
    hex,
    z.strictObject({
      rgb: hex,
      cmyk: z
        .array(percent)
        .length(4)
        .refine((inks) => inks.reduce((sum, ink) => sum + ink, 0) <= MOST_INK)
        .meta({
          description: `four percentages such as [20, 95, 70, 25], together no more than ${MOST_INK}`,
          advice: 'write cyan, magenta, yellow and black in this order, between square brackets',
        }),
    }),
  ])
  .meta(HEX_WORDS);
/** Two multiples between which something may be varied: 1, which leaves it as it is, is always one of the choices. */
const limits = (least: number, most: number, example: string) =>
  z
    .array(between(least, most, 'multiples'))
    .length(2)
    .refine(([from = 0, to = 0]) => from <= 1 && to >= 1)
    .meta({
      description: `two multiples such as ${example}, the first from ${least} to 1, the second from 1 to ${most}`,
      advice: 'write the least and the most between square brackets; [1, 1] allows no change',
    });
const file = z.string().min(1).describe('the path of a file');

const face = z.strictObject({
  weight,
  style: slope.default('normal'),
  file: file.describe('the path of a font file'),
});

/** A family is replaced as a whole by the theme that names it: faces of one cannot be mixed with the package of another. */
export const familySchema = z.strictObject({
  family: z.string().min(1).describe('the name of a family'),
  package: z.string().min(1).describe('the name of an npm package').optional(),
  faces: z.array(face).min(1).describe('a list of faces, each with weight, style and file'),
});

const box = z.strictObject({
  fill: z.enum(['none', 'tint']),
  border: z.enum(['none', 'bar', 'frame', 'double', 'rules']),
  'border-color': z.enum(['ink', 'accent', 'muted', 'rule']),
  'border-width': points(0, 6),
  padding: millimetres(0, 12),
  radius: millimetres(0, 6),
});

const sameAs = (...roles: [string, ...string[]]) =>
  z
    .union([z.enum(roles), familySchema])
    .describe(`a family, or ${roles.map((role) => `“${role}”`).join(' or ')} for the same one`);

/**
 * `theme.yaml` as authors write it, complete: what a theme leaves out comes from the one it extends.
 * Type sizes and thicknesses are points, every distance is millimetres.
 */
export const themeSchema = z.strictObject({
  extends: z.string().min(1).describe('the name of a theme').optional(),
  description: z.string().min(1).describe('one line about the theme'),
  fonts: z.strictObject({
    body: familySchema,
    heading: sameAs('body', 'label'),
    label: sameAs('body'),
    code: sameAs('body', 'label'),
    fallback: z.array(familySchema).describe('a list of families'),
  }),
  size: z.strictObject({
    body: points(6, 36),
    small: size,
    caption: size,
    'running-head': size,
    folio: size,
    scripture: size,
    'lesson-number': size,
    'lesson-title': size,
    'lesson-subtitle': size,
    h2: size,
    h3: size,
    h4: size,
    'cover-title': size,
    'cover-subtitle': size,
  }),
  leading: between(1, 2, 'a multiple of the type size'),
  'heading-leading': between(0.9, 2, 'a multiple of the type size'),
  color: z.strictObject({
    ink: color,
    accent: color,
    muted: color,
    rule: color,
    tint: color,
    paper: color,
    'cover-ground': color,
    'cover-ink': color,
  }),
  text: z.strictObject({
    align: z.enum(['justify', 'left']),
    hyphenate: yesNo,
    emphasis: z.enum(['italic', 'bold']),
    paragraphs: z.enum(['indent', 'space']),
    indent: millimetres(0, 15),
    space: millimetres(0, 10),
  }),
  heading: z.strictObject({
    align,
    weight,
    style: slope,
    case: letterCase,
    rule: z.enum(['none', 'above', 'below']),
    subtitle: slope,
  }),
  numbers: z.strictObject({ lesson: z.enum(['label', 'figure', 'disc']), question: z.enum(['plain', 'disc']) }),
  margins: z.strictObject({
    top: millimetres(5, 60),
    bottom: millimetres(5, 60),
    inner: millimetres(5, 60),
    outer: millimetres(5, 60),
  }),
  box: z.strictObject({
    leader: box,
    participant: box,
    answer: box,
    activity: box,
    prayer: box,
    aside: box,
    'memory-verse': box,
    scripture: box,
    glance: box,
  }),
  writing: z.strictObject({
    gap: millimetres(5, 15),
    style: z.enum(['ruled', 'dotted', 'grid', 'blank']),
    lines: z.strictObject({ understand: lines, reflect: lines, engage: lines, other: lines }),
    weight: points(0.1, 2),
  }),
  fit: z.strictObject({
    lines: limits(0.5, 3, '[0.75, 1.5]'),
    gap: limits(0.8, 1.25, '[0.94, 1.12]'),
    leading: limits(0.95, 1.08, '[0.97, 1.03]'),
  }),
  heads: z.strictObject({ verso: side, recto: side, case: letterCase, style: slope, rule: yesNo }),
  opener: z.strictObject({ align, ornament, sink: millimetres(0, 100) }),
  cover: z.strictObject({
    layout: z.enum(['full', 'top', 'none']),
    align,
    sink: between(0, 40, 'percent of the page’s height'),
    ornament,
    art: file.describe('the path of an SVG file in the theme’s folder').optional(),
    border: file.describe('the path of an SVG file in the theme’s folder, or none').optional(),
  }),
});

/** A complete theme in authors' words and units. */
export type ThemeYaml = z.infer<typeof themeSchema>;

/** A font family as a theme names it. */
export type FamilyYaml = z.infer<typeof familySchema>;
