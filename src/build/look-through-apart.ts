import { fromPlain, type PlainDiagnostic, toPlain } from '../diagnostics/plain.js';
import { loadPdfjs } from '../leaks/pdfjs.js';
import { type Findings, type FinishedFile, lookThrough } from './look-through.js';

/** What was found in a file, as it is sent between threads. */
export interface SentFindings {
  faults: { message: PlainDiagnostic; fault: string }[];
  leaks: PlainDiagnostic[];
  keep?: Uint8Array;
}

/** Loads what it takes to read a file back, while there is none yet. Should that fail, so does reading the first, which tells of it. */
export function expectFiles(): void {
  loadPdfjs().catch(() => {});
}

/** Looks through a file for another thread. */
export async function lookThroughApart(file: FinishedFile): Promise<SentFindings> {
  const { faults, leaks, ...rest } = await lookThrough(file);
  return {
    faults: faults.map(({ message, fault }) => ({ message: toPlain(message), fault })),
    leaks: leaks.map((one) => toPlain(one)),
    ...rest,
  };
}

/** What it found. */
export function findingsReceived({ faults, leaks, ...rest }: SentFindings): Findings {
  return {
    faults: faults.map(({ message, fault }) => ({ message: fromPlain(message), fault })),
    leaks: leaks.map((one) => fromPlain(one)),
    ...rest,
  };
}
