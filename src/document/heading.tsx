import type { ReactNode } from 'react';
import type { Heading } from '../lesson/model.js';
import { citationsOf } from './citations.js';
import { Para } from './elements.js';
import { renderInlines } from './inline.js';
import { anchor, type Setting } from './setting.js';

/** Lines of body text above and below a heading, by level. */
const SPACE = { 2: [1.35, 0.35], 3: [0.95, 0.2], 4: [0.8, 0.15], 5: [0.8, 0.1], 6: [0.8, 0.1] } as const;

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
  const { styles } = setting;
  const [above, below] = SPACE[heading.level];
  return (
    <Para
      id={anchor(setting, heading.id)}
      keepWithNext
      keep
      tag={{ role: 'H', level: heading.level }}
      cites={citationsOf(heading.children)}
      style={{
        ...styles.heading[heading.level],
        marginTop: first ? 0 : styles.line * above,
        marginBottom: styles.line * below,
      }}
    >
      {renderInlines(heading.children, setting)}
    </Para>
  );
}
