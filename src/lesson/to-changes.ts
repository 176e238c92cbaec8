import type { FootnoteDefinition, Heading, Root, RootContent } from 'mdast';
import { visit } from 'unist-util-visit';
import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import type { ParsedChange, ParsedChanges } from '../markdown/changes.js';
import type { Unseen } from '../markdown/marks.js';
import { toBlocks } from './blocks.js';
import type { Change } from './changes.js';
import { footnoteBook, unusedNote } from './footnotes.js';
import type { ImageProblem } from './image-problem.js';
import { settleInwardLinks } from './links.js';
import { type LocalAnchors, localAnchors } from './local-anchors.js';
import type { Making } from './making.js';
import type { Audience, Block, Heading as HeadingBlock, ImageSource, Lesson } from './model.js';
import { allBlocks, blocksOf, withInside } from './walk.js';

/** What changes are made for. */
export interface ChangesSetting {
  /** Path of changes.md as the author knows it. */
  file: string;
  /** The lessons as they are before these changes. */
  lessons: readonly Lesson[];
  /** The images of the file, by the paths its author wrote. */
  images: ReadonlyMap<string, ImageSource | ImageProblem>;
  /** Whom what stands beside a block is for; the block's own `for` counts only where it will be replaced. */
  audienceOf(target: string, replaced: boolean): Audience;
}

/**
 * Makes the blocks of each change as a lesson makes its own. Blocks keep the ids that their author wrote; the block that
 * takes the place of another takes over its id; and all others are called `local-1`, `local-2` and so on.
 */
export function toChanges(
  { changes, definitions, notes: shared }: ParsedChanges,
  setting: ChangesSetting,
): Checked<Change[]> {
  const { file, lessons } = setting;
  const messages: Diagnostic[] = [];
  const report: Making['report'] = (problem) => messages.push(diagnostic({ file, ...problem }));
  const addresses = new Map([...definitions].reverse().map((node) => [node.identifier, node]));
  const used = new Set<FootnoteDefinition>();
  const anchors = new Map<string, LocalAnchors>();
  const value = changes.map((parsed): Change => {
    const { content, ...change } = parsed;
    const [lessonId = '', blockId] = parsed.target.split('.');
    const lesson = lessons.find(({ id }) => id === lessonId);
    const local = anchors.get(lessonId) ?? localAnchors(idsKept(lesson, changes));
    anchors.set(lessonId, local);
    const notes = notesFor(content, shared);
    for (const note of notes) used.add(note);

    const body = content.filter((node) => node.type !== 'footnoteDefinition');
    const making: Making = {
      report,
      frontMatter: frontMatterFor(lesson),
      images: setting.images,
      definitions: addresses,
      anchors: local.inChange(report),
      levels: levelsIn(body),
      footnotes: footnoteBook(rootOf([...body, ...notes]), report),
      lifted: [],
      inward: [],
      audience: setting.audienceOf(parsed.target, parsed.kind !== 'add'),
    };
    checkMarks(body, notes, making);
    const heir = parsed.kind === 'override' ? heirOf(body, blockIn(lesson, blockId)) : undefined;
    const blocks = body.flatMap((node) => {
      local.inherit(node === heir ? blockId : undefined);
      return toBlocks([node], making);
    });
    const footnotes = making.footnotes.gather((note) => toBlocks(note.children as RootContent[], making));
    settleInwardLinks(lessonId, making);
    return {
      ...change,
      file,
      blocks: inFile(blocks, file),
      footnotes: footnotes.map((note) => ({ ...note, children: inFile(note.children, file) })),
    };
  });
  // Reports notes written twice.
  footnoteBook(rootOf(shared), report);
  const pointedTo = new Set([...used].map(({ identifier }) => identifier));
  for (const note of shared) {
    if (!pointedTo.has(note.identifier) && !isUnseen(note)) report(unusedNote(note));
  }
  return { value, messages };
}

function isUnseen({ data }: FootnoteDefinition): boolean {
  return (data as Unseen | undefined)?.unseen === true;
}

/** The ids of a lesson that no change takes away. */
function idsKept(lesson: Lesson | undefined, changes: readonly ParsedChange[]): Set<string> {
  if (!lesson) return new Set();
  const gone = new Set<Block>();
  const replaced = new Set(changes.flatMap(({ kind, target }) => (kind === 'add' ? [] : [target])));
  const all = [...allBlocks(lesson)];
  const takeAway = (block: Block): void => {
    gone.add(block);
    blocksOf(block).forEach(takeAway);
  };
  for (const block of all) if ('id' in block && replaced.has(`${lesson.id}.${block.id}`)) takeAway(block);
  return new Set(all.flatMap((block) => ('id' in block && !gone.has(block) ? [block.id] : [])));
}

function blockIn(lesson: Lesson | undefined, id: string | undefined): Block | undefined {
  return lesson && [...allBlocks(lesson)].find((block) => 'id' in block && block.id === id);
}

/** What a block without a reference of its own may take from the lesson. */
function frontMatterFor(lesson: Lesson | undefined): Making['frontMatter'] {
  const verse = lesson?.memoryVerse;
  return {
    title: lesson?.title ?? '',
    passages: [],
    ...(verse ? { memoryVerse: { value: verse.text, position: verse.position } } : {}),
  };
}

/** The part of an override that takes over the id of the block it replaces: the first of its kind, or else the first that has an id. */
function heirOf(content: readonly RootContent[], replaced: Block | undefined): RootContent | undefined {
  const kind = replaced?.type === 'activity' ? replaced.kind : replaced?.type;
  const named = content.filter((node) => kindOf(node) !== undefined);
  const heir = named.find((node) => kindOf(node) === kind) ?? named[0];
  return heir && 'attributes' in heir && heir.attributes?.id ? undefined : heir;
}

/** The kind of a node that becomes a block with an id. */
function kindOf(node: RootContent): string | undefined {
  if (node.type === 'heading') return 'heading';
  if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return undefined;
  return ANCHORED.has(node.name) ? node.name : undefined;
}

const ANCHORED: ReadonlySet<string> = new Set([
  'icebreaker',
  'activity',
  'prayer',
  'aside',
  'question',
  'scripture',
  'memory-verse',
  'hymn',
  'readings',
]);

/** Headings keep the level that was written, since the ones above them stand in the lesson. */
function levelsIn(content: readonly RootContent[]): Making['levels'] {
  const levels = new Map<Heading, HeadingBlock['level']>();
  visit(rootOf(content), 'heading', (node) => {
    levels.set(node, Math.max(2, node.depth) as HeadingBlock['level']);
  });
  return levels;
}

/** The notes of the file that the marks of a change point to, notes that those point to included. */
function notesFor(content: readonly RootContent[], shared: readonly FootnoteDefinition[]): FootnoteDefinition[] {
  const notes = new Set<FootnoteDefinition>();
  const look = (nodes: readonly RootContent[]): void =>
    visit(rootOf(nodes), 'footnoteReference', ({ identifier }) => {
      const note = shared.find((node) => node.identifier === identifier);
      if (!note || notes.has(note)) return;
      notes.add(note);
      look([note]);
    });
  look(content);
  return [...notes];
}

/** Reports marks whose note is written within a block of another change, where not everyone may see it. */
function checkMarks(content: readonly RootContent[], notes: readonly FootnoteDefinition[], making: Making): void {
  const there = new Set(notes.map(({ identifier }) => identifier));
  visit(rootOf(content), 'footnoteDefinition', ({ identifier }) => {
    there.add(identifier);
  });
  visit(rootOf(content), 'footnoteReference', (mark) => {
    if (there.has(mark.identifier)) return;
    making.report({
      rule: 'footnote-undefined',
      place: mark.position,
      found: `the mark “[^${mark.label}]”, whose note stands within another change`,
      expected: 'a note by itself, outside the blocks of the changes',
      advice: 'move the note to the end of the file',
    });
  });
}

/** Blocks, and all within them, with the file that they were written in. */
function inFile(blocks: readonly Block[], file: string): Block[] {
  return blocks.map((block) => ({
    ...withInside(block, { inlines: (run) => run, blocks: (children) => inFile(children, file) }),
    file,
  }));
}

function rootOf(nodes: readonly RootContent[]): Root {
  return { type: 'root', children: [...nodes] };
}
