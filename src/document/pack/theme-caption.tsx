import type { ReactElement } from 'react';
import type { Size } from '../../geometry/frame.js';
import type { Theme } from '../../theme/model.js';
import { Box, Para } from '../elements.js';
import type { Styles } from '../styles.js';

/** What stands above the pages of a theme. */
export interface CaptionWords {
  name: string;
  description: string;
  /** Where it comes from, if that is worth a line. */
  from?: string;
}

/** How captions are set: in the theme that they are about, at sizes that are the same for all. */
export interface CaptionSetting {
  theme: Theme;
  styles: Styles;
  size: Size;
  /** Where the second column of pages begins, which the description stands above. */
  second: number;
}

/** The name of a theme in its own heading type, and beside it what it says of itself. */
export function themeCaption(words: CaptionWords, { theme, styles, size, second }: CaptionSetting): ReactElement {
  return (
    <Box style={{ width: size.width, height: size.height, flexDirection: 'row', alignItems: 'flex-end' }}>
      <Box style={{ width: second, paddingRight: 8, paddingBottom: 7 }}>
        <Para
          style={{ ...styles.heading[2], textAlign: 'left', fontSize: 15, lineHeight: 1.15, color: theme.color.accent }}
        >
          {words.name}
        </Para>
      </Box>
      <Box style={{ width: size.width - second, paddingBottom: 8 }}>
        <Para style={{ ...styles.body, textAlign: 'left', fontSize: 8.5, lineHeight: 1.3 }}>{words.description}</Para>
        {words.from ? (
          <Para style={{ ...styles.label, fontSize: 6.8, lineHeight: 1.3, marginTop: 1 }}>{words.from}</Para>
        ) : null}
      </Box>
    </Box>
  );
}

/** The line at the head of a sheet: which booklet the themes are shown on, and which lesson of it. */
export function themeSheetHead(
  { title, lesson }: { title: string; lesson: string },
  { theme, styles, size }: Omit<CaptionSetting, 'second'>,
): ReactElement {
  const line = { ...styles.label, fontSize: 8, lineHeight: 1.3 };
  return (
    <Box style={{ width: size.width, height: size.height }}>
      <Box
        style={{
          flexDirection: 'row',
          justifyContent: 'space-between',
          paddingBottom: 5,
          borderBottomWidth: 0.5,
          borderBottomColor: theme.color.rule,
          borderBottomStyle: 'solid',
        }}
      >
        <Para style={line}>{title}</Para>
        <Para style={line}>{lesson}</Para>
      </Box>
    </Box>
  );
}
