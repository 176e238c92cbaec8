/** PDF points in a millimetre: 72 points to the inch, 25.4 millimetres to the inch. */
export const POINTS_PER_MM = 72 / 25.4;

/** Millimetres as PDF points. */
export function mm(millimetres: number): number {
  return millimetres * POINTS_PER_MM;
}
