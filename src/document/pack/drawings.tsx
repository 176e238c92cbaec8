import { Line, Polygon, Svg } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { Theme } from '../../theme/model.js';
import type { PrintJob } from './job.js';

type Point = readonly [x: number, y: number];

/** Size of a drawing in points. */
export const DRAWING = { width: 96, height: 62 };

interface Shapes {
  /** Sheets of paper, as corners. */
  paper: Point[][];
  /** Folds and cuts. */
  dashed: [Point, Point][];
  /** Staples, thread or glue. */
  bold: [Point, Point][];
}

const rectangle = (x: number, y: number, width: number, height: number): Point[] => [
  [x, y],
  [x + width, y],
  [x + width, y + height],
  [x, y + height],
];

/** A stack that is being folded: two leaves seen from the foot, standing like a roof. */
const FOLD: Shapes = {
  paper: [
    [
      [48, 12],
      [88, 38],
      [80, 56],
      [48, 34],
    ],
    [
      [48, 12],
      [8, 38],
      [16, 56],
      [48, 34],
    ],
  ],
  dashed: [
    [
      [48, 12],
      [48, 34],
    ],
  ],
  bold: [],
};

/** The open booklet from outside, with staples on the fold. */
const STAPLE: Shapes = {
  paper: [rectangle(6, 6, 84, 50)],
  dashed: [
    [
      [48, 6],
      [48, 56],
    ],
  ],
  bold: [
    [
      [48, 14],
      [48, 22],
    ],
    [
      [48, 40],
      [48, 48],
    ],
  ],
};

/** An upright stack with staples at one side. */
const stapledAt = (x: number): Shapes => ({
  paper: [rectangle(27, 4, 42, 54)],
  dashed: [],
  bold: [
    [
      [x, 14],
      [x, 22],
    ],
    [
      [x, 40],
      [x, 48],
    ],
  ],
});

const SIDES: Record<PrintJob['side'], Shapes> = { left: stapledAt(32), right: stapledAt(64) };

/** A stack that is cut in the middle, once or crosswise. */
const cut = (crosswise: boolean): Shapes => ({
  paper: [rectangle(6, 6, 84, 50)],
  dashed: [
    [
      [48, 0],
      [48, 62],
    ],
    ...(crosswise
      ? ([
          [
            [0, 31],
            [96, 31],
          ],
        ] as [Point, Point][])
      : []),
  ],
  bold: [],
});

/** What hands do with the sheets of a job, drawn: folding or cutting, and fastening. */
export function drawingsFor(scheme: PrintJob['scheme'], side: PrintJob['side']): Shapes[] {
  switch (scheme) {
    case 'saddle':
    case 'signatures':
      return [FOLD, STAPLE];
    case 'cut-2':
      return [cut(false), SIDES[side]];
    case 'cut-4':
      return [cut(true), SIDES[side]];
    case 'single':
      return [SIDES[side]];
  }
}

/** A drawing in the theme's colors. */
export function Drawing({ shapes, theme }: { shapes: Shapes; theme: Theme }): ReactNode {
  const { ink, accent, tint } = theme.color;
  return (
    <Svg width={DRAWING.width} height={DRAWING.height} viewBox={`0 0 ${DRAWING.width} ${DRAWING.height}`}>
      {shapes.paper.map((corners) => (
        <Polygon
          key={corners.join(' ')}
          points={corners.map((point) => point.join(',')).join(' ')}
          fill={tint}
          stroke={ink}
          strokeWidth={0.8}
        />
      ))}
      {shapes.dashed.map(([[x1, y1], [x2, y2]]) => (
        <Line
          key={`${x1} ${y1} ${x2} ${y2}`}
          x1={x1}
          y1={y1}
          x2={x2}
          y2={y2}
          stroke={ink}
          strokeWidth={0.8}
          strokeDasharray="3 2"
        />
      ))}
      {shapes.bold.map(([[x1, y1], [x2, y2]]) => (
        <Line key={`${x1} ${y1} ${x2} ${y2}`} x1={x1} y1={y1} x2={x2} y2={y2} stroke={accent} strokeWidth={2.4} />
      ))}
    </Svg>
  );
}
