import { stringify } from 'yaml';
import type { Choices } from '../protocol.js';

/**
 * The `booklet.yaml` of a booklet that extends another and says what was chosen. The same text is laid out in the preview and
 * written when the choices are kept. The line of `extends` is the second.
 *
 * @param way - Path from its folder to that of the other.
 */
export function overlayText(way: string, { theme, translation, paper, accent, bodySize, variables }: Choices): string {
  const design = { ...(accent && { accent }), ...(bodySize !== undefined && { 'body-size': bodySize }) };
  const says = {
    extends: way,
    ...(theme && { theme }),
    ...(translation && { translation }),
    ...(paper && { paper }),
    ...(Object.keys(design).length > 0 && { design }),
    ...(variables && Object.keys(variables).length > 0 && { variables }),
  };
  // One line a value, in quotation marks wherever it could be read as anything but text.
  return `${HEAD}${stringify(says, { lineWidth: 0, blockQuote: false, version: '1.2', schema: 'core' })}`;
}

const HEAD = '# What was chosen in the preview. Whatever is not said here is said in the other booklet.\n';

/** The line on which such a text names the other booklet. */
export const EXTENDS_LINE = 2;

/** Whether nothing at all was chosen. */
export function isEmpty(choices: Choices): boolean {
  const { variables = {}, ...others } = choices;
  return Object.keys(variables).length === 0 && Object.values(others).every((value) => value === undefined);
}
