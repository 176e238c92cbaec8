import type * as fontkit from 'fontkit';
import type { Cmyk } from '../theme/model.js';

/** What a file is painted for. Lengths are points. Nothing here moves a line or a page. */
export interface PaintTarget {
  /** `grey`: DeviceGray and nothing else; `cmyk`: DeviceCMYK and, for pictures without colour, DeviceGray. */
  colors: 'grey' | 'cmyk';
  /** Exact inks, in percent, of colours written `#rrggbb`; all others are converted. Of no use in grey. */
  inks?: ReadonlyMap<string, Cmyk>;
  /** Pages larger than the trim, with bleed and marks. Such a file has no links, places or outline. */
  sheet?: PressSheet;
  /** Makes the file a PDF/X-4 one (ISO 15930-7). */
  outputIntent?: OutputIntent;
}

/** What stands around the trim of a press page. */
export interface PressSheet {
  /** How far colour reaches over the trim. */
  bleed: number;
  /** Room for marks beyond the bleed; see {@link SLUG}. */
  slug: number;
  /** The line outside trim and bleed, for a page counted from 1. */
  slugLine(page: number): string;
  /** Fonts of the theme that the line is set in; for each character the first that has it. */
  slugFonts: readonly fontkit.Font[];
}

/** The printing condition that a file was made for (ISO 32000-1, 14.11.5). */
export interface OutputIntent {
  /** An ICC profile of four components. */
  profile: Uint8Array;
  /** The condition's name in the ICC's registry, such as `CGATS TR 001`. */
  identifier: string;
  /** The condition in words. */
  info: string;
}

/** Room that marks and the slug line need, in points. */
export const SLUG = (11 * 72) / 25.4;
