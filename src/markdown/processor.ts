import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import { unified } from 'unified';
import { remarkDirectiveInProse } from './directive-syntax.js';

const processor = unified().use(remarkParse).use(remarkGfm).use(remarkDirective).use(remarkDirectiveInProse).freeze();

/** Reads Markdown into a tree: CommonMark, GFM and directives, with the places of everything. */
export function parseMarkdown(source: string): Root {
  return processor.parse(source);
}
