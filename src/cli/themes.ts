import type { ListedTheme } from '../build.js';
import { hasErrors } from '../diagnostics/diagnostic.js';
import { diagnosticsToData } from '../diagnostics/report.js';
import { visible } from '../diagnostics/visible.js';
import { type Colors, outColors } from './colors.js';
import { EXIT_CODES, type ExitCode } from './exit-codes.js';
import type { CliIo } from './io.js';
import { tell } from './messages.js';
import { absolute, bookletFolder, findBooklets, pathFrom, templateFolders } from './paths.js';
import { NO_PROGRESS, progressDisplay } from './progress.js';
import { padToWidth, textWidth, visibleJson, wrapToWidth } from './text.js';

/** What was asked of `gathering themes`, as written on the command line. */
export interface ThemesCommandOptions {
  /** Where to write the contact sheet; true for its usual place. */
  sheet?: string | true;
  lesson?: string;
  json?: boolean;
}

const USUAL_PLACE = 'output/themes.pdf';

/** `gathering themes`: which themes there are, and on request a sheet that shows them. */
export async function runThemes(
  booklet: string | undefined,
  { sheet, lesson, json }: ThemesCommandOptions,
  io: CliIo,
): Promise<ExitCode> {
  if (sheet === undefined && (booklet !== undefined || lesson !== undefined)) {
    io.stderr.write('error: a booklet and --lesson are for --sheet, which shows the themes on them\n');
    return EXIT_CODES.usage.code;
  }
  const templates = await templateFolders(io.world, io.cwd);
  const base = absolute(io.cwd, '.');
  if (sheet === undefined) {
    const themes = await io.themes(io.world, templates, base);
    const messages = themes.flatMap((theme) => theme.messages);
    if (json) io.stdout.write(`${visibleJson({ ...asData(themes), messages: diagnosticsToData(messages) })}\n`);
    else {
      const width = io.outTerminal?.columns ?? Number.POSITIVE_INFINITY;
      io.stdout.write(themesText(themes, width, outColors(io)));
      tell(io, messages);
    }
    return hasErrors(messages) ? EXIT_CODES.input.code : EXIT_CODES.done.code;
  }

  const folder = await bookletToShow(booklet, templates, io);
  const progress = json ? NO_PROGRESS : progressDisplay(io);
  let result: Awaited<ReturnType<CliIo['themeSheet']>>;
  try {
    const request = { base, templates, folder, ...(lesson === undefined ? {} : { lesson }) };
    result = await io.themeSheet(io.world, request, progress.show);
  } finally {
    progress.clear();
  }
  const { value, messages } = result;
  const path = absolute(io.cwd, sheet === true ? USUAL_PLACE : sheet);
  if (value) await io.output.write(path, value.bytes);
  if (json) {
    const made = value ? { sheet: pathFrom(io.cwd, path), themes: value.themes } : {};
    io.stdout.write(`${visibleJson({ version: 1, ...made, messages: diagnosticsToData(messages) })}\n`);
  } else {
    if (value) io.stdout.write(`${outColors(io).bold(visible(pathFrom(io.cwd, path)))}\n`);
    tell(io, messages);
  }
  return hasErrors(messages) ? EXIT_CODES.input.code : EXIT_CODES.done.code;
}

/** The booklet that is named, or the first there is, or the sample that new booklets begin as. */
async function bookletToShow(named: string | undefined, templates: readonly string[], io: CliIo): Promise<string> {
  if (named !== undefined) return bookletFolder(io.world, absolute(io.cwd, named));
  const [first] = await findBooklets(io.world, io.cwd);
  return first ?? `${templates.at(-1)}/starter`;
}

function asData(themes: readonly ListedTheme[]): object {
  return {
    version: 1,
    themes: themes.map(({ name, description, from, messages }) => ({
      name,
      description,
      from,
      usable: messages.length === 0,
    })),
  };
}

/** Names beside what each theme says of itself, and where it comes from if that is not Gathering. */
function themesText(themes: readonly ListedTheme[], width: number, { bold, dim }: Colors): string {
  const names = Math.max(0, ...themes.map(({ name }) => textWidth(visible(name))));
  const lines = themes.flatMap(({ name, description, from, messages }) => {
    const place = { gathering: '', own: `templates/${name}` }[from] ?? from;
    const source = messages.length > 0 ? `${place || name}: cannot be used as it is` : place;
    const beside = [
      ...wrapToWidth(visible(description), width - names - 2),
      ...(source ? wrapToWidth(visible(source), width - names - 2).map(dim) : []),
    ];
    const shown = visible(name);
    return (beside.length > 0 ? beside : ['']).map((text, index) =>
      `${index === 0 ? bold(shown) + padToWidth('', names - textWidth(shown)) : padToWidth('', names)}  ${text}`.trimEnd(),
    );
  });
  return `${lines.join('\n')}\n`;
}
