import type { EditionDefinition } from '../booklet/model.js';
import type { BuildRequest } from '../build-types.js';
import { editionLabel } from '../document/edition-label.js';
import { printCard } from '../document/pack/card.js';
import { flipTest } from '../document/pack/flip-test.js';
import type { CardSetting, PrintJob } from '../document/pack/job.js';
import { copyTicket } from '../document/pack/ticket.js';
import { makeStyles } from '../document/styles.js';
import { PAPERS, type PaperName, type Size } from '../geometry/frame.js';
import type { Target } from '../geometry/targets.js';
import { POINTS_PER_MM } from '../geometry/units.js';
import { printWordsFor } from '../labels/print/print-words.js';
import { ThemeFonts } from '../layout/fonts.js';
import type { LayoutPart } from '../layout/galley.js';
import type { PaintTarget } from '../pdf/target.js';
import { trimMarks } from '../print/impose/trim-marks.js';
import { scaleTheme } from '../theme/scale.js';
import type { World } from '../world/model.js';
import { type Look, themeOf } from './looks.js';
import { paintLoose } from './loose-pages.js';
import type { Prepared } from './prepare.js';
import type { SheetPlan } from './sheets.js';

/** An edition of which sheets were made. */
export interface PlannedEdition {
  edition: EditionDefinition;
  trim: Size;
  plan: SheetPlan;
}

/** A card of the print pack, not yet written. */
export interface PackFile {
  target: Target;
  /** The edition that it is for; absent for what is for all. */
  edition?: string;
  /** Path below the booklet's folder of output. */
  place: string;
  pages: number;
  bytes: Uint8Array;
}

/** Type on a card is read standing at a printer: larger than in a booklet that is held. */
const SCALE = 1.3;

const FOLDER = 'print-pack';

const PAPER_NAMES: Record<PaperName, string> = { letter: 'Letter (8.5 × 11 in)', a4: 'A4' };

/** The cards that go with the sheets of a booklet: how to print each edition, a test of the printer, and an order for a copy shop. */
export async function* packFiles(
  world: World,
  prepared: Prepared,
  planned: readonly PlannedEdition[],
  request: Pick<BuildRequest, 'theme'>,
): AsyncGenerator<PackFile> {
  const { booklet } = prepared;
  const tests = new Map<string, string>();
  const jobs: PrintJob[] = [];
  for (const one of planned) {
    const { edition, plan } = one;
    const sheet = plan.signatures[0]?.sheets[0];
    if (!sheet) continue;
    const flip = plan.options.flip ?? 'short';
    const kind = `${sheet.size.width} ${sheet.size.height} ${flip}`;
    const known = tests.get(kind);
    const test = known ?? (tests.size === 0 ? 'flip-test.pdf' : `${edition.name}-flip-test.pdf`);
    const job = jobOf(one, test, prepared);
    jobs.push(job);
    if (!booklet.targets.includes('home')) continue;
    const setting = settingOf(prepared, edition, request);
    const paper = PAPERS[edition.paper ?? booklet.paper];
    const card = { content: printCard(job, paper, setting.card), size: paper };
    const name = `${edition.name}-card.pdf`;
    yield { target: 'home', edition: edition.name, ...(await asPdf(world, prepared, name, [card], setting)) };
    if (known) continue;
    tests.set(kind, test);
    // The same rule as for the sheets: over a long edge lying, over a short one upright.
    const turned = sheet.size.width > sheet.size.height === (flip === 'long');
    const sides = flipTest(job, sheet.size, turned, setting.card).map((content) => ({ content, size: sheet.size }));
    yield { target: 'home', ...(await asPdf(world, prepared, test, sides, setting)) };
  }
  const [first] = planned;
  if (!booklet.targets.includes('copyshop') || !first) return;
  const setting = settingOf(prepared, first.edition, request);
  const paper = PAPERS[booklet.paper];
  const ticket = copyTicket(booklet.title, jobs, paper, setting.card).map((content) => ({ content, size: paper }));
  yield { target: 'copyshop', ...(await asPdf(world, prepared, 'ticket.pdf', ticket, setting, { colors: 'grey' })) };
}

function jobOf({ edition, trim, plan }: PlannedEdition, test: string, { booklet, labels }: Prepared): PrintJob {
  const name = edition.paper ?? booklet.paper;
  const sheet = plan.signatures[0]?.sheets[0];
  const millimetres = (points: number) => String(Math.round(points / POINTS_PER_MM));
  return {
    title: booklet.title,
    edition: editionLabel(edition, labels),
    files: { home: `${edition.name}-home.pdf`, copyshop: `${edition.name}-copyshop.pdf`, flipTest: test },
    paper: PAPER_NAMES[name],
    grammage: booklet.stock.grammage,
    sheets: plan.sheets,
    copies: booklet.copies[edition.name] ?? 1,
    scheme: plan.options.scheme,
    side: booklet.direction === 'right-to-left' ? 'right' : 'left',
    flip: plan.options.flip ?? 'short',
    bundle: Math.max(...plan.signatures.map(({ sheets }) => sheets.length)),
    apart: edition.layout === 'handout',
    // Two A5 pages leave a millimetre of A4, which has no marks and which nobody cuts off.
    trimmed: sheet !== undefined && trimMarks(sheet.front, sheet.size, trim).length > 0,
    page: `${millimetres(trim.width)} × ${millimetres(trim.height)} mm`,
  };
}

interface PackSetting {
  card: CardSetting;
  fonts: ThemeFonts;
}

function settingOf(
  { booklet, looks }: Prepared,
  edition: EditionDefinition,
  request: Pick<BuildRequest, 'theme'>,
): PackSetting {
  const { theme } = looks.get(themeOf(edition, booklet, request)) as Look;
  const larger = scaleTheme(theme, SCALE);
  return {
    card: { words: printWordsFor(booklet.language), theme: larger, styles: makeStyles(larger) },
    fonts: new ThemeFonts(theme),
  };
}

async function asPdf(
  world: World,
  prepared: Prepared,
  name: string,
  parts: (LayoutPart & { size: Size })[],
  { card, fonts }: PackSetting,
  target?: PaintTarget,
): Promise<Pick<PackFile, 'place' | 'pages' | 'bytes'>> {
  const bytes = await paintLoose(world, prepared, {
    parts,
    fonts,
    subject: card.words.card,
    ...(target ? { target } : {}),
  });
  return { place: `${FOLDER}/${name}`, pages: parts.length, bytes };
}
