import { createRequire } from 'node:module';

/** Classes that pdf.js takes from its canvas where the platform has none. */
const OF_CANVAS = ['DOMMatrix', 'ImageData', 'Path2D'] as const;

/**
 * Spares a thread of our own the canvas of pdf.js: a library of thirty megabytes, which pdf.js asks for as it starts, whether or not
 * anything is ever drawn. Nothing is here, so empty classes will do; under the name of the canvas lies a module without
 * anything in it (nodejs.org/api/modules.html, `require.cache`). Not for threads that we share with another program.
 */
export function withoutCanvas(): void {
  for (const name of OF_CANVAS) {
    if (!(name in globalThis)) Object.defineProperty(globalThis, name, { value: class {}, configurable: true });
  }
  const require = createRequire(import.meta.url);
  try {
    // It is looked for from where pdf.js lies.
    const path = createRequire(require.resolve('pdfjs-dist')).resolve('@napi-rs/canvas');
    require.cache[path] ??= Object.assign(Object.create(null), { id: path, filename: path, loaded: true, exports: {} });
  } catch {
    // There is none for this computer, and none is looked for either.
  }
}
