import { z } from 'zod';
import { PAPERS, type PaperName, TRIMS, type TrimName } from '../geometry/frame.js';
import { mm } from '../geometry/units.js';

/** Smallest and largest side of a finished page that makes sense for a booklet, in millimetres. */
const SIDE = { min: 50, max: 450 };

const text = z.string().trim().min(1);
const name = text.describe('a name');

/** One side of the page: a number of millimetres, or text with a unit (`5.5in`, `140mm`). Gives points. */
const side = z
  .union([z.number(), z.string().regex(/^\d+(\.\d+)?\s*(mm|in)$/)])
  .refine((value) => inMillimetres(value) >= SIDE.min && inMillimetres(value) <= SIDE.max)
  .transform((value) => mm(inMillimetres(value)))
  .describe(`a length between ${SIDE.min} and ${SIDE.max} mm, as 140 or "5.5in"`);

/** Parts of a booklet that are made from its lessons, by the names authors use. */
export const GENERATED_PARTS = ['index-of-passages', 'index-of-hymns', 'prayer-requests'] as const;

const part = z
  .union([
    text,
    z.strictObject({ chapter: text.describe('the name of a file'), for: z.enum(['leader', 'participant']) }),
  ])
  .describe(`the name of a file, one of ${GENERATED_PARTS.join(', ')}, or {chapter: name, for: leader}`);
const parts = z.array(part).describe('a list of chapters and generated parts').default([]);

const trimSize = z.strictObject({ width: side, height: side });

/** `booklet.yaml` as authors write it. Every key but `title` may be left out. */
export const bookletSchema = z.strictObject({
  title: text.describe('the title of the booklet'),
  subtitle: text.describe('a subtitle').optional(),
  authors: z
    .union([name, z.array(name).min(1)])
    .transform((value) => (typeof value === 'string' ? [value] : value))
    .describe('a name or a list of names')
    .default([]),
  language: z
    .string()
    .regex(/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/)
    .describe('a language tag such as en, de or es-MX')
    .default('en'),
  translation: text.describe('the name of a translation').optional(),
  theme: text.describe('the name of a theme').optional(),
  lessons: z.array(text.describe('the name of a lesson file')).describe('a list of lesson names').optional(),
  front: parts,
  back: parts,
  cover: text.describe('the path of an SVG file in the booklet’s folder').optional(),
  editions: z.array(text.describe('the name of an edition')).min(1).describe('a list of editions').optional(),
  paper: z.enum(Object.keys(PAPERS) as [PaperName, ...PaperName[]]).optional(),
  trim: z
    .union([z.enum(Object.keys(TRIMS) as [TrimName, ...TrimName[]]), trimSize])
    .describe(`${Object.keys(TRIMS).join(', ')}, or a width and a height`)
    .optional(),
  variables: z
    .record(
      z.string().regex(/^[A-Za-z][\w-]*$/),
      z.union([z.string(), z.number(), z.boolean()]).transform(String).describe('text, a number, true or false'),
    )
    .describe('names with their values')
    .default({}),
  notice: text.describe('text for the imprint page').optional(),
  version: text
    .meta({ description: 'a version between quotation marks', advice: 'write it as in version: "1.0"' })
    .optional(),
  date: z.iso.date().describe('a date of the calendar such as 2027-01-07').optional(),
});

/** What `booklet.yaml` says, checked key by key. */
export type BookletYaml = z.infer<typeof bookletSchema>;

function inMillimetres(length: number | string): number {
  if (typeof length === 'number') return length;
  return Number.parseFloat(length) * (length.endsWith('in') ? 25.4 : 1);
}
