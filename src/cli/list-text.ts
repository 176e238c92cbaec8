import type { ListedBooklet, ListedLesson } from '../build.js';
import { visible } from '../diagnostics/visible.js';
import type { Colors } from './colors.js';
import { pathFrom } from './paths.js';
import { cutToWidth, padToWidth, textWidth } from './text.js';

/**
 * Booklets as a table of their lessons, each beneath its title, with totals.
 *
 * @param width - Columns there are; longer lines are cut, first in the passages and then in the titles. Infinity cuts nothing.
 */
export function listText(booklets: readonly ListedBooklet[], cwd: string, width: number, colors: Colors): string {
  const parts = booklets.map((booklet) => bookletText(booklet, cwd, width, colors));
  if (booklets.length < 2) return parts.join('');
  const sum = (of: (booklet: ListedBooklet) => number) => booklets.reduce((total, one) => total + of(one), 0);
  const total = [
    counted(booklets.length, 'booklet'),
    counted(
      sum(({ lessons }) => lessons.length),
      'lesson',
    ),
    duration(sum(({ minutes }) => minutes)),
    counted(
      sum(({ words }) => words),
      'word',
    ),
  ];
  return [...parts, cutToWidth(total.filter(Boolean).join(', '), width)].join('\n\n');
}

function bookletText(booklet: ListedBooklet, cwd: string, width: number, { bold, dim }: Colors): string {
  const { title, folder, editions, lessons, chapters, minutes, words } = booklet;
  const totals = [counted(lessons.length, 'lesson'), duration(minutes), counted(words, 'word')];
  const rows = [...lessons.map(lessonRow), ...chapters.map(chapterRow)];
  return [
    bold(cutToWidth(visible(title), width)),
    cutToWidth(visible(`${pathFrom(cwd, folder)}: ${editions.join(', ')}`), width),
    ...table(rows, width),
    dim(cutToWidth(`  ${totals.filter(Boolean).join(', ')}`, width)),
  ].join('\n');
}

/** Number, title, passages, minutes and words. */
type Row = readonly [number: string, title: string, passages: string, minutes: string, words: string];

function lessonRow({ number, title, passages, minutes, words }: ListedLesson): Row {
  const time = minutes > 0 ? `${minutes} min` : '';
  return [String(number), visible(title), visible(passages.join('; ')), time, counted(words, 'word')];
}

function chapterRow({ title, words }: ListedBooklet['chapters'][number]): Row {
  return ['', visible(title), '', '', counted(words, 'word')];
}

/** Narrowest that a column of text is cut to before the next one is. */
const NARROWEST = [16, 10] as const;

function table(rows: readonly Row[], width: number): string[] {
  const widest = (column: number) => Math.max(0, ...rows.map((row) => textWidth(row[column] ?? '')));
  const [number, title, passages, minutes, words] = [0, 1, 2, 3, 4].map(widest) as [
    number,
    number,
    number,
    number,
    number,
  ];
  const gaps = 2 * [number, title, passages, minutes, words].filter((columns) => columns > 0).length;
  const room = width - number - minutes - words - gaps;
  const forPassages = Math.min(passages, Math.max(room - title, Math.min(passages, NARROWEST[1])));
  const forTitle = Math.min(title, Math.max(room - forPassages, NARROWEST[0]));
  return rows.map((row) => {
    const cells = [
      row[0].padStart(number),
      padToWidth(cutToWidth(row[1], forTitle), forTitle),
      padToWidth(cutToWidth(row[2], forPassages), forPassages),
      row[3].padStart(minutes),
      row[4].padStart(words),
    ];
    const used = [number, forTitle, forPassages, minutes, words];
    return cutToWidth(`  ${cells.filter((_, column) => (used[column] ?? 0) > 0).join('  ')}`, width).trimEnd();
  });
}

function counted(number: number, noun: string): string {
  return `${number.toLocaleString('en-US')} ${noun}${number === 1 ? '' : 's'}`;
}

/** `45 min`, `6 h`, `7 h 30 min`; empty for nothing. */
function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}
