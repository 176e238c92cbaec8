import type { Preflight, PreflightedFile } from '../build-types.js';
import { type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { POINTS_PER_MM } from '../geometry/units.js';
import type { Finding, PreflightOptions } from '../print/preflight/model.js';
import type { ReadBefore } from '../print/preflight/preflight.js';

/** Looks through finished PDFs, whoever made them. Writes nothing. */
export const preflight: Preflight = async (world, { base, files, target, trim }) => {
  const lookThrough = await reader();
  const result: PreflightedFile[] = [];
  for (const path of files) {
    const file = path.startsWith(`${base}/`) ? path.slice(base.length + 1) : path;
    const bytes = (await world.kind(path)) === 'file' ? await world.readFile(path) : undefined;
    if (bytes) {
      const report = await lookThrough(bytes, { ...(target ? { target } : {}), ...(trim ? { trim } : {}) });
      const messages = report.findings.map((finding) => messageOf(file, finding));
      result.push({ file, ...report, messages });
    } else {
      const missing = diagnostic({
        file,
        rule: 'file-missing',
        found: (await world.kind(path)) === 'folder' ? 'a folder' : 'no file of that name',
        expected: 'a PDF',
        advice: 'check the path',
      });
      result.push({ file, pages: 0, findings: [], messages: [missing] });
    }
  }
  return result;
};

/** Loaded when it is needed: the thread that makes pages may leave it to another to look them through. */
async function reader() {
  return (await import('../print/preflight/preflight.js')).preflight;
}

/** What was found in a file that a build has made. */
export interface MadeFinding {
  message: Diagnostic;
  /** What it is wherever in the file it stands. */
  fault: string;
}

/** Looks through a file that a build has made, before anyone sees it. */
export async function checkMade(
  bytes: Uint8Array,
  file: string,
  options: Omit<PreflightOptions, 'trim' | 'blanks'>,
  given: ReadBefore = {},
): Promise<MadeFinding[]> {
  const lookThrough = await reader();
  // Whether a page is empty was the author's choice.
  const { findings } = await lookThrough(bytes, { ...options, blanks: true }, given);
  return findings.map((finding) => ({
    message: messageOf(file, finding),
    fault: `${finding.rule}\0${finding.found}`,
  }));
}

function messageOf(file: string, { rule, page, place, found, expected, advice }: Finding): Diagnostic {
  const millimetres = (points: number) => Math.round(points / POINTS_PER_MM);
  const where =
    page === undefined
      ? ''
      : place
        ? `page ${page}, ${millimetres(place.left)} mm from the left and ${millimetres(place.bottom)} mm from the foot: `
        : `page ${page}: `;
  return diagnostic({ file, rule, found: where + found, expected, advice });
}
