import type { ReactElement } from 'react';
import type { Booklet } from '../../booklet/model.js';
import type { EditionContent } from '../../edition/model.js';
import type { Size } from '../../geometry/frame.js';
import { mm } from '../../geometry/units.js';
import type { ImageSource } from '../../lesson/model.js';
import { Cover } from '../cover.js';
import { Box, Para } from '../elements.js';
import { Logo } from '../logo.js';
import type { Setting } from '../setting.js';

/** What a wrap cover is made from. */
export interface WrapFacts {
  booklet: Booklet;
  edition: EditionContent['edition'];
  logo?: ImageSource | undefined;
  trim: Size;
  /** Width of the spine in points. */
  spine: number;
}

/** Narrowest spine that words are printed on; on a narrower one they would run over the folds. */
const LEAST_SPINE = mm(5);

/** Room between the words of a spine and its ends. */
const ENDS = mm(15);

/** Width of the back of a book, in points: all its leaves upon each other. */
export function spineWidth(pages: number, thickness: number): number {
  return Math.ceil(pages / 2) * thickness;
}

/** The flat size of a cover that goes round a book: back, spine and front side by side. */
export function wrapSize({ trim, spine }: Pick<WrapFacts, 'trim' | 'spine'>): Size {
  return { width: 2 * trim.width + spine, height: trim.height };
}

/**
 * Back, spine and front of a glued book as one page. The front is the booklet's cover. The title runs down the spine, so
 * that it can be read when the book lies on its back (ISO 6357, 3.1).
 */
export function wrapCover(facts: WrapFacts, setting: Setting): ReactElement {
  const { booklet, edition, logo, trim, spine } = facts;
  const { theme, styles } = setting;
  const { width, height } = wrapSize(facts);
  const [frontLeft, backLeft] =
    booklet.direction === 'right-to-left' ? [0, trim.width + spine] : [trim.width + spine, 0];
  const place = { position: 'absolute', top: 0, width: trim.width, height } as const;
  const length = height - 2 * ENDS;
  const side = trim.width * 0.16;
  const { church, meets } = booklet.variables;
  return (
    <Box style={{ width, height, backgroundColor: theme.color.coverGround }}>
      <Box style={{ ...place, left: backLeft }}>
        <Box
          style={{
            position: 'absolute',
            left: side,
            top: height * 0.3,
            width: trim.width - 2 * side,
            alignItems: 'center',
          }}
        >
          <Para style={{ ...styles.coverSubtitle, textAlign: 'center' }}>{booklet.subtitle ?? booklet.title}</Para>
          <Box
            style={{ width: 30, height: 0.8, backgroundColor: theme.color.coverInk, marginTop: 18, marginBottom: 18 }}
          />
          {booklet.authors.length > 0 ? (
            <Para style={{ ...styles.coverText, textAlign: 'center' }}>{booklet.authors.join(', ')}</Para>
          ) : null}
        </Box>
        <Box
          style={{
            position: 'absolute',
            left: side,
            top: height * 0.78,
            width: trim.width - 2 * side,
            alignItems: 'center',
          }}
        >
          {logo ? <Logo image={logo} height={34 * setting.scale} style={{ marginBottom: 10 }} /> : null}
          {church ? <Para style={{ ...styles.coverText, textAlign: 'center' }}>{church}</Para> : null}
          {church && meets ? <Para style={{ ...styles.coverText, textAlign: 'center' }}>{meets}</Para> : null}
        </Box>
      </Box>
      {spine >= LEAST_SPINE ? (
        <Box
          style={{
            position: 'absolute',
            left: trim.width + spine / 2 - length / 2,
            top: height / 2 - spine / 2,
            width: length,
            height: spine,
            justifyContent: 'center',
            transform: 'rotate(90deg)',
          }}
        >
          <Para
            style={{
              ...styles.coverTitle,
              fontSize: Math.min(theme.size.h3, spine * 0.5),
              textAlign: 'center',
              maxLines: 1,
              textOverflow: 'ellipsis',
            }}
          >
            {booklet.title}
          </Para>
        </Box>
      ) : null}
      <Box style={{ ...place, left: frontLeft }}>
        <Cover booklet={booklet} edition={edition} logo={logo} trim={trim} setting={setting} />
      </Box>
    </Box>
  );
}
