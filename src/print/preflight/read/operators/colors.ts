import { PDFName } from '@cantoo/pdf-lib';
import type { Operator, Operators } from '../canvas.js';
import { CMYK, type ColorSpace, colorSpace, GRAY, initialColor, PATTERN, RGB } from '../colors.js';
import { isName } from '../tokens.js';

type Which = 'fill' | 'stroke';

const setSpace =
  (which: Which): Operator =>
  ({ state, resources }, _, [name]) => {
    state[which] = initialColor(isName(name) ? colorSpace(PDFName.of(name.name), resources) : GRAY);
  };

const setColor =
  (which: Which, space?: ColorSpace): Operator =>
  ({ state }, _, operands) => {
    const components = operands.filter((operand) => typeof operand === 'number');
    const isPattern = isName(operands.at(-1));
    state[which] = { space: space ?? (isPattern ? PATTERN : state[which].space), components };
  };

/** Colours (ISO 32000-1, 8.6.8): those of lines are written large, those of areas and text small. */
export const COLORS: Operators = {
  cs: setSpace('fill'),
  CS: setSpace('stroke'),
  sc: setColor('fill'),
  scn: setColor('fill'),
  SC: setColor('stroke'),
  SCN: setColor('stroke'),
  g: setColor('fill', GRAY),
  G: setColor('stroke', GRAY),
  rg: setColor('fill', RGB),
  RG: setColor('stroke', RGB),
  k: setColor('fill', CMYK),
  K: setColor('stroke', CMYK),
};
