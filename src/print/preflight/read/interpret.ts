import { PDFArray, PDFDict, PDFName, PDFStream } from '@cantoo/pdf-lib';
import { appearances, matrixOf } from './annotations.js';
import { Canvas, type Operator, type Shared } from './canvas.js';
import { effort } from './effort.js';
import { type Font, readFont } from './fonts.js';
import { type Box, common, multiply } from './geometry.js';
import { type ImageFacts, imageFacts } from './images.js';
import { numbersOf, type OpenPage } from './open.js';
import { COLORS } from './operators/colors.js';
import { OBJECTS } from './operators/objects.js';
import { PATHS } from './operators/paths.js';
import { STATE } from './operators/state.js';
import { TEXT } from './operators/text.js';
import type { Painted } from './painted.js';
import { Path } from './path.js';
import { type GraphicsState, initialState } from './state.js';
import { unpacked } from './streams.js';
import { ContentTokens, type Operand } from './tokens.js';
import { UnreadablePdf } from './unreadable.js';

/** How deep forms may stand in one another. */
const DEEPEST = 20;

/** So many steps reading a file may take, which is more than a book of maps needs: an operation is one. */
const MOST_STEPS = 10_000_000;

/** Steps that a form counts for: what stands in it comes on top. */
const FORM = 50;

/** Steps that a byte of a stream counts for: an operation has about as many as make one step. */
const BYTE = 1 / 16;

/** So many values are usual for an operation; each beyond them counts for so many steps. */
const USUAL = 8;
const VALUE = 1 / 2;

const OPERATORS: ReadonlyMap<string, Operator> = new Map(
  [STATE, PATHS, COLORS, OBJECTS, TEXT].flatMap((group) => Object.entries(group)),
);

/** Reads what pages show. Fonts and forms that pages share are read once. */
export class Interpreter implements Shared {
  readonly step = effort(MOST_STEPS);
  readonly #fonts = new Map<PDFDict, Font>();
  readonly #forms = new Map<PDFStream, Uint8Array>();
  readonly #images = new Map<PDFStream, ImageFacts>();

  /**
   * Everything that a page shows, in the order in which it is painted, what is printed of its annotations included.
   *
   * @throws {UnreadablePdf} where the page cannot be read.
   */
  page({ dict, resources, view }: OpenPage): Painted[] {
    const contents = dict.lookup(PDFName.of('Contents'));
    const streams = contents instanceof PDFArray ? contents.asArray().map((_, at) => contents.lookup(at)) : [contents];
    this.step(streams.length);
    const parts = streams.filter((stream) => stream instanceof PDFStream).map((stream) => this.#bytesOf(stream));
    const painted: Painted[] = [];
    const start: GraphicsState = { ...initialState(), matrix: view };
    const page = new Canvas(this, start, resources, painted, 0);
    run(joined(parts), page);
    for (const { stream, matrix } of appearances(dict, this.step)) {
      this.form(stream, new Canvas(this, { ...start, matrix: multiply(matrix, view) }, resources, painted, 0));
    }
    return painted;
  }

  form(stream: PDFStream, { state, resources: outer, painted, depth }: Canvas): void {
    if (depth > DEEPEST) {
      throw new UnreadablePdf('forms in it stand in one another without end', { kind: 'endless' });
    }
    this.step(FORM);
    const own = stream.dict.lookup(PDFName.of('Resources'));
    const matrix = multiply(matrixOf(numbersOf(stream.dict.lookup(PDFName.of('Matrix')))), state.matrix);
    const [a = 0, b = 0, c = 0, d = 0] = numbersOf(stream.dict.lookup(PDFName.of('BBox'))) ?? [];
    const path = new Path();
    path.rectangle(matrix, a, b, c - a, d - b);
    const clip = common(state.clip, path.box as Box);
    if (!clip) return;
    const resources = own instanceof PDFDict ? own : outer;
    const bytes = this.#bytesOf(stream, this.#forms.get(stream));
    this.#forms.set(stream, bytes);
    run(bytes, new Canvas(this, { ...state, matrix, clip }, resources, painted, depth + 1));
  }

  font(dict: unknown): Font | undefined {
    if (!(dict instanceof PDFDict)) return undefined;
    const font = this.#fonts.get(dict) ?? readFont(dict, (stream) => this.#bytesOf(stream), this.step);
    this.#fonts.set(dict, font);
    return font;
  }

  image(stream: PDFStream, resources: PDFDict | undefined): ImageFacts {
    const facts = this.#images.get(stream) ?? imageFacts(stream.dict, resources);
    this.#images.set(stream, facts);
    return facts;
  }

  /** What is in a stream, known already or not. */
  #bytesOf(stream: PDFStream, known?: Uint8Array): Uint8Array {
    const bytes = known ?? unpacked(stream);
    this.step(bytes.length * BYTE);
    return bytes;
  }
}

/** Does what a content stream says. Operators that leave nothing to be seen are passed over. */
function run(bytes: Uint8Array, canvas: Canvas): void {
  const tokens = new ContentTokens(bytes);
  for (;;) {
    const next = tokens.next();
    canvas.shared.step(1 + Math.max(0, tokens.values - USUAL) * VALUE);
    if (!next) return;
    const operands: readonly Operand[] = next.operands;
    OPERATORS.get(next.operator)?.(canvas, operands as readonly number[], operands);
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  return Buffer.concat(parts.flatMap((part) => [part, Uint8Array.of(0x0a)]));
}
