import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import { Box, Para } from './elements.js';
import type { Setting } from './setting.js';
import type { Tag } from './tag.js';

interface DiscProps {
  number: number;
  /** Breadth in points. */
  size: number;
  tag: Tag;
  place?: Style;
  setting: Setting;
}

/** Size of its figures as a share of the disc's breadth, by how many there are. */
const FIGURES = [0.62, 0.54, 0.42];

/** A number in the colour of the page on a disc of the accent. */
export function Disc({ number, size, tag, place = {}, setting }: DiscProps): ReactNode {
  const { styles, theme } = setting;
  const digits = String(number);
  const fontSize = size * (FIGURES[Math.min(digits.length, FIGURES.length) - 1] ?? 1);
  return (
    <Box
      style={{
        ...place,
        width: size,
        height: size,
        borderRadius: size / 2,
        backgroundColor: theme.color.accent,
        justifyContent: 'center',
      }}
    >
      <Para
        tag={tag}
        style={{ ...styles.questionNumber, color: theme.color.paper, fontSize, lineHeight: 1.2, textAlign: 'center' }}
      >
        {digits}
      </Para>
    </Box>
  );
}
