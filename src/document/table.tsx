import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import type { Inline, Table, TableRow } from '../lesson/model.js';
import { inlineText } from '../lesson/walk.js';
import { Box, Para } from './elements.js';
import { renderInlines } from './inline.js';
import type { Setting } from './setting.js';

/** Space inside a cell, in points. */
const PADDING = 3;
/** A table of no more rows than this is divided only at need. */
const SHORT_TABLE = 8;
/** Height of an empty cell that is meant to be written in, in writing lines. */
const WRITE_IN = 1.15;

/** A table: head row set again on every page the table runs on to, rows never divided. */
export function TableBlock({ table, setting }: { table: Table; setting: Setting }): ReactNode {
  const widths = columnWidths(table, setting);
  const { theme } = setting;
  const blankHead = table.head.cells.every((cell) => inlineText(cell).trim() === '');
  return (
    <Box
      breakCost={table.rows.length > SHORT_TABLE ? 0 : 60}
      style={{
        borderTopWidth: 0.8,
        borderTopColor: theme.color.ink,
        borderTopStyle: 'solid',
        borderBottomWidth: 0.8,
        borderBottomColor: theme.color.ink,
        borderBottomStyle: 'solid',
      }}
    >
      {blankHead ? null : <Row row={table.head} table={table} widths={widths} head setting={setting} />}
      {table.rows.map((row, index) => (
        <Row
          key={index}
          row={row}
          table={table}
          widths={widths}
          head={false}
          first={blankHead && index === 0}
          setting={setting}
        />
      ))}
    </Box>
  );
}

interface RowProps {
  row: TableRow;
  table: Table;
  widths: number[];
  head: boolean;
  first?: boolean;
  setting: Setting;
}

function Row({ row, table, widths, head, first = false, setting }: RowProps): ReactNode {
  const { theme } = setting;
  const line: Style =
    head || first ? {} : { borderTopWidth: 0.4, borderTopColor: theme.color.rule, borderTopStyle: 'solid' };
  return (
    <Box
      keep
      {...(head ? { repeatHead: true } : {})}
      style={{ flexDirection: 'row', ...line, ...(head ? { backgroundColor: theme.color.tint } : {}) }}
    >
      {widths.map((width, column) => (
        <Cell
          key={column}
          cell={row.cells[column] ?? []}
          size={cellSize(table, setting)}
          align={table.align[column] ?? null}
          width={width}
          head={head}
          setting={setting}
        />
      ))}
    </Box>
  );
}

interface CellProps {
  cell: Inline[];
  size: number;
  align: Table['align'][number];
  width: number;
  head: boolean;
  setting: Setting;
}

function Cell({ cell, size, align, width, head, setting }: CellProps): ReactNode {
  const { styles, theme } = setting;
  const text: Style = head
    ? { ...styles.label, fontWeight: 600, color: theme.color.ink }
    : { ...styles.small, fontSize: size, lineHeight: 1.25 };
  const toFill =
    cell.length > 0 &&
    cell.every((inline) => inline.type === 'blank-rule' || (inline.type === 'text' && inline.value.trim() === ''));
  return (
    <Box style={{ width, padding: PADDING, ...(toFill ? { minHeight: theme.writing.gap * WRITE_IN } : {}) }}>
      {toFill ? null : (
        <Para style={{ ...text, textAlign: align ?? 'left' }}>
          {renderInlines(cell, { ...setting, measure: width - 2 * PADDING })}
        </Para>
      )}
    </Box>
  );
}

/** Type size of cells in points: many columns are set a little smaller. */
function cellSize({ head }: Table, { theme }: Setting): number {
  return theme.size.small * (head.cells.length > 4 ? 0.92 : 1);
}

/** Widths in points that give each column room by what it holds, none less than its longest word where that is possible. */
function columnWidths(table: Table, setting: Setting): number[] {
  const count = Math.max(table.align.length, table.head.cells.length);
  const rows = [table.head, ...table.rows];
  const character = cellSize(table, setting) * 0.46;
  const wants = Array.from({ length: count }, (_, column) => {
    const texts = rows.map((row) => cellText(row.cells[column] ?? []));
    const longestWord = Math.max(3, ...texts.flatMap((text) => text.split(/\s+/)).map((word) => word.length));
    const most = Math.max(...texts.map((text) => text.length), 1);
    return { least: longestWord * character + 2 * PADDING + 1, wish: Math.sqrt(most) * character * 2.4 + 2 * PADDING };
  });
  const least = wants.reduce((sum, want) => sum + want.least, 0);
  const room = setting.measure;
  if (least >= room) return wants.map((want) => (want.least / least) * room);
  const wish = wants.reduce((sum, want) => sum + Math.max(want.wish - want.least, 1), 0);
  return wants.map((want) => want.least + ((room - least) * Math.max(want.wish - want.least, 1)) / wish);
}

/** What a cell holds; a gap counts as the room that a hand needs. */
function cellText(cell: readonly Inline[]): string {
  return cell
    .map((inline) => (inline.type === 'blank-rule' ? 'write here, some words' : inlineText([inline])))
    .join('');
}
