import type { ReactNode } from 'react';
import type { Figure } from '../lesson/model.js';
import { citationsOf } from './citations.js';
import { Box, Para, Picture } from './elements.js';
import { renderInlines } from './inline.js';
import type { Setting } from './setting.js';

/**
 * Points that a pixel takes: those of a drawing are CSS pixels, 96 to the inch. A photograph at 96 is too coarse to print,
 * and is set as small as it stays tolerable, at 150.
 */
const POINTS_PER_PIXEL = { svg: 0.75, png: 72 / 150, jpeg: 72 / 150 } as const;
/** Share of the text block's height that a picture may take, so that its caption and a few lines fit beside it. */
const TALLEST = 0.62;

/** A picture at its natural size, or as large as the measure allows, kept together with its caption. */
export function FigureBlock({ figure, gap, setting }: { figure: Figure; gap: number; setting: Setting }): ReactNode {
  const { image, alt, decorative, caption } = figure;
  const pixel = POINTS_PER_PIXEL[image.format];
  const natural = { width: image.width * pixel, height: image.height * pixel };
  const scale = Math.min(1, setting.measure / natural.width, (setting.text.height * TALLEST) / natural.height);
  return (
    <Box keep style={{ alignItems: 'center', marginTop: gap * 1.2, marginBottom: gap * 0.6 }}>
      <Picture
        data={image.data}
        format={image.format}
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
