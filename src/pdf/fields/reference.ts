import type { PdfReference } from '../outline.js';

/** An indirect object that may be a stream. */
export interface FieldReference extends PdfReference {
  /** Whether the stream's content is deflated. */
  compress: boolean;
  /** Adds to the stream's content, which the document compresses. */
  write(chunk: Uint8Array | string): void;
}

/** The part of pdfkit's document that fields need: a new indirect object. */
export type MakeRef = (entries: Record<string, unknown>) => FieldReference;
