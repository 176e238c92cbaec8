import type { BookPlan, FolioOf, HandoutPlan, Section } from '../document/flow.js';
import { type Assembly, assemble, foliosOf } from './assemble.js';
import { type LaidSection, layOutSection, type SectionSetting } from './section.js';

/** How the last sheet of a booklet is filled. */
export interface SheetFill {
  /** `notes`: with ruled pages; `blank`: not at all. */
  fill: 'notes' | 'blank';
  /** Pages on a sheet, both sides together. */
  pagesToTheSheet: 2 | 4;
}

/** An edition with every page in its place. */
export interface SetBook {
  assembly: Assembly;
  /** The lessons, in their order. */
  lessons: LaidSection[];
}

/** A booklet with every page in its place, and what it was put together from. */
export interface WholeBook extends SetBook {
  /** All its sections in order, without the pages that fill the last sheet. */
  sections: LaidSection[];
  filler: LaidSection;
  /** Pages for notes that were added to fill the last sheet. */
  added: number;
}

/**
 * Lays out every section of a booklet on its own, puts them in order, and then makes what depends on the order: indexes
 * and contents. Pages for notes at the end fill the last sheet where `fit` says so.
 */
export async function setBook(plan: BookPlan, setting: SectionSetting, fit: SheetFill): Promise<WholeBook> {
  const layOut = (section: Section) => layOutSection(section, setting);
  const lessons = await layOutAll(plan.lessons, setting);
  const front = await layOutAll(plan.front, setting);
  const filler = await layOut(plan.filler);
  const notes = plan.notes ? [await layOut(plan.notes)] : [];

  // Indexes ask for the pages of the lessons, which nothing before or after them moves.
  const numbered = assemble([...front, ...lessons], filler);
  const parts = plan.parts((places) => foliosOf(numbered, places));
  const before = await layOutAll(parts.before, setting);
  const after = await layOutAll(parts.after, setting);

  // The contents' length does not depend on the numbers in it, so it is laid out once without and once with them.
  const withContents = async (folioOf: FolioOf) => {
    const contents = await layOut(plan.contents(folioOf));
    const parts = [...front, contents, ...before, ...lessons, ...after];
    const sections = [...parts, ...notes];
    const added = missing(assemble(sections, filler).pages.length, fit);
    const filled = notes.map((last) => ({ ...last, pages: [...last.pages, ...sameAgain(filler, added)] }));
    return { assembly: assemble([...parts, ...filled], filler), lessons, sections, filler, added };
  };
  const { folioOf } = (await withContents(() => undefined)).assembly;
  return withContents((anchor) => folioOf.get(anchor));
}

/** Pages that fill the last sheet, so many times the page of the filler. */
function sameAgain({ pages: [page] }: LaidSection, times: number): LaidSection['pages'] {
  return page ? Array.from({ length: times }, () => page) : [];
}

/** How many pages more the last sheet has room for. */
function missing(pages: number, { fill, pagesToTheSheet }: SheetFill): number {
  return fill === 'notes' ? (pagesToTheSheet - (pages % pagesToTheSheet)) % pagesToTheSheet : 0;
}

/** Lays sections out to follow each other, with nothing before or between them. */
export async function setInARow(sections: readonly Section[], setting: SectionSetting): Promise<SetBook> {
  const lessons = await layOutAll(sections, setting);
  return { assembly: assemble(lessons), lessons };
}

/** The two sides of a sheet. */
const SIDES = 2;

/** Writing lines are tried in tenths of what the lessons ask for, up to three times as many. */
const MOST_LINES = 30;

/** Sizes of type that are tried for a handout which is too long even without a line to write on. */
const SMALLER = [0.95, 0.9, 0.85] as const;

/**
 * Lays lessons out as handouts: each fills both sides of its sheet with as many writing lines as there is room for. A
 * lesson that is too long even without any is set a little smaller, and if that does not help left as long as it is.
 */
export async function setHandouts(plan: HandoutPlan, setting: SectionSetting): Promise<SetBook> {
  const lessons: LaidSection[] = [];
  for (const section of plan.lessons) lessons.push(await onOneSheet(section, setting));
  const filler = await layOutSection(plan.filler, setting);
  return { assembly: assemble(lessons, filler), lessons };
}

async function onOneSheet(section: HandoutPlan['lessons'][number], setting: SectionSetting): Promise<LaidSection> {
  const bare = await layOutSection(section(0, 1), setting);
  if (bare.pages.length <= SIDES) return fullest((lines) => section(lines, 1), bare, setting);
  for (const scale of SMALLER) {
    const laid = await layOutSection(section(0, scale), setting);
    if (laid.pages.length <= SIDES) return fullest((lines) => section(lines, scale), laid, setting);
  }
  return bare;
}

/** The most lines that fit: found by halving, since more lines never take fewer pages. */
async function fullest(
  section: (lines: number) => Section,
  bare: LaidSection,
  setting: SectionSetting,
): Promise<LaidSection> {
  let [fits, tooMany] = [0, MOST_LINES + 1];
  let best = bare;
  while (tooMany - fits > 1) {
    const tried = Math.floor((fits + tooMany) / 2);
    const laid = await layOutSection(section(tried / 10), setting);
    if (laid.pages.length <= SIDES) [fits, best] = [tried, laid];
    else tooMany = tried;
  }
  return best;
}

async function layOutAll(sections: readonly Section[], setting: SectionSetting): Promise<LaidSection[]> {
  const laid: LaidSection[] = [];
  for (const section of sections) laid.push(await layOutSection(section, setting));
  return laid;
}
