import type { Field } from '../../document/tag.js';
import { type CheckAppearances, checkAppearances, emptyAppearance } from './appearances.js';
import type { FieldFont } from './field-font.js';
import { FieldTree } from './field-tree.js';
import type { FieldReference, MakeRef } from './reference.js';
import { writeFont } from './write-font.js';

/** Left, bottom, right and top in points, from the page's lower left corner. */
export type FieldRect = readonly [left: number, bottom: number, right: number, top: number];

/** How fields of a file are made. */
export interface FieldOptions {
  font: FieldFont;
  /** What a field is called that goes on where another of the same name was cut off by the page. */
  continued(label: string): string;
}

/** Key of the form's dictionary by which a file is known again, with the version of the rules for fields' names. */
export const FORM_MARK = { key: 'GATH_Fields', version: 1 } as const;

/** Name of the font in the form's resources. */
const FONT = 'Fields';
/** Viewers choose the size: such that what is written can be seen, and printed, whole (ISO 32000-1, 12.7.3.3). */
const FITTING = 0;
/** The size in points that they begin with. */
const LARGEST = 12;
/** Height of a line that viewers set, as a multiple of the type size. */
const LINE = 1.35;
/** Annotations are printed with the page (ISO 32000-1, table 165). */
const PRINTED = 4;
/** A text field of more than one line (ISO 32000-1, table 228). */
const MULTILINE = 1 << 12;

/** The interactive form of a file (ISO 32000-1, 12.7): a field for each place to write or tick. */
export class Fields {
  readonly #tree: FieldTree;
  readonly #checks = new Map<string, CheckAppearances>();
  /** Resources of the form and of all its text fields. */
  #shared: FieldReference | undefined;
  #isEmpty = true;

  constructor(
    private readonly makeRef: MakeRef,
    private readonly options: FieldOptions,
  ) {
    this.#tree = new FieldTree(makeRef);
  }

  /**
   * Makes a field with its one widget. The caller puts the widget among the annotations of its page, gives it a place in
   * the structure tree (`StructParent`), and then ends it.
   *
   * @param page - Reference of the page's dictionary.
   */
  add(field: Field, rect: FieldRect, page: unknown): FieldReference {
    this.#isEmpty = false;
    const { name, parent, time, settle } = this.#tree.place(field.name);
    const [left, bottom, right, top] = rect.map((length) => Math.round(length * 100) / 100) as [...FieldRect];
    const extent = [Math.round((right - left) * 100) / 100, Math.round((top - bottom) * 100) / 100] as const;
    const widget = this.makeRef({
      Type: 'Annot',
      Subtype: 'Widget',
      Rect: [left, bottom, right, top],
      F: PRINTED,
      P: page,
      T: new String(name),
      TU: new String(time === 1 ? field.label : this.options.continued(field.label)),
      ...(parent ? { Parent: parent } : {}),
      ...(field.kind === 'check' ? this.#checkBox(extent) : this.#textField(extent, field.size ?? FITTING)),
    });
    settle(widget);
    return widget;
  }

  #checkBox(extent: readonly [number, number]): Record<string, unknown> {
    const key = extent.join();
    const states = this.#checks.get(key) ?? checkAppearances(extent, this.makeRef);
    this.#checks.set(key, states);
    return { FT: 'Btn', V: 'Off', AS: 'Off', AP: { N: { ...states } } };
  }

  /**
   * No more than one line where there is no room for two. What is set in a size of the viewer's does not stand on the
   * printed lines: once something is written there, it has a white ground in place of them.
   */
  #textField(extent: readonly [number, number], size: number): Record<string, unknown> {
    const isTall = extent[1] >= 2 * LINE * (size || LARGEST);
    return {
      FT: 'Tx',
      ...(isTall ? { Ff: MULTILINE } : {}),
      ...(isTall && size === FITTING ? { MK: { BG: [1] } } : {}),
      DA: new String(appearanceOf(size)),
      AP: { N: emptyAppearance(extent, this.#resources(), this.makeRef) },
    };
  }

  #resources(): object {
    if (this.#shared) return this.#shared;
    this.#shared = this.makeRef({ Font: { [FONT]: writeFont(this.options.font, this.makeRef) } });
    this.#shared.end();
    return this.#shared;
  }

  /** Writes the form, if there is any field, into the catalog. Every widget must have been ended before. */
  finish(catalog: Record<string, unknown>): void {
    if (this.#isEmpty) return;
    const form = this.makeRef({
      Fields: this.#tree.finish(),
      // A form that is only ticked needs no font.
      ...(this.#shared ? { DR: this.#resources(), DA: new String(appearanceOf(FITTING)) } : {}),
      [FORM_MARK.key]: FORM_MARK.version,
    });
    form.end();
    catalog.AcroForm = form;
  }
}

/** Font, size and colour of a field's text (ISO 32000-1, 12.7.3.3). */
function appearanceOf(size: number): string {
  return `/${FONT} ${Math.round(size * 100) / 100} Tf 0 g`;
}
