import type { ReactNode } from 'react';
import type { EditionLesson } from '../edition/model.js';
import { meetingDate } from '../labels/dates.js';
import { allBlocks } from '../lesson/walk.js';
import type { OrnamentName } from '../theme/model.js';
import { Box, Para, Picture } from './elements.js';
import { renderInlines } from './inline.js';
import { LessonNumber } from './lesson-number.js';
import { Ornament } from './ornament.js';
import { isNarrow, type Setting } from './setting.js';

/** Size of a lesson's drawing in points. */
const ORNAMENT = { width: 72, height: 28.8 };

/** Shares of the opener's sink and of its larger gaps that are left where the leader's overview must fit on the same page. */
const GLANCE_SINK = 0.1;
const GLANCE_GAP = 0.7;

/** Least sink in points where a drawing stands above the number on a narrow page, whose head margin is too low for all of it. */
const CROWNED_SINK = 16;

/** The largest that a title is there, as a multiple of running text. */
const GLANCE_TITLE = 2.28;

/** Ornaments that take hardly any room: there is some for them even above the leader's overview. */
const FLAT = new Set<OrnamentName>(['none', 'rule']);

/** The head of a lesson's first page: number, title, subtitle, the day, what is read, learned and sung, and the aim. */
export function Opener({ lesson, setting }: { lesson: EditionLesson; setting: Setting }): ReactNode {
  const { styles, labels, theme, meeting } = setting;
  const align = theme.opener.align;
  const above = theme.opener.sink * (lesson.glance ? GLANCE_SINK : 1);
  const crowned = align === 'center' && lesson.ornament?.svg && isNarrow(setting);
  const sink = Math.max(above, crowned ? CROWNED_SINK : 0);
  const tightness = lesson.glance ? GLANCE_GAP : 1;
  const { body, lessonTitle } = theme.size;
  const title = lesson.glance ? Math.min(lessonTitle, body * GLANCE_TITLE) : lessonTitle;
  // What the lesson prints further on need not be named here.
  const printed = new Set([...allBlocks(lesson)].map((block) => block.type));
  const also = [
    ...(lesson.memoryVerse && !printed.has('memory-verse')
      ? [`${labels.memoryVerse}: ${lesson.memoryVerse.text}`]
      : []),
    ...(lesson.hymn && !printed.has('hymn') ? [`${labels.hymn}: ${lesson.hymn}`] : []),
  ].join('\u00a0· ');
  return (
    <Box
      keep
      // In very large type on a narrow page it may fill a page by itself.
      keepWithNext={!isNarrow(setting)}
      id={lesson.id}
      style={{
        paddingTop: sink,
        marginBottom: styles.line * 0.8 * tightness,
      }}
    >
      {lesson.ornament?.svg ? (
        <Box style={{ position: 'absolute', ...ornamentPlace(sink, setting) }}>
          <Picture data={new TextEncoder().encode(lesson.ornament.svg)} format="svg" style={ORNAMENT} />
        </Box>
      ) : null}
      <LessonNumber number={lesson.number} setting={setting} />
      <Para tag={{ role: 'H', level: 1 }} style={{ ...styles.lessonTitle, fontSize: title, marginTop: 4 }}>
        {lesson.title}
      </Para>
      {lesson.subtitle ? <Para style={{ ...styles.lessonSubtitle, marginTop: 4 }}>{lesson.subtitle}</Para> : null}
      {meeting ? (
        <Para style={{ ...styles.label, textAlign: align, marginTop: 8 }}>
          {labels.meets(meetingDate(meeting.date, meeting.language))}
        </Para>
      ) : null}
      {lesson.passages.length > 0 ? (
        <Para style={{ ...styles.label, textAlign: align, marginTop: meeting ? 2 : 8 }}>
          {lesson.passages.map((passage) => passage.text).join('\u00a0· ')}
        </Para>
      ) : null}
      {also ? <Para style={{ ...styles.label, textAlign: align, marginTop: 2 }}>{also}</Para> : null}
      {lesson.glance && !FLAT.has(theme.opener.ornament) ? (
        <Box style={{ height: styles.line * 0.4 }} />
      ) : (
        <Ornament setting={setting} gap={styles.line * 0.75 * tightness} />
      )}
      {lesson.aim ? (
        <Para style={{ ...styles.body, textAlign: align === 'center' ? 'center' : 'left', fontStyle: styles.voice }}>
          {renderInlines(lesson.aim, setting, { fontStyle: styles.voice })}
        </Para>
      ) : null}
    </Box>
  );
}

/**
 * A lesson's drawing takes no room from the text: across from the number, standing on its line, or above a centred one.
 * It may reach into the head margin, which has no running head on openers.
 */
function ornamentPlace(sink: number, { theme, measure }: Setting): { left: number; top: number } {
  const line = theme.size.lessonNumber * theme.leading;
  return theme.opener.align === 'center'
    ? { left: (measure - ORNAMENT.width) / 2, top: sink - ORNAMENT.height - line / 2 }
    : { left: measure - ORNAMENT.width, top: sink + line - ORNAMENT.height };
}
