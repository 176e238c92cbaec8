import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A canvas as pdf.js makes it: of the very version of @napi-rs/canvas whose paths it draws with. */
interface CanvasFactory {
  create(width: number, height: number): { canvas: { toBuffer(type: 'image/png'): Buffer }; context: unknown };
}

/** Resolution of pictures of pages: enough to see what stands where, little enough to be kept in the repository. */
const DOTS_PER_INCH = 48;

/** Draws pages of a PDF, each as the bytes of a PNG. */
export async function drawPages(
  bytes: Uint8Array,
  numbers: readonly number[],
  dotsPerInch = DOTS_PER_INCH,
): Promise<Buffer[]> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
    disableFontFace: true,
  });
  const file = await task.promise;
  const pictures: Buffer[] = [];
  for (const number of numbers) {
    const page = await file.getPage(number);
    const viewport = page.getViewport({ scale: dotsPerInch / 72 });
    const { canvas, context } = (file.canvasFactory as CanvasFactory).create(
      Math.round(viewport.width),
      Math.round(viewport.height),
    );
    await page.render({ canvas: canvas as never, canvasContext: context as never, viewport, background: '#ffffff' })
      .promise;
    pictures.push(canvas.toBuffer('image/png'));
  }
  await task.destroy();
  return pictures;
}
