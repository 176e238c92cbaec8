import { getDocument, OPS } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { unpacked } from './unpacked.js';

/** A run of text in one font and size, no-break spaces as spaces. Lengths are points from the page's top left corner; `y` is the baseline. */
export interface TextItem {
  text: string;
  x: number;
  y: number;
  /** Advance of the whole run, and of what of it is not spaces at its end. */
  width: number;
  inked: number;
  size: number;
  /** PostScript name without the subset's tag. */
  font: string;
  color: string;
}

/** Runs that follow each other on one baseline, raised figures among them. A table's cells are lines of their own. */
export interface TextLine {
  text: string;
  items: TextItem[];
  x: number;
  /** Where the ink ends: without the spaces at the line's end. */
  right: number;
  y: number;
  /** Size of the largest run. */
  size: number;
}

/** A stroked or filled path by the box round it. */
export interface Mark {
  kind: 'stroke' | 'fill';
  left: number;
  top: number;
  right: number;
  bottom: number;
  color: string;
  /** Whether strokes are broken. */
  dashed: boolean;
}

/** Where a picture stands. SVG pictures are paths and are among the marks. */
export type Picture = Pick<Mark, 'left' | 'top' | 'right' | 'bottom'>;

export interface PdfLink {
  /** Name of a place in the file. */
  to?: string;
  url?: string;
  /** The words beneath it. */
  text: string;
  page: number;
}

export interface PdfPage {
  number: number;
  label: string;
  width: number;
  height: number;
  /** In the order of the file, which is the reading order. */
  lines: TextLine[];
  marks: Mark[];
  pictures: Picture[];
  links: PdfLink[];
}

export interface OutlineItem {
  title: string;
  level: number;
  to: string;
}

export interface Pdf {
  pages: PdfPage[];
  outline: OutlineItem[];
  /** Page and height of each named place; height in points from the page's top. */
  places: Map<string, { page: number; top: number }>;
  info: Record<string, unknown>;
  xmp: string;
  language: string | undefined;
  /** Fonts as the file describes them. */
  fonts: { name: string; embedded: boolean; subset: boolean }[];
  /** What stands in annotations beside links: contents, titles, alternative text. */
  notes: string[];
}

type Matrix = [number, number, number, number, number, number];
type GlyphOrMove = number | { unicode: string; width: number };

/** Reads a PDF back: its words with their places, marks, links and everything it says of itself. */
export async function readPdf(bytes: Uint8Array): Promise<Pdf> {
  const task = getDocument({
    data: new Uint8Array(bytes),
    verbosity: 0,
    isEvalSupported: false,
    useSystemFonts: false,
  });
  const file = await task.promise;
  const labels = await file.getPageLabels();
  const pages: PdfPage[] = [];
  const notes: string[] = [];
  for (let number = 1; number <= file.numPages; number += 1) {
    const page = await file.getPage(number);
    const { width, height } = page.getViewport({ scale: 1 });
    const operators = await page.getOperatorList();
    const fontName = (id: string): string => {
      const font = page.commonObjs.get(id) as { name?: string };
      return (font.name ?? id).replace(/^[A-Z]{6}\+/, '');
    };
    const { items, marks, pictures } = interpret(operators, height, fontName);
    const lines = linesOf(items);
    const annotations = (await page.getAnnotations()) as Record<string, unknown>[];
    const links = annotations
      .filter((note) => note.subtype === 'Link')
      .map(({ dest, url, rect }): PdfLink => {
        const [left, bottom, right, top] = rect as [number, number, number, number];
        const under = items.filter(
          (item) =>
            item.x >= left - 1 && item.x + item.width <= right + 4 && item.y > height - top && item.y < height - bottom,
        );
        return {
          ...(typeof dest === 'string' ? { to: dest } : {}),
          ...(typeof url === 'string' ? { url } : {}),
          text: under.map((item) => item.text).join(''),
          page: number,
        };
      });
    notes.push(
      ...annotations
        .flatMap(({ contentsObj, titleObj, alternativeText }) =>
          [contentsObj, titleObj, alternativeText].map((value) =>
            typeof value === 'string' ? value : ((value as { str?: string })?.str ?? ''),
          ),
        )
        .filter(Boolean),
    );
    pages.push({ number, label: labels?.[number - 1] ?? String(number), width, height, lines, marks, pictures, links });
  }
  const places = new Map<string, { page: number; top: number }>();
  for (const [name, target] of Object.entries(await file.getDestinations())) {
    const [ref, , , top] = target as [{ num: number; gen: number }, unknown, number, number];
    const page = (await file.getPageIndex(ref)) + 1;
    places.set(name, { page, top: (pages[page - 1]?.height ?? 0) - top });
  }
  const { info } = await file.getMetadata();
  const outline = flatOutline((await file.getOutline()) ?? [], 1);
  await task.destroy();
  return {
    pages,
    outline,
    places,
    info: info as Record<string, unknown>,
    xmp: xmpOf(bytes),
    language: (info as { Language?: string }).Language ?? undefined,
    fonts: fontsOf(unpacked(bytes)),
    notes,
  };
}

/** The text of lines as a reader would copy it: words divided at a line's end are whole, paragraphs end with a line end. */
export function textOf(lines: readonly TextLine[]): string {
  return paragraphsOf(lines)
    .map(({ text }) => text)
    .join('\n');
}

/** Lines that run on, as one text. */
export interface Paragraph {
  text: string;
  lines: TextLine[];
}

/** Lines gathered to paragraphs: a line that runs on ends with a space, or inside a word with a hyphen or dash. */
export function paragraphsOf(lines: readonly TextLine[]): Paragraph[] {
  const paragraphs: Paragraph[] = [];
  let open = false;
  for (const line of lines) {
    const last = paragraphs.at(-1);
    if (last && (open || line.text.startsWith(' '))) {
      last.lines.push(line);
      last.text += line.text;
    } else paragraphs.push({ text: line.text, lines: [line] });
    open = runsOn(line.text);
  }
  return paragraphs.map(({ text, lines: own }) => ({ text: mended(text), lines: own }));
}

/** Whether a line is not the last of its paragraph. */
export function runsOn(text: string): boolean {
  return /[ \u00ad\-\u2010\u2013\u2014/]$/u.test(text);
}

function mended(text: string): string {
  return text
    .replaceAll('\u00ad', '')
    .replace(/[ \u00a0]+/g, ' ')
    .trim();
}

/** Lines inside the text block, without running head and folio. */
export function bodyLines(page: PdfPage, { top, bottom }: { top: number; bottom: number }): TextLine[] {
  return page.lines.filter((line) => line.y > top && line.y < page.height - bottom + 1);
}

function interpret(
  { fnArray, argsArray }: { fnArray: number[]; argsArray: unknown[][] },
  height: number,
  fontName: (id: string) => string,
): { items: TextItem[]; marks: Mark[]; pictures: Picture[] } {
  const items: TextItem[] = [];
  const marks: Mark[] = [];
  const pictures: Picture[] = [];
  let state = {
    ctm: [1, 0, 0, 1, 0, 0] as Matrix,
    fill: '#000000',
    stroke: '#000000',
    font: '',
    size: 0,
    spacing: 0,
    dashed: false,
  };
  const saved: (typeof state)[] = [];
  let text: Matrix = [1, 0, 0, 1, 0, 0];
  fnArray.forEach((operator, index) => {
    const args = argsArray[index] ?? [];
    switch (operator) {
      case OPS.save:
        saved.push({ ...state });
        break;
      case OPS.restore:
        state = saved.pop() ?? state;
        break;
      case OPS.transform:
        state.ctm = times(state.ctm, args as unknown as Matrix);
        break;
      case OPS.setFillRGBColor:
        state.fill = String(args[0]);
        break;
      case OPS.setStrokeRGBColor:
        state.stroke = String(args[0]);
        break;
      case OPS.setDash:
        state.dashed = (args[0] as number[]).length > 0;
        break;
      case OPS.setFont:
        state.font = fontName(String(args[0]));
        state.size = Number(args[1]);
        break;
      case OPS.setCharSpacing:
        state.spacing = Number(args[0]);
        break;
      case OPS.setTextMatrix:
        text = Array.from(args[0] as ArrayLike<number>) as Matrix;
        break;
      case OPS.showText: {
        const at = times(state.ctm, text);
        const scale = Math.hypot(at[0], at[1]);
        let words = '';
        let advance = 0;
        let inked = 0;
        for (const glyph of args[0] as GlyphOrMove[]) {
          if (typeof glyph === 'number') advance -= (glyph / 1000) * state.size;
          else {
            words += glyph.unicode.replaceAll('\u00a0', ' ');
            advance += (glyph.width / 1000) * state.size;
            if (!/^\s*$/.test(glyph.unicode)) inked = advance;
            advance += state.spacing;
          }
        }
        items.push({
          text: RIGHT_TO_LEFT.test(words) ? [...words].reverse().join('') : words,
          x: at[4],
          y: height - at[5],
          width: advance * scale,
          inked: inked * scale,
          size: state.size * scale,
          font: state.font,
          color: state.fill,
        });
        text = times(text, [1, 0, 0, 1, advance, 0]);
        break;
      }
      case OPS.constructPath: {
        const kind =
          args[0] === OPS.stroke || args[0] === OPS.closeStroke
            ? 'stroke'
            : args[0] === OPS.fill || args[0] === OPS.eoFill
              ? 'fill'
              : undefined;
        const box = args[2] as ArrayLike<number> | undefined;
        if (!kind || !box) break;
        marks.push({
          kind,
          ...placed(state.ctm, height, [box[0] ?? 0, box[1] ?? 0, box[2] ?? 0, box[3] ?? 0]),
          color: kind === 'fill' ? state.fill : state.stroke,
          dashed: kind === 'stroke' && state.dashed,
        });
        break;
      }
      case OPS.paintImageXObject:
      case OPS.paintInlineImageXObject:
        pictures.push(placed(state.ctm, height, [0, 0, 1, 1]));
        break;
    }
  });
  return { items, marks, pictures };
}

/** A box of the current user space as edges on the page, from its top. */
function placed(ctm: Matrix, height: number, [left, bottom, right, top]: [number, number, number, number]): Picture {
  const [x1, y1] = point(ctm, left, bottom);
  const [x2, y2] = point(ctm, right, top);
  return {
    left: Math.min(x1, x2),
    right: Math.max(x1, x2),
    top: height - Math.max(y1, y2),
    bottom: height - Math.min(y1, y2),
  };
}

/** Glyphs of such runs are painted from the left, so their letters stand in the file in the order of the page. */
const RIGHT_TO_LEFT =
  /^[\p{Script=Hebrew}\p{Script=Arabic}\p{M}\s\p{P}]*[\p{Script=Hebrew}\p{Script=Arabic}][\p{Script=Hebrew}\p{Script=Arabic}\p{M}\s\p{P}]*$/u;

/** Gap in points up to which two runs stand on one line. */
const GAP = 2;

function linesOf(items: readonly TextItem[]): TextLine[] {
  const lines: TextLine[] = [];
  for (const item of items) {
    const line = lines.at(-1);
    const last = line?.items.at(-1);
    const near =
      last &&
      line &&
      Math.abs(item.y - line.y) < 0.6 * Math.max(item.size, line.size) &&
      Math.abs(item.x - (last.x + last.width)) < GAP;
    if (line && near) {
      line.items.push(item);
      line.text += item.text;
      if (item.inked > 0) line.right = item.x + item.inked;
      if (item.size > line.size) Object.assign(line, { size: item.size, y: item.y });
    } else
      lines.push({ text: item.text, items: [item], x: item.x, right: item.x + item.inked, y: item.y, size: item.size });
  }
  return lines;
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
  return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f];
}

function point([a, b, c, d, e, f]: Matrix, x: number, y: number): [number, number] {
  return [a * x + c * y + e, b * x + d * y + f];
}

function flatOutline(
  items: readonly { title: string; dest: unknown; items: unknown[] }[],
  level: number,
): OutlineItem[] {
  return items.flatMap((item) => [
    { title: item.title, level, to: String(item.dest) },
    ...flatOutline(item.items as typeof items, level + 1),
  ]);
}

function xmpOf(bytes: Uint8Array): string {
  const text = Buffer.from(bytes).toString('utf8');
  return /<\?xpacket begin[\s\S]*?<\?xpacket end="\w"\?>/.exec(text)?.[0] ?? '';
}

function fontsOf(raw: string): Pdf['fonts'] {
  const described = [...raw.matchAll(/\/Type \/FontDescriptor[\s\S]*?endobj/g)].map(([text]) => {
    const name = /\/FontName \/(\S+)/.exec(text)?.[1] ?? '';
    return {
      name: name.replace(/^[A-Z]{6}\+/, ''),
      embedded: /\/FontFile[23]? \d+ 0 R/.test(text),
      subset: /^[A-Z]{6}\+/.test(name),
    };
  });
  const standard = [...raw.matchAll(/\/BaseFont \/(\S+)/g)].map(([, name = '']) => name.replace(/^[A-Z]{6}\+/, ''));
  const missing = [...new Set(standard)].filter((name) => !described.some((font) => font.name === name));
  return [...described, ...missing.map((name) => ({ name, embedded: false, subset: false }))];
}
