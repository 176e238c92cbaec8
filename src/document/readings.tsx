import type { ReactNode } from 'react';
import { dayDate } from '../labels/dates.js';
import type { ReadingItem, Readings } from '../lesson/model.js';
import { citationsOf } from './citations.js';
import { Box, Para } from './elements.js';
import { renderInlines } from './inline.js';
import { TickBox } from './list.js';
import { type Meeting, readingDays } from './meeting.js';
import { anchor, type Setting } from './setting.js';
import { boxHeading, type Tag } from './tag.js';

/** The week's readings, each with a box to tick and, where the meetings have dates, its day. */
export function ReadingsBlock({
  readings,
  gap,
  setting,
}: {
  readings: Readings;
  gap: number;
  setting: Setting;
}): ReactNode {
  const { styles, meeting, scale } = setting;
  const days = meeting ? daysOf(readings.items.length, meeting) : [];
  const width = columnFor(days, setting);
  const list: Tag = { role: 'L', numbering: 'None' };
  return (
    <Box id={anchor(setting, readings.id)} tag={{ role: 'Div' }} style={{ marginTop: gap * 1.4 }} keep>
      <Para keep keepWithNext tag={boxHeading()} style={{ ...styles.heading[3], marginBottom: 2 }}>
        {readings.title ? renderInlines(readings.title, setting) : setting.labels.readings}
      </Para>
      {readings.items.map((item, index) => (
        <Box
          key={index}
          keep
          keepWithNext={index === 0}
          tag={{ role: 'LI', within: list }}
          style={{ paddingLeft: 14 * scale, marginTop: 1.5 }}
        >
          <TickBox field={setting.fields.get(item)} setting={setting} />
          {meeting ? (
            <Box tag={{ role: 'LBody' }} style={{ flexDirection: 'row' }}>
              <Box style={{ width }}>
                <Para style={{ ...styles.body, textAlign: 'left', color: setting.theme.color.muted }}>
                  {days[index] ?? ''}
                </Para>
              </Box>
              <Box style={{ width: setting.measure - 14 * scale - width }}>
                <Reading item={item} setting={setting} />
              </Box>
            </Box>
          ) : (
            <Box tag={{ role: 'LBody' }}>
              <Reading item={item} setting={setting} />
            </Box>
          )}
        </Box>
      ))}
    </Box>
  );
}

function Reading({ item, setting }: { item: ReadingItem; setting: Setting }): ReactNode {
  return (
    <Para cites={citationsOf(item.children)} style={{ ...setting.styles.body, textAlign: 'left' }}>
      {renderInlines(item.children, setting)}
    </Para>
  );
}

/** The days as they are printed. A day with several readings is named at its first. */
function daysOf(count: number, meeting: Meeting): string[] {
  const days = readingDays(count, meeting);
  return days.map((day, index) => (day === days[index - 1] ? '' : dayDate(day, meeting.language)));
}

/** Width of the column of days in points: room for the longest, in wide characters or narrow, and a space beside it. */
function columnFor(days: readonly string[], { theme, measure }: Setting): number {
  const ems = (day: string) => [...day].reduce((sum, character) => sum + (character > '\u2e80' ? 1 : 0.48), 0.8);
  return Math.min(Math.max(0, ...days.map(ems)) * theme.size.body, measure * 0.4);
}
