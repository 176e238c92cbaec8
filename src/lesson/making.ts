import type { Definition, Root } from 'mdast';
import { type Diagnostic, diagnostic, type Problem } from '../diagnostics/diagnostic.js';
import type { FrontMatter } from '../markdown/parsed.js';
import { type Anchors, anchorsFor } from './anchors.js';
import { visitForAudience, within } from './audiences.js';
import { type FootnoteBook, footnoteBook } from './footnotes.js';
import { type HeadingLevels, headingLevels } from './headings.js';
import type { ImageProblem } from './image-problem.js';
import type { Audience, Figure, ImageSource, Link } from './model.js';

/** What the making of one lesson carries along. Everything but the audience is shared by all of its blocks. */
export interface Making {
  report(problem: Omit<Problem, 'file'>): void;
  frontMatter: FrontMatter;
  images: ReadonlyMap<string, ImageSource | ImageProblem>;
  definitions: ReadonlyMap<string, Definition>;
  anchors: Anchors;
  levels: HeadingLevels;
  footnotes: FootnoteBook;
  /** Images found within lines, waiting to be set after the block. */
  lifted: Figure[];
  /** Links to places in the booklet. */
  inward: Link[];
  /** Whom the blocks now being made are for. */
  audience: Audience;
}

/** What a lesson is made from, apart from its tree. */
export interface MakingInput {
  file: string;
  frontMatter: FrontMatter;
  images: ReadonlyMap<string, ImageSource | ImageProblem>;
  /** Takes the messages. */
  messages: Diagnostic[];
}

/** Looks through a tree for what has to be known before its first block is made. */
export function beginMaking(root: Root, { file, frontMatter, images, messages }: MakingInput): Making {
  const report: Making['report'] = (problem) => messages.push(diagnostic({ file, ...problem }));
  const definitions = new Map<string, Definition>();
  visitForAudience(root, (node) => {
    // The first of several definitions counts (CommonMark 0.31, section 4.7).
    if (node.type === 'definition' && !definitions.has(node.identifier)) definitions.set(node.identifier, node);
  });
  return {
    report,
    frontMatter,
    images,
    definitions,
    anchors: anchorsFor(root, report),
    levels: headingLevels(root),
    footnotes: footnoteBook(root, report),
    lifted: [],
    inward: [],
    audience: 'all',
  };
}

/** The same making for blocks that only some see. */
export function madeFor(making: Making, audience: Audience): Making {
  return { ...making, audience: within(making.audience, audience) };
}
