import type { Target } from '../geometry/targets.js';
import type { PlacedPage } from '../layout/assemble.js';
import { bindPages, furnitureOf } from '../layout/book.js';
import { identityOf, keyOf } from '../memory/identity.js';
import { documentDate } from '../pdf/document-date.js';
import { paint } from '../pdf/paint.js';
import type { PaintTarget } from '../pdf/target.js';
import type { World } from '../world/model.js';
import { layOutFurniture } from './furniture.js';
import type { LaidEdition } from './lay-out.js';
import type { LiveBook, LivePage } from './live-model.js';
import type { BuildMemory } from './memory.js';
import type { Prepared } from './prepare.js';
import { pressTarget } from './targets.js';

/** Pages that are painted together at the most: few enough that those in sight do not wait for others. */
const MOST_PAGES = 4;

/**
 * The pages of an edition in parts that can be painted one by one. A part is known by all that decides its picture, so
 * one with the same id need not be painted or drawn again.
 */
export async function livePages(
  world: World,
  prepared: Prepared,
  { assembly, content, frame, setting }: LaidEdition,
  target: Target,
  memory: BuildMemory,
): Promise<Pick<LiveBook, 'pages' | 'paint'>> {
  const furniture = furnitureOf(assembly);
  const painted = await paintTargetOf();
  const parts = new Map<string, PlacedPage[]>();
  const pages: LivePage[] = [];
  for (const run of runsOf(assembly.pages)) {
    const id = keyOf([
      target,
      frame,
      // Grey and inks depend on the theme, and a press sheet says on its edge what it is a sheet of.
      painted ? identityOf(setting) : '',
      target === 'press' ? [identityOf(prepared.booklet), run.map(({ number }) => number)] : '',
      run.map((page) => [identityOf(page.page), page.index, page.label, furniture[page.number - 1]]),
    ]);
    parts.set(id, run);
    pages.push(...run.map(({ label, recto }, index) => ({ label, recto, part: id, index })));
  }
  return {
    pages,
    paint: async (id) => {
      const run = parts.get(id);
      if (!run) throw new RangeError(`no part “${id}”`);
      return memory.keep(`painted ${id}`, [], () => paintRun(run));
    },
  };

  async function paintRun(run: PlacedPage[]): Promise<Uint8Array> {
    const { booklet, labels } = prepared;
    const laid = await layOutFurniture(assembly, frame, setting, memory);
    const heads = run.flatMap(({ number }) => laid[number - 1] ?? []);
    const target = await paintTargetOf(run);
    return paint(bindPages({ ...assembly, pages: run }, heads, frame), {
      metadata: {
        title: booklet.title,
        authors: booklet.authors,
        subject: '',
        language: booklet.language,
        direction: booklet.direction,
        date: documentDate(booklet.date, world.env('SOURCE_DATE_EPOCH')),
        creator: 'Gathering',
      },
      outline: [],
      cover: labels.cover,
      ...(target ? { target } : {}),
    });
  }

  async function paintTargetOf(run: readonly PlacedPage[] = []): Promise<PaintTarget | undefined> {
    if (target === 'copyshop') return { colors: 'grey' };
    if (target !== 'press') return undefined;
    return pressTarget(world, prepared, content.edition, { setting, pageLabels: run.map(({ label }) => label) });
  }
}

/** Pages of one section that follow each other, some at a time. */
function runsOf(pages: readonly PlacedPage[]): PlacedPage[][] {
  const runs: PlacedPage[][] = [];
  for (const page of pages) {
    const last = runs.at(-1);
    const goesOn = last?.[0]?.section.section.id === page.section.section.id && last.length < MOST_PAGES;
    if (last && goesOn) last.push(page);
    else runs.push([page]);
  }
  return runs;
}
