import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import type { Inline, Table, TableRow } from '../lesson/model.js';
import { inlineText } from '../lesson/walk.js';
import { citationsOf } from './citations.js';
import { Box, Para } from './elements.js';
import { renderInlines } from './inline.js';
import { isNarrow, type Setting } from './setting.js';
import { StackedTable } from './stacked-table.js';
import { asForm, type Field } from './tag.js';
import { isToFill } from './to-fill.js';

/** Space inside a cell, in points. */
const PADDING = 3;
/** A table of no more rows than this is divided only at need. */
const SHORT_TABLE = 8;
/** Columns beside each other on a narrow page. */
const MOST_NARROW = 3;
/** Whoever has running text of this size in points cannot read a table that is set smaller to fit. */
const LARGE = 16;
/** Height of an empty cell that is meant to be written in, in writing lines. */
const WRITE_IN = 1.15;

/** A table: head row set again on every page the table runs on to, rows never divided. What is too broad for a narrow page, or for large type, is stacked. */
export function TableBlock({ table, setting }: { table: Table; setting: Setting }): ReactNode {
  const columns = columnsOf(table, setting);
  const { theme } = setting;
  const isSmaller = columns.size < theme.size.small;
  if (isNarrow(setting) ? isSmaller || columns.widths.length > MOST_NARROW : isSmaller && theme.size.body >= LARGE)
    return <StackedTable table={table} setting={setting} />;
  const blankHead = table.head.cells.every((cell) => inlineText(cell).trim() === '');
  return (
    <Box
      breakCost={table.rows.length > SHORT_TABLE ? 0 : 60}
      tag={{ role: 'Table' }}
      style={{
        borderTopWidth: 0.8,
        borderTopColor: theme.color.ink,
        borderTopStyle: 'solid',
        borderBottomWidth: 0.8,
        borderBottomColor: theme.color.ink,
        borderBottomStyle: 'solid',
      }}
    >
      {blankHead ? null : <Row row={table.head} table={table} columns={columns} head setting={setting} />}
      {table.rows.map((row, index) => (
        <Row
          key={index}
          row={row}
          table={table}
          columns={columns}
          head={false}
          first={blankHead && index === 0}
          last={index === table.rows.length - 1}
          setting={setting}
        />
      ))}
    </Box>
  );
}

interface RowProps {
  row: TableRow;
  table: Table;
  columns: Columns;
  head: boolean;
  first?: boolean;
  last?: boolean;
  setting: Setting;
}

function Row({ row, table, columns, head, first = false, last = false, setting }: RowProps): ReactNode {
  const { theme } = setting;
  const line: Style =
    head || first ? {} : { borderTopWidth: 0.4, borderTopColor: theme.color.rule, borderTopStyle: 'solid' };
  return (
    <Box
      keep
      tag={{ role: 'TR' }}
      {...(head ? { repeatHead: true } : {})}
      // No row is left alone on the page that a table begins or ends on.
      keepWithNext={row === table.rows[0] && table.rows.length > 2}
      keepWithPrevious={last && table.rows.length > 2}
      style={{ flexDirection: 'row', ...line, ...(head ? { backgroundColor: theme.color.tint } : {}) }}
    >
      {columns.widths.map((width, column) => (
        <Cell
          key={column}
          cell={row.cells[column] ?? []}
          size={head ? columns.headSize : columns.size}
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
    ? { ...styles.label, fontSize: size, fontWeight: 600, color: theme.color.ink }
    : { ...styles.small, fontSize: size, lineHeight: 1.25 };
  const toFill = isToFill(cell);
  return (
    <Box
      tag={head ? { role: 'TH', scope: 'Column' } : { role: 'TD' }}
      style={{ width, padding: PADDING, ...(toFill ? { minHeight: theme.writing.gap * WRITE_IN } : {}) }}
    >
      {toFill ? (
        <ToFill field={setting.fields.get(cell)} size={size} />
      ) : (
        <Para cites={citationsOf(cell)} style={{ ...text, textAlign: align ?? 'left' }}>
          {renderInlines(loosened(cell, width - 2 * PADDING, size), { ...setting, measure: width - 2 * PADDING })}
        </Para>
      )}
    </Box>
  );
}

/** Where a cell is written in: as large as the cell, however tall the row. */
function ToFill({ field, size }: { field: Field | undefined; size: number }): ReactNode {
  const style = { position: 'absolute', left: 0, top: 0, right: 0, bottom: 0 } as const;
  return field ? <Box {...asForm(field, size)} style={style} /> : null;
}

/** Average width of a character in ems. */
const CHARACTER = 0.46;

/** References are bound, but in a column narrower than one of them it must break: words over the next cell are worse. */
function loosened(cell: readonly Inline[], width: number, size: number): Inline[] {
  return cell.map((inline) =>
    inline.type === 'reference' && (inline.text.length + 2) * size * CHARACTER > width
      ? { ...inline, text: inline.text.replaceAll('\u00a0', ' ') }
      : inline,
  );
}

/** Type of cells is set no smaller than this share of the theme's small type to make a table fit. */
const SMALLEST = 0.78;

/** How a table's columns are set. */
interface Columns {
  /** Type size in points. */
  size: number;
  /** Type size of the head. */
  headSize: number;
  /** Widths in points. */
  widths: number[];
}

/**
 * Columns that give each room by what it holds, none less than its longest word or reference. Where the measure is too
 * narrow for that, the type is set smaller before words are made to break.
 */
function columnsOf(table: Table, setting: Setting): Columns {
  const count = Math.max(table.align.length, table.head.cells.length);
  const rows = [table.head, ...table.rows];
  const texts = Array.from({ length: count }, (_, column) => rows.map((row) => cellText(row.cells[column] ?? [])));
  const longest = texts.map((cells) =>
    Math.max(3, ...cells.flatMap((text) => text.split(/[ \n]+/)).map((word) => word.length)),
  );
  const room = setting.measure;
  const { small } = setting.theme.size;
  const padding = count * (2 * PADDING + 1);
  const fitting = (room - padding) / (longest.reduce((sum, length) => sum + length, 0) * CHARACTER);
  const size = Math.max(small * SMALLEST, Math.min(small * (count > 4 ? 0.92 : 1), fitting));

  const wants = texts.map((cells, column) => {
    const most = Math.max(...cells.map((text) => text.length), 1);
    const least = (longest[column] ?? 3) * CHARACTER * size + 2 * PADDING + 1;
    return { least, more: Math.max(Math.sqrt(most) * CHARACTER * size * 2.4 + 2 * PADDING - least, 1) };
  });
  const least = wants.reduce((sum, want) => sum + want.least, 0);
  const more = wants.reduce((sum, want) => sum + want.more, 0);
  const widths = wants.map((want) =>
    least >= room ? (want.least / least) * room : want.least + ((room - least) * want.more) / more,
  );
  return { size, headSize: headSizeFor(table.head, widths, setting), widths };
}

/** The size at which no word of the head is broader than its column: that of captions, or a smaller one. */
function headSizeFor(head: TableRow, widths: readonly number[], { theme }: Setting): number {
  const { letter, size } = theme;
  const fitting = widths.map((width, column) => {
    const words = cellText(head.cells[column] ?? []).split(/[ \n]+/);
    const longest = Math.max(1, ...words.map((word) => word.length));
    return (width - 2 * PADDING) / (longest * letter.label);
  });
  return Math.max(size.caption * SMALLEST, Math.min(size.caption, ...fitting));
}

/** What a cell holds; a gap counts as the room that a hand needs. */
function cellText(cell: readonly Inline[]): string {
  return cell
    .map((inline) => (inline.type === 'blank-rule' ? 'write here, some words' : inlineText([inline])))
    .join('');
}
