import { z } from 'zod';
import { HEX_COLOR, HEX_WORDS, sixDigits } from '../color/rgb.js';
import { PAPERS, type PaperName, TRIMS, type TrimName } from '../geometry/frame.js';
import { TARGETS } from '../geometry/targets.js';
import { mm } from '../geometry/units.js';
import { BIBLE_PLACEHOLDERS, isBibleAddress } from './bible-address.js';
import { BINDINGS, EDITION_BLOCKS, FITS } from './names.js';

const paperName = z.enum(Object.keys(PAPERS) as [PaperName, ...PaperName[]]);

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

const editionName = z.string().regex(/^[a-z][a-z0-9-]*$/);

const part = z
  .union([
    text,
    z.strictObject({
      chapter: text.describe('the name of a file'),
      for: editionName.describe('the name of an edition, such as leader'),
    }),
  ])
  .describe(`the name of a file, one of ${GENERATED_PARTS.join(', ')}, or {chapter: name, for: leader}`);
const parts = z.array(part).describe('a list of chapters and generated parts').default([]);

const trimSize = z.strictObject({ width: side, height: side });

const kinds = z.array(z.enum(EDITION_BLOCKS)).min(1);

/** An edition that the booklet defines itself, by what it does otherwise than the one it extends. */
const ownEdition = z.strictObject({
  name: editionName.describe('a name of small letters, digits and hyphens, such as youth'),
  extends: text.describe('the name of an edition').default('participant'),
  answers: z.boolean().describe('true or false').optional(),
  only: kinds.describe(`a list of what to show: ${EDITION_BLOCKS.join(', ')}`).optional(),
  without: kinds.describe(`a list of what to leave out: ${EDITION_BLOCKS.join(', ')}`).optional(),
  scale: z.number().min(0.5).max(3).describe('a number from 0.5 to 3: how many times larger the type is').optional(),
  lines: z
    .number()
    .min(0)
    .max(4)
    .describe('a number from 0 to 4: how many times more writing lines there are')
    .optional(),
  label: text.describe('what the cover calls it').optional(),
  theme: text.describe('the name of a theme').optional(),
  paper: paperName.optional(),
});

/** One entry of `editions`: the name of an edition, or an edition of the booklet's own. */
export type EditionYaml = string | z.infer<typeof ownEdition>;

/** Minutes of a session, at the least and the most. */
const session = z.number().int().min(5).max(600);

const between = (min: number, max: number, what: string) =>
  z.number().min(min).max(max).describe(`a number from ${min} to ${max}${what}`);

/** Paper by its weight and bulk, or by the thickness of one sheet. */
const stock = z
  .strictObject({
    grammage: between(30, 400, ': grams to the square metre').optional(),
    bulk: between(0.5, 3, ': cubic centimetres to the gram').optional(),
    thickness: between(0.03, 1, ' millimetres: the thickness of one sheet').optional(),
  })
  .refine(({ bulk, thickness }) => bulk === undefined || thickness === undefined);

/** What of a theme's look a booklet may change without a theme of its own. */
const design = z.strictObject({
  accent: z.string().regex(HEX_COLOR).transform(sixDigits).meta(HEX_WORDS).optional(),
  'body-size': between(8, 20, ' points: the size of running text').optional(),
});

/** `booklet.yaml` as authors write it. Every key but `title` may be left out. */
export const bookletSchema = z.strictObject({
  extends: text.describe('the path of a folder that holds the booklet to build upon').optional(),
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
  bible: text
    .refine(isBibleAddress)
    .meta({
      description: `an address that begins with https:// and has {osis}, {reference} or {book} in it; in braces it may hold ${BIBLE_PLACEHOLDERS.join(', ')}`,
      advice: 'write it as in https://example.org/bible/{osis}',
    })
    .optional(),
  theme: text.describe('the name of a theme').optional(),
  design: design.describe('a colour and a size such as {accent: "#1f4a3d", body-size: 11.5}').optional(),
  lessons: z.array(text.describe('the name of a lesson file')).describe('a list of lesson names').optional(),
  front: parts,
  back: parts,
  cover: text.describe('the path of an SVG file in the booklet’s folder').optional(),
  editions: z
    .array(z.union([text, ownEdition]).describe('the name of an edition, or an edition of your own as {name: …}'))
    .min(1)
    .describe('a list of editions')
    .optional(),
  paper: paperName.optional(),
  trim: z
    .union([z.enum(Object.keys(TRIMS) as [TrimName, ...TrimName[]]), trimSize])
    .describe(`${Object.keys(TRIMS).join(', ')}, or a width and a height`)
    .optional(),
  for: z
    .array(z.enum(TARGETS))
    .min(1)
    .describe(`a list of what the files are for: ${TARGETS.join(', ')}`)
    .optional(),
  fit: z.enum(FITS).optional(),
  copies: z
    .record(editionName, z.number().int().min(1).max(10_000).describe('a whole number from 1 to 10000'))
    .describe('names of editions with how many copies are printed, such as {leader: 2, participant: 14}')
    .default({}),
  binding: z.enum(BINDINGS).optional(),
  signature: z.number().int().min(1).max(32).describe('a whole number of sheets from 1 to 32').optional(),
  flip: z.enum(['short', 'long']).optional(),
  direction: z.enum(['left-to-right', 'right-to-left']).optional(),
  stock: stock.describe('paper as {grammage: 80, bulk: 1.25}, or as {thickness: 0.1} in millimetres').optional(),
  bleed: between(0, 20, ' millimetres').optional(),
  color: z.enum(['cmyk', 'grey']).optional(),
  variables: z
    .record(
      z.string().regex(/^[A-Za-z][\w-]*$/),
      z.union([z.string(), z.number(), z.boolean()]).transform(String).describe('text, a number, true or false'),
    )
    .describe('names with their values')
    .default({}),
  labels: z
    .record(text, text.describe('the words to print'))
    .describe('names of labels with the words to print in their place')
    .default({}),
  logo: text.describe('the path of an SVG, PNG or JPEG file in the booklet’s folder').optional(),
  paths: z
    .array(session.describe('a whole number of minutes from 5 to 600'))
    .min(1)
    .max(6)
    .describe('a list of 1 to 6 session lengths in minutes, such as [45, 60, 75]')
    .optional(),
  schedule: z
    .array(z.iso.date().describe('a date of the calendar such as 2027-01-07'))
    .describe('a list of dates, one for each lesson')
    .optional(),
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
