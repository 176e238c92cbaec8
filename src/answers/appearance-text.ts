/** Tokens of content that matter here: strings, and names of operators that show text or begin a line. */
const TOKEN = /\((?:[^()\\]|\\[\s\S])*\)|<[0-9A-Fa-f\s]*>|[A-Za-z*'"]+|\/[^\s()<>[\]{}/%]+/g;

/** Operators that begin a line, and those that show text (ISO 32000-1, tables 108 and 109). */
const MOVES = new Set(['Td', 'TD', 'T*', 'Tm']);
const SHOWS = new Set(['Tj', 'TJ', "'", '"']);

const ESCAPES: Record<string, string> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/**
 * The words that a text field's appearance shows, a line for each line of it, in the encoding of this program's own
 * fields. Lines that were broken for want of room cannot be told from those that were ended.
 */
export function paintedText(content: Uint8Array): string {
  const lines: string[] = [];
  let line = '';
  let shown: string[] = [];
  const end = (): void => {
    if (line) lines.push(line);
    line = '';
  };
  for (const [token] of Buffer.from(content).toString('latin1').matchAll(TOKEN)) {
    if (token.startsWith('(')) shown.push(unescaped(token.slice(1, -1)));
    else if (token.startsWith('<')) shown.push(Buffer.from(token.replace(/[<>\s]/g, ''), 'hex').toString('latin1'));
    else {
      if (MOVES.has(token) || token === "'" || token === '"') end();
      if (SHOWS.has(token)) line += shown.join('');
      shown = [];
    }
  }
  end();
  return lines.map(fromWinAnsi).join('\n');
}

function unescaped(text: string): string {
  return text.replace(/\\(?:([0-7]{1,3})|(\r\n?|\n)|([\s\S]))/g, (_, octal: string, lineEnd: string, sign: string) =>
    octal ? String.fromCharCode(Number.parseInt(octal, 8) & 0xff) : lineEnd ? '' : (ESCAPES[sign] ?? sign),
  );
}

/** Signs of WinAnsiEncoding at codes 128 to 159 (ISO 32000-1, annex D.2). */
const SIGNS = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

function fromWinAnsi(text: string): string {
  return text.replace(/[\x80-\x9f]/g, (sign) => SIGNS[sign.charCodeAt(0) - 128] ?? sign);
}
