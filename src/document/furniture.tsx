import type { ReactElement } from 'react';
import { type PageFrame, textLeft } from '../geometry/frame.js';
import { Box, Para } from './elements.js';
import type { Setting } from './setting.js';
import type { Styles } from './styles.js';

/** What stands around a page's text block. */
export interface Furniture {
  /** Physical page number from 1; odd pages are rectos. */
  number: number;
  recto: boolean;
  /** Running head, if the page has one. */
  head?: string | undefined;
  /** Folio as printed: `iv`, `12`. */
  folio?: string | undefined;
}

/** All that heads and folios take from how the booklet is set. */
export interface FurnitureSetting {
  theme: Pick<Setting['theme'], 'size' | 'heads' | 'color'>;
  styles: Pick<Styles, 'runningHead' | 'folio'>;
}

/** That part of a setting, and nothing else. */
export function furnitureSetting({ theme, styles }: Setting): FurnitureSetting {
  const { size, heads, color } = theme;
  const { runningHead, folio } = styles;
  return { theme: { size, heads, color }, styles: { runningHead, folio } };
}

/** The running head and folio of one page: head above the text block on its outer side, folio below it. On pages that stand alone both are centred. */
export function pageFurniture(
  { number, recto, head, folio }: Furniture,
  frame: PageFrame,
  setting: FurnitureSetting,
): ReactElement {
  const { styles, theme } = setting;
  const left = textLeft(frame, number);
  const side = frame.alone ? 'center' : recto === frame.backwards ? 'left' : 'right';
  const { top, bottom } = frame.margins;
  return (
    <Box style={{ position: 'absolute', left, top: 0, width: frame.text.width, height: frame.trim.height }}>
      {head ? (
        <Box
          artifact="Header"
          style={{
            position: 'absolute',
            left: 0,
            top: top * 0.5 - theme.size.runningHead * 0.6,
            width: frame.text.width,
            ...(theme.heads.rule
              ? {
                  borderBottomWidth: 0.4,
                  borderBottomColor: theme.color.rule,
                  borderBottomStyle: 'solid',
                  paddingBottom: 2.5,
                }
              : {}),
          }}
        >
          <Para style={{ ...styles.runningHead, textAlign: side, maxLines: 1, textOverflow: 'ellipsis' }}>{head}</Para>
        </Box>
      ) : null}
      {folio ? (
        <Box
          artifact="Footer"
          style={{
            position: 'absolute',
            left: 0,
            top: frame.trim.height - bottom * 0.55 - theme.size.folio * 0.5,
            width: frame.text.width,
          }}
        >
          <Para style={{ ...styles.folio, textAlign: side }}>{folio}</Para>
        </Box>
      ) : null}
    </Box>
  );
}
