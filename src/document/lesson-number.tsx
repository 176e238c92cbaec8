import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import { Disc } from './disc.js';
import { Box, Para, Span } from './elements.js';
import type { Setting } from './setting.js';
import type { Tag } from './tag.js';

/** How many times the size of its word a number is that is shown as a figure, and the breadth of its disc. */
const FIGURE = 2.6;
const DISC = 3.4;

/** “Session 3” above a lesson's title, as the theme shows it. */
export function LessonNumber({ number, setting }: { number: number; setting: Setting }): ReactNode {
  const { styles, labels, theme } = setting;
  switch (theme.numbers.lesson) {
    case 'label':
      return <Para style={styles.lessonNumber}>{`${labels.lesson} ${number}`}</Para>;
    case 'figure': {
      const figure = {
        fontFamily: styles.lessonTitle.fontFamily,
        fontWeight: 400,
        fontSize: theme.size.lessonNumber * FIGURE,
        lineHeight: 1.1,
        letterSpacing: 0,
      } as Style;
      const { fontFamily, fontWeight, fontSize, letterSpacing } = styles.lessonNumber;
      const word = { fontFamily, fontWeight, fontSize, letterSpacing } as Style;
      return (
        <Para style={{ ...styles.lessonNumber, ...figure }}>
          <Span style={word}>{`${labels.lesson}\u2002`}</Span>
          {String(number)}
        </Para>
      );
    }
    case 'disc': {
      const whole: Tag = { role: 'P' };
      const size = theme.size.lessonNumber * DISC;
      const centred = theme.opener.align === 'center';
      return (
        // The word comes before its number to the ear, and after it to the eye.
        <Box
          style={{
            flexDirection: 'row-reverse',
            justifyContent: centred ? 'center' : 'flex-end',
            alignItems: 'center',
            marginBottom: theme.size.lessonNumber * 0.4,
          }}
        >
          <Para tag={whole} style={{ ...styles.lessonNumber, marginLeft: size * 0.22 }}>
            {labels.lesson}
          </Para>
          <Disc number={number} size={size} tag={{ role: 'Span', within: whole }} setting={setting} />
        </Box>
      );
    }
  }
}
