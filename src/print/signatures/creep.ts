/**
 * How far the fore edge of a folded sheet stands out beyond that of the outermost one, in points.
 *
 * A sheet that is wrapped round `inside` others bends in a half circle whose radius is their thickness, so each of its
 * two leaves spends a quarter of that circle, π/2 times the radius, before it runs flat. What the outermost leaf spends
 * there more than an inner one is what the inner one stands out by.
 *
 * @param inside - How many sheets there are around this one: 0 for the outermost.
 * @param thickness - Of one sheet, in points.
 */
export function creepOf(inside: number, thickness: number): number {
  return (Math.PI / 2) * inside * thickness;
}
