import { isForPaper } from '../../../geometry/targets.js';
import { at, count, type PreflightCheck } from '../page.js';

/** Pixels to the inch below which a picture looks soft in print, is unusable, and a drawing of two tones has steps. */
const SOFT = 200;
const UNUSABLE = 100;
const LINE_ART = 600;

/** Pictures with too few pixels for the size at which they stand. */
export const checkResolution: PreflightCheck = (pages, { target }) =>
  !isForPaper(target)
    ? []
    : pages.flatMap((page) =>
        page.painted.flatMap((item) => {
          if (item.kind !== 'image') return [];
          const { pixels, lineArt } = item;
          // A pixel or two are a flat color or the ends of a gradient.
          if (pixels.width * pixels.height <= 4) return [];
          const least = lineArt ? LINE_ART : SOFT;
          const resolution = Math.round(item.resolution);
          if (resolution >= least) return [];
          const what = lineArt ? 'a drawing of two tones' : 'a picture';
          const found = `${what} of ${pixels.width} by ${count(pixels.height, 'pixel')} at ${resolution} to the inch`;
          const rule = resolution < UNUSABLE ? 'preflight-resolution-low' : 'preflight-resolution';
          const advice = 'use a larger picture, or set it smaller';
          return [at(page, item.box, { rule, found, expected: `at least ${least} pixels to the inch`, advice })];
        }),
      );
