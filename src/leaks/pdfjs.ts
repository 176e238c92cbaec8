export type Pdfjs = typeof import('pdfjs-dist/legacy/build/pdf.mjs');

/** What pdf.js takes from its canvas where the platform has none. */
const OF_CANVAS = ['DOMMatrix', 'ImageData', 'Path2D'];

/**
 * What its build for older engines replaces for the whole program by something many times slower: `push`, to make an error right
 * that nobody makes here, and JSON, for numbers that keep the form in which they were written. What it calls its worker does so
 * too, and would be loaded with the first file.
 */
const REPLACED: readonly { of: object; name: string }[] = [
  { of: Array.prototype, name: 'push' },
  { of: JSON, name: 'parse' },
  { of: JSON, name: 'stringify' },
];

/**
 * pdf.js, loaded when it is first needed. It makes a matrix for drawing as it starts, and where its optional canvas was
 * not installed there is no class to make it of. Nothing is drawn here, so an empty class will do. See also
 * `workers/no-canvas`.
 */
export async function loadPdfjs(): Promise<Pdfjs> {
  const missing = OF_CANVAS.filter((name) => !(name in globalThis));
  const hasCanvas =
    missing.length === 0 ||
    (await import('@napi-rs/canvas').then(
      () => true,
      () => false,
    ));
  if (!hasCanvas) {
    for (const name of missing) Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
  }
  // Where fonts cannot be handed to a reader of type, it makes paths of every letter: half of its work, all for drawing.
  if (!('FontFace' in globalThis)) {
    Object.defineProperty(globalThis, 'FontFace', { value: ReadyFont, configurable: true });
  }
  const own = REPLACED.map(({ of, name }) => Object.getOwnPropertyDescriptor(of, name));
  const pdfjs = await import('pdfjs-dist/legacy/build/pdf.mjs');
  // @ts-expect-error: it comes without types, and nothing of it is used here.
  await import('pdfjs-dist/legacy/build/pdf.worker.mjs');
  for (const [index, { of, name }] of REPLACED.entries()) {
    const descriptor = own[index];
    if (descriptor) Object.defineProperty(of, name, descriptor);
  }
  return pdfjs;
}

/** A font that is ready as soon as it is made, since nothing will be set in it. */
class ReadyFont {
  readonly loaded = Promise.resolve(this);
}

/** What takes the fonts that pdf.js would have a browser set type in. */
export const NO_DOCUMENT = { fonts: { add: () => {}, delete: () => true } };
