/** How large pages are: as wide as there is room, as large as can be seen whole, or a share of their true size. */
export type Zoom = 'width' | 'page' | number;

/** Steps of zoom, in shares of the true size. */
export const ZOOMS = [0.25, 0.33, 0.5, 0.67, 0.8, 1, 1.25, 1.5, 2, 3, 4];

/** CSS pixels to the point at true size: CSS has 96 to the inch, and print 72. */
const TRUE_SIZE = 96 / 72;

/** CSS pixels to the point, for a row of pages in points in a box in CSS pixels. */
export function scaleFor(zoom: Zoom, row: { width: number; height: number }, box: { width: number; height: number }) {
  const least = 0.1;
  if (typeof zoom === 'number') return zoom * TRUE_SIZE;
  const width = box.width / row.width;
  // Wider than twice its true size a page only gets blurred to the eye.
  if (zoom === 'width') return Math.max(least, Math.min(width, 2 * TRUE_SIZE));
  return Math.max(least, Math.min(width, box.height / row.height));
}

/**
 * A scale a little smaller, at which a page is a whole number of device pixels wide. Then its canvas is shown as it was
 * drawn, and not blurred by being stretched.
 */
export function snapped(scale: number, width: number, density: number): number {
  return Math.max(1, Math.floor(width * scale * density)) / density / width;
}

/** A length in CSS pixels that is a whole number of device pixels. */
export function snappedLength(length: number, density: number): number {
  return Math.round(length * density) / density;
}

/** The next step of zoom up or down from a scale in CSS pixels to the point. */
export function nextZoom(scale: number, step: 1 | -1): number {
  const now = scale / TRUE_SIZE;
  const beyond = (zoom: number) => (step === 1 ? zoom > now * 1.02 : zoom < now / 1.02);
  const steps = ZOOMS.filter(beyond);
  return (step === 1 ? steps[0] : steps.at(-1)) ?? now;
}

/** A scale as readers are told it: `100 %` is the true size. */
export function zoomText(scale: number): string {
  return `${Math.round((scale / TRUE_SIZE) * 100)} %`;
}
