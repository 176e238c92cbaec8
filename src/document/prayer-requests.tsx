import { Line, Svg } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { PartTitle } from './chapter.js';
import { Box, Para } from './elements.js';
import { isNarrow, type Setting } from './setting.js';

/** Shares of the measure: date, request, what became of it. */
const COLUMNS = [0.16, 0.54, 0.3] as const;
const NARROW_COLUMNS = [0.2, 0.44, 0.36] as const;
/** Height of a row in writing lines. */
const ROW = 1.25;

/** A page to write down what people asked prayer for, and what became of it. */
export function PrayerRequests({ id, setting }: { id: string; setting: Setting }): ReactNode {
  const { styles, labels, theme, text, measure } = setting;
  const title = theme.size.lessonTitle * 0.86 * theme.headingLeading + styles.line * 0.7;
  const narrow = isNarrow(setting);
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  // Labels that are longer than a narrow column stand on two lines.
  const head = styles.line * (narrow ? 2 : 1.1);
  const row = theme.writing.gap * ROW;
  const rows = Math.floor((text.height - title - head - 8) / row);
  const tall = rows * row;
  const edges = [columns[0] * measure, (columns[0] + columns[1]) * measure];
  const stroke = { stroke: theme.color.rule, strokeWidth: theme.writing.weight };
  return (
    <Box keep>
      <PartTitle title={labels.prayerRequests} id={id} setting={setting} />
      <Box style={{ flexDirection: 'row', height: head, ...(narrow ? { alignItems: 'flex-end' } : {}) }}>
        {[labels.date, labels.request, labels.answered].map((label, index) => (
          <Para
            key={label}
            style={{ ...styles.label, width: (columns[index] ?? 0) * measure, paddingLeft: index > 0 ? 4 : 0 }}
          >
            {label}
          </Para>
        ))}
      </Box>
      <Svg
        width={measure}
        height={tall + 2}
        viewBox={`0 -1 ${measure} ${tall + 2}`}
        style={{ width: measure, height: tall + 2 }}
      >
        {Array.from({ length: rows + 1 }, (_, index) => (
          <Line key={`row ${index}`} x1={0} y1={index * row} x2={measure} y2={index * row} {...stroke} />
        ))}
        {edges.map((x) => (
          <Line key={`column ${x}`} x1={x} y1={0} x2={x} y2={tall} {...stroke} />
        ))}
      </Svg>
    </Box>
  );
}
