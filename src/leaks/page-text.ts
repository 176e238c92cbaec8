import type { PDFPageProxy } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { ReadBackError, type ReadBackText } from './model.js';
import type { Pdfjs } from './pdfjs.js';

type Matrix = readonly [number, number, number, number, number, number];
type GlyphOrMove = { unicode: string; width: number } | number | null;

/**
 * Everything that a page's content shows as text, in the order of the file. How and where it is painted does not
 * matter: invisible, white, clipped, beyond the paper's edge, in a hidden layer, or in a form that the page uses.
 * Annotations are not looked at.
 *
 * @returns The text, and where in it lines and cells begin.
 */
export async function pageText(page: PDFPageProxy, { OPS }: Pick<Pdfjs, 'OPS'>): Promise<PageText> {
  const { fnArray, argsArray } = (await page.getOperatorList({ annotationMode: 0 })) as {
    fnArray: number[];
    argsArray: (unknown[] | null)[];
  };
  const pen = new Pen();
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index] ?? [];
    switch (operator) {
      case OPS.save:
        pen.save();
        break;
      case OPS.restore:
      case OPS.paintFormXObjectEnd:
        pen.restore();
        break;
      case OPS.paintFormXObjectBegin:
        pen.save();
        if (args[0]) pen.transform(asMatrix(args[0]));
        break;
      case OPS.transform:
        pen.transform(asMatrix(args));
        break;
      case OPS.beginText:
        pen.setMatrix(IDENTITY);
        break;
      case OPS.setTextMatrix:
        pen.setMatrix(asMatrix(args[0]));
        break;
      case OPS.moveText:
        pen.move(Number(args[0]), Number(args[1]));
        break;
      case OPS.setLeadingMoveText:
        pen.leading = -Number(args[1]);
        pen.move(Number(args[0]), Number(args[1]));
        break;
      case OPS.setLeading:
        pen.leading = Number(args[0]);
        break;
      case OPS.nextLine:
        pen.move(0, -pen.leading);
        break;
      case OPS.setFont:
        checkFont(page, String(args[0]));
        pen.size = Math.abs(Number(args[1]));
        break;
      case OPS.setCharSpacing:
        pen.spacing = Number(args[0]);
        break;
      case OPS.showText:
        pen.show(args[0] as GlyphOrMove[]);
        break;
    }
  }
  const { text, lines } = pen;
  return { text, lines };
}

/** What a page shows. */
export type PageText = Required<Pick<ReadBackText, 'text' | 'lines'>>;

/** What is set in a font that pdf.js cannot find or read, it leaves out. */
function checkFont(page: PDFPageProxy, id: string): void {
  // Of a font that it cannot read it keeps the reason in place of the font.
  if (id === 'g_font_error' || typeof page.commonObjs.get(id) === 'string') {
    throw new ReadBackError('a font in it is missing or damaged');
  }
}

const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];

/** A gap of this part of the type size parts words. Letters are never set so far apart by kerning alone. */
const WORD_GAP = 0.15;

/** Follows the places of glyphs closely enough to tell where words end. */
class Pen {
  text = '';
  readonly lines: number[] = [];
  leading = 0;
  size = 0;
  spacing = 0;
  #ctm: Matrix = IDENTITY;
  #line: Matrix = IDENTITY;
  /** How far along the line the next glyph stands. */
  #along = 0;
  /** Where the last glyph ended, and on which baseline. */
  #end = { x: 0, y: 0 };
  readonly #saved: { ctm: Matrix; size: number; spacing: number; leading: number }[] = [];

  save(): void {
    this.#saved.push({ ctm: this.#ctm, size: this.size, spacing: this.spacing, leading: this.leading });
  }

  restore(): void {
    const state = this.#saved.pop();
    if (!state) return;
    this.#ctm = state.ctm;
    this.size = state.size;
    this.spacing = state.spacing;
    this.leading = state.leading;
  }

  transform(matrix: Matrix): void {
    this.#ctm = times(this.#ctm, matrix);
  }

  setMatrix(matrix: Matrix): void {
    this.#line = matrix;
    this.#along = 0;
  }

  move(x: number, y: number): void {
    this.setMatrix(times(this.#line, [1, 0, 0, 1, x, y]));
  }

  show(glyphs: readonly GlyphOrMove[]): void {
    const size = this.size * Math.hypot(this.#ctm[0], this.#ctm[1]) * Math.hypot(this.#line[0], this.#line[1]);
    const at = this.#place();
    const jump = Math.hypot(at.x - this.#end.x, at.y - this.#end.y);
    if (jump > WORD_GAP * size) this.#part(Math.abs(at.y - this.#end.y) > size / 2 ? '\n' : ' ');
    if (jump > size / 2) this.lines.push(this.text.length);
    for (const glyph of glyphs) {
      if (glyph === null) continue;
      if (typeof glyph === 'number') {
        if (Math.abs(glyph) / 1000 > WORD_GAP) this.#part(' ');
        this.#along -= (glyph / 1000) * this.size;
        continue;
      }
      this.text += glyph.unicode;
      this.#along += (glyph.width / 1000) * this.size + this.spacing;
    }
    this.#end = this.#place();
  }

  /** Words end at a space, a gap or a new line. */
  #part(sign: string): void {
    if (this.text !== '' && !/\s$/.test(this.text)) this.text += sign;
  }

  #place(): { x: number; y: number } {
    const [, , , , x, y] = times(this.#ctm, times(this.#line, [1, 0, 0, 1, this.#along, 0]));
    return { x, y };
  }
}

function asMatrix(value: unknown): Matrix {
  const [a = 1, b = 0, c = 0, d = 1, e = 0, f = 0] = Array.from(value as ArrayLike<number>);
  return [a, b, c, d, e, f];
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}
