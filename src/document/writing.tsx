import type { ReactNode } from 'react';
import type { WritingStyle } from '../lesson/model.js';
import { Box } from './elements.js';
import type { Setting } from './setting.js';

interface WritingProps {
  /** Number of lines. */
  count: number;
  style: WritingStyle;
  setting: Setting;
}

/** Room to write: rows of the theme's line distance, of which at least two stay together on a page. */
export function WritingSpace({ count, style, setting }: WritingProps): ReactNode {
  const { gap, weight } = setting.theme.writing;
  if (count <= 0) return null;
  const row = (index: number) => <WritingRow key={index} gap={gap} weight={weight} style={style} first={index === 0} setting={setting} />;
  if (count < 4) return <Box keep>{Array.from({ length: count }, (_, index) => row(index))}</Box>;
  // Pairs at both ends: no single line is left behind or carried over.
  return (
    <Box breakCost={60}>
      <Box keep>{[row(0), row(1)]}</Box>
      {Array.from({ length: count - 4 }, (_, index) => row(index + 2))}
      <Box keep>{[row(count - 2), row(count - 1)]}</Box>
    </Box>
  );
}

interface RowProps {
  gap: number;
  weight: number;
  style: WritingStyle;
  first: boolean;
  setting: Setting;
}

function WritingRow({ gap, weight, style, first, setting }: RowProps): ReactNode {
  const color = setting.theme.color.rule;
  switch (style) {
    case 'ruled':
      return <Box style={{ height: gap, borderBottomWidth: weight, borderBottomColor: color, borderBottomStyle: 'solid' }} />;
    case 'dotted':
      return <Box style={{ height: gap, borderBottomWidth: Math.max(weight, 0.8), borderBottomColor: color, borderBottomStyle: 'dotted' }} />;
    case 'grid': {
      const half = gap / 2;
      const cells = Math.floor(setting.measure / half);
      const line = (top: number) => (
        <Box key={top} style={{ height: half, flexDirection: 'row', borderTopWidth: first && top === 0 ? weight : 0, borderTopColor: color, borderTopStyle: 'solid', borderBottomWidth: weight, borderBottomColor: color, borderBottomStyle: 'solid', width: cells * half }}>
          {Array.from({ length: cells }, (_, i) => (
            <Box key={i} style={{ width: half, borderRightWidth: weight, borderRightColor: color, borderRightStyle: 'solid', borderLeftWidth: i === 0 ? weight : 0, borderLeftColor: color, borderLeftStyle: 'solid' }} />
          ))}
        </Box>
      );
      return <Box keep>{[line(0), line(half)]}</Box>;
    }
    case 'blank':
      return <Box style={{ height: gap }} />;
  }
}
