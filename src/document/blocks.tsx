import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import { type Block, type Inline, unreachable } from '../lesson/model.js';
import { Activity, AudienceNote, Quote } from './boxes.js';
import { citationsOf } from './citations.js';
import { Box, Para } from './elements.js';
import { FigureBlock } from './figure.js';
import { HeadingBlock } from './heading.js';
import { HymnBlock } from './hymn.js';
import { renderInlines } from './inline.js';
import { ListBlock } from './list.js';
import { Ornament } from './ornament.js';
import { QuestionBlock } from './question.js';
import { ReadingsBlock } from './readings.js';
import { MemoryVerseBlock, ScriptureBlock } from './scripture.js';
import type { Setting } from './setting.js';
import { TableBlock } from './table.js';
import { lineCount, WritingSpace } from './writing.js';

/** Space above a block that follows another, in lines of body text; a heading has its own space below. */
function spaceBetween(previous: Block | undefined, block: Block): number {
  if (!previous) return 0;
  if (previous.type !== 'heading') return 0.55;
  return block.type === 'paragraph' ? 0 : 0.2;
}

/** Sets blocks one below the other. */
export function Blocks({ blocks, setting }: { blocks: readonly Block[]; setting: Setting }): ReactNode {
  return blocks.map((block, index) => (
    <BlockNode
      key={index}
      block={block}
      previous={above(blocks[index - 1])}
      next={blocks[index + 1]}
      setting={setting}
    />
  ));
}

/** What a block stands below: nothing at the head of a page that the author began. */
function above(previous: Block | undefined): Block | undefined {
  return previous?.type === 'page-break' ? undefined : previous;
}

interface BlockProps {
  block: Block;
  previous: Block | undefined;
  next: Block | undefined;
  setting: Setting;
}

function BlockNode({ block, previous, next, setting }: BlockProps): ReactNode {
  const gap = setting.styles.line * spaceBetween(previous, block);
  switch (block.type) {
    case 'paragraph': {
      const running = previous?.type === 'paragraph';
      const introduces = next && INTRODUCED.has(next.type) && /[:：]\s*$/.test(lastText(block));
      return (
        <Para
          style={{
            ...setting.styles.body,
            ...(hasRule(block.children) ? { textAlign: 'left' } : {}),
            ...(running ? setting.styles.following : { marginTop: gap }),
          }}
          hyphenate={setting.hyphenate}
          keepWithNext={Boolean(introduces)}
          cites={citationsOf(block.children)}
        >
          {renderInlines(block.children, setting, running ? indentOf(setting.styles.following) : {})}
        </Para>
      );
    }
    case 'heading':
      return <HeadingBlock heading={block} first={!previous} setting={setting} />;
    case 'list':
      return (
        <Box style={{ marginTop: gap }}>
          <ListBlock list={block} setting={setting} />
        </Box>
      );
    case 'table':
      return (
        <Box style={{ marginTop: gap }}>
          <TableBlock table={block} setting={setting} />
        </Box>
      );
    case 'blockquote':
      return <Quote blocks={block.children} gap={gap} setting={setting} />;
    case 'code':
      return (
        <Para style={{ ...setting.styles.code, marginTop: gap, backgroundColor: setting.theme.color.tint, padding: 6 }}>
          {indented(block.value)}
        </Para>
      );
    case 'thematic-break':
      return <Ornament setting={setting} gap={setting.styles.line * 0.8} />;
    case 'figure':
      return <FigureBlock figure={block} gap={gap} setting={setting} />;
    case 'audience':
      return <AudienceNote note={block} gap={gap} setting={setting} />;
    case 'for':
      // The edition stage has taken the wrapping away.
      return <Blocks blocks={block.children} setting={setting} />;
    case 'prepare':
      // Shown at a glance on the lesson's first leader page.
      return null;
    case 'activity':
      return <Activity activity={block} gap={gap} setting={setting} />;
    case 'question':
      return <QuestionBlock question={block} gap={gap} setting={setting} />;
    case 'scripture':
      return <ScriptureBlock scripture={block} gap={gap} setting={setting} />;
    case 'memory-verse':
      return <MemoryVerseBlock verse={block} gap={gap} setting={setting} />;
    case 'hymn':
      return <HymnBlock hymn={block} gap={gap} setting={setting} />;
    case 'readings':
      return <ReadingsBlock readings={block} gap={gap} setting={setting} />;
    case 'lines':
      return setting.answers ? null : (
        <Box style={{ marginTop: gap }}>
          <WritingSpace
            count={lineCount(block.count, setting)}
            style={block.style ?? setting.theme.writing.style}
            field={setting.fields.get(block)}
            setting={setting}
          />
        </Box>
      );
    case 'page-break':
      return <Box breakBefore />;
    default:
      return unreachable(block);
  }
}

/** Blocks that a paragraph ending in a colon leads into, and must not be parted from. */
const INTRODUCED = new Set<Block['type']>(['list', 'table', 'blockquote', 'code', 'scripture', 'lines', 'figure']);

/** Lines with gaps to fill are not justified: a rule cannot be divided, and the words before it would be torn apart. */
function hasRule(inlines: readonly Inline[]): boolean {
  return inlines.some((inline) => inline.type === 'blank-rule' || ('children' in inline && hasRule(inline.children)));
}

/** react-pdf takes a paragraph's first-line indent from its first run, so runs carry it too. */
function indentOf({ textIndent }: Style): Style {
  return textIndent === undefined ? {} : { textIndent };
}

/** What a tab in code is set as: fonts have no glyph for it. */
const TAB = '    ';

/** Spaces that carry meaning in code, at a line's start or in a row, as spaces that are neither divided at nor joined. */
function indented(code: string): string {
  return code.replaceAll('\t', TAB).replace(/^ +| {2,}/gm, (spaces) => '\u00a0'.repeat(spaces.length));
}

function lastText(block: Extract<Block, { type: 'paragraph' }>): string {
  const last = block.children.at(-1);
  return last?.type === 'text' ? last.value : '';
}
