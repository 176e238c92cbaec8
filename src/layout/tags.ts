import type { Field, Role, Tag } from '../document/tag.js';
import type { LaidNode } from './nodes.js';

/** A tag of a section, found by its place in the section's list, which nodes and runs carry through layout. */
export interface SectionTag extends Omit<Tag, 'within'> {
  /** Place of the tag whose element holds this one. */
  within?: number;
  /** Whether it is of words within a paragraph. */
  inline?: true;
  field?: Field;
}

/** A node of react-pdf's tree, before its layout. */
interface UnlaidNode {
  type: string;
  props: Record<string, unknown> & { tag?: Tag; field?: Field; artifact?: unknown; href?: string };
  style?: unknown;
  children?: UnlaidNode[];
  value?: string;
}

/** Elements that may hold words themselves. Elsewhere a paragraph is an element of its own. */
const HOLDS_WORDS = new Set<Role>(['H', 'P', 'Lbl', 'Caption', 'TH', 'TD', 'Span', 'Code', 'Reference', 'Link']);

/**
 * Gives every tag of a tree a number, in place, so that it is known again after layout, where only plain values of
 * nodes are left, and of runs none of their own: runs carry theirs behind the style of their underlining. Paragraphs
 * without a tag become `P`, links `Link`.
 *
 * @returns The tags by their numbers.
 */
export function stampTags(tree: object): SectionTag[] {
  const tags: SectionTag[] = [];
  const known = new Map<Tag, number>();
  const numberOf = (tag: Tag, more: Partial<SectionTag> = {}): number => {
    const before = known.get(tag);
    if (before !== undefined) return before;
    const { within, ...rest } = tag;
    const holder = within ? { within: numberOf(within) } : {};
    known.set(tag, tags.length);
    return tags.push({ ...rest, ...holder, ...more }) - 1;
  };
  const walkText = (node: UnlaidNode, inherited: number | undefined): void => {
    const { tag, field, href } = node.props;
    let own = inherited;
    const enter = (entered: Tag, more: Partial<SectionTag> = {}): void => {
      const within = own === undefined ? {} : { within: own };
      own = numberOf(entered, { ...within, inline: true, ...more });
    };
    const linked = tag?.role === 'Link' ? { title: tag.title ?? wordsOf(node) } : {};
    if (tag) enter(tag, { ...linked, ...backwards(tag, node), ...(field ? { field } : {}) });
    if (href !== undefined && tag?.role !== 'Link') enter({ role: 'Link', title: tag?.title ?? wordsOf(node) });
    if (own !== undefined) node.style = [node.style ?? {}, { textDecorationStyle: `${CARRIER}${own}` }].flat();
    for (const child of node.children ?? []) if (child.type !== 'TEXT_INSTANCE') walkText(child, own);
  };
  const walk = (node: UnlaidNode, holdsWords: boolean): void => {
    if (node.type === 'TEXT_INSTANCE' || node.props?.artifact) return;
    const { tag: given, field, ...rest } = node.props ?? {};
    const isText = node.type === 'TEXT';
    if (isText && isMute(node)) {
      node.props = { ...rest, artifact: 'Decoration' };
      return;
    }
    const tag: Tag | undefined = given ?? (isText && !holdsWords ? { role: 'P' } : undefined);
    node.props = tag ? { ...rest, tagId: numberOf(tag, field ? { field } : {}) } : rest;
    for (const child of node.children ?? []) {
      if (!isText) walk(child, tag ? HOLDS_WORDS.has(tag.role) : holdsWords);
      else if (child.type !== 'TEXT_INSTANCE') walkText(child, undefined);
    }
  };
  for (const page of (tree as UnlaidNode).children ?? []) walk(page, false);
  return tags;
}

/** How a run's underlining is drawn, with the number of its tag behind. */
const CARRIER = 'solid;tag=';

/** Gives each run of a laid-out node the number that its tag got, in place. */
export function readTags(node: LaidNode): void {
  for (const { runs } of node.lines ?? []) {
    for (const run of runs) {
      const { underlineStyle = '' } = run.attributes;
      if (underlineStyle.startsWith(CARRIER)) run.tag = Number(underlineStyle.slice(CARRIER.length));
    }
  }
  for (const child of node.children ?? []) if (child.type !== 'TEXT_INSTANCE') readTags(child);
}

/** Scripts whose letters stand on the page from right to left, which is not the order in which they are read. */
const FROM_THE_RIGHT = /[\p{Script=Hebrew}\p{Script=Arabic}\p{Script=Syriac}]/u;

/** The letters of words that are painted last letter first. */
function backwards(tag: Tag, node: UnlaidNode): Pick<SectionTag, 'actualText'> {
  const words = wordsOf(node);
  return tag.actualText === undefined && FROM_THE_RIGHT.test(words) ? { actualText: words } : {};
}

/** Whether a paragraph has nothing to read out: spaces, and signs that only join or part letters, which authors make room with. */
function isMute(node: UnlaidNode): boolean {
  return !/[^\p{White_Space}\p{Cf}]/u.test(wordsOf(node));
}

/** What stands for a place to write in the words around it. */
const TO_FILL = '…';

/** What is read out of a node. */
function wordsOf(node: UnlaidNode): string {
  if (node.type === 'TEXT_INSTANCE') return node.value ?? '';
  const said = node.props?.tag?.actualText ?? (node.props?.field ? TO_FILL : undefined);
  if (said !== undefined) return said;
  return (node.children ?? []).map(wordsOf).join('').replaceAll('\u00a0', ' ').trim();
}
