/** A module's code without comments, and with each string replaced by its number, so that patterns cannot match in either. */
export interface Source {
  code: string;
  /** The strings by number: `§3§` in `code` stands for `strings[3]`. */
  strings: string[];
}

/**
 * Takes comments and strings out of TypeScript or TSX. No compiler is used, since TypeScript 7 has no API for it.
 * A quotation mark in JSX text or in a regular expression does no harm: what looks like a string that does not end on
 * its line is no string, and regular expressions are recognised by what stands before them.
 */
export function readSource(text: string): Source {
  const strings: string[] = [];
  let code = '';
  let at = 0;
  /** For each template that is open: how many braces are open in its `${…}`. */
  const templates: number[] = [];

  const keep = (value: string) => {
    code += `§${strings.push(value) - 1}§`;
  };
  const template = () => {
    const end = endOfTemplatePart(text, at);
    keep(text.slice(at, end));
    const opens = text.startsWith('${', end);
    code += opens ? '${' : '`';
    at = end + (opens ? 2 : 1);
    if (opens) templates.push(0);
  };

  while (at < text.length) {
    const character = text[at] ?? '';
    const rest = text.slice(at, at + 2);
    if (rest === '//') at = indexOr(text, '\n', at);
    else if (rest === '/*') {
      at = indexOr(text, '*/', at + 2) + 2;
      code += ' ';
    } else if (character === "'" || character === '"') {
      const string = /^(['"])(?:\\[\s\S]|(?!\1)[^\\\n])*\1/.exec(text.slice(at, at + 10_000))?.[0];
      if (string) keep(string.slice(1, -1));
      else code += character;
      at += string?.length ?? 1;
    } else if (character === '`') {
      code += '`';
      at += 1;
      template();
    } else if (character === '}' && templates.at(-1) === 0) {
      templates.pop();
      code += '}';
      at += 1;
      template();
    } else if (
      character === '/' &&
      /(?:^|[(,=:[!&|?{;+\-*%~^\n]|=>|\b(?:return|typeof|case|in|of|do|else))\s*$/.test(code.slice(-20))
    ) {
      const expression = /^\/(?:\\.|\[(?:\\.|[^\]\\\n])*\]|[^/\\[\n])+\/[a-z]*/.exec(text.slice(at, at + 10_000))?.[0];
      if (expression) keep(expression);
      else code += character;
      at += expression?.length ?? 1;
    } else {
      const open = templates.length - 1;
      if (open >= 0 && character === '{') templates[open] = (templates[open] ?? 0) + 1;
      if (open >= 0 && character === '}') templates[open] = (templates[open] ?? 0) - 1;
      code += character;
      at += 1;
    }
  }
  return { code, strings };
}

function endOfTemplatePart(text: string, start: number): number {
  let at = start;
  while (at < text.length && text[at] !== '`' && !text.startsWith('${', at)) at += text[at] === '\\' ? 2 : 1;
  return at;
}

function indexOr(text: string, sought: string, from: number): number {
  const found = text.indexOf(sought, from);
  return found === -1 ? text.length : found;
}
