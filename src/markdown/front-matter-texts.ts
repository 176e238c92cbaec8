import type { Nodes, PhrasingContent, Root } from 'mdast';
import { visit } from 'unist-util-visit';
import type { ReadFrontMatter } from './front-matter.js';
import type { FrontMatter, PlacedText, Report } from './parsed.js';
import { punctuated } from './punctuation.js';
import { filled, type Variables } from './variables.js';

/** What the texts of the front matter are made with. */
export interface TextSetting {
  variables: Variables;
  report: Report;
  /** Reads Markdown as the body is read. */
  read: (markdown: string, report: Report) => Root;
}

/**
 * The front matter as lessons use it: variables filled in, punctuation set, the aim read as a line of Markdown,
 * references with their places. Without a valid title it has an empty one.
 */
export function frontMatterOf({ values, placeOf, placeIn }: ReadFrontMatter, setting: TextSetting): FrontMatter {
  const place = (...path: PropertyKey[]) => placeOf(path);
  const plain = (text: string, ...path: PropertyKey[]) =>
    filled(text, setting.variables, (mark) => placeIn(path, mark), setting.report);
  const words = (text: string, ...path: PropertyKey[]) => punctuated(plain(text, ...path));
  const placed = (text: string, ...path: PropertyKey[]): PlacedText => ({
    value: plain(text, ...path),
    position: place(...path),
  });

  const {
    title = '',
    subtitle,
    id,
    passages = [],
    duration,
    aim,
    'memory-verse': memoryVerse,
    hymn,
    ornament,
  } = values;
  const list =
    typeof passages === 'string' ? [placed(passages, 'passages')] : passages.map((p, i) => placed(p, 'passages', i));
  return {
    title: words(title, 'title'),
    ...(subtitle === undefined ? {} : { subtitle: words(subtitle, 'subtitle') }),
    ...(id === undefined ? {} : { id }),
    passages: list,
    ...(duration === undefined ? {} : { duration: { minutes: duration, position: place('duration') } }),
    ...(aim === undefined ? {} : { aim: aimOf(aim, place('aim'), setting) }),
    ...(memoryVerse === undefined ? {} : { memoryVerse: placed(memoryVerse, 'memory-verse') }),
    ...(hymn === undefined ? {} : { hymn: words(hymn, 'hymn') }),
    ...(ornament === undefined ? {} : { ornament: { value: ornament, position: place('ornament') } }),
  };
}

/** The aim as inline Markdown. Everything in it has the place of the whole: offsets within a YAML value are not the file's. */
function aimOf(aim: string, position: PlacedText['position'], { read, report }: TextSetting): PhrasingContent[] {
  const root = read(aim, (problem) => report({ ...problem, place: position }));
  const other = root.children.find((child) => child.type !== 'paragraph' && child.type !== 'definition');
  if (other) {
    report({
      rule: 'wrong-value',
      place: position,
      found: `“aim” holds ${KINDS[other.type] ?? 'a block'}`,
      expected: 'a sentence',
      advice: 'move what is more than a sentence into the body',
    });
  }
  visit(root, (node: Nodes) => {
    if (position) node.position = position;
  });
  return root.children.flatMap((child, i): PhrasingContent[] => {
    if (child.type !== 'paragraph') return [];
    return i === 0 ? child.children : [{ type: 'text', value: ' ', position }, ...child.children];
  });
}

const KINDS: Readonly<Record<string, string>> = {
  heading: 'a heading',
  list: 'a list',
  table: 'a table',
  code: 'code',
  blockquote: 'a block quotation',
};
