import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Target } from '../geometry/targets.js';
import { mm } from '../geometry/units.js';
import type { Overrides } from './choices.js';
import type { MergedYaml } from './merge.js';
import type { BINDINGS, FITS } from './names.js';
import type { BookletYaml } from './schema.js';

/** How a booklet is printed: everything that changes no line and no page break but `fit`. */
export interface PrintSettings {
  /** What files are made for. */
  targets: Target[];
  /** How the last sheet is filled. */
  fit: (typeof FITS)[number];
  /** Copies of each edition, by its name; one where it is not named. */
  copies: Record<string, number>;
  binding: (typeof BINDINGS)[number];
  /** Sheets in a signature that is sewn. */
  signature: number;
  /** The edge of the sheet over which the printer turns it for its second side. */
  flip: 'short' | 'long';
  direction: 'left-to-right' | 'right-to-left';
  stock: Stock;
  /** How far what touches the trim runs beyond it on a press, in points. */
  bleed: number;
  /** The inks of a press. */
  pressColor: 'cmyk' | 'grey';
}

/** The paper. */
export interface Stock {
  /** Thickness of one sheet, in points. */
  thickness: number;
  /** Grams to the square metre, where the booklet says. */
  grammage?: number;
}

/** Copier paper: 80 grams to the square metre. */
const USUAL_GRAMMAGE = 80;

/** Bulk of uncoated paper in cubic centimetres to the gram, as paper merchants state it. */
const USUAL_BULK = 1.25;

/** Sheets that go through a needle and still fold flat. */
const USUAL_SIGNATURE = 4;

/** Bleed that printers ask for, in millimetres. */
const USUAL_BLEED = 3;

type Says = Pick<
  BookletYaml,
  'for' | 'fit' | 'copies' | 'binding' | 'signature' | 'flip' | 'direction' | 'stock' | 'bleed' | 'color'
>;

/**
 * How `booklet.yaml` wants to be printed, with defaults filled in.
 *
 * @param over - What the command line says, which wins.
 */
export function printSettings(says: Says, over: Pick<Overrides, 'targets' | 'flip'>): PrintSettings {
  return {
    targets: [...new Set(over.targets ?? says.for ?? ['screen' as const])],
    fit: says.fit ?? 'notes',
    copies: says.copies ?? {},
    binding: says.binding ?? 'saddle',
    signature: says.signature ?? USUAL_SIGNATURE,
    flip: over.flip ?? says.flip ?? 'short',
    direction: says.direction ?? 'left-to-right',
    stock: stockOf(says.stock ?? {}),
    bleed: mm(says.bleed ?? USUAL_BLEED),
    pressColor: says.color ?? 'cmyk',
  };
}

/** Copies of editions that the booklet does not have are reported. */
export function checkCopies(
  copies: Record<string, number>,
  editions: readonly string[],
  said: MergedYaml['said'],
): Diagnostic[] {
  return Object.keys(copies)
    .filter((name) => !editions.includes(name))
    .map((name) =>
      diagnostic({
        ...said(['copies', name], true),
        rule: 'unknown-edition',
        found: `copies of the edition “${name}”`,
        expected: 'an edition that exists',
        advice: suggest(name, editions),
      }),
    );
}

/** An edition whose file would have the name of another's for telephones is reported. */
export function checkPhoneNames(targets: readonly Target[], editions: readonly string[], file: string): Diagnostic[] {
  if (!targets.includes('phone') || !targets.includes('screen')) return [];
  return editions
    .filter((name) => editions.some((other) => name === `${other}-phone`))
    .map((name) =>
      diagnostic({
        file,
        rule: 'duplicate-edition',
        found: `the edition “${name}”, whose file has the name of one for telephones`,
        expected: 'a name of its own for each file',
        advice: 'choose another name for the edition',
      }),
    );
}

/** Paper's thickness is its weight times its bulk: 80 g/m² at 1.25 cm³/g are 100 µm. */
function stockOf({ grammage, bulk, thickness }: NonNullable<Says['stock']>): Stock {
  return {
    thickness: mm(thickness ?? ((grammage ?? USUAL_GRAMMAGE) * (bulk ?? USUAL_BULK)) / 1000),
    ...(grammage === undefined ? {} : { grammage }),
  };
}
