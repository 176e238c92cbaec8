import type { OutlineEntry } from '../document/flow.js';

/** An indirect object of pdfkit: its dictionary and the call that writes it. */
export interface PdfReference {
  data: Record<string, unknown>;
  end(): void;
}

interface Item {
  entry?: OutlineEntry;
  level: number;
  ref: PdfReference;
  kids: Item[];
}

/**
 * Writes an outline (ISO 32000-1, 12.3.3) whose items lead to named destinations. Items below the first level are
 * closed to begin with.
 *
 * @param root - The outline dictionary, already made; it is filled and ended here.
 */
export function writeOutline(root: PdfReference, entries: readonly OutlineEntry[], makeRef: () => PdfReference): void {
  root.data.Type = 'Outlines';
  const top: Item = { level: 0, ref: root, kids: [] };
  const open = [top];
  for (const entry of entries) {
    while ((open.at(-1)?.level ?? 0) >= entry.level) open.pop();
    const item: Item = { entry, level: entry.level, ref: makeRef(), kids: [] };
    open.at(-1)?.kids.push(item);
    open.push(item);
  }
  write(top, true);
}

function write(item: Item, isRoot: boolean): void {
  item.kids.forEach((kid, index) => {
    Object.assign(kid.ref.data, {
      Title: new String(kid.entry?.title ?? ''),
      Parent: item.ref,
      Dest: new String(kid.entry?.anchor ?? ''),
      Prev: item.kids[index - 1]?.ref,
      Next: item.kids[index + 1]?.ref,
    });
    write(kid, false);
  });
  if (item.kids.length > 0) {
    const count = item.kids.length;
    Object.assign(item.ref.data, {
      First: item.kids[0]?.ref,
      Last: item.kids.at(-1)?.ref,
      Count: isRoot ? count : -count,
    });
  }
  item.ref.end();
}
