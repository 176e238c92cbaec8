import type { ReactNode } from 'react';
import type { Booklet } from '../booklet/model.js';
import type { EditionContent } from '../edition/model.js';
import type { Size } from '../geometry/frame.js';
import type { ImageSource } from '../lesson/model.js';
import { borderArt } from './cover-border.js';
import { coverShare } from './cover-fit.js';
import { editionLabel } from './edition-label.js';
import { Box, Para, Picture } from './elements.js';
import { FRONT_ANCHORS } from './flow.js';
import { Logo } from './logo.js';
import { OrnamentMark } from './ornament.js';
import { isNarrow, type Setting } from './setting.js';
import { type Styles, TRACKING } from './styles.js';

interface CoverProps {
  booklet: Booklet;
  edition: EditionContent['edition'];
  /** The church's mark. */
  logo?: ImageSource | undefined;
  trim: Size;
  setting: Setting;
}

/** Distance of the cover's type from the trim edge, as a share of the page's width, and where there is a border. */
const SIDE = 0.11;
const BORDERED_SIDE = 0.145;

/** Space below the ornament, in points. */
const BELOW = 11;

/** Height of the church's mark, in points at the theme's own size. */
const LOGO_HEIGHT = 34;

/** Where its type begins on a narrow page, and where on any it must end, as shares of the page's height: there the art begins. */
const NARROW_TOP = 0.08;
const QUIET = 0.5;
const WIDE_QUIET = 0.52;

/** The cover: the theme's art over the whole page, all type in the upper part, which the art leaves quiet. */
export function Cover({ booklet, edition, logo, trim, setting }: CoverProps): ReactNode {
  const { theme } = setting;
  const { art, border, layout, ornament, sink } = theme.cover;
  const side = trim.width * (border ? BORDERED_SIDE : SIDE);
  const { church, meets } = booklet.variables;
  const churchLine = church && (meets ? `${church}\u00a0· ${meets}` : church);
  const narrow = isNarrow(setting);
  const top = trim.height * (narrow ? Math.min(NARROW_TOP, sink) : sink);
  const mark = LOGO_HEIGHT * (narrow ? 1 : setting.scale);
  const least = narrow ? NARROW_LEAST : LEAST_TEXT;
  const type = {
    title: booklet.title,
    subtitle: booklet.subtitle ?? '',
    church: churchLine ?? '',
    mark: logo ? mark + 14 : 0,
    least,
    width: trim.width - 2 * side,
    height: trim.height * (narrow ? QUIET : WIDE_QUIET) - top,
  };
  const styles = smallerCover(setting, coverShare(type, theme), least);
  return (
    <Box
      id={FRONT_ANCHORS.cover}
      style={{ width: trim.width, height: trim.height, backgroundColor: theme.color.coverGround }}
    >
      {art && layout !== 'none' ? <WholePage svg={art} trim={trim} /> : null}
      {border ? <WholePage svg={borderArt(border, trim)} trim={trim} /> : null}
      <Box style={{ position: 'absolute', left: side, top, width: trim.width - 2 * side }}>
        <Para tag={{ role: 'H', level: 1 }} style={styles.coverTitle}>
          {booklet.title}
        </Para>
        {booklet.subtitle ? <Para style={{ ...styles.coverSubtitle, marginTop: 10 }}>{booklet.subtitle}</Para> : null}
        <Box style={{ alignItems: theme.cover.align === 'center' ? 'center' : 'flex-start', marginTop: 22 }}>
          {ornament === 'rule' ? (
            <Box style={{ width: 30, height: 0.8, backgroundColor: theme.color.coverInk, marginBottom: BELOW }} />
          ) : ornament === 'none' ? null : (
            <Box style={{ marginBottom: BELOW }}>
              <OrnamentMark name={ornament} color={theme.color.coverInk} />
            </Box>
          )}
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
          {logo ? <Logo image={logo} height={mark} style={{ marginTop: 14 }} /> : null}
          {churchLine ? <Para style={{ ...styles.coverText, marginTop: 3 }}>{churchLine}</Para> : null}
        </Box>
      </Box>
    </Box>
  );
}

/** A drawing over the whole page. */
function WholePage({ svg, trim }: { svg: string; trim: Size }): ReactNode {
  const { width, height } = trim;
  return (
    <Box style={{ position: 'absolute', left: 0, top: 0, width, height, overflow: 'hidden' }}>
      <Picture data={new TextEncoder().encode(svg)} format="svg" style={{ width, height, objectFit: 'cover' }} />
    </Box>
  );
}

/** Small type shrinks to no less than this share, and on a narrow page to this. */
const LEAST_TEXT = 0.88;
const NARROW_LEAST = 0.75;

/** Styles with the type of the cover at a share of its size. */
function smallerCover({ styles, theme }: Setting, share: number, least: number): Styles {
  const { coverTitle, coverSubtitle, small } = theme.size;
  return {
    ...styles,
    coverTitle: { ...styles.coverTitle, fontSize: coverTitle * share },
    coverSubtitle: { ...styles.coverSubtitle, fontSize: coverSubtitle * share },
    coverText: { ...styles.coverText, fontSize: small * Math.max(share, least) },
  };
}
