import { type Color, GRAY, initialColor } from './colors.js';
import type { Font } from './fonts.js';
import { type Box, EVERYWHERE, IDENTITY, type Matrix } from './geometry.js';

/** The graphics state (ISO 32000-1, 8.4), as far as it says where ink comes to lie and what it looks like. */
export interface GraphicsState {
  matrix: Matrix;
  /** The box around what may be painted on. */
  clip: Box;
  fill: Color;
  stroke: Color;
  lineWidth: number;
  fillAlpha: number;
  strokeAlpha: number;
  font: Font | undefined;
  fontSize: number;
  characterSpacing: number;
  wordSpacing: number;
  /** Horizontal scaling, 1 for none. */
  stretch: number;
  leading: number;
  rise: number;
  /** How text is painted (ISO 32000-1, table 106). */
  renderingMode: number;
}

export function initialState(): GraphicsState {
  return {
    matrix: IDENTITY,
    clip: EVERYWHERE,
    fill: initialColor(GRAY),
    stroke: initialColor(GRAY),
    lineWidth: 1,
    fillAlpha: 1,
    strokeAlpha: 1,
    font: undefined,
    fontSize: 0,
    characterSpacing: 0,
    wordSpacing: 0,
    stretch: 1,
    leading: 0,
    rise: 0,
    renderingMode: 0,
  };
}
