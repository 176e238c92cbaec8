import type { Diagnostic } from '../diagnostics/diagnostic.js';
import type { AdviceId } from '../diagnostics/rules.js';
import { altText } from './alt-text.js';
import { answerUnseen } from './answer-unseen.js';
import { fileUnused } from './file-unused.js';
import { headingOrder } from './heading-order.js';
import { linkHidden } from './link-hidden.js';
import { minutesMissing } from './minutes-missing.js';
import { minutesTooFew } from './minutes-too-few.js';
import type { AdviceRule, Advised } from './model.js';
import { passageUnread } from './passage-unread.js';
import { questionLength } from './question-length.js';
import { questionWithoutAnswer } from './question-without-answer.js';
import { readingLevel } from './reading-level.js';
import { repeatedWord } from './repeated-word.js';

/** What a careful colleague would say of a booklet that builds: every rule in turn. */
export function giveAdvice(booklet: Advised): Diagnostic[] {
  return Object.values(ADVICE).flatMap((rule) => rule(booklet));
}

const ADVICE: Record<AdviceId, AdviceRule> = {
  'question-without-answer': questionWithoutAnswer,
  'answer-unseen': answerUnseen,
  'question-length': questionLength,
  'reading-level': readingLevel,
  'minutes-missing': minutesMissing,
  'minutes-too-few': minutesTooFew,
  'passage-unread': passageUnread,
  'heading-order': headingOrder,
  'repeated-word': repeatedWord,
  'alt-text': altText,
  'link-hidden': linkHidden,
  'file-unused': fileUnused,
};
