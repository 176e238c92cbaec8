import type { Artifact } from '../../document/tag.js';
import type { BookPage, BookPart } from '../../layout/book.js';
import type { GlyphPosition, LaidNode, Run } from '../../layout/nodes.js';
import type { SectionTag } from '../../layout/tags.js';
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

/** A page whose nodes know what they are. */
export interface BoundPage {
  nodes: LaidNode[];
  /** By the positions of its glyphs, which the painter hands on. A page that stands twice in a booklet has them twice. */
  runs: ReadonlyMap<readonly GlyphPosition[], RunOwner>;
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
 */
export function bindStructure(pages: readonly BookPage[], marks: () => Marks): BoundBook {
  const root = new StructureElement('Document', undefined);
  const parts = new Map<BookPart, PartElements>();
  return {
    root,
    pages: pages.map(({ nodes, part = { tags: [] } }) => {
      const elements = parts.get(part) ?? new PartElements(part.tags, root);
      parts.set(part, elements);
      return new PageBinding(elements, marks).bind(nodes);
    }),
  };
}

/** The elements of one part of a booklet: a section with all that is in it. */
class PartElements {
  readonly top: StructureElement;
  readonly #elements = new Map<number, StructureElement>();
  readonly #levels = new HeadingLevels();

  constructor(
    readonly tags: readonly SectionTag[],
    root: StructureElement,
  ) {
    this.top = new StructureElement('Sect', undefined, root);
  }

  /** The element of a tag, within the element around its node unless the tag says otherwise. */
  of(tagId: number, around: StructureElement): StructureElement {
    const known = this.#elements.get(tagId);
    if (known) return known;
    const tag = this.tags[tagId] as SectionTag;
    const parent = tag.within === undefined ? around : this.of(tag.within, around);
    const type = tag.role === 'H' ? `H${this.#levels.next(tag.level ?? 1)}` : tag.role;
    const element = new StructureElement(type, tag, parent);
    this.#elements.set(tagId, element);
    if (!tag.inline) element.settle();
    return element;
  }
}

/** Binding of one page. */
class PageBinding {
  readonly #runs = new Map<readonly GlyphPosition[], RunOwner>();

  constructor(
    private readonly elements: PartElements,
    private readonly marks: () => Marks,
  ) {}

  bind(nodes: readonly LaidNode[]): BoundPage {
    return { nodes: nodes.map((node) => this.#walk(node, this.#ownerOf(node, undefined))), runs: this.#runs };
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
    return this.elements.of(props.tagId, around ?? this.elements.top);
  }

  #bindRuns({ lines = [] }: LaidNode, own: Owner): void {
    const ownerOf = ({ tag }: Run): Owner =>
      tag === undefined || typeof own === 'string' ? own : this.elements.of(tag, own);
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
