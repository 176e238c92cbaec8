import type { Activity } from '../lesson/model.js';
import { allBlocks, inlinesOf, inlineText, type TimedItem } from '../lesson/walk.js';
import { type Path, pathsOf } from './paths.js';
import { asRanges } from './ranges.js';

/** A path through a session as the leader's first page tells it. */
export interface GlancePath extends Pick<Path<never>, 'lengths' | 'minutes' | 'overrun'> {
  /** Which of the two lists is told, the shorter one: what the path keeps or what it leaves out. */
  told: 'kept' | 'left';
  /** Question numbers in that list, as ranges: `1–3`. */
  questions?: string;
  /** The other parts in that list, in the order of the lesson. */
  parts: PathPart[];
}

/** A part of a session that has no number, by its title or, without one, by what it is. */
export interface PathPart {
  title?: string;
  kind?: Activity['kind'];
  /** Its minutes, where another part of the lesson goes by the same name. */
  minutes?: number;
}

/** Longest name of a part, in characters. */
const LONGEST = 36;

/** The paths through a session in the words of its first page. */
export function pathsAtAGlance(items: readonly TimedItem[], lengths: readonly number[]): GlancePath[] {
  const names = items.filter((item) => numberOf(item) === undefined).map((item) => keyOf(nameOf(item)));
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return pathsOf(items, lengths).map(({ kept, left, ...path }): GlancePath => {
    const [keeps, leaves] = [listOf(kept, twice), listOf(left, twice)];
    // A path that keeps nothing is told by what it leaves out, however long that is.
    return sizeOf(leaves) <= sizeOf(keeps) || kept.length === 0
      ? { ...path, told: 'left', ...leaves }
      : { ...path, told: 'kept', ...keeps };
  });
}

function listOf(items: readonly TimedItem[], twice: ReadonlySet<string>): Pick<GlancePath, 'questions' | 'parts'> {
  const numbers = items.flatMap((item) => numberOf(item) ?? []);
  const parts = items
    .filter((item) => numberOf(item) === undefined)
    .map((item) => ({ ...nameOf(item), ...(twice.has(keyOf(nameOf(item))) ? { minutes: item.minutes } : {}) }));
  return { ...(numbers.length > 0 ? { questions: asRanges(numbers) } : {}), parts };
}

/** How many things a reader has to take in. */
function sizeOf({ questions, parts }: Pick<GlancePath, 'questions' | 'parts'>): number {
  return (questions?.split(', ').length ?? 0) + parts.length;
}

function numberOf({ block }: TimedItem): number | undefined {
  return block.type === 'question' ? block.number : undefined;
}

/** A question that only some see has no number, and goes by its first words. */
function nameOf({ block }: TimedItem): PathPart {
  if (block.type === 'activity') {
    const title = inlineText(block.title ?? [])
      .replace(/\s+/g, ' ')
      .trim();
    return title ? { title: shortened(title) } : { kind: block.kind };
  }
  const runs = [...allBlocks({ body: block.prompt, footnotes: [] })].flatMap(inlinesOf).map(inlineText);
  return { title: shortened(runs.find((text) => text.trim() !== '') ?? '…') };
}

function shortened(text: string): string {
  const words = text.trim().split(/\s+/);
  let short = '';
  for (const word of words) {
    const longer = short ? `${short} ${word}` : word;
    if (longer.length > LONGEST) return `${short || [...word].slice(0, LONGEST).join('')} …`;
    short = longer;
  }
  return short;
}

function keyOf({ title, kind }: PathPart): string {
  return title === undefined ? `.${kind}` : `“${title}`;
}
