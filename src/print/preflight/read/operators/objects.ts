import { PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import type { Canvas, Operators } from '../canvas.js';
import { colorSpace, PATTERN } from '../colors.js';
import { type ImageFacts, inlineFacts, placedImage } from '../images.js';
import { isDictionary } from '../tokens.js';

/** What is painted as a whole: gradients, pictures and forms (ISO 32000-1, 8.7.4 and 8.8 to 8.10). */
export const OBJECTS: Operators = {
  sh: (canvas, _, [name]) => {
    const shading = canvas.named('Shading', name);
    const dict = shading instanceof PDFStream ? shading.dict : shading;
    const space =
      dict instanceof PDFDict ? colorSpace(dict.lookup(PDFName.of('ColorSpace')), canvas.resources) : PATTERN;
    canvas.keep({ kind: 'shading', box: canvas.state.clip, space });
  },
  Do: (canvas, _, [name]) => {
    const object = canvas.named('XObject', name);
    if (!(object instanceof PDFStream)) return;
    const isImage = object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image');
    if (isImage) place(canvas, canvas.shared.image(object, canvas.resources));
    else canvas.shared.form(object, canvas);
  },
  BI: (canvas, _, [dictionary]) => {
    if (isDictionary(dictionary)) place(canvas, inlineFacts(dictionary, canvas.resources));
  },
};

function place(canvas: Canvas, facts: ImageFacts): void {
  const { box: whole, ...rest } = placedImage(facts, canvas.state.matrix);
  const box = canvas.seen(whole);
  if (box && canvas.state.fillAlpha > 0) canvas.keep({ ...rest, box });
}
