import type { SectionTag } from '../../layout/tags.js';
import type { PdfReference } from '../outline.js';

/** What an element holds: other elements, marked content on a page (counted from 0), and annotations there. */
export type Kid = StructureElement | { page: number; mark: number } | { page: number; annotation: PdfReference };

/** An element of the structure tree (ISO 32000-1, 14.7.2), while the pages that it stands on are painted. */
export class StructureElement {
  /** In the order in which they are read. */
  readonly kids: Kid[] = [];
  /** Its box on the page in points, left, bottom, right and top, where it is a figure. */
  box?: readonly [number, number, number, number];
  #isHeld = false;

  /**
   * @param type - Standard structure type, such as `H2`.
   */
  constructor(
    readonly type: string,
    readonly tag: Readonly<SectionTag> | undefined,
    readonly parent?: StructureElement,
  ) {}

  /** Takes its place behind what its parent holds by now, unless it has one. */
  settle(): void {
    if (this.#isHeld || !this.parent) return;
    this.#isHeld = true;
    this.parent.settle();
    this.parent.kids.push(this);
  }

  /** The nearest element of a type that this one is or stands in. */
  within(type: string): StructureElement | undefined {
    return this.type === type ? this : this.parent?.within(type);
  }
}
