/** Some characters of a text to be replaced: from `start` to before `end`. They never hold a line's end. */
export interface TextEdit {
  start: number;
  end: number;
  text: string;
}

/** A stretch of a text. */
export type Span = Pick<TextEdit, 'start' | 'end'>;

/** A text with edits made that do not overlap. Every other character stays as it is. */
export function withEdits(text: string, edits: readonly TextEdit[]): string {
  let made = '';
  let from = 0;
  for (const edit of [...edits].sort((a, b) => a.start - b.start)) {
    made += text.slice(from, edit.start) + edit.text;
    from = edit.end;
  }
  return made + text.slice(from);
}

/** A file's text as it is parsed, and the way back from there. */
export interface PlainSource {
  /** Without a byte order mark, lines ended by line feeds. */
  text: string;
  /** Edits of that text as edits of the file. */
  inSource(edits: readonly TextEdit[]): TextEdit[];
}

/** Reads a file's text so that it can be edited where it stands: byte order mark and line ends stay what they are. */
export function plainSource(source: string): PlainSource {
  const mark = source.startsWith('\uFEFF') ? 1 : 0;
  // Offsets, in the plain text, of line feeds that were two characters.
  const pairs: number[] = [];
  for (const { index } of source.matchAll(/\r\n/g)) pairs.push(index - mark - pairs.length);
  const at = (offset: number) => mark + offset + pairs.filter((pair) => pair < offset).length;
  return {
    text: source.slice(mark).replace(/\r\n?/g, '\n'),
    inSource: (edits) => edits.map(({ start, end, text }) => ({ start: at(start), end: at(end), text })),
  };
}

/** Offset of a place in a text; lines and columns count from 1. */
export function offsetOf(text: string, { line, column }: { line: number; column: number }): number {
  let from = 0;
  for (let before = 1; before < line; before += 1) from = text.indexOf('\n', from) + 1;
  return from + column - 1;
}
