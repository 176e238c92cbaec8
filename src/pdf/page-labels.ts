/** One entry of the catalog's page labels: from which page on, and how pages are numbered there. */
export interface PageLabelRange {
  /** Page from 0. */
  from: number;
  /** `r` lower-case roman, `D` decimal; absent for a label without a number. */
  style?: 'r' | 'D';
  prefix?: string;
  /** First number of the range. */
  start?: number;
}

/**
 * Page labels (ISO 32000-1, 12.4.2) that make a reader program show the folios that are printed.
 *
 * @param labels - Folio of each page; empty for the cover.
 * @param cover - What the cover is called.
 */
export function pageLabels(labels: readonly string[], cover: string): PageLabelRange[] {
  const ranges: PageLabelRange[] = [];
  let kind: string | undefined;
  labels.forEach((label, from) => {
    const own = label === '' ? 'cover' : /^\d+$/.test(label) ? 'D' : 'r';
    if (own === kind) return;
    kind = own;
    if (own === 'cover') ranges.push({ from, prefix: cover });
    else if (own === 'D') ranges.push({ from, style: 'D', start: Number(label) });
    else ranges.push({ from, style: 'r', start: from + 1 });
  });
  return ranges;
}

/** The ranges as the number tree that the catalog holds. */
export function labelTree(ranges: readonly PageLabelRange[]): object {
  return {
    Nums: ranges.flatMap(({ from, style, prefix, start }) => [
      from,
      { ...(style ? { S: style } : {}), ...(prefix ? { P: new String(prefix) } : {}), ...(start ? { St: start } : {}) },
    ]),
  };
}
