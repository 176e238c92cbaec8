import { POINTS_PER_MM } from '../../geometry/units.js';
import type { Cell, PlanOptions, Scheme, Sheet, Signature } from './model.js';

const NAMES: Record<Scheme, string> = {
  saddle: 'Saddle stitch: all sheets folded into each other',
  signatures: 'Signatures: folded sheets, one bundle behind another',
  'cut-2': 'Cut and stack, two leaves to a sheet',
  'cut-4': 'Cut and stack, four leaves to a sheet',
  single: 'One page on each side of a sheet',
};

/** Sheets that are drawn at the beginning and at the end of a longer plan. */
const DRAWN = { first: 2, last: 1 };

/** Characters inside one page of a drawing. */
const WIDTH = 9;

/** A plan as text for a terminal of 80 columns: a table of all sheets, and drawings of the first and the last. */
export function describePlan(pages: number, plan: readonly Signature[], options: PlanOptions): string {
  const sheets = plan.flatMap(({ sheets: own }, signature) =>
    own.map((sheet, index) => ({ sheet, signature: signature + 1, index: index + 1 })),
  );
  const places = sheets.flatMap(({ sheet }) => [...sheet.front, ...sheet.back]);
  const blank = places.filter(({ page }) => page === undefined).length;
  const several = plan.length > 1;
  const size = sheets[0]?.sheet.size;
  const head = [
    NAMES[options.scheme],
    [
      count(pages, 'page'),
      count(sheets.length, 'sheet'),
      ...(several ? [count(plan.length, 'signature')] : []),
      blank === 0 ? 'no blank pages' : count(blank, 'blank page'),
    ].join(', '),
    size
      ? `Sheets of ${millimetres(size.width)} × ${millimetres(size.height)} mm, pages of ${millimetres(options.trim.width)} × ${millimetres(options.trim.height)} mm; turned over the ${options.flip ?? 'short'} edge`
      : '',
  ];
  const rows = sheets.map(({ sheet, signature, index }, at) => [
    several ? `${signature}.${index}` : String(at + 1),
    pagesOf(sheet.front),
    pagesOf(sheet.back),
    creepOf(sheet),
  ]);
  const drawn = sheets.filter(
    (_, at) => sheets.length <= DRAWN.first + DRAWN.last + 1 || at < DRAWN.first || at >= sheets.length - DRAWN.last,
  );
  const skipped = sheets.length - drawn.length;
  const drawings = drawn.map(({ sheet }, at) => {
    const number = sheets.findIndex((other) => other.sheet === sheet) + 1;
    const gap = skipped > 0 && at === DRAWN.first ? `… ${skipped} more in the same way …\n\n` : '';
    return `${gap}Sheet ${number}\n${drawing(sheet)}`;
  });
  return `${[...head, '', table([['sheet', 'front', 'back', 'creep'], ...rows]), '', drawings.join('\n\n'), ...legend(sheets.map(({ sheet }) => sheet))].join('\n')}\n`;
}

function legend(sheets: readonly Sheet[]): string[] {
  const turned = sheets.some(({ back }) => back.some(({ rotation }) => rotation === 180));
  return turned ? ['', '↓ upside down on that side, and upright once the sheet is turned'] : [];
}

function pagesOf(cells: readonly Cell[]): string {
  return inRows(cells)
    .map((row) => row.map(name).join(' · '))
    .join(' / ');
}

function name({ page, rotation }: Cell): string {
  return page === undefined ? '–' : `${page}${rotation === 180 ? '↓' : ''}`;
}

function creepOf({ front }: Sheet): string {
  return `${((front[0]?.creep ?? 0) / POINTS_PER_MM).toFixed(2)} mm`;
}

/** Cells as they are looked at: rows from the top, each from the left. */
function inRows(cells: readonly Cell[]): Cell[][] {
  const heights = [...new Set(cells.map(({ y }) => Math.round(y)))].sort((a, b) => b - a);
  return heights.map((height) => cells.filter(({ y }) => Math.round(y) === height).sort((a, b) => a.x - b.x));
}

function drawing({ front, back }: Sheet): string {
  const [left, right] = [boxes(front, 'front'), boxes(back, 'back')];
  return left.map((line, index) => `  ${line}   ${right[index] ?? ''}`.trimEnd()).join('\n');
}

function boxes(cells: readonly Cell[], title: string): string[] {
  const rows = inRows(cells);
  const columns = rows[0]?.length ?? 0;
  const rule = (start: string, cross: string, end: string) =>
    `${start}${Array.from({ length: columns }, () => '─'.repeat(WIDTH)).join(cross)}${end}`;
  const lines = rows.flatMap((row, index) => [
    index === 0 ? rule('┌', '┬', '┐') : rule('├', '┼', '┤'),
    `│${row.map(() => ' '.repeat(WIDTH)).join('┊')}│`,
    `│${row.map((cell) => centered(name(cell))).join('┊')}│`,
    `│${row.map(() => ' '.repeat(WIDTH)).join('┊')}│`,
  ]);
  const all = [...lines, rule('└', '┴', '┘')];
  return [title.padEnd(all[0]?.length ?? 0), ...all];
}

function centered(text: string): string {
  const before = Math.floor((WIDTH - text.length) / 2);
  return text.padStart(before + text.length).padEnd(WIDTH);
}

function table(rows: readonly string[][]): string {
  const widths = (rows[0] ?? []).map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows
    .map((row) =>
      row
        .map((text, column) =>
          column === row.length - 1 ? text.padStart(widths[column] ?? 0) : text.padEnd(widths[column] ?? 0),
        )
        .join('   ')
        .trimEnd(),
    )
    .join('\n');
}

function count(number: number, noun: string): string {
  return `${number} ${noun}${number === 1 ? '' : 's'}`;
}

function millimetres(points: number): string {
  return String(Math.round((points / POINTS_PER_MM) * 10) / 10);
}
