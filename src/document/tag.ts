/**
 * What a block or run is, for readers who hear the page: a standard structure type (ISO 32000-1, 14.8.4), carried on its
 * node through react-pdf's layout. `H` is a heading whose level is worked out from those before it, so that none is left out.
 */
export type Role =
  | 'Sect'
  | 'Div'
  | 'BlockQuote'
  | 'Caption'
  | 'TOC'
  | 'TOCI'
  | 'Index'
  | 'H'
  | 'P'
  | 'L'
  | 'LI'
  | 'Lbl'
  | 'LBody'
  | 'Table'
  | 'TR'
  | 'TH'
  | 'TD'
  | 'Span'
  | 'Code'
  | 'Reference'
  | 'Note'
  | 'Link'
  | 'Figure'
  | 'Form';

/** A structure element that a node makes. */
export interface Tag {
  role: Role;
  /** Of a heading: 1 for a section's title, 2 to 6 as the author wrote it, 7 for a title that stands below any of those. */
  level?: number;
  /** What is read out in place of a picture. */
  alt?: string;
  /** The words that what is painted stands for: `blank` for a rule. */
  actualText?: string;
  /** The language of its words (BCP 47), where it is not the booklet's. */
  lang?: string;
  /** Of a table's head cell: whether it stands above its column or before its row. */
  scope?: 'Column' | 'Row';
  /** Of a list: how its items are marked (ISO 32000-1, table 347). */
  numbering?: 'None' | 'Disc' | 'Decimal';
  /** What a link leads to, in words, where its own words do not say it. */
  title?: string;
  /**
   * The element that holds this one, where their nodes do not stand in each other. All nodes that name the same object are
   * in the same element: a question's number and its text in one paragraph, items of a list that has no box.
   */
  within?: Tag;
}

/** A title within a box, below whatever heading stands before the box. Each is an object, and so an element, of its own. */
export function boxHeading(): Tag {
  return { role: 'H', level: 7 };
}

/** What is no content: set around the text block, or drawn for the eye only (ISO 32000-1, 14.8.2.2). */
export type Artifact = 'Header' | 'Footer' | 'Decoration';

/** A place to write or tick in a file for the screen, as large as the node that carries it. */
export interface Field {
  kind: 'text' | 'check';
  /** Unique in the booklet, and the same in every build: lesson and field, such as `luke-22.q3`. */
  name: string;
  /** What is read out when it is reached: the question. */
  label: string;
  /** Type size in points of what is written in it; absent where it is to be as large as fits. */
  size?: number;
}

/**
 * What makes a node a field, if there is one.
 *
 * @param size - Type size in points of what is written in it.
 */
export function asForm(field: Field | undefined, size?: number): { tag?: Tag; field?: Field } {
  return field ? { tag: { role: 'Form' }, field: size === undefined ? field : { ...field, size } } : {};
}
