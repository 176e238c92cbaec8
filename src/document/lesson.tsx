import type { ReactNode } from 'react';
import type { EditionLesson } from '../edition/model.js';
import type { Footnote } from '../lesson/model.js';
import { Blocks } from './blocks.js';
import { Box, Para } from './elements.js';
import { externalLinks, numbersOf } from './external-links.js';
import { GlanceBlock } from './glance.js';
import { LinkList } from './link-list.js';
import { Opener } from './opener.js';
import { anchor, isNarrow, narrower, type Setting } from './setting.js';

/** Everything a lesson prints, from its opener to its footnotes and links. */
export function LessonContent({ lesson, setting }: { lesson: EditionLesson; setting: Setting }): ReactNode {
  const links = externalLinks(lesson);
  const own: Setting = { ...setting, linkNumber: numbersOf(links) };
  return (
    <>
      <Opener lesson={lesson} setting={own} />
      {lesson.glance ? <GlanceBlock glance={lesson.glance} setting={own} /> : null}
      {lesson.glance ? <AfterGlance setting={own} /> : null}
      <Blocks blocks={lesson.body} setting={own} />
      <Footnotes notes={lesson.footnotes} setting={own} />
      <LinkList links={links} setting={own} />
    </>
  );
}

/** Between the leader's overview and the lesson: a new page, or on a narrow one, which an overview does not fill, some space. */
function AfterGlance({ setting }: { setting: Setting }): ReactNode {
  return isNarrow(setting) ? <Box style={{ height: setting.styles.line }} /> : <Box breakBefore />;
}

/** The notes of a lesson or chapter, beneath a short rule. */
export function Footnotes({ notes, setting }: { notes: readonly Footnote[]; setting: Setting }): ReactNode {
  if (notes.length === 0) return null;
  const { styles, theme, scale } = setting;
  const small: Setting = {
    ...narrower(setting, 14 * scale),
    styles: { ...styles, body: { ...styles.small, lineHeight: 1.3 } },
  };
  return (
    <Box style={{ marginTop: styles.line * 1.2 }} breakCost={10}>
      <Box keepWithNext style={{ width: 60, height: 0.5, backgroundColor: theme.color.muted, marginBottom: 5 }} />
      {notes.map((note, index) => (
        <Box
          key={note.id}
          id={anchor(setting, `fn-${note.id}`)}
          keepWithPrevious={index === 0}
          tag={{ role: 'Note' }}
          style={{ paddingLeft: 14 * scale, marginTop: index > 0 ? 2 : 0 }}
        >
          <Para
            tag={{ role: 'Lbl' }}
            style={{
              ...small.styles.body,
              position: 'absolute',
              left: 0,
              top: 0,
              width: 12 * scale,
              color: theme.color.accent,
            }}
          >
            {String(note.number)}
          </Para>
          <Blocks blocks={note.children} setting={small} />
        </Box>
      ))}
    </Box>
  );
}
