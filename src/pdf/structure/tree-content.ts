import type { PdfReference } from '../outline.js';
import { StructureElement } from './element.js';
import type { Marking } from './marked-content.js';
import { writeStructureTree } from './write-tree.js';

/** What the elements of a structure tree hold, gathered while page after page is painted. */
export class TreeContent {
  readonly #pages: unknown[] = [];
  readonly #marks: StructureElement[][] = [];
  readonly #annotated: StructureElement[] = [];
  readonly #markings = new Map<StructureElement, Marking>();

  /**
   * @param count - Pages that the file will have: keys of annotations in the parent tree come behind theirs.
   * @param onOpen - Told of each stretch of a page that is an element's.
   */
  constructor(
    private readonly root: StructureElement,
    private readonly count: number,
    private readonly onOpen: (element: StructureElement) => void = () => {},
  ) {}

  /** Index of the page that is being painted, from 0. */
  get page(): number {
    return this.#pages.length - 1;
  }

  /** Begins a page, and says in its dictionary where in the parent tree it stands (ISO 32000-1, 14.7.4.4). */
  addPage(dictionary: { data: Record<string, unknown> }): void {
    Object.assign(dictionary.data, { StructParents: this.#pages.length, Tabs: 'S' });
    this.#pages.push(dictionary);
    this.#marks.push([]);
  }

  /** How the element's content is marked: with a number of its own each time that it is opened. */
  markingOf(element: StructureElement): Marking {
    const known = this.#markings.get(element);
    if (known) return known;
    const marking = { open: () => this.open(element) };
    this.#markings.set(element, marking);
    return marking;
  }

  /** Begins a stretch of the page that is the element's. Gives the operator that says so. */
  open(element: StructureElement): string {
    const { page } = this;
    const mark = (this.#marks[page]?.push(element) ?? 1) - 1;
    element.settle();
    element.kids.push({ page, mark });
    this.onOpen(element);
    return `/${element.type} <</MCID ${mark}>> BDC`;
  }

  /** Makes a link of the current page an element's, or that of the link around the element, and gives it its name. */
  attachLink(annotation: PdfReference, element: StructureElement): void {
    // Words of another language and blanks within a link are elements of their own.
    const holder = element.within('Link') ?? element;
    annotation.data.Contents = new String(holder.tag?.title ?? '');
    this.#attach(annotation, holder);
  }

  /**
   * Makes a field of the current page an element's. An element holds one field (ISO 14289-1, 7.18.4): what goes on on
   * another page is an element beside it.
   */
  attachField(annotation: PdfReference, element: StructureElement): void {
    const isNew = element.kids.length === 0;
    this.#attach(annotation, isNew ? element : new StructureElement(element.type, element.tag, element.parent));
  }

  #attach(annotation: PdfReference, element: StructureElement): void {
    annotation.data.StructParent = this.count + this.#annotated.length;
    this.#annotated.push(element);
    element.settle();
    element.kids.push({ page: this.page, annotation });
  }

  /** Writes the tree, for the catalog. */
  write(makeRef: () => PdfReference): PdfReference {
    return writeStructureTree({
      root: this.root,
      pages: this.#pages,
      marks: this.#marks,
      annotations: this.#annotated,
      makeRef,
    });
  }
}
