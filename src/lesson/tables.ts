import type { TableRow as MdastRow, Table as MdastTable } from 'mdast';
import { toInlines } from './inlines.js';
import type { Making } from './making.js';
import type { Table, TableRow } from './model.js';

/** A table whose rows all have as many cells as the longest of them, so that no cell an author wrote is lost. */
export function toTable(node: MdastTable, making: Making): Table {
  const columns = Math.max(...node.children.map((row) => row.children.length), 1);
  const toRow = (row: MdastRow | undefined): TableRow => ({
    cells: Array.from({ length: columns }, (_, i) => toInlines(row?.children[i]?.children ?? [], making)),
  });
  const [head, ...rows] = node.children;
  return {
    type: 'table',
    align: Array.from({ length: columns }, (_, i) => node.align?.[i] ?? null),
    head: toRow(head),
    rows: rows.map(toRow),
    position: node.position,
  };
}
