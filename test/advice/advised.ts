import { check } from '../../src/build.js';
import type { AdviceId } from '../../src/diagnostics/rules.js';
import { lessonOf, tinyBooklet, tinyWorld, WORK } from '../support/tiny.js';

/** Files of a booklet, or the body of its one lesson. */
export type Given = string | Record<string, string | Uint8Array>;

/** What one rule says of a booklet `lessons/tiny`, as `line: what was found`; a file other than the lesson's comes first. */
export async function advice(rule: AdviceId, given: Given, booklet?: string): Promise<string[]> {
  const files = typeof given === 'string' ? tinyBooklet(lessonOf(given), booklet) : given;
  const { messages } = await check(tinyWorld(files), {
    base: WORK,
    booklets: [`${WORK}/lessons/tiny`],
    templates: [`${WORK}/templates`],
    quick: true,
  });
  const errors = messages.filter(({ fatal }) => fatal);
  if (errors.length > 0) throw new Error(errors.map(({ reason }) => reason).join('\n'));
  return messages
    .filter(({ ruleId }) => ruleId === rule)
    .map(({ file = '', line, actual }) => {
      const place = file === 'lessons/tiny/1-one.md' ? `${line}` : [file, line].filter(Boolean).join(':');
      return `${place}: ${actual}`.replaceAll('\u00a0', ' ');
    });
}
