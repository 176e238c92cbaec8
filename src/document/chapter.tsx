import type { ReactNode } from 'react';
import type { EditionLesson } from '../edition/model.js';
import { Blocks } from './blocks.js';
import { Box, Para } from './elements.js';
import { externalLinks, numbersOf } from './external-links.js';
import { renderInlines } from './inline.js';
import { Footnotes } from './lesson.js';
import { LinkList } from './link-list.js';
import type { Setting } from './setting.js';

/** A chapter beside the lessons: a title and its text. */
export function ChapterContent({ chapter, setting: around }: { chapter: EditionLesson; setting: Setting }): ReactNode {
  const links = externalLinks(chapter);
  const setting: Setting = { ...around, linkNumber: numbersOf(links) };
  const { styles, theme } = setting;
  return (
    <>
      <PartTitle title={chapter.title} id={chapter.id} setting={setting} />
      {chapter.subtitle ? (
        <Para keepWithNext style={{ ...styles.lessonSubtitle, marginBottom: styles.line * 0.8 }}>
          {chapter.subtitle}
        </Para>
      ) : null}
      {chapter.aim ? (
        <Para
          style={{
            ...styles.body,
            textAlign: theme.opener.align,
            fontStyle: styles.voice,
            marginBottom: styles.line * 0.8,
          }}
        >
          {renderInlines(chapter.aim, setting, { fontStyle: styles.voice })}
        </Para>
      ) : null}
      <Blocks blocks={chapter.body} setting={setting} />
      <Footnotes notes={chapter.footnotes} setting={setting} />
      <LinkList links={links} setting={setting} />
    </>
  );
}

/** The title of a part that is not a lesson. */
export function PartTitle({ title, id, setting }: { title: string; id: string; setting: Setting }): ReactNode {
  const { styles, theme } = setting;
  return (
    <Box id={id} keep keepWithNext>
      <Para
        tag={{ role: 'H', level: 1 }}
        style={{ ...styles.lessonTitle, fontSize: theme.size.lessonTitle * 0.86, marginBottom: styles.line * 0.7 }}
      >
        {title}
      </Para>
    </Box>
  );
}
