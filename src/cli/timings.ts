import type { Phase, Progress } from '../build.js';
import { visible } from '../diagnostics/visible.js';
import { padToWidth, textWidth } from './text.js';

/** What takes a build's time: until the first booklet is read the libraries are loaded, then come its phases. */
export type TimedPhase = 'libraries' | Phase;

/** How long each phase took, in milliseconds, all booklets together, in the order in which they were first entered. */
export type Timings = { phase: TimedPhase; edition?: string; milliseconds: number }[];

/** Hears where a build is and adds up how long it stays there. */
export interface PhaseRecorder {
  enter(progress: Pick<Progress, 'phase' | 'edition'>): void;
  /** Ends the last phase. */
  end(): Timings;
}

/**
 * Starts to record. A build tells when each phase begins, so the phases themselves need no clock: each lasts until the next
 * one begins, and together they are the whole.
 *
 * @param now - A clock in milliseconds.
 */
export function recordPhases(now: () => number): PhaseRecorder {
  const timings = new Map<string, Timings[number]>();
  const timed = (phase: TimedPhase, edition?: string) => {
    const key = JSON.stringify([phase, edition]);
    const known = timings.get(key) ?? { phase, ...(edition === undefined ? {} : { edition }), milliseconds: 0 };
    timings.set(key, known);
    return known;
  };
  let since = now();
  let current = timed('libraries');
  const endPhase = () => {
    const time = now();
    current.milliseconds += time - since;
    since = time;
  };
  return {
    enter({ phase, edition }) {
      endPhase();
      current = timed(phase, edition);
    },
    end() {
      endPhase();
      return [...timings.values()];
    },
  };
}

/** A row for each phase: its time and its share of the whole, and of how much of it each edition was the cause. */
export function formatTimings(timings: Timings): string {
  const whole = total(timings);
  const editions = [...new Set(timings.flatMap(({ edition }) => edition ?? []))];
  const phases = [...new Set(timings.map(({ phase }) => phase))];
  const row = (name: string, of: Timings) => [
    name,
    milliseconds(of),
    `${whole === 0 ? 0 : Math.round((100 * total(of)) / whole)} %`,
    ...editions.map((edition) => {
      const own = of.filter((one) => one.edition === edition);
      return own.length > 0 ? milliseconds(own) : '';
    }),
  ];
  const rows = [
    ['', 'all', '', ...editions.map(visible)],
    ...phases.map((name) =>
      row(
        DOING[name],
        timings.filter(({ phase }) => phase === name),
      ),
    ),
    row('together', timings),
  ];
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((cells) => textWidth(cells[column] ?? '')))) ?? [];
  const cell = (text: string, column: number) => {
    const width = widths[column] ?? 0;
    return column === 0 ? padToWidth(text, width) : ' '.repeat(width - textWidth(text)) + text;
  };
  return rows.map((cells) => cells.map(cell).join('  ').trimEnd()).join('\n');
}

function total(timings: Timings): number {
  return timings.reduce((sum, { milliseconds }) => sum + milliseconds, 0);
}

function milliseconds(timings: Timings): string {
  return `${Math.round(total(timings))} ms`;
}

const DOING: Record<TimedPhase, string> = {
  libraries: 'loading libraries',
  load: 'booklet and theme',
  parse: 'lessons',
  scripture: 'scripture, themes and checks',
  select: 'selection',
  layout: 'layout',
  furniture: 'heads and folios',
  paint: 'painting',
  print: 'sheets and cards',
  write: 'writing',
  preflight: 'preflight',
  'read-back': 'leak gate',
};
