import type { EditionDefinition } from '../booklet/model.js';
import { editionLabel } from '../document/edition-label.js';
import { spineWidth, wrapCover, wrapSize } from '../document/pack/wrap-cover.js';
import type { Target } from '../geometry/targets.js';
import { POINTS_PER_MM } from '../geometry/units.js';
import { ThemeFonts } from '../layout/fonts.js';
import { type PaintTarget, type PressSheet, SLUG } from '../pdf/target.js';
import type { Theme } from '../theme/model.js';
import type { World } from '../world/model.js';
import type { Finished } from './editions.js';
import { paintLoose } from './loose-pages.js';
import type { Prepared } from './prepare.js';
import type { SheetPlan } from './sheets.js';

/** A file of an edition, not yet written. */
export interface TargetFile {
  target: Target;
  /** Path below the booklet's folder of output. */
  place: string;
  bytes: Uint8Array;
  /** Where it is a single page beside the booklet's own. */
  loose?: true;
  /** Whether its pages are sides of sheets. */
  onSheet?: true;
  /** How long it took to make it once the edition was laid out. */
  milliseconds: number;
  /** Whether its pages were painted for it, so that it must be read back by itself; otherwise it holds those of a file before it. */
  painted: boolean;
}

/**
 * The files of an edition for every target that is asked for. All have the same lines and pages: what is painted anew is
 * painted from the same layout, and sheets hold the painted pages.
 */
export async function* targetFiles(
  world: World,
  prepared: Prepared,
  made: Finished,
  sheets: SheetPlan | undefined,
): AsyncGenerator<TargetFile> {
  const { targets } = prepared.booklet;
  const { edition } = made.value;
  const { name } = edition;
  const timed = async (target: Target, place: string, painted: boolean, make: () => Promise<Uint8Array>) => {
    const start = world.now();
    const bytes = await make();
    return { target, place, bytes, painted, milliseconds: world.now() - start };
  };
  const imposed = (pages: Uint8Array) => async () => {
    const { impose } = await import('../print/impose/impose.js');
    return impose(pages, sheets?.signatures ?? [], { trim: made.trim });
  };
  if (targets.includes('screen')) {
    const { bytes } = made.value;
    yield { target: 'screen', place: `${name}.pdf`, bytes, painted: true, milliseconds: made.milliseconds };
  }
  if (targets.includes('home') && sheets) {
    const painted = !targets.includes('screen');
    const home = await timed('home', `print-pack/${name}-home.pdf`, false, imposed(made.value.bytes));
    yield { ...home, onSheet: true, milliseconds: home.milliseconds + (painted ? made.milliseconds : 0) };
  }
  if (targets.includes('copyshop') && sheets) {
    const place = `print-pack/${name}-copyshop`;
    const grey = await timed('copyshop', `${place}-pages.pdf`, true, () => made.paint({ colors: 'grey' }));
    yield grey;
    yield { ...(await timed('copyshop', `${place}.pdf`, false, imposed(grey.bytes))), onSheet: true };
  }
  if (targets.includes('press')) {
    const target = await pressTarget(world, prepared, edition, made);
    yield await timed('press', `press/${name}.pdf`, true, () => made.paint(target));
    if (prepared.booklet.binding === 'perfect') {
      const place = `press/${name}-cover.pdf`;
      yield { ...(await timed('press', place, true, () => coverOf(world, prepared, made, target))), loose: true };
    }
  }
}

/** The cover that goes round a glued book, with the spine that its leaves make. */
function coverOf(
  world: World,
  prepared: Prepared,
  { value: { edition, pages }, trim, setting }: Finished,
  target: PaintTarget & { sheet: PressSheet },
): Promise<Uint8Array> {
  const { booklet, labels, logo } = prepared;
  const spine = spineWidth(pages, booklet.stock.thickness);
  const facts = { booklet, edition, logo, trim, spine };
  const millimetres = Math.round((spine / POINTS_PER_MM) * 10) / 10;
  const line = [booklet.title, editionLabel(edition, labels), `${labels.cover} (${millimetres} mm)`, booklet.version];
  return paintLoose(world, prepared, {
    parts: [{ content: wrapCover(facts, setting), size: wrapSize(facts) }],
    fonts: new ThemeFonts(setting.theme),
    subject: labels.cover,
    target: { ...target, sheet: { ...target.sheet, slugLine: () => line.filter(Boolean).join(' · ') } },
  });
}

/** The printing condition that the profile of the package describes. */
const CONDITION = { identifier: 'CGATS TR 001', info: 'U.S. Web Coated (SWOP), characterized by CGATS TR 001' };

/** How an edition's pages are painted for a press. */
export async function pressTarget(
  world: World,
  { booklet, labels }: Prepared,
  edition: EditionDefinition,
  { setting: { theme }, pageLabels }: Pick<Finished, 'setting' | 'pageLabels'>,
): Promise<PaintTarget & { sheet: PressSheet }> {
  const path = await world.packageFile('pdfjs-dist', 'iccs/CGATS001Compat-v2-micro.icc');
  const profile = path && (await world.readFile(path));
  if (!profile) throw new Error('the color profile of pdfjs-dist is missing: install the packages again');
  const about = (page: number) => [
    booklet.title,
    editionLabel(edition, labels),
    pageLabels[page - 1] || labels.cover,
    booklet.version ?? '',
  ];
  return {
    colors: booklet.pressColor,
    inks: theme.inks,
    sheet: {
      bleed: booklet.bleed,
      slug: SLUG,
      slugLine: (page) => about(page).filter(Boolean).join(' · '),
      slugFonts: slugFonts(theme),
    },
    outputIntent: { profile, ...CONDITION },
  };
}

/** The label's font, and for characters that it lacks the others. */
function slugFonts(theme: Theme): NonNullable<PaintTarget['sheet']>['slugFonts'] {
  const { label, body, fallback } = theme.fonts;
  const fonts = new ThemeFonts(theme);
  return [label, body, ...fallback].map(({ family }) => fonts.getFont({ fontFamily: family }).data);
}
