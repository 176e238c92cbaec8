import type { ReactNode } from 'react';
import { Box, Para } from './elements.js';
import type { Setting } from './setting.js';
import type { Tag } from './tag.js';

/** Space at the sides of a cell, in points. */
export const CELL_SIDE = 3.5;

interface RowProps {
  /** The table that it is a row of; the first cell of each row says what the row is about. */
  table: Tag;
  /** Whether its cells say what their columns are about. */
  head?: boolean;
  cells: ReactNode[];
  style: object;
  row: object;
  setting: Setting;
  /** Widths as shares of the measure. */
  columns: readonly number[];
  align?: readonly ('left' | 'right')[];
  keepWithNext?: boolean;
  keepWithPrevious?: boolean;
}

/** A row of one of the leader's tables. */
export function Row({
  table,
  head = false,
  cells,
  style,
  row,
  setting,
  columns,
  align = ['left', 'right', 'right', 'right'],
  ...flow
}: RowProps): ReactNode {
  return (
    <Box keep {...flow} tag={{ role: 'TR', within: table }} style={{ flexDirection: 'row', ...row }}>
      {cells.map((cell, column) => (
        <Box
          key={column}
          tag={cellTag(head, column)}
          style={{
            width: setting.measure * (columns[column] ?? 0),
            paddingVertical: 1.2,
            paddingHorizontal: CELL_SIDE,
          }}
        >
          <Para style={{ ...style, lineHeight: 1.25, textAlign: align[column] ?? 'left' }}>{cell}</Para>
        </Box>
      ))}
    </Box>
  );
}

function cellTag(head: boolean, column: number): Tag {
  if (head) return { role: 'TH', scope: 'Column' };
  return column === 0 ? { role: 'TH', scope: 'Row' } : { role: 'TD' };
}
