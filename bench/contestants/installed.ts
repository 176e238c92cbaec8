import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { asciidocFontFolders } from '../peers/markup/asciidoc.js';
import { measure, measureNode } from '../run/measure.js';
import { type Entry, type Own, type Sample, Unavailable } from './model.js';
import { ownBooklets, pdfBytes } from './own.js';

const PRINTER = join(import.meta.dirname, '../peers/chromium/main.js');

const EDITIONS = ['leader', 'participant'] as const;

type Command = readonly [command: string, ...args: string[]];

/** A program that makes one PDF of one file, as it is found on this computer. */
export interface Tool {
  key: string;
  name: string;
  /** What tells whether it is there: it is run, and must succeed. */
  probe: Command;
  /** The end of its source's name. */
  source: 'html' | 'adoc' | 'tex';
  /** What makes `pdf` from `source`, one after the other where several are needed. `theme.yml` lies above the source's folder. */
  commands(source: string, pdf: string): Command[];
}

const TOOLS: readonly Tool[] = [
  {
    key: 'weasyprint',
    name: 'WeasyPrint ×2',
    probe: ['weasyprint', '--version'],
    source: 'html',
    commands: (source, pdf) => [['weasyprint', '--quiet', '--pdf-variant', 'pdf/ua-1', source, pdf]],
  },
  {
    key: 'asciidoctor',
    name: 'asciidoctor-pdf ×2',
    probe: ['asciidoctor-pdf', '--version'],
    source: 'adoc',
    commands: (source, pdf) => {
      const theme = join(source, '../../theme.yml');
      const fonts = `${asciidocFontFolders()};GEM_FONTS_DIR`;
      const about = ['-a', `pdf-theme=${theme}`, '-a', `pdf-fontsdir=${fonts}`];
      return [['asciidoctor-pdf', ...about, '-q', '-o', pdf, source]];
    },
  },
  {
    key: 'vivliostyle',
    name: 'Vivliostyle ×2',
    probe: ['vivliostyle', '--version'],
    source: 'html',
    commands: (source, pdf) => [['vivliostyle', 'build', source, '-o', pdf, '--log-level', 'silent']],
  },
  {
    key: 'xelatex',
    name: 'xelatex ×2',
    probe: ['xelatex', '--version'],
    source: 'tex',
    // Once to find the pages, once to print them in the contents.
    commands: (source, pdf) => {
      const once: Command = [
        'xelatex',
        '-interaction=nonstopmode',
        '-halt-on-error',
        `-output-directory=${dirname(pdf)}`,
        source,
      ];
      return [once, once];
    },
  },
];

/** Chromium's own print, by the browser of the development dependencies. Its contents have no page numbers: it knows none. */
const CHROMIUM: Tool = {
  key: 'chromium',
  name: 'Chromium print ×2',
  probe: [process.execPath, PRINTER, '--probe'],
  source: 'html',
  commands: (source, pdf) => [[process.execPath, PRINTER, source, pdf]],
};

/** Peers that are measured where they are installed. Their source is written before the clock starts. */
export const INSTALLED: readonly Entry[] = [...TOOLS, CHROMIUM].map(installed);

/** Enters a tool if it is there; else says that it is not. */
export function installed(tool: Tool): Entry {
  const { key, name } = tool;
  return {
    key,
    name,
    async enter(ground) {
      const why = await missing(tool.probe);
      if (why) return new Unavailable(why);
      const own = ownBooklets(key, ground);
      await measureNode([join(ground.root, 'bench/dist/peers/markup/main.js'), own.keep, ...own.corpus.booklets]);
      // One trial before the clock starts tells whether it can print at all here.
      const fault = await faultOf(() => printAll(tool, own));
      return fault === undefined ? { key, name, run: () => printAll(tool, own) } : new Unavailable(fault);
    },
  };
}

async function missing([command, ...args]: Command): Promise<string | undefined> {
  return faultOf(() => measure(command, args));
}

/** Why something cannot be done, in a line. */
async function faultOf(work: () => Promise<unknown>): Promise<string | undefined> {
  try {
    await work();
    return undefined;
  } catch (error) {
    const { code, path, message } = error as NodeJS.ErrnoException;
    return code === 'ENOENT'
      ? `${path} is not installed`
      : (/^(?:!|.*error).*$/im.exec(message)?.[0] ?? message).slice(0, 200);
  }
}

async function printAll(tool: Tool, { corpus, out, keep }: Own): Promise<Sample> {
  let milliseconds = 0;
  let peak = 0;
  for (const folder of corpus.booklets) {
    const name = folder.slice(corpus.folder.length + 1);
    for (const edition of EDITIONS) {
      const source = join(keep, name, `${edition}.${tool.source}`);
      const pdf = join(out, `${edition}.pdf`);
      for (const [command, ...args] of tool.commands(source, pdf)) {
        // Some leave things where they are run.
        const measured = await measure(command, args, { cwd: out });
        milliseconds += measured.milliseconds;
        peak = Math.max(peak, measured.peak ?? 0);
      }
      if (!existsSync(pdf)) throw new Error(`${tool.name} made no ${pdf}`);
    }
  }
  return { milliseconds, ...(peak > 0 ? { peak } : {}), bytes: pdfBytes(out) };
}
