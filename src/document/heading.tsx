import type { ReactNode } from 'react';
import type { Heading } from '../lesson/model.js';
import { citationsOf } from './citations.js';
import { Box, Para } from './elements.js';
import { renderInlines } from './inline.js';
import { anchor, type Setting } from './setting.js';

/** Lines of body text above and below a heading, by level. */
const SPACE = { 2: [1.35, 0.35], 3: [0.95, 0.2], 4: [0.8, 0.15], 5: [0.8, 0.1], 6: [0.8, 0.1] } as const;

/** Thickness of the rule along a heading, in points. */
const RULE = 0.6;

/** A heading within a lesson; it is never parted from what follows it. */
export function HeadingBlock({
  heading,
  first,
  setting,
}: {
  heading: Heading;
  first: boolean;
  setting: Setting;
}): ReactNode {
  const { styles, theme } = setting;
  const [above, below] = SPACE[heading.level];
  const margins = { marginTop: first ? 0 : styles.line * above, marginBottom: styles.line * below };
  const { rule } = theme.heading;
  const ruled = heading.level === 2 && rule !== 'none';
  const id = anchor(setting, heading.id);
  const words = (
    <Para
      {...(ruled ? {} : { id })}
      keepWithNext
      keep
      tag={{ role: 'H', level: heading.level }}
      cites={citationsOf(heading.children)}
      style={{ ...styles.heading[heading.level], ...(ruled ? {} : margins) }}
    >
      {renderInlines(heading.children, setting)}
    </Para>
  );
  if (!ruled) return words;
  const [side, room] = rule === 'above' ? (['Top', above] as const) : (['Bottom', below] as const);
  return (
    <Box
      id={id}
      keep
      keepWithNext
      style={{
        ...margins,
        [`border${side}Width`]: RULE,
        [`border${side}Color`]: theme.color.rule,
        [`border${side}Style`]: 'solid',
        [`padding${side}`]: styles.line * Math.min(room, 0.3),
      }}
    >
      {words}
    </Box>
  );
}
