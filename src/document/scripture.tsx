import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import type { MemoryVerse, Scripture } from '../lesson/model.js';
import type { PassageBlock, PoetryLine, SetPassage, VerseSpan } from '../lesson/passage.js';
import { Framed } from './boxes.js';
import { Box, Para, Span } from './elements.js';
import { LabelLine } from './ornament.js';
import { anchor, type Setting } from './setting.js';

/** Indent of a line of poetry per step, and of what of it runs over, in points at the theme's own size. */
const POETRY_STEP = 12;
const TURNOVER = 22;

/** A passage: its reference and translation on a line above, verses as the translation's paragraphs and lines. */
export function ScriptureBlock({
  scripture,
  gap,
  setting,
}: {
  scripture: Scripture;
  gap: number;
  setting: Setting;
}): ReactNode {
  const { passage } = scripture;
  if (!passage) return null;
  return (
    <Framed
      name="scripture"
      gap={gap}
      id={anchor(setting, scripture.id)}
      tag={{ role: 'BlockQuote' }}
      setting={setting}
    >
      <ReferenceLine passage={passage} setting={setting} />
      {passage.blocks.map((block, index) => (
        <PassagePart key={index} block={block} first={index === 0} setting={setting} />
      ))}
    </Framed>
  );
}

/** The verse to learn, set apart and kept whole. */
export function MemoryVerseBlock({
  verse,
  gap,
  setting,
}: {
  verse: MemoryVerse;
  gap: number;
  setting: Setting;
}): ReactNode {
  const { passage } = verse;
  const { styles, theme } = setting;
  if (!passage) return null;
  const text: Style = {
    ...styles.scripture,
    fontStyle: styles.voice,
    fontSize: theme.size.scripture * 1.08,
    textAlign: 'center',
  };
  return (
    <Framed
      name="memoryVerse"
      gap={gap}
      id={anchor(setting, verse.id)}
      keep
      tag={{ role: 'BlockQuote' }}
      setting={setting}
    >
      <Para
        style={{
          ...styles.kind,
          textAlign: 'center',
          marginBottom: 3,
        }}
      >
        {setting.labels.memoryVerse}
      </Para>
      {withoutLoneQuotes(passage.blocks).flatMap((block, index) => {
        if (block.type === 'gap') return [];
        const parts = block.type === 'prose' ? [block.spans] : block.lines.map((line) => line.spans);
        return parts.map((spans, part) => (
          <Para key={`${index}.${part}`} style={text}>
            {renderSpans(spans, setting, { supplied: styles.voice === 'italic' ? 'normal' : 'italic' })}
          </Para>
        ));
      })}
      <Para
        style={{ ...styles.label, textAlign: 'center', marginTop: 3 }}
      >{`${passage.reference}, ${passage.translation.abbreviation}`}</Para>
    </Framed>
  );
}

/**
 * A verse out of the middle of a speech begins or ends with a quotation mark that has no partner: on its own it goes
 * without.
 */
function withoutLoneQuotes(blocks: readonly PassageBlock[]): PassageBlock[] {
  const text = JSON.stringify(blocks);
  const closing = (text.match(/”/g)?.length ?? 0) - (text.match(/“/g)?.length ?? 0);
  const runs = blocks.flatMap(spansOf).flatMap((span) => span.runs);
  const lone = closing === 1 ? runs.at(-1) : closing === -1 ? runs[0] : undefined;
  if (!lone) return [...blocks];
  const trimmed = { ...lone, text: lone.text.replace(closing === 1 ? /”\s*$/ : /^\s*“/, '') };
  const trim = (spans: VerseSpan[]) =>
    spans.map((span) => ({ ...span, runs: span.runs.map((run) => (run === lone ? trimmed : run)) }));
  return blocks.map((block) => {
    if (block.type === 'prose') return { ...block, spans: trim(block.spans) };
    if (block.type === 'poetry')
      return { ...block, lines: block.lines.map((line) => ({ ...line, spans: trim(line.spans) })) };
    return block;
  });
}

function spansOf(block: PassageBlock): VerseSpan[] {
  if (block.type === 'prose') return block.spans;
  return block.type === 'poetry' ? block.lines.flatMap((line) => line.spans) : [];
}

function ReferenceLine({ passage, setting }: { passage: SetPassage; setting: Setting }): ReactNode {
  return <LabelLine left={passage.reference} right={passage.translation.name} setting={setting} />;
}

function PassagePart({ block, first, setting }: { block: PassageBlock; first: boolean; setting: Setting }): ReactNode {
  const { styles, scale } = setting;
  const [step, turnover] = [POETRY_STEP * scale, TURNOVER * scale];
  const hang = step - turnover;
  switch (block.type) {
    case 'prose':
      return (
        <Para style={{ ...styles.scripture, ...(first ? {} : styles.following) }} hyphenate={setting.hyphenate}>
          {renderSpans(block.spans, setting, { indent: first ? 0 : Number(styles.following.textIndent ?? 0) })}
        </Para>
      );
    case 'poetry':
      return (
        <Box style={{ marginTop: first ? 0 : styles.line * 0.3, marginBottom: styles.line * 0.3 }} breakCost={10}>
          {byVerse(block.lines).map((lines, index) => (
            <Box key={index} keep>
              {lines.map((line, at) => (
                <Para
                  key={at}
                  style={{
                    ...styles.scripture,
                    textAlign: 'left',
                    marginLeft: turnover + line.indent * step,
                    textIndent: hang,
                  }}
                >
                  {renderSpans(line.spans, setting, { indent: hang })}
                </Para>
              ))}
            </Box>
          ))}
        </Box>
      );
    case 'gap':
      return (
        <Para style={{ ...styles.caption, textAlign: 'center' }} keepWithNext>
          …
        </Para>
      );
  }
}

/** Lines of poetry gathered by verse: a verse is kept whole. */
function byVerse(lines: readonly PoetryLine[]): PoetryLine[][] {
  const groups: PoetryLine[][] = [];
  for (const line of lines) {
    const startsVerse = line.spans[0]?.label !== undefined;
    const group = groups.at(-1);
    if (group && !startsVerse) group.push(line);
    else groups.push([line]);
  }
  return groups;
}

interface SpanStyle {
  /** How words that the translators supplied are told apart. */
  supplied?: 'italic' | 'normal';
  /** First-line indent of the paragraph in points: react-pdf takes it from the first run. */
  indent?: number;
}

function renderSpans(
  spans: readonly VerseSpan[],
  setting: Setting,
  { supplied = 'italic', indent = 0 }: SpanStyle = {},
): ReactNode[] {
  return spans.flatMap((span, index) => {
    const previous = spans[index - 1];
    const space = previous && !/\s$/.test(previous.runs.at(-1)?.text ?? '') ? ' ' : '';
    return [
      space,
      ...(span.label
        ? [
            <Span
              key={`n${index}`}
              style={{ ...setting.styles.verseNumber, textIndent: indent }}
            >{`${span.label}\u00a0`}</Span>,
          ]
        : []),
      ...span.runs.map((run, at) =>
        run.supplied ? (
          <Span key={`${index}.${at}`} style={{ fontStyle: supplied, textIndent: indent }}>
            {run.text}
          </Span>
        ) : (
          run.text
        ),
      ),
    ];
  });
}
