import type { ReactNode } from 'react';
import type { Inline, Table, TableRow } from '../lesson/model.js';
import { inlineText } from '../lesson/walk.js';
import { citationsOf } from './citations.js';
import { Box, Para, Span } from './elements.js';
import { renderInlines } from './inline.js';
import type { Setting } from './setting.js';
import { isToFill } from './to-fill.js';
import { WritingSpace } from './writing.js';

/** Space above and below what a row has become, in points. */
const PADDING = 5;
/** Writing lines in place of a cell that is meant to be written in. */
const LINES = 2;

/** A table too broad for its page: each row one under the other, its first cell as a heading, the others by their column's name. */
export function StackedTable({ table, setting }: { table: Table; setting: Setting }): ReactNode {
  const { theme } = setting;
  const edge = { borderTopWidth: 0.8, borderTopColor: theme.color.ink, borderTopStyle: 'solid' } as const;
  const rule = { borderTopWidth: 0.4, borderTopColor: theme.color.rule, borderTopStyle: 'solid' } as const;
  return (
    <Box
      style={{ borderBottomWidth: 0.8, borderBottomColor: theme.color.ink, borderBottomStyle: 'solid' }}
      openEnded
      breakCost={5}
    >
      {table.rows.map((row, index) => (
        <Box key={index} keep style={{ ...(index === 0 ? edge : rule), paddingVertical: PADDING }}>
          <StackedRow row={row} head={table.head} setting={setting} />
        </Box>
      ))}
    </Box>
  );
}

function StackedRow({ row, head, setting }: { row: TableRow; head: TableRow; setting: Setting }): ReactNode {
  const { styles } = setting;
  return row.cells.map((cell, column) => {
    const name = head.cells[column] ?? [];
    if (column === 0 && !isToFill(cell)) {
      return (
        <Para key={column} keepWithNext cites={citationsOf(cell)} style={{ ...styles.heading[4], marginBottom: 1 }}>
          {renderInlines(cell, setting)}
        </Para>
      );
    }
    return <StackedCell key={column} cell={cell} name={name} setting={setting} />;
  });
}

function StackedCell({ cell, name, setting }: { cell: Inline[]; name: Inline[]; setting: Setting }): ReactNode {
  const { styles, theme } = setting;
  const text = inlineText(name).trim();
  const { fontFamily } = styles.label;
  const label = text ? (
    <Span
      style={{
        fontFamily: fontFamily as string,
        fontSize: theme.size.caption,
        fontWeight: 600,
        color: theme.color.muted,
      }}
    >
      {text}
    </Span>
  ) : null;
  const toFill = isToFill(cell);
  return (
    <>
      <Para cites={citationsOf(cell)} style={{ ...styles.small, textAlign: 'left', marginTop: 2 }}>
        {label}
        {label && !toFill ? '\u2002' : ''}
        {toFill ? null : renderInlines(cell, setting)}
      </Para>
      {toFill ? <WritingSpace count={LINES} style="ruled" field={setting.fields.get(cell)} setting={setting} /> : null}
    </>
  );
}
