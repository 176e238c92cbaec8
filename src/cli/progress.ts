import type { Phase, Progress } from '../build.js';
import { visible } from '../diagnostics/visible.js';
import type { CliIo } from './io.js';
import { cutToWidth, padToWidth, textWidth } from './text.js';

/** Shows where a build is. `clear` is called before anything else is printed. */
export interface ProgressDisplay {
  show(progress: Progress): void;
  clear(): void;
}

/**
 * On a terminal one line that is written over as the build goes on and gone at the end; elsewhere a line for each
 * booklet and edition as its turn comes, so that a log says how far a build got. Neither has any colour.
 */
export function progressDisplay(io: Pick<CliIo, 'stderr' | 'isTTY' | 'columns' | 'env'>): ProgressDisplay {
  const moving = io.isTTY && !io.env.CI && io.env.TERM !== 'dumb';
  return moving ? movingLine(io) : plainLines(io);
}

/** A display for `--quiet` and `--json`. */
export const NO_PROGRESS: ProgressDisplay = { show() {}, clear() {} };

function movingLine({ stderr, columns }: Pick<CliIo, 'stderr' | 'columns'>): ProgressDisplay {
  let shown = 0;
  // A character in the last column would move some terminals to the next line. Padding with spaces instead of an
  // escape sequence clears the rest of the line on all of them.
  const rewrite = (text: string) => {
    const line = cutToWidth(text, columns - 1);
    stderr.write(`\r${padToWidth(line, shown)}`);
    shown = textWidth(line);
  };
  return {
    show(progress) {
      const step = PHASES.indexOf(progress.phase) + 1;
      const bar = '#'.repeat(step) + '-'.repeat(PHASES.length - step);
      rewrite(`[${bar}] ${what(progress)}: ${DOING[progress.phase]}`);
    },
    clear() {
      if (shown === 0) return;
      rewrite('');
      stderr.write('\r');
    },
  };
}

function plainLines({ stderr }: Pick<CliIo, 'stderr'>): ProgressDisplay {
  const told = new Set<string>();
  return {
    show(progress) {
      const key = JSON.stringify([progress.booklet, progress.edition]);
      if (told.has(key)) return;
      told.add(key);
      stderr.write(`${what(progress)}: ${DOING[progress.phase]}\n`);
    },
    clear() {},
  };
}

function what({ booklet, edition }: Progress): string {
  return visible(edition === undefined ? booklet : `${booklet}, ${edition}`);
}

const DOING: Record<Phase, string> = {
  load: 'reading the booklet',
  parse: 'reading the lessons',
  scripture: 'setting scripture',
  select: 'choosing what editions show',
  layout: 'laying out pages',
  furniture: 'setting heads and folios',
  paint: 'painting pages',
  print: 'putting pages on sheets',
  write: 'writing the file',
  preflight: 'looking the file through',
  'read-back': 'reading the file back',
};

const PHASES = Object.keys(DOING) as Phase[];
