import { isJpeg, samplesOf } from './samples.js';
import type { PaintTarget } from './target.js';

/** A picture as pdfkit's document keeps it: `obj` is there once it is embedded. */
export interface PdfImage {
  label: string;
  width: number;
  height: number;
  /** Exif orientation, 1 to 8. */
  orientation?: number;
  colorSpace?: string;
  obj: unknown;
  embed(document: ImageDocument): void;
}

interface ImageDocument {
  ref(data: object): { end(data: Uint8Array): void };
}

/** A picture in the colours of the target: as it is where its samples are right already, converted otherwise. */
export function imageForTarget(image: PdfImage, bytes: Uint8Array, { colors }: Pick<PaintTarget, 'colors'>): PdfImage {
  const { colorSpace } = image;
  const asItIs = isJpeg(bytes) && (colorSpace === 'DeviceGray' || (colors === 'cmyk' && colorSpace === 'DeviceCMYK'));
  if (asItIs) return image;
  const { label, orientation } = image;
  return {
    label,
    width: image.width,
    height: image.height,
    ...(orientation ? { orientation } : {}),
    obj: null,
    embed(document) {
      if (this.obj) return;
      const { width, height, space, color, alpha } = samplesOf(bytes, colors);
      const plane = (data: Uint8Array, more: object) => {
        const reference = document.ref({
          Type: 'XObject',
          Subtype: 'Image',
          Width: width,
          Height: height,
          BitsPerComponent: 8,
          ...more,
        });
        reference.end(data);
        return reference;
      };
      const SMask = alpha && plane(alpha, { ColorSpace: 'DeviceGray' });
      this.obj = plane(color, { ColorSpace: space, ...(SMask ? { SMask } : {}) });
    },
  };
}
