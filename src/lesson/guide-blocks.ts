import type { RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { forSome } from './audience-blocks.js';
import { audienceInside } from './audiences.js';
import type { ToBlocks } from './blocks.js';
import { contentOf, labelOf, needsContent } from './directive-parts.js';
import { toHymn } from './hymn.js';
import { plainText, toInlines } from './inlines.js';
import { type Making, madeFor } from './making.js';
import type { Activity, AudienceBlock, Block, MemoryVerse, Scripture, WritingLines } from './model.js';
import { toQuestion } from './question.js';
import { toReadings } from './readings.js';

/** A directive of the lesson format as its block. The tree has been held to the grammar, so attributes are as they should be. */
export function toGuideBlock(node: ContainerDirective | LeafDirective, making: Making, toBlocks: ToBlocks): Block[] {
  return forSome(node, making, (inside) => toOwnBlock(node, inside, toBlocks));
}

function toOwnBlock(node: ContainerDirective | LeafDirective, making: Making, toBlocks: ToBlocks): Block[] {
  switch (node.name) {
    case 'leader':
    case 'participant':
      return [toAudienceBlock(node, node.name, making, toBlocks)];
    case 'prepare': {
      needsContent(node, making);
      const children = toBlocks(contentOf(node), madeFor(making, 'leader'));
      return [{ type: 'prepare', children, position: node.position }];
    }
    case 'icebreaker':
    case 'activity':
    case 'prayer':
    case 'aside':
      return [toActivity(node, node.name, making, toBlocks)];
    case 'question':
      return [toQuestion(node, making, toBlocks)];
    case 'scripture':
      return toScripture(node, making);
    case 'memory-verse':
      return toMemoryVerse(node, making);
    case 'hymn':
      return [toHymn(node, making, toBlocks)];
    case 'readings':
      return [toReadings(node, making)];
    case 'lines':
      return [toWritingLines(node)];
    case 'page-break':
      return [{ type: 'page-break', position: node.position }];
    default:
      // Taken apart already when the tree was checked; its content stays whatever happens.
      return toBlocks(node.children as RootContent[], {
        ...making,
        audience: audienceInside(node as ContainerDirective, making.audience),
      });
  }
}

function toAudienceBlock(
  node: ContainerDirective | LeafDirective,
  audience: AudienceBlock['audience'],
  making: Making,
  toBlocks: ToBlocks,
): AudienceBlock {
  needsContent(node, making);
  const inside = madeFor(making, audience);
  const title = titleOf(node, inside);
  return { type: 'audience', audience, ...title, children: toBlocks(contentOf(node), inside), position: node.position };
}

function toActivity(
  node: ContainerDirective | LeafDirective,
  kind: Activity['kind'],
  making: Making,
  toBlocks: ToBlocks,
): Activity {
  const title = titleOf(node, making);
  // A title alone says what to do: “Pray the Lord’s Prayer together”.
  if (!title.title) needsContent(node, making);
  const { minutes, optional, from } = node.attributes ?? {};
  return {
    type: 'activity',
    kind,
    id: making.anchors.name(node, kind),
    ...title,
    ...(minutes ? { minutes: Number(minutes) } : {}),
    ...(optional ? { optional: true } : {}),
    ...(from ? { from: Number(from) } : {}),
    children: toBlocks(contentOf(node), making),
    position: node.position,
  };
}

function titleOf(node: ContainerDirective | LeafDirective, making: Making): { title?: Activity['title'] } {
  const title = toInlines(labelOf(node), making);
  return title.length > 0 ? { title } : {};
}

function toScripture(node: ContainerDirective | LeafDirective, making: Making): Scripture[] {
  const reference = plainText({ type: 'paragraph', children: labelOf(node) }).trim();
  if (!reference) return [];
  const { translation, verses } = node.attributes ?? {};
  return [
    {
      type: 'scripture',
      id: making.anchors.name(node, reference),
      reference,
      ...(translation ? { translation } : {}),
      verses: verses === 'hide' ? 'hide' : 'show',
      position: node.position,
    },
  ];
}

function toMemoryVerse(node: ContainerDirective | LeafDirective, making: Making): MemoryVerse[] {
  const { title, memoryVerse } = making.frontMatter;
  const reference = plainText({ type: 'paragraph', children: labelOf(node) }).trim() || memoryVerse?.value;
  if (!reference) {
    // Front matter that could not be read may well have one.
    if (title) {
      making.report({
        rule: 'directive-label',
        place: node.position,
        found: '“memory-verse” without a reference',
        expected: '“::memory-verse[a reference]”, or “memory-verse” in the front matter',
        advice: 'write the reference in one of the two places',
      });
    }
    return [];
  }
  const { translation } = node.attributes ?? {};
  const id = making.anchors.name(node, 'memory-verse');
  return [{ type: 'memory-verse', id, reference, ...(translation ? { translation } : {}), position: node.position }];
}

/** Writing lines where an author does not say how many. */
const USUAL_LINES = 4;

function toWritingLines(node: ContainerDirective | LeafDirective): WritingLines {
  const { count, style } = node.attributes ?? {};
  return {
    type: 'lines',
    count: count ? Number(count) : USUAL_LINES,
    ...(style ? { style: style as NonNullable<WritingLines['style']> } : {}),
    position: node.position,
  };
}
