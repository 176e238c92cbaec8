import type { Size } from '../../geometry/frame.js';

/** A rectangle on a sheet, in points from its upper left corner. */
export interface Place {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where things stand on sheets that show several rows of pages, each row beneath a caption. */
export interface ContactPlan {
  sheet: Size;
  /** The line at the head of every sheet. */
  head: Place;
  /** Rows of each sheet in turn. */
  sheets: { caption: Place; pages: Place[] }[][];
}

const MARGIN = { side: 36, top: 32, bottom: 30 };
const HEAD = 30;
const CAPTION = 42;
/** Least room between pages side by side, and between rows. */
const GAP = { across: 12, down: 16 };

/**
 * Plans contact sheets: as many rows to a sheet as keep pages large enough to be looked at, each page with the proportions
 * of the trim.
 *
 * @param rows - How many rows there are in all.
 * @param across - Pages of a row.
 */
export function planContact(sheet: Size, trim: Size, rows: number, across: number): ContactPlan {
  const width = sheet.width - 2 * MARGIN.side;
  const height = sheet.height - MARGIN.top - MARGIN.bottom - HEAD;
  const widest = (width - (across - 1) * GAP.across) / across;
  const rowAt = (pageWidth: number) => CAPTION + (pageWidth * trim.height) / trim.width;
  // A page that fills its column may leave most of another row empty: then it is a little smaller.
  const fitting = (height + GAP.down) / (rowAt(widest) + GAP.down);
  const perSheet = Math.max(1, fitting % 1 > 0.75 ? Math.ceil(fitting) : Math.floor(fitting));
  const tallest = (height + GAP.down) / perSheet - GAP.down - CAPTION;
  const pageHeight = Math.min((widest * trim.height) / trim.width, tallest);
  const pageWidth = (pageHeight * trim.width) / trim.height;
  const step = across > 1 ? (width - pageWidth) / (across - 1) : 0;
  const row = (index: number) => {
    const top = MARGIN.top + HEAD + (index % perSheet) * (CAPTION + pageHeight + GAP.down);
    return {
      caption: { left: MARGIN.side, top, width, height: CAPTION },
      pages: Array.from({ length: across }, (_, column) => ({
        left: MARGIN.side + column * step,
        top: top + CAPTION,
        width: pageWidth,
        height: pageHeight,
      })),
    };
  };
  const all = Array.from({ length: rows }, (_, index) => row(index));
  return {
    sheet,
    head: { left: MARGIN.side, top: MARGIN.top, width, height: HEAD },
    sheets: Array.from({ length: Math.ceil(rows / perSheet) }, (_, index) =>
      all.slice(index * perSheet, (index + 1) * perSheet),
    ),
  };
}
