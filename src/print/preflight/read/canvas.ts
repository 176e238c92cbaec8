import { PDFDict, PDFName, type PDFStream } from '@cantoo/pdf-lib';
import type { Effort } from './effort.js';
import type { Font } from './fonts.js';
import { type Box, common, IDENTITY, isPlaced, type Matrix } from './geometry.js';
import type { ImageFacts } from './images.js';
import type { Painted } from './painted.js';
import { Path } from './path.js';
import type { GraphicsState } from './state.js';
import { isName, type Operand } from './tokens.js';

/** What the streams of a file share while they are read. */
export interface Shared {
  /** Counts what is done, so that no file keeps the program busy for ever. */
  step: Effort;
  font(dict: unknown): Font | undefined;
  image(stream: PDFStream, resources: PDFDict | undefined): ImageFacts;
  /** Paints a form on the canvas as it stands. */
  form(stream: PDFStream, canvas: Canvas): void;
}

/** What an operator does with its operands, which most take for numbers. */
export type Operator = (canvas: Canvas, numbers: readonly number[], operands: readonly Operand[]) => void;

/** Operators by how they are written in a content stream. */
export type Operators = Readonly<Record<string, Operator>>;

/** What one content stream is painted on, with all that its operators change. */
export class Canvas {
  readonly shared: Shared;
  readonly resources: PDFDict | undefined;
  readonly painted: Painted[];
  /** How many forms it stands in. */
  readonly depth: number;
  readonly path = new Path();
  state: GraphicsState;
  /** Whether the path becomes part of the clip when it ends. */
  clips = false;
  textMatrix: Matrix = IDENTITY;
  lineMatrix: Matrix = IDENTITY;
  readonly saved: GraphicsState[] = [];

  /**
   * @param initial - The graphics state to begin with; a copy of it is changed.
   * @param painted - Takes what is painted.
   */
  constructor(
    shared: Shared,
    initial: GraphicsState,
    resources: PDFDict | undefined,
    painted: Painted[],
    depth: number,
  ) {
    this.shared = shared;
    this.state = { ...initial };
    this.resources = resources;
    this.painted = painted;
    this.depth = depth;
  }

  /** What a name stands for in a group of the resources, such as `XObject`. */
  named(kind: string, operand: Operand | undefined): unknown {
    const group = this.resources?.lookup(PDFName.of(kind));
    return group instanceof PDFDict && isName(operand) ? group.lookup(PDFName.of(operand.name)) : undefined;
  }

  /** What of an area can be seen. */
  seen(box: Box | undefined): Box | undefined {
    return box && common(box, this.state.clip);
  }

  keep(item: Painted): void {
    // Numbers without sense place nothing anywhere.
    if (!isPlaced(item.box)) return;
    this.shared.step(item.kind === 'text' ? WORDS : KEPT);
    this.painted.push(item);
  }
}

/** Steps that words count for, and whatever else is painted: they take that much more time, and memory to the end. */
const WORDS = 24;
const KEPT = 8;
