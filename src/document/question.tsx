import type { ReactNode } from 'react';
import type { Block, Inline, Question } from '../lesson/model.js';
import { inlineText } from '../lesson/walk.js';
import { Blocks } from './blocks.js';
import { Inner, inBox } from './boxes.js';
import { citationsOf } from './citations.js';
import { Disc } from './disc.js';
import { Box, Para, Span } from './elements.js';
import { renderInlines } from './inline.js';
import { anchor, narrower, type Setting } from './setting.js';
import type { Tag } from './tag.js';
import { lineCount, WritingSpace } from './writing.js';

/** Width of the margin in which question numbers hang, in points at the theme's own size. */
const QUESTION_INDENT = 21;

/** Breadth of a number's disc, in lines of running text. */
const DISC = 1.2;

/** A prompt shorter than this, in characters, is never divided over two pages. */
const WHOLE_PROMPT = 700;

/**
 * A question: its number hanging in a margin, its text, and beneath it writing lines or the leader's answer. The text
 * is never parted from what follows it.
 */
export function QuestionBlock({
  question,
  gap,
  setting,
}: {
  question: Question;
  gap: number;
  setting: Setting;
}): ReactNode {
  const indent = QUESTION_INDENT * setting.scale;
  const inner = narrower(setting, indent);
  const last = question.prompt.length - 1;
  // The number is heard with the words that it stands beside.
  const opening: Tag = { role: 'P' };
  return (
    <Box
      id={anchor(setting, question.id)}
      tag={{ role: 'Div' }}
      style={{ paddingLeft: indent, marginTop: gap * 1.7 }}
      breakCost={6}
    >
      {question.number === undefined ? null : (
        <QuestionNumber number={question.number} opening={opening} indent={indent} setting={setting} />
      )}
      {question.prompt.map((block, index) => (
        <Prompt
          key={index}
          block={block}
          first={index === 0}
          last={index === last}
          tag={index === 0 ? opening : { role: 'P' }}
          question={question}
          setting={inner}
        />
      ))}
      {setting.answers ? <Answer question={question} setting={inner} /> : <Space question={question} setting={inner} />}
    </Box>
  );
}

interface NumberProps {
  number: number;
  /** The paragraph that it stands beside. */
  opening: Tag;
  /** Room for it, in points. */
  indent: number;
  setting: Setting;
}

function QuestionNumber({ number, opening, indent, setting }: NumberProps): ReactNode {
  const { styles, theme, scale } = setting;
  const tag: Tag = { role: 'Lbl', within: opening };
  if (theme.numbers.question === 'disc') {
    const size = Math.min(styles.line * DISC, indent - 2 * scale);
    return (
      <Disc
        number={number}
        size={size}
        tag={tag}
        place={{ position: 'absolute', left: 0, top: (styles.line - size) / 2 }}
        setting={setting}
      />
    );
  }
  return (
    <Para
      tag={tag}
      style={{
        ...styles.questionNumber,
        position: 'absolute',
        left: 0,
        top: -theme.size.body * 0.1,
        width: indent - 4 * scale,
      }}
    >
      {String(number)}
    </Para>
  );
}

interface PromptProps {
  block: Block;
  first: boolean;
  last: boolean;
  /** The paragraph that it is, if it is one. */
  tag: Tag;
  question: Question;
  setting: Setting;
}

function Prompt({ block, first, last, tag, question, setting }: PromptProps): ReactNode {
  const bound = last || block.type === 'paragraph';
  const margin = first ? 0 : setting.styles.line * 0.35;
  if (block.type !== 'paragraph') {
    // A table needs the whole measure: it reaches out into the number's margin.
    const out = block.type === 'table' ? QUESTION_INDENT * setting.scale : 0;
    return (
      <>
        <Box keep={block.type === 'list'} keepWithNext={bound} style={{ marginTop: margin, marginLeft: -out }}>
          <Blocks blocks={[block]} setting={narrower(setting, -out)} />
        </Box>
        {last ? <TakesLine question={question} setting={setting} /> : null}
      </>
    );
  }
  return (
    <Para
      keepWithNext={bound}
      tag={tag}
      cites={citationsOf(block.children)}
      keep={inlineText(block.children).length < WHOLE_PROMPT}
      style={{ ...setting.styles.body, marginTop: margin }}
      hyphenate={setting.hyphenate}
    >
      {renderInlines(block.children, setting)}
      {last ? <Takes question={question} setting={setting} /> : null}
    </Para>
  );
}

/** For the leader: minutes, whether the question may be dropped, and where participants find it. For the group: whether it may be dropped. */
function TakesLine({ question, setting }: { question: Question; setting: Setting }): ReactNode {
  const text = takes(question, setting);
  return text ? (
    <Para keepWithNext style={{ ...setting.styles.label, marginTop: 2 }}>
      {text}
    </Para>
  ) : null;
}

/** The same at the end of a paragraph. */
function Takes({ question, setting }: { question: Question; setting: Setting }): ReactNode {
  const { styles, theme } = setting;
  const text = takes(question, setting);
  if (!text) return null;
  const { fontFamily } = styles.label;
  return (
    <Span
      style={{
        fontFamily: fontFamily as string,
        fontSize: theme.size.caption,
        color: theme.color.muted,
        fontStyle: 'normal',
      }}
    >
      {` ${text}`}
    </Span>
  );
}

function takes(question: Question, setting: Setting): string {
  const { leader, labels, participantPage } = setting;
  const page = participantPage(anchor(setting, question.id));
  const parts = [
    ...(leader && question.minutes !== undefined ? [labels.min(question.minutes)] : []),
    ...(question.optional ? [labels.optional.replaceAll(' ', '\u00a0')] : []),
    ...(page === undefined ? [] : [labels.participantPage(page)]),
  ];
  return parts.length > 0 ? `(${parts.join(', ')})` : '';
}

function Answer({ question, setting }: { question: Question; setting: Setting }): ReactNode {
  if (question.answer.length === 0) return null;
  const { styles } = setting;
  const inner: Setting = { ...inBox('answer', setting), styles: { ...styles, body: styles.small } };
  return (
    <Box breakCost={10} tag={{ role: 'Div' }} style={{ ...styles.box.answer, marginTop: styles.line * 0.25 }}>
      <Inner name="answer" setting={setting}>
        <Blocks blocks={question.answer} setting={inner} />
      </Inner>
    </Box>
  );
}

function Space({ question, setting }: { question: Question; setting: Setting }): ReactNode {
  const { writing } = setting.theme;
  const count = question.lines ?? (holdsBlanks(question.prompt) ? 0 : writing.lines[question.kind ?? 'other']);
  const field = setting.fields.get(question);
  return <WritingSpace count={lineCount(count, setting)} style={writing.style} field={field} setting={setting} />;
}

/** A question whose own text has gaps to fill needs no lines beneath it. */
function holdsBlanks(blocks: readonly Block[]): boolean {
  const inRuns = (runs: readonly Inline[]): boolean =>
    runs.some(
      (run) =>
        run.type === 'blank-rule' || run.type === 'blank' || ('children' in run && inRuns(run.children as Inline[])),
    );
  return blocks.some((block) => {
    if (block.type === 'paragraph') return inRuns(block.children);
    if (block.type === 'table') return [block.head, ...block.rows].some((row) => row.cells.some(inRuns));
    if (block.type === 'list') return block.items.some((item) => holdsBlanks(item.children));
    return false;
  });
}
