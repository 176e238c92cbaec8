import { PDFArray, PDFDict, PDFName, PDFNumber, PDFStream } from '@cantoo/pdf-lib';
import { appearances, matrixOf } from './annotations.js';
import { CMYK, type Color, type ColorSpace, colorSpace, GRAY, initialColor, PATTERN, RGB } from './colors.js';
import { effort } from './effort.js';
import { type Font, readFont } from './fonts.js';
import { type Box, common, heightOf, IDENTITY, isPlaced, type Matrix, multiply, widthOf } from './geometry.js';
import { type ImageFacts, imageFacts, inlineFacts, placedImage } from './images.js';
import { numbersOf, type OpenPage } from './open.js';
import type { Painted } from './painted.js';
import { Path, stroked } from './path.js';
import { type GraphicsState, initialState } from './state.js';
import { unpacked } from './streams.js';
import { showText } from './text.js';
import { ContentTokens, isDictionary, isName, type Operand } from './tokens.js';
import { UnreadablePdf } from './unreadable.js';

/** How deep forms may stand in one another. */
const DEEPEST = 20;

/** So many steps reading a file may take, which is more than a book of maps needs: an operation is one. */
const MOST_STEPS = 10_000_000;

/** Steps that a form counts for, words, and whatever else is painted or saved: they take that much more time, or memory. */
const FORM = 50;
const WORDS = 8;
const KEPT = 3;

/** Reads what pages show. Fonts and forms that pages share are read once. */
export class Interpreter {
  readonly #fonts = new Map<PDFDict, Font>();
  readonly #content = new Map<PDFStream, Uint8Array>();
  readonly #images = new Map<PDFStream, ImageFacts>();
  readonly #step = effort(MOST_STEPS);

  /**
   * Everything that a page shows, in the order in which it is painted, what is printed of its annotations included.
   *
   * @throws {UnreadablePdf} where the page cannot be read.
   */
  page({ dict, resources, view }: OpenPage): Painted[] {
    const contents = dict.lookup(PDFName.of('Contents'));
    const streams =
      contents instanceof PDFArray
        ? Array.from({ length: contents.size() }, (_, index) => contents.lookup(index))
        : [contents];
    const parts = streams.filter((stream) => stream instanceof PDFStream).map((stream) => this.#unpacked(stream));
    const painted: Painted[] = [];
    const start: GraphicsState = { ...initialState(), matrix: view };
    this.#run(joined(parts), resources, start, painted, 0);
    for (const { stream, matrix } of appearances(dict)) {
      this.#form(stream, { ...start, matrix: multiply(matrix, view) }, resources, painted, 0);
    }
    return painted;
  }

  #unpacked(stream: PDFStream): Uint8Array {
    const known = this.#content.get(stream) ?? unpacked(stream);
    this.#content.set(stream, known);
    return known;
  }

  #form(stream: PDFStream, state: GraphicsState, outer: PDFDict | undefined, painted: Painted[], depth: number): void {
    if (depth > DEEPEST) {
      throw new UnreadablePdf('forms in it stand in one another without end', { kind: 'endless' });
    }
    this.#step(FORM);
    const own = stream.dict.lookup(PDFName.of('Resources'));
    const matrix = multiply(matrixOf(numbersOf(stream.dict.lookup(PDFName.of('Matrix')))), state.matrix);
    const [a = 0, b = 0, c = 0, d = 0] = numbersOf(stream.dict.lookup(PDFName.of('BBox'))) ?? [];
    const path = new Path();
    path.rectangle(matrix, a, b, c - a, d - b);
    const clip = common(state.clip, path.box as Box);
    if (!clip) return;
    const resources = own instanceof PDFDict ? own : outer;
    this.#run(this.#unpacked(stream), resources, { ...state, matrix, clip }, painted, depth + 1);
  }

  #run(
    bytes: Uint8Array,
    resources: PDFDict | undefined,
    initial: GraphicsState,
    painted: Painted[],
    depth: number,
  ): void {
    const tokens = new ContentTokens(bytes);
    const path = new Path();
    const saved: GraphicsState[] = [];
    let state = { ...initial };
    let textMatrix: Matrix = IDENTITY;
    let lineMatrix: Matrix = IDENTITY;
    let clips = false;

    const named = (kind: string, operand: Operand | undefined) => {
      const group = resources?.lookup(PDFName.of(kind));
      return group instanceof PDFDict && isName(operand) ? group.lookup(PDFName.of(operand.name)) : undefined;
    };
    const keep = (item: Painted) => {
      // Numbers without sense place nothing anywhere.
      if (!isPlaced(item.box)) return;
      this.#step(item.kind === 'text' ? WORDS : KEPT);
      painted.push(item);
    };
    const seen = (box: Box | undefined) => (box ? common(box, state.clip) : undefined);
    const nextLine = (x: number, y: number) => {
      lineMatrix = multiply([1, 0, 0, 1, x, y], lineMatrix);
      textMatrix = lineMatrix;
    };
    const show = (items: readonly Operand[]) => {
      const shown = showText(state, textMatrix, items);
      if (!shown || !state.font) return;
      textMatrix = multiply([1, 0, 0, 1, shown.advance, 0], textMatrix);
      const { renderingMode: mode } = state;
      // Modes 3 and 7 leave no ink.
      if (mode % 4 === 3 || !/\S/.test(shown.text)) return;
      const alpha = mode === 1 ? state.strokeAlpha : state.fillAlpha;
      if (alpha === 0) return;
      const { whole, body, text, size, square } = shown;
      const box = common(whole, state.clip) ?? { ...whole, right: whole.left, top: whole.bottom };
      const color = mode === 1 ? state.stroke : state.fill;
      const clear = alpha < 1;
      keep({ kind: 'text', box, whole, body, text, font: state.font, size, square, color, clear });
    };
    const fill = () => {
      const { fill: color, fillAlpha } = state;
      if (fillAlpha === 0) return;
      const clear = fillAlpha < 1;
      for (const [whole, rectangle] of path.rectangles?.map((one) => [one, true] as const) ?? [
        [path.box, false] as const,
      ]) {
        const box = seen(whole);
        if (!box || !whole) continue;
        if (color.space.family === 'pattern') keep({ kind: 'shading', box, space: color.space });
        else {
          const thickness = Math.min(widthOf(whole), heightOf(whole));
          keep({ kind: 'fill', box, rectangle, thickness, color, clear });
        }
      }
    };
    const stroke = () => {
      if (!path.box || state.strokeAlpha === 0) return;
      const line = stroked(path.box, state.matrix, state.lineWidth);
      const box = seen(line.box);
      if (box) keep({ kind: 'stroke', box, width: line.width, color: state.stroke });
    };
    const endPath = () => {
      if (clips && path.box) state.clip = common(state.clip, path.box) ?? { left: 0, bottom: 0, right: 0, top: 0 };
      clips = false;
      path.clear();
    };
    const paint = (...how: (() => void)[]) => {
      for (const one of how) one();
      endPath();
    };
    const setSpace = (which: 'fill' | 'stroke', operand: Operand | undefined) => {
      const space: ColorSpace = isName(operand) ? colorSpace(PDFName.of(operand.name), resources) : GRAY;
      state[which] = initialColor(space);
    };
    const setColor = (which: 'fill' | 'stroke', operands: readonly Operand[], space?: ColorSpace) => {
      const components = operands.filter((operand) => typeof operand === 'number');
      const isPattern = isName(operands.at(-1));
      const color: Color = { space: space ?? (isPattern ? PATTERN : state[which].space), components };
      state[which] = color;
    };
    const image = (facts: ImageFacts) => {
      const { box: whole, ...rest } = placedImage(facts, state.matrix);
      const box = seen(whole);
      if (box && state.fillAlpha > 0) keep({ ...rest, box });
    };

    for (let next = tokens.next(); next; next = tokens.next()) {
      this.#step();
      const { operator, operands } = next;
      const n = operands as number[];
      const [a = 0, b = 0, c = 0, d = 0, e = 0, f = 0] = n;
      switch (operator) {
        case 'q':
          this.#step(KEPT);
          saved.push({ ...state });
          break;
        case 'Q':
          state = saved.pop() ?? state;
          break;
        case 'cm':
          state.matrix = multiply([a, b, c, d, e, f], state.matrix);
          break;
        case 'w':
          state.lineWidth = a;
          break;
        case 'gs':
          this.#extended(state, named('ExtGState', operands[0]));
          break;
        case 'm':
          path.move(state.matrix, a, b);
          break;
        case 'l':
          path.line(state.matrix, a, b);
          break;
        case 'c':
        case 'v':
        case 'y':
          path.curve(state.matrix, n);
          break;
        case 're':
          path.rectangle(state.matrix, a, b, c, d);
          break;
        case 'W':
        case 'W*':
          clips = true;
          break;
        case 'n':
          endPath();
          break;
        case 'f':
        case 'F':
        case 'f*':
          paint(fill);
          break;
        case 'S':
        case 's':
          paint(stroke);
          break;
        case 'B':
        case 'B*':
        case 'b':
        case 'b*':
          paint(fill, stroke);
          break;
        case 'cs':
          setSpace('fill', operands[0]);
          break;
        case 'CS':
          setSpace('stroke', operands[0]);
          break;
        case 'sc':
        case 'scn':
          setColor('fill', operands);
          break;
        case 'SC':
        case 'SCN':
          setColor('stroke', operands);
          break;
        case 'g':
          setColor('fill', operands, GRAY);
          break;
        case 'G':
          setColor('stroke', operands, GRAY);
          break;
        case 'rg':
          setColor('fill', operands, RGB);
          break;
        case 'RG':
          setColor('stroke', operands, RGB);
          break;
        case 'k':
          setColor('fill', operands, CMYK);
          break;
        case 'K':
          setColor('stroke', operands, CMYK);
          break;
        case 'sh': {
          const shading = named('Shading', operands[0]);
          const dict = shading instanceof PDFStream ? shading.dict : shading;
          const space =
            dict instanceof PDFDict ? colorSpace(dict.lookup(PDFName.of('ColorSpace')), resources) : PATTERN;
          keep({ kind: 'shading', box: state.clip, space });
          break;
        }
        case 'Do': {
          const object = named('XObject', operands[0]);
          if (!(object instanceof PDFStream)) break;
          if (object.dict.lookup(PDFName.of('Subtype')) === PDFName.of('Image')) {
            const facts = this.#images.get(object) ?? imageFacts(object.dict, resources);
            this.#images.set(object, facts);
            image(facts);
          } else this.#form(object, state, resources, painted, depth);
          break;
        }
        case 'BI':
          if (isDictionary(operands[0])) image(inlineFacts(operands[0], resources));
          break;
        case 'BT':
          textMatrix = IDENTITY;
          lineMatrix = IDENTITY;
          break;
        case 'Tf':
          state.font = this.#font(named('Font', operands[0]));
          state.fontSize = b;
          break;
        case 'Tc':
          state.characterSpacing = a;
          break;
        case 'Tw':
          state.wordSpacing = a;
          break;
        case 'Tz':
          state.stretch = a / 100;
          break;
        case 'TL':
          state.leading = a;
          break;
        case 'Ts':
          state.rise = a;
          break;
        case 'Tr':
          state.renderingMode = a;
          break;
        case 'Td':
          nextLine(a, b);
          break;
        case 'TD':
          state.leading = -b;
          nextLine(a, b);
          break;
        case 'Tm':
          lineMatrix = [a, b, c, d, e, f];
          textMatrix = lineMatrix;
          break;
        case 'T*':
          nextLine(0, -state.leading);
          break;
        case 'Tj':
          show(operands);
          break;
        case 'TJ':
          show(Array.isArray(operands[0]) ? operands[0] : []);
          break;
        case "'":
          nextLine(0, -state.leading);
          show(operands);
          break;
        case '"':
          state.wordSpacing = a;
          state.characterSpacing = b;
          nextLine(0, -state.leading);
          show(operands.slice(2));
          break;
      }
    }
  }

  #font(dict: unknown): Font | undefined {
    if (!(dict instanceof PDFDict)) return undefined;
    const font = this.#fonts.get(dict) ?? readFont(dict);
    this.#fonts.set(dict, font);
    return font;
  }

  /** Parameters that a dictionary sets (ISO 32000-1, table 58). */
  #extended(state: GraphicsState, dict: unknown): void {
    if (!(dict instanceof PDFDict)) return;
    const number = (key: string) => {
      const value = dict.lookup(PDFName.of(key));
      return value instanceof PDFNumber ? value.asNumber() : undefined;
    };
    state.fillAlpha = number('ca') ?? state.fillAlpha;
    state.strokeAlpha = number('CA') ?? state.strokeAlpha;
    state.lineWidth = number('LW') ?? state.lineWidth;
    const font = dict.lookup(PDFName.of('Font'));
    if (!(font instanceof PDFArray)) return;
    const size = font.lookup(1);
    state.font = this.#font(font.lookup(0)) ?? state.font;
    if (size instanceof PDFNumber) state.fontSize = size.asNumber();
  }
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  if (parts.length === 1) return parts[0] as Uint8Array;
  return Buffer.concat(parts.flatMap((part) => [part, Uint8Array.of(0x0a)]));
}
