import type { ReactNode } from 'react';
import type { EditionLesson } from '../edition/model.js';
import { Box, Para } from './elements.js';
import { LessonContent } from './lesson.js';
import { anchor, type Setting } from './setting.js';
import { asForm, type Field } from './tag.js';

/** Length of the line for a name, in points at the theme's own size. */
const NAME_LINE = 170;

/** A lesson as it is handed out on a sheet of its own, with a line for the name of whoever fills it in. */
export function Handout({ lesson, setting }: { lesson: EditionLesson; setting: Setting }): ReactNode {
  const { labels, scale, styles, theme } = setting;
  const name: Field | undefined = setting.answers
    ? undefined
    : { kind: 'text', name: anchor(setting, 'name'), label: labels.handoutName };
  return (
    <>
      <Box keep keepWithNext style={{ flexDirection: 'row', alignItems: 'flex-end' }}>
        <Para style={{ ...styles.label, marginRight: 6 * scale }}>{labels.handoutName}</Para>
        <Box
          {...asForm(name, theme.size.body)}
          style={{
            width: NAME_LINE * scale,
            height: styles.line,
            borderBottomWidth: theme.writing.weight,
            borderBottomColor: theme.color.rule,
            borderBottomStyle: 'solid',
          }}
        />
      </Box>
      <LessonContent lesson={lesson} setting={setting} />
    </>
  );
}
