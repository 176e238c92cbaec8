import type { ReactNode } from 'react';
import type { Booklet } from '../booklet/model.js';
import type { EditionContent } from '../edition/model.js';
import type { Size } from '../geometry/frame.js';
import type { ImageSource } from '../lesson/model.js';
import { editionLabel } from './edition-label.js';
import { Box, Para, Picture } from './elements.js';
import { FRONT_ANCHORS } from './flow.js';
import { Logo } from './logo.js';
import type { Setting } from './setting.js';
import { TRACKING } from './styles.js';

interface CoverProps {
  booklet: Booklet;
  edition: EditionContent['edition'];
  /** The church's mark. */
  logo?: ImageSource | undefined;
  trim: Size;
  setting: Setting;
}

/** Distance of the cover's type from the trim edge, as a share of the page's width. */
const SIDE = 0.11;

/** Height of the church's mark, in points at the theme's own size. */
const LOGO_HEIGHT = 34;

/** The cover: the theme's art over the whole page, all type in the upper part, which the art leaves quiet. */
export function Cover({ booklet, edition, logo, trim, setting }: CoverProps): ReactNode {
  const { styles, theme } = setting;
  const { art, layout } = theme.cover;
  const side = trim.width * SIDE;
  const church = booklet.variables.church;
  const meets = booklet.variables.meets;
  return (
    <Box
      id={FRONT_ANCHORS.cover}
      style={{ width: trim.width, height: trim.height, backgroundColor: theme.color.coverGround }}
    >
      {art && layout !== 'none' ? (
        <Box
          style={{ position: 'absolute', left: 0, top: 0, width: trim.width, height: trim.height, overflow: 'hidden' }}
        >
          <Picture
            data={new TextEncoder().encode(art)}
            format="svg"
            style={{ width: trim.width, height: trim.height, objectFit: 'cover' }}
          />
        </Box>
      ) : null}
      <Box style={{ position: 'absolute', left: side, top: trim.height * 0.1, width: trim.width - 2 * side }}>
        <Para tag={{ role: 'H', level: 1 }} style={styles.coverTitle}>
          {booklet.title}
        </Para>
        {booklet.subtitle ? <Para style={{ ...styles.coverSubtitle, marginTop: 10 }}>{booklet.subtitle}</Para> : null}
        <Box style={{ alignItems: theme.cover.align === 'center' ? 'center' : 'flex-start', marginTop: 22 }}>
          <Box style={{ width: 30, height: 0.8, backgroundColor: theme.color.coverInk, marginBottom: 11 }} />
          <Para
            style={{
              ...styles.coverText,
              fontWeight: 600,
              textTransform: 'uppercase',
              letterSpacing: theme.size.small * TRACKING,
            }}
          >
            {editionLabel(edition, setting.labels)}
          </Para>
          {logo ? <Logo image={logo} height={LOGO_HEIGHT * setting.scale} style={{ marginTop: 14 }} /> : null}
          {church ? (
            <Para style={{ ...styles.coverText, marginTop: 3 }}>{meets ? `${church}\u00a0· ${meets}` : church}</Para>
          ) : null}
        </Box>
      </Box>
    </Box>
  );
}
