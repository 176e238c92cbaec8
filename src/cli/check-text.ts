import { type Diagnostic, severityOf, sortDiagnostics } from '../diagnostics/diagnostic.js';
import { type Excerpt, excerptOf } from '../diagnostics/excerpt.js';
import { formatDiagnostics } from '../diagnostics/report.js';
import { type Colors, outColors } from './colors.js';
import type { CliIo } from './io.js';
import { messageStyle } from './messages.js';
import { absolute } from './paths.js';
import { textWidth } from './text.js';

/** Messages for people, each with the lines that it is about; empty when there are none. */
export async function asText(
  messages: readonly Diagnostic[],
  io: Pick<CliIo, 'world' | 'cwd' | 'outTerminal' | 'env'>,
): Promise<string> {
  const colors = outColors(io);
  const sources = new Map<string, string | undefined>();
  let text = '';
  for (const message of sortDiagnostics(messages)) {
    const { file = '', place } = message;
    if (place && !sources.has(file)) sources.set(file, await sourceOf(file, io));
    const excerpt = place && excerptOf(sources.get(file) ?? '', place);
    text += `${formatDiagnostics([message], messageStyle(colors))}\n${excerpt ? `${drawn(excerpt, colors)}\n\n` : ''}`;
  }
  return text;
}

/** How many messages of each kind there were. */
export function summaryOf(messages: readonly Diagnostic[]): string {
  const of = (severity: string) => messages.filter((message) => severityOf(message) === severity).length;
  const count = (number: number, one: string, many: string) =>
    number === 0 ? [] : [number === 1 ? `1 ${one}` : `${number} ${many}`];
  const counts = [
    ...count(of('error'), 'error', 'errors'),
    ...count(of('warning'), 'warning', 'warnings'),
    ...count(of('advice'), 'piece of advice', 'pieces of advice'),
  ];
  return counts.length > 0 ? counts.join(', ') : 'Nothing to say.';
}

async function sourceOf(file: string, { world, cwd }: Pick<CliIo, 'world' | 'cwd'>): Promise<string | undefined> {
  const path = absolute(cwd, file);
  if ((await world.kind(path)) !== 'file') return undefined;
  return new TextDecoder().decode(await world.readFile(path));
}

/** Lines with their numbers before them, and carets under what is meant. */
function drawn({ from, lines, caret }: Excerpt, colors: Colors): string {
  const width = String(from + lines.length - 1).length;
  const gutter = (text: string) => colors.dim(`  ${text.padStart(width)} |`);
  const meant = lines[caret.at] ?? '';
  const before = textWidth(meant.slice(0, caret.start));
  const carets = Math.max(1, textWidth(meant.slice(caret.start, caret.end)));
  return lines
    .flatMap((line, index) => {
      const numbered = `${gutter(String(from + index))}${line === '' ? '' : ` ${line}`}`;
      return index === caret.at
        ? [numbered, `${gutter('')} ${' '.repeat(before)}${colors.bold('^'.repeat(carets))}`]
        : [numbered];
    })
    .join('\n');
}
