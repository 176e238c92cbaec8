/**
 * Levels of headings such that none is left out on the way down (ISO 14289-1, 7.4.2), whatever an author wrote: each
 * stands one below the nearest before it that was meant to be higher.
 */
export class HeadingLevels {
  #open: number[] = [];

  /**
   * @param meant - The level that it was given; 1 is a section's title.
   * @returns 1 to 6.
   */
  next(meant: number): number {
    while ((this.#open.at(-1) ?? 0) >= meant) this.#open.pop();
    this.#open.push(meant);
    return Math.min(this.#open.length, 6);
  }
}
