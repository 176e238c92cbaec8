import type { Size } from '../geometry/frame.js';
import type { ThemeFonts } from '../layout/fonts.js';
import { type LayoutPart, layOutPages } from '../layout/galley.js';
import { documentDate } from '../pdf/document-date.js';
import { paint } from '../pdf/paint.js';
import type { PaintTarget } from '../pdf/target.js';
import type { World } from '../world/model.js';
import type { Prepared } from './prepare.js';

/** Pages that stand beside a booklet: cards, tests, a cover that goes round it. */
export interface LoosePages {
  parts: (LayoutPart & { size: Size })[];
  fonts: ThemeFonts;
  /** What the file says of itself beside the booklet's title. */
  subject: string;
  target?: PaintTarget;
}

/** Lays pages out by themselves and paints them. */
export async function paintLoose(
  world: World,
  { booklet, labels }: Prepared,
  { parts, fonts, subject, target }: LoosePages,
): Promise<Uint8Array> {
  const laid = await layOutPages(parts, fonts);
  const pages = laid.map(({ children = [] }, index) => ({
    size: parts[index]?.size ?? { width: 0, height: 0 },
    label: String(index + 1),
    nodes: children,
  }));
  return paint(pages, {
    metadata: {
      title: booklet.title,
      authors: booklet.authors,
      subject,
      language: booklet.language,
      date: documentDate(booklet.date, world.env('SOURCE_DATE_EPOCH')),
      creator: 'Gathering',
    },
    outline: [],
    cover: labels.cover,
    ...(target ? { target } : {}),
  });
}
