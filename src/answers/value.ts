import {
  decodePDFRawStream,
  type PDFContext,
  PDFDict,
  PDFHexString,
  PDFName,
  type PDFObject,
  PDFRawStream,
  PDFString,
} from '@cantoo/pdf-lib';
import { paintedText } from './appearance-text.js';
import type { FormField } from './form.js';
import { lookup } from './open.js';

/** What stands in a field. */
export interface FieldValue {
  value: string | boolean;
  /** Whether it was not where a value belongs, and had to be read from what the field shows. */
  isRecovered: boolean;
}

/**
 * The value of a field: its own, that of a widget or that of a group (ISO 32000-1, 12.7.3.1). Some programs write only
 * what a field shows; then that is read.
 */
export function readValue(context: PDFContext, field: FormField): FieldValue {
  const places = [...field.widgets, ...field.parents];
  if (kindOf(context, field) === 'check') {
    const states = places.flatMap((place) => ['V', 'AS'].map((key) => lookup(context, place.get(PDFName.of(key)))));
    return { value: states.some(isOn), isRecovered: false };
  }
  for (const place of places) {
    const text = stringOf(lookup(context, place.get(PDFName.of('V'))));
    if (text) return { value: text, isRecovered: false };
  }
  const shown = field.widgets.map((widget) => shownIn(context, widget)).find(Boolean) ?? '';
  return { value: shown, isRecovered: shown !== '' };
}

/** Whether a field is written in or ticked; undefined for any other. */
export function kindOf(context: PDFContext, { dictionary, parents }: FormField): 'text' | 'check' | undefined {
  for (const place of [dictionary, ...parents]) {
    const type = lookup(context, place.get(PDFName.of('FT')));
    if (type instanceof PDFName) return KINDS[type.decodeText()];
  }
  return undefined;
}

const KINDS: Record<string, 'text' | 'check'> = { Tx: 'text', Btn: 'check' };

function isOn(state: PDFObject | undefined): boolean {
  return state instanceof PDFName && state.decodeText() !== 'Off';
}

/** Text of a value, which may be a string or a stream (ISO 32000-1, table 228), with its line ends made alike. */
function stringOf(value: PDFObject | undefined): string {
  if (value instanceof PDFString || value instanceof PDFHexString) return withLines(value.decodeText());
  if (!(value instanceof PDFRawStream)) return '';
  const bytes = contentOf(value);
  return withLines(PDFHexString.of(Buffer.from(bytes).toString('hex')).decodeText());
}

function withLines(text: string): string {
  return text.replace(/\r\n?/g, '\n').replace(/\s+$/, '');
}

function shownIn(context: PDFContext, widget: PDFDict): string {
  const appearances = lookup(context, widget.get(PDFName.of('AP')));
  const normal = appearances instanceof PDFDict ? lookup(context, appearances.get(PDFName.of('N'))) : undefined;
  return normal instanceof PDFRawStream ? withLines(paintedText(contentOf(normal))) : '';
}

function contentOf(stream: PDFRawStream): Uint8Array {
  try {
    return decodePDFRawStream(stream).decode();
  } catch {
    return new Uint8Array();
  }
}
