/**
 * Characters that can drive a terminal or turn the direction of writing round, so that one name passes for another:
 * controls, line and paragraph separators, directional marks and embeddings.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
export const UNSAFE = /[\u0000-\u001f\u007f-\u009f\u200e\u200f\u2028-\u202e\u2066-\u2069]/g;

/** Text that may hold anything, made safe to show: unsafe characters become escapes. */
export function visible(text: string): string {
  return text.replace(UNSAFE, (c) => `\\u{${c.codePointAt(0)?.toString(16)}}`);
}
