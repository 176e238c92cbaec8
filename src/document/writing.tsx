import { Line, Svg } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { WritingStyle } from '../lesson/model.js';
import { Box } from './elements.js';
import type { Setting } from './setting.js';
import { asForm, type Field } from './tag.js';

interface WritingProps {
  /** Number of lines. */
  count: number;
  style: WritingStyle;
  /** What is written there in a file to fill in. */
  field?: Field | undefined;
  setting: Setting;
}

/** Cost of a page break among writing lines: better a short page than an answer written on two. */
const DIVIDED = 60;

/** Slack for products that ought to be whole numbers. */
const NEARLY = 1e-9;

/**
 * How many lines are printed where so many are asked for. Where they are stretched, whole lines are rounded towards the
 * number that there would be without it: so the limits of the theme hold for each question by itself.
 */
export function lineCount(asked: number, { lines, stretch }: Pick<Setting, 'lines' | 'stretch'>): number {
  const usual = Math.round(asked * lines);
  return stretch < 1 ? Math.ceil(usual * stretch - NEARLY) : Math.floor(usual * stretch + NEARLY);
}

/** Room to write: rows of the theme's line distance, of which at least two stay together on a page. */
export function WritingSpace({ count, style, field, setting }: WritingProps): ReactNode {
  if (count <= 0) return null;
  const form = asForm(field);
  const row = (index: number) => <WritingRow key={index} first={index === 0} style={style} setting={setting} />;
  if (count < 4)
    return (
      <Box keep {...form}>
        {Array.from({ length: count }, (_, index) => row(index))}
      </Box>
    );
  // Pairs at both ends: no single line is left behind or carried over.
  return (
    <Box breakCost={DIVIDED} {...form}>
      <Box keep>{[row(0), row(1)]}</Box>
      {Array.from({ length: count - 4 }, (_, index) => row(index + 2))}
      <Box keep>{[row(count - 2), row(count - 1)]}</Box>
    </Box>
  );
}

interface RowProps {
  first: boolean;
  style: WritingStyle;
  setting: Setting;
}

function WritingRow({ first, style, setting }: RowProps): ReactNode {
  const { gap } = setting.theme.writing;
  switch (style) {
    case 'ruled':
    case 'dotted':
      return (
        <Box style={{ height: gap }}>
          <Rules height={gap} lines={[[0, gap, setting.measure, gap]]} dotted={style === 'dotted'} setting={setting} />
        </Box>
      );
    case 'grid':
      return (
        <Box style={{ height: gap }}>
          <Rules height={gap} lines={gridLines(setting.measure, gap, first)} dotted={false} setting={setting} />
        </Box>
      );
    case 'blank':
      return <Box style={{ height: gap }} />;
  }
}

/** A line from (x1, y1) to (x2, y2) in points. */
type Segment = [number, number, number, number];

/** Two rows of squares, half a writing line wide; the row above has drawn the upper edge. */
function gridLines(measure: number, gap: number, first: boolean): Segment[] {
  const side = gap / 2;
  const columns = Math.floor(measure / side);
  const across = [...(first ? [0] : []), side, gap].map((y): Segment => [0, y, columns * side, y]);
  const down = Array.from({ length: columns + 1 }, (_, column): Segment => [column * side, 0, column * side, gap]);
  return [...across, ...down];
}

interface RulesProps {
  height: number;
  lines: Segment[];
  dotted: boolean;
  setting: Setting;
}

/**
 * Hairlines as strokes. react-pdf draws the borders of boxes as filled areas, which viewers round to unequal
 * thicknesses; strokes they draw alike.
 */
function Rules({ height, lines, dotted, setting }: RulesProps): ReactNode {
  const { weight } = setting.theme.writing;
  // Room around the drawing, so that lines at its edge are not cut in half.
  const bleed = 1;
  const width = setting.measure + 2 * bleed;
  const tall = height + 2 * bleed;
  return (
    <Svg
      width={width}
      height={tall}
      viewBox={`${-bleed} ${-bleed} ${width} ${tall}`}
      style={{ position: 'absolute', left: -bleed, top: -bleed, width, height: tall }}
    >
      {lines.map(([x1, y1, x2, y2]) => (
        <Line
          key={`${x1} ${y1} ${y2}`}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          stroke={setting.theme.color.rule}
          strokeWidth={dotted ? Math.max(weight * 2, 0.9) : weight}
          {...(dotted ? { strokeDasharray: '0.01 3.2', strokeLinecap: 'round' as const } : {})}
        />
      ))}
    </Svg>
  );
}
