import type { ReactNode } from 'react';
import type { Readings } from '../lesson/model.js';
import { citationsOf } from './citations.js';
import { Box, Para } from './elements.js';
import { renderInlines } from './inline.js';
import { TickBox } from './list.js';
import { anchor, type Setting } from './setting.js';

/** The week's readings, each with a box to tick. */
export function ReadingsBlock({
  readings,
  gap,
  setting,
}: {
  readings: Readings;
  gap: number;
  setting: Setting;
}): ReactNode {
  const { styles } = setting;
  return (
    <Box id={anchor(setting, readings.id)} style={{ marginTop: gap * 1.4 }} keep>
      <Para keep keepWithNext style={{ ...styles.heading[3], marginBottom: 2 }}>
        {readings.title ? renderInlines(readings.title, setting) : setting.labels.readings}
      </Para>
      {readings.items.map((item, index) => (
        <Box key={index} keep keepWithNext={index === 0} style={{ paddingLeft: 14, marginTop: 1.5 }}>
          <TickBox setting={setting} />
          <Para cites={citationsOf(item.children)} style={{ ...styles.body, textAlign: 'left' }}>
            {renderInlines(item.children, setting)}
          </Para>
        </Box>
      ))}
    </Box>
  );
}
