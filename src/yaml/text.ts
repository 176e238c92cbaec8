import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';

/** The text of a file's bytes; a message when they are not UTF-8. */
export function decodeText(bytes: Uint8Array, file: string): Checked<string | undefined> {
  try {
    return { value: new TextDecoder('utf-8', { fatal: true, ignoreBOM: false }).decode(bytes), messages: [] };
  } catch {
    return {
      value: undefined,
      messages: [
        diagnostic({
          file,
          rule: 'file-unreadable',
          found: 'bytes that are not UTF-8 text',
          expected: 'a text file in the UTF-8 encoding',
          advice: 'save the file again as UTF-8',
        }),
      ],
    };
  }
}
