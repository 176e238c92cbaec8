import { type Checked, diagnostic } from '../diagnostics/diagnostic.js';
import type { CoverBorder } from './model.js';
import { readTags, type SvgTag, writeTags } from './svg.js';

/**
 * A cover's border from a drawing that `tintArt` has passed: two groups, `corner` in the square at the left of its view box
 * and `edge` in what the square leaves of it.
 */
export function readBorder(art: string, file: string): Checked<CoverBorder | undefined> {
  const tags = readTags(art);
  const parts = Array.isArray(tags) ? groups(tags) : new Map<string, string>();
  const box = Array.isArray(tags) ? viewBox(tags[0]) : [];
  const [corner, edge] = [parts.get('corner'), parts.get('edge')];
  const [left, top, width = 0, depth = 0] = box;
  if (
    corner !== undefined &&
    edge !== undefined &&
    parts.size === 2 &&
    left === 0 &&
    top === 0 &&
    width > depth &&
    depth > 0
  )
    return { value: { corner, edge, depth, repeat: width - depth }, messages: [] };
  const problem = diagnostic({
    file,
    place: { line: 1, column: 1 },
    rule: 'theme-art',
    found: 'a border that is not a corner and an edge side by side',
    expected: '<svg viewBox="0 0 80 40"> with nothing but <g id="corner"> and <g id="edge">',
    advice: 'draw the upper left corner in the square at the left, and beside it one repeat of the upper side',
  });
  return { value: undefined, messages: [problem] };
}

/** What stands at the top of a drawing: the contents of groups under their ids, of anything else under its own text. */
function groups(tags: readonly SvgTag[]): Map<string, string> {
  const found = new Map<string, string>();
  let depth = 0;
  let begun = 0;
  tags.forEach((tag, index) => {
    if (tag.kind === 'close') depth -= 1;
    if (depth === 1 && tag.kind === 'open') begun = index;
    if (depth === 1 && tag.kind !== 'open') {
      const first = tags[begun] as SvgTag;
      const whole = tag.kind === 'close' ? tags.slice(begun, index + 1) : [tag];
      const id = first.name === 'g' && tag.kind === 'close' ? attribute(first, 'id') : undefined;
      found.set(id ?? writeTags(whole), writeTags(whole.map(withoutId)));
    }
    if (tag.kind === 'open') depth += 1;
  });
  return found;
}

/** A border is drawn many times over, and an id must be there once. */
function withoutId(tag: SvgTag): SvgTag {
  return { ...tag, attributes: tag.attributes.filter(([name]) => name !== 'id') };
}

function viewBox(root: SvgTag | undefined): number[] {
  return (root ? (attribute(root, 'viewBox') ?? '') : '')
    .trim()
    .split(/[\s,]+/)
    .map(Number);
}

function attribute({ attributes }: SvgTag, wanted: string): string | undefined {
  return attributes.find(([name]) => name === wanted)?.[1];
}
