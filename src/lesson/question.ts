import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { forSome } from './audience-blocks.js';
import type { ToBlocks } from './blocks.js';
import { contentOf, needsContent } from './directive-parts.js';
import { type Making, madeFor } from './making.js';
import type { Question, QuestionKind } from './model.js';

/** A question with its number, its own text and, set apart, what the leader sees beneath it. */
export function toQuestion(node: ContainerDirective | LeafDirective, making: Making, toBlocks: ToBlocks): Question {
  const { kind, minutes, lines, optional, from } = node.attributes ?? {};
  const named = making.anchors.question(node as ContainerDirective, making.audience);
  const question: Question = {
    type: 'question',
    ...named,
    ...(kind ? { kind: kind as QuestionKind } : {}),
    ...(minutes ? { minutes: Number(minutes) } : {}),
    optional: optional !== undefined && optional !== null,
    ...(from ? { from: Number(from) } : {}),
    ...(lines ? { lines: Number(lines) } : {}),
    prompt: [],
    answer: [],
    position: node.position,
  };
  for (const child of contentOf(node)) {
    if (child.type === 'containerDirective' && child.name === 'answer') {
      needsContent(child, making);
      question.answer.push(
        ...forSome(child, making, (inside) => toBlocks(contentOf(child), madeFor(inside, 'leader'))),
      );
    } else {
      question.prompt.push(...toBlocks([child], making));
    }
  }
  if (question.prompt.every((block) => block.type === 'audience' || block.type === 'for')) {
    making.report({
      rule: 'directive-content',
      place: node.data?.position?.opening ?? node.position,
      found: '“question” without a question',
      expected: 'the words of the question before its answer',
      advice: 'write them, or remove the directive',
    });
  }
  return question;
}
