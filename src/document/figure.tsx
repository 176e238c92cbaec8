import type { ReactNode } from 'react';
import type { Figure } from '../lesson/model.js';
import { citationsOf } from './citations.js';
import { Box, Para, Picture } from './elements.js';
import { renderInlines } from './inline.js';
import type { Setting } from './setting.js';

/** Points in a CSS pixel. */
const POINTS_PER_PIXEL = 0.75;
/** Share of the text block's height that a picture may take, so that its caption and a few lines fit beside it. */
const TALLEST = 0.62;

/** A picture at its natural size, or as large as the measure allows, kept together with its caption. */
export function FigureBlock({ figure, gap, setting }: { figure: Figure; gap: number; setting: Setting }): ReactNode {
  const { image, alt, decorative, caption } = figure;
  const natural = { width: image.width * POINTS_PER_PIXEL, height: image.height * POINTS_PER_PIXEL };
  const scale = Math.min(1, setting.measure / natural.width, (setting.text.height * TALLEST) / natural.height);
  return (
    <Box keep style={{ alignItems: 'center', marginTop: gap * 1.2, marginBottom: gap * 0.6 }}>
      <Picture
        data={image.data}
        format={image.format}
        {...(figure.alt.trim() ? { tag: { role: 'Figure', alt: figure.alt } } : {})}
        style={{ width: natural.width * scale, height: natural.height * scale }}
        {...(decorative || alt.trim() === '' ? {} : { tag: { role: 'Figure', alt } })}
      />
      {caption ? (
        <Para
          tag={{ role: 'Caption' }}
          cites={citationsOf(caption)}
          style={{ ...setting.styles.caption, fontStyle: setting.styles.voice, textAlign: 'center', marginTop: 4 }}
        >
          {renderInlines(caption, setting)}
        </Para>
      ) : null}
    </Box>
  );
}
