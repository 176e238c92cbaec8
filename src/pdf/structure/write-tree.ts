import type { PdfReference } from '../outline.js';
import type { Kid, StructureElement } from './element.js';

/** What stands in the structure tree beside its elements. */
export interface TreeParts {
  root: StructureElement;
  /** The dictionaries of the pages. */
  pages: readonly unknown[];
  /** The elements that marked content belongs to, page by page in the order of its identifiers. */
  marks: readonly (readonly StructureElement[])[];
  /** The elements of annotations, whose keys in the parent tree come behind those of the pages. */
  annotations: readonly StructureElement[];
  makeRef(): PdfReference;
}

/** Elements that are there also when they hold nothing: a table's cells are counted. */
const MAY_BE_EMPTY = new Set(['TD', 'TH']);

/**
 * Writes the structure tree (ISO 32000-1, 14.7) with its parent tree.
 *
 * @returns The tree's root, for the catalog.
 */
export function writeStructureTree({ root, pages, marks, annotations, makeRef }: TreeParts): PdfReference {
  const tree = makeRef();
  const references = new Map<StructureElement, PdfReference>();
  const notes: [string, PdfReference][] = [];
  const referenceOf = (element: StructureElement): PdfReference => {
    const known = references.get(element) ?? makeRef();
    references.set(element, known);
    return known;
  };
  const write = (element: StructureElement, parent: PdfReference): void => {
    const own = referenceOf(element);
    const kids = element.kids.filter(isNeeded);
    const first = kids.find((kid) => 'page' in kid);
    const page = first && 'page' in first ? pages[first.page] : undefined;
    const written = kids.map((kid) => ('page' in kid ? contentOf(kid, pages, page) : referenceOf(kid)));
    Object.assign(own.data, {
      Type: 'StructElem',
      S: element.type,
      P: parent,
      ...(page ? { Pg: page } : {}),
      ...entriesOf(element),
      ...(written.length === 1 ? { K: written[0] } : written.length > 0 ? { K: written } : {}),
    });
    if (element.type === 'Note') {
      const id = `note-${String(notes.length + 1).padStart(4, '0')}`;
      own.data.ID = new String(id);
      notes.push([id, own]);
    }
    for (const kid of kids) if (!('page' in kid)) write(kid, own);
    own.end();
  };
  write(root, tree);
  const inPages = marks.flatMap((elements, page) => [page, elements.map(referenceOf)]);
  const inAnnotations = annotations.flatMap((element, index) => [pages.length + index, referenceOf(element)]);
  const parents = makeRef();
  Object.assign(parents.data, { Nums: [...inPages, ...inAnnotations] });
  parents.end();
  Object.assign(tree.data, {
    Type: 'StructTreeRoot',
    K: [referenceOf(root)],
    ParentTree: parents,
    ParentTreeNextKey: pages.length + annotations.length,
    ...(notes.length > 0 ? { IDTree: { Names: notes.flatMap(([id, note]) => [new String(id), note]) } } : {}),
  });
  tree.end();
  return tree;
}

function isNeeded(kid: Kid): boolean {
  return 'page' in kid || MAY_BE_EMPTY.has(kid.type) || kid.kids.some(isNeeded);
}

/** Content as an element holds it: on the element's own page by number alone. */
function contentOf(kid: Exclude<Kid, StructureElement>, pages: readonly unknown[], own: unknown): unknown {
  const page = pages[kid.page];
  if ('annotation' in kid) return { Type: 'OBJR', Obj: kid.annotation, Pg: page };
  return page === own ? kid.mark : { Type: 'MCR', Pg: page, MCID: kid.mark };
}

/** What an element says of itself (tables 323 and 343 to 349). */
function entriesOf({ tag, box, type }: StructureElement): Record<string, unknown> {
  const attributes = [
    ...(tag?.scope ? [{ O: 'Table', Scope: tag.scope }] : []),
    ...(type === 'L' && tag?.numbering ? [{ O: 'List', ListNumbering: tag.numbering }] : []),
    ...(box ? [{ O: 'Layout', BBox: box, Placement: 'Block' }] : []),
  ];
  return {
    ...(tag?.alt === undefined ? {} : { Alt: new String(tag.alt) }),
    ...(tag?.actualText === undefined ? {} : { ActualText: new String(tag.actualText) }),
    ...(tag?.lang === undefined ? {} : { Lang: new String(tag.lang) }),
    ...(attributes.length === 1 ? { A: attributes[0] } : attributes.length > 1 ? { A: attributes } : {}),
  };
}
