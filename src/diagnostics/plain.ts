import { VFileMessage } from 'vfile-message';
import type { Diagnostic } from './diagnostic.js';

/** All of a message, as data that can be written as JSON. */
export interface PlainDiagnostic {
  file: string;
  place?: Diagnostic['place'];
  rule?: string;
  fatal?: boolean;
  reason: string;
  found?: string;
  expected?: string[];
  advice?: string;
}

/** @param text - Applied to everything that may name a file. */
export function toPlain(message: Diagnostic, text: (text: string) => string = String): PlainDiagnostic {
  const { file = '', place, ruleId, fatal, reason, actual, expected, note } = message;
  return {
    file: text(file),
    ...(place === undefined ? {} : { place }),
    ...(ruleId === undefined ? {} : { rule: ruleId }),
    ...(typeof fatal === 'boolean' ? { fatal } : {}),
    reason: text(reason),
    ...(actual === undefined ? {} : { found: text(actual) }),
    ...(expected === undefined ? {} : { expected: expected.map(text) }),
    ...(note === undefined ? {} : { advice: text(note) }),
  };
}

/** The message that such data was made from. */
export function fromPlain(plain: PlainDiagnostic, text: (text: string) => string = String): Diagnostic {
  const { file, place, rule, fatal, reason, found, expected, advice } = plain;
  const options = { ...(place ? { place } : {}), ...(rule === undefined ? {} : { ruleId: rule }), source: 'gathering' };
  const message = new VFileMessage(text(reason), options);
  message.file = text(file);
  message.fatal = fatal;
  message.actual = found === undefined ? undefined : text(found);
  message.expected = expected?.map((one) => text(one));
  message.note = advice === undefined ? undefined : text(advice);
  return message;
}
