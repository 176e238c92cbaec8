import type { Artifact } from '../../document/tag.js';
import type { BookPage, BookPart } from '../../layout/book.js';
import type { GlyphPosition, LaidNode, Run } from '../../layout/nodes.js';
import type { SectionTag } from '../../layout/tags.js';
import { type PageRecord, type TagId, TOP } from '../replay/page-record.js';
import { StructureElement } from './element.js';
import { HeadingLevels } from './heading-levels.js';

/** What a piece of a page belongs to: an element, or nothing that is read out. */
export type Owner = StructureElement | Artifact;

/** Whom a run of text belongs to. */
export interface RunOwner {
  owner: Owner;
  /** Whether all runs of its paragraph on the page are the same one's, so that they can be marked as one. */
  alone: boolean;
}

/** What the painter does when it comes to a place of the page; called with the document's state of that moment. */
export interface Marks {
  /** Everything painted from now on is the element's. */
  begin(element: StructureElement, size: { width: number; height: number }): void;
  end(): void;
  /** A place to write or tick, as large as its node. */
  field(element: StructureElement, size: { width: number; height: number }): void;
}

/** A booklet's pages and the root of the tree whose elements they belong to. */
export interface BoundBook {
  root: StructureElement;
  pages: BoundPage[];
}

/**
 * Makes the structure tree's elements from the tags that nodes carry, in the order of the pages. A box or paragraph that
 * runs over pages is one element. What is in words of a paragraph gets its place when it is painted.
 *
 * @param marks - Gives what is told of places on the pages, once there is a document to tell.
 * @param recordOf - How a page was painted before.
 */
export function bindStructure(
  pages: readonly BookPage[],
  marks: () => Marks,
  recordOf: (page: BookPage) => PageRecord | undefined = () => undefined,
): BoundBook {
  const root = new StructureElement('Document', undefined);
  const parts = new Map<BookPart, PartElements>();
  return {
    root,
    pages: pages.map((page) => {
      const { nodes, part = { tags: [] } } = page;
      const elements = parts.get(part) ?? new PartElements(part.tags, root);
      parts.set(part, elements);
      return new BoundPage(nodes, elements, marks, recordOf(page));
    }),
  };
}

/** The elements of one part of a booklet: a section with all that is in it. */
class PartElements {
  readonly top: StructureElement;
  readonly #elements = new Map<TagId, StructureElement>();
  readonly #ids = new Map<StructureElement, TagId>();
  readonly #levels = new HeadingLevels();

  constructor(
    readonly tags: readonly SectionTag[],
    root: StructureElement,
  ) {
    this.top = new StructureElement('Sect', undefined, root);
  }

  /** The tag of an element. */
  idOf(element: StructureElement): TagId {
    return this.#ids.get(element) ?? TOP;
  }

  /** An element that was made before. */
  made(tagId: TagId): StructureElement | undefined {
    return tagId === TOP ? this.top : this.#elements.get(tagId);
  }

  /** The element of a tag, within the element around its node unless the tag says otherwise. */
  of(tagId: TagId, around: StructureElement): StructureElement {
    const known = this.#elements.get(tagId);
    if (known) return known;
    const tag = this.tags[tagId] as SectionTag;
    const parent = tag.within === undefined ? around : this.of(tag.within, around);
    const type = tag.role === 'H' ? `H${this.#levels.next(tag.level ?? 1)}` : tag.role;
    const element = new StructureElement(type, tag, parent);
    this.#elements.set(tagId, element);
    this.#ids.set(element, tagId);
    if (!tag.inline) element.settle();
    return element;
  }
}

/** A page whose nodes know what they are. */
export class BoundPage {
  readonly #runs = new Map<readonly GlyphPosition[], RunOwner>();
  readonly #asked = new Map<TagId, TagId>();
  #nodes: LaidNode[] | undefined;
  /** How the page was painted before, where the elements are the same that it has a part in. */
  readonly record: PageRecord | undefined;

  constructor(
    private readonly source: readonly LaidNode[],
    private readonly elements: PartElements,
    private readonly marks: () => Marks,
    record: PageRecord | undefined,
  ) {
    this.record = record && this.#takesUp(record) ? record : undefined;
    if (!this.record) this.#nodes = this.#bind();
  }

  /** What is painted of the page. */
  get nodes(): LaidNode[] {
    this.#nodes ??= this.#bind();
    return this.#nodes;
  }

  /**
   * Whom a run belongs to, by the positions of its glyphs, which the painter hands on. A page that stands twice in a booklet
   * has them twice.
   */
  ownerOf(positions: readonly GlyphPosition[]): RunOwner | undefined {
    return this.#runs.get(positions);
  }

  /** Elements that the binding asked for, with those around them. */
  get asked(): ReadonlyMap<TagId, TagId> {
    return this.#asked;
  }

  /** The element of a tag that has a part in the page. */
  element(tagId: TagId): StructureElement {
    const element = this.elements.made(tagId);
    if (!element) throw new RangeError(`no element of tag ${tagId}`);
    return element;
  }

  idOf(element: StructureElement): TagId {
    return this.elements.idOf(element);
  }

  /** Makes the elements that the page had a part in when it was recorded. Answers whether they are of the same types. */
  #takesUp({ elements, types }: PageRecord): boolean {
    for (const [element, around] of elements) this.elements.of(element, this.element(around));
    for (const [tagId, type] of types) if (this.elements.made(tagId)?.type !== type) return false;
    return true;
  }

  #bind(): LaidNode[] {
    return this.source.map((node) => this.#walk(node, this.#ownerOf(node, undefined)));
  }

  #elementOf(tagId: TagId, around: StructureElement): StructureElement {
    if (!this.#asked.has(tagId)) this.#asked.set(tagId, this.elements.idOf(around));
    return this.elements.of(tagId, around);
  }

  /** @param own - Whose the node is. */
  #walk(node: LaidNode, own: Owner | undefined): LaidNode {
    if (node.lines) {
      this.#bindRuns(node, own ?? 'Decoration');
      return node;
    }
    if (node.type === 'SVG' || !node.children) return node;
    const children = node.children.flatMap((child) => {
      const its = this.#ownerOf(child, own);
      const bound = this.#walk(child, its);
      return typeof its === 'object' && its !== own ? this.#withMarks(bound, its) : [bound];
    });
    return { ...node, children };
  }

  #ownerOf({ props }: LaidNode, around: Owner | undefined): Owner | undefined {
    if (typeof around === 'string') return around;
    if (props?.artifact || props?.repeated) return props.artifact ?? 'Decoration';
    if (props?.tagId === undefined) return around;
    return this.#elementOf(props.tagId, around ?? this.elements.top);
  }

  #bindRuns({ lines = [] }: LaidNode, own: Owner): void {
    const ownerOf = ({ tag }: Run): Owner =>
      tag === undefined || typeof own === 'string' ? own : this.#elementOf(tag, own);
    const owned = lines.flatMap(({ runs }) => runs.map((run) => ({ run, owner: ownerOf(run) })));
    const alone =
      owned.every(({ run, owner }) => owner === own && !run.attributes.backgroundColor) &&
      lines.every(({ decorationLines = [] }) => decorationLines.length === 0);
    for (const { run, owner } of owned) this.#runs.set(run.positions, { owner, alone });
  }

  /** The node that an element begins with, with what must be told before and after it is painted. */
  #withMarks(node: LaidNode, own: StructureElement): LaidNode[] {
    const { box } = node;
    const before: (() => void)[] = [];
    const after: (() => void)[] = [];
    if (own.type === 'Figure') {
      before.push(() => this.marks().begin(own, box));
      after.push(() => this.marks().end());
    }
    if (own.tag?.field) before.push(() => this.marks().field(own, box));
    return [...before.map((act) => marker(act, node)), node, ...after.map((act) => marker(act, node))];
  }
}

/** A node that paints nothing: react-pdf's painter calls it when it comes to the place of another. */
function marker(act: () => void, { box }: LaidNode): LaidNode {
  const { left, top, width, height } = box;
  return {
    type: 'CANVAS',
    box: { left, top, width, height },
    style: {},
    props: { paint: act },
    children: [],
  };
}
