/** One tag of an SVG file. */
export interface SvgTag {
  kind: 'open' | 'empty' | 'close';
  name: string;
  attributes: [name: string, value: string][];
  /** Offsets of the tag in the text. */
  start: number;
  end: number;
}

/** Something that makes a text no SVG file, at an offset. */
export interface SvgFault {
  start: number;
  end: number;
  fault: string;
}

const SPACE = /\s+/y;
const COMMENT = /<!--[\s\S]*?-->/y;
const PROLOGUE = /<\?xml[^?]*\?>/y;
const TAG = /<(\/?)([A-Za-z][\w:.-]*)((?:\s+[A-Za-z_][\w:.-]*\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/y;
const ATTRIBUTE = /([A-Za-z_][\w:.-]*)\s*=\s*(?:"([^"]*)"|'([^']*)')/g;

/**
 * The tags of an SVG text in order. Strict on purpose: only tags, comments and white space are understood; a document
 * type, a style sheet's text, an entity or anything else hidden between tags is a fault, never passed on.
 */
export function readTags(text: string): SvgTag[] | SvgFault {
  const tags: SvgTag[] = [];
  const open: SvgTag[] = [];
  let at = 0;
  const take = (pattern: RegExp) => {
    pattern.lastIndex = at;
    const match = pattern.exec(text);
    if (match) at = pattern.lastIndex;
    return match;
  };
  take(SPACE);
  take(PROLOGUE);
  while (at < text.length) {
    if (take(SPACE) || take(COMMENT)) continue;
    const start = at;
    const match = take(TAG);
    if (!match) return { start, end: start + 1, fault: faultAt(text, start) };
    const [, slash, name = '', attributes = '', empty] = match;
    const tag: SvgTag = {
      kind: slash ? 'close' : empty ? 'empty' : 'open',
      name,
      attributes: pairs(attributes),
      start,
      end: at,
    };
    if (tag.kind === 'close' && open.pop()?.name !== name)
      return { start, end: at, fault: `</${name}> with nothing to close` };
    if (tags.length > 0 && open.length === 0 && tag.kind !== 'close')
      return { start, end: at, fault: `<${name}> after the end of the drawing` };
    if (tag.kind === 'open') open.push(tag);
    tags.push(tag);
  }
  const unclosed = open.at(-1);
  if (unclosed) return { start: unclosed.start, end: unclosed.end, fault: `<${unclosed.name}> that is never closed` };
  if (tags.length === 0) return { start: 0, end: 0, fault: 'an empty file' };
  return tags;
}

/** The tags as SVG text again, without comments, so that what was checked is exactly what is drawn. */
export function writeTags(tags: readonly SvgTag[]): string {
  return tags
    .map(({ kind, name, attributes }) => {
      if (kind === 'close') return `</${name}>`;
      const written = attributes.map(([key, value]) => ` ${key}="${value.replaceAll('"', '&quot;')}"`).join('');
      return `<${name}${written}${kind === 'empty' ? '/' : ''}>`;
    })
    .join('');
}

function pairs(attributes: string): [string, string][] {
  return [...attributes.matchAll(ATTRIBUTE)].map((match) => [match[1] ?? '', match[2] ?? match[3] ?? '']);
}

function faultAt(text: string, start: number): string {
  if (/^<!doctype/i.test(text.slice(start, start + 9))) return 'a document type (<!DOCTYPE …>)';
  if (text.startsWith('<![CDATA[', start)) return 'a CDATA section';
  if (text.startsWith('<?', start)) return 'a processing instruction (<?…?>)';
  return text.startsWith('<', start) ? 'a tag that cannot be read' : 'text between the tags';
}
