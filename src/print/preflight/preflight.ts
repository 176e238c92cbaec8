import { isForPaper, type Target } from '../../geometry/targets.js';
import type { PdfDigests } from '../../memory/pdf-digests.js';
import { pdfObjectsIn, type ReadPdfObjects } from '../../memory/pdf-objects.js';
import type { Remembered } from '../../memory/turn-memory.js';
import type { Finding, PreflightOptions, PreflightReport } from './model.js';
import { type PreflightCheck, type PreflightPage, preflightPage } from './page.js';
import { heightOf, isWithin, widthOf } from './read/geometry.js';
import { Interpreter } from './read/interpret.js';
import { type OpenPage, openPdf } from './read/open.js';
import { pageKey } from './read/page-key.js';
import type { Painted } from './read/painted.js';
import { type UnreadableKind, UnreadablePdf } from './read/unreadable.js';
import { checkBleed } from './rules/bleed.js';
import { checkBoxes, checkSizes } from './rules/boxes.js';
import { checkColorSpaces, checkInks } from './rules/colors.js';
import { checkContrast } from './rules/contrast.js';
import { checkFonts } from './rules/fonts.js';
import { checkHairlines } from './rules/hairlines.js';
import { checkMargins } from './rules/margins.js';
import { checkBlankPages, checkPageCount } from './rules/pages.js';
import { checkResolution } from './rules/resolution.js';
import { checkCutText, checkOverlap } from './rules/text.js';

const CHECKS: readonly PreflightCheck[] = [
  checkPageCount,
  checkBoxes,
  checkSizes,
  checkFonts,
  checkColorSpaces,
  checkInks,
  checkResolution,
  checkBleed,
  checkMargins,
  checkHairlines,
  checkCutText,
  checkOverlap,
  checkContrast,
  checkBlankPages,
];

/** What pages show, by all that lies of them in a file. */
export type KnownPages = Remembered<string, Painted[]>;

/** What was read before. */
export interface ReadBefore {
  /** Pages of files before it, which are not read again where they lie in this one as they did there. */
  known?: KnownPages | undefined;
  /** Gives the file's objects, where another has read them or will. */
  objectsIn?: ReadPdfObjects;
}

/**
 * Looks through a finished PDF, whoever made it, for what goes wrong in print. It is read by this program's own reader of
 * page content, which places every word, line, area and picture.
 *
 * @param asked - What it is held to; what is left out is told from the file.
 * @returns What was found, sorted by page. A file that cannot be read is a finding as well.
 */
export async function preflight(
  bytes: Uint8Array,
  asked: Partial<PreflightOptions> = {},
  { known, objectsIn = pdfObjectsIn(bytes) }: ReadBefore = {},
): Promise<PreflightReport> {
  try {
    const open = await openPdf(bytes, objectsIn);
    const options = settled(open.pages, asked);
    const paintedOn = reader(open.digests, known);
    const pages = open.pages.map((page, index) => preflightPage(page, paintedOn(page), index + 1, options.trim));
    const findings = CHECKS.flatMap((check) => check(pages, options));
    return { pages: pages.length, options, findings: findings.sort(byPage) };
  } catch (error) {
    return { pages: 0, findings: [unreadable(error)] };
  }
}

/** Reads what a page shows, where it is not known. */
function reader(digests: PdfDigests, known: KnownPages | undefined): (page: OpenPage) => Painted[] {
  const interpreter = new Interpreter();
  return (page) => {
    const key = known && pageKey(page, digests);
    const painted = (key && known?.get(key)) || interpreter.page(page);
    if (key) known?.set(key, painted);
    return painted;
  };
}

/** In points: broader than half a sheet of any usual paper, narrower than the narrowest sheet. */
const BROAD = 500;

function byPage(one: Finding, other: Finding): number {
  return (one.page ?? 0) - (other.page ?? 0);
}

/** What cannot be told from the file is taken to be as a printer at home needs it. */
function settled(pages: readonly OpenPage[], asked: Partial<PreflightOptions>): PreflightOptions {
  const [first] = pages.map((page, index): PreflightPage => preflightPage(page, [], index + 1, asked.trim));
  const hasBleed = first !== undefined && !isWithin(first.bleed, first.trim, 1);
  const target: Target = asked.target ?? (hasBleed ? 'press' : 'home');
  const isWide = first !== undefined && widthOf(first.trim) > heightOf(first.trim);
  const sheets = asked.sheets ?? (isWide && (target === 'home' || target === 'copyshop'));
  // One page or two are a leaflet, whatever they are for, and pages as broad as paper are not folded.
  const isFolded = first !== undefined && widthOf(first.trim) < BROAD;
  return {
    target,
    sheets,
    multiple: asked.multiple ?? (!isForPaper(target) || pages.length <= 2 ? 1 : sheets ? 2 : isFolded ? 4 : 1),
    blanks: asked.blanks ?? false,
    ...(asked.trim ? { trim: asked.trim } : {}),
  };
}

const ADVICE: Record<UnreadableKind, string> = {
  damaged: 'make the file again, or copy it again if it came from elsewhere',
  locked: 'take its password away in the program that made it, and try again',
  endless: 'make the file again with less in it, or divide it',
};

function unreadable(error: unknown): Finding {
  const known = error instanceof UnreadablePdf ? error : undefined;
  return {
    rule: 'preflight-unreadable',
    found: `a file that cannot be looked at: ${known?.message ?? 'it is damaged in a way that this program does not know'}`,
    expected: known?.kind === 'endless' ? 'a PDF that can be printed and folded' : 'a whole PDF that is not locked',
    advice: ADVICE[known?.kind ?? 'damaged'],
  };
}
