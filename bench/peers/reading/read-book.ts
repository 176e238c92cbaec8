import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import matter from 'gray-matter';
import type { Root } from 'mdast';
import remarkDirective from 'remark-directive';
import remarkGfm from 'remark-gfm';
import remarkParse from 'remark-parse';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { parse as parseYaml } from 'yaml';
import { lessonOf } from './lesson.js';
import { type Book, EDITIONS } from './model.js';

const processor = unified()
  .use(remarkParse)
  .use(remarkGfm)
  .use(remarkDirective)
  .use(remarkSmartypants, { dashes: 'oldschool' })
  .freeze();

/** Reads a booklet's Markdown once, as the program of a careful author would, and gives it for each edition. */
export function readBooks(folder: string): Book[] {
  const about = parseYaml(readFileSync(join(folder, 'booklet.yaml'), 'utf8')) as Pick<Book, 'title' | 'subtitle'>;
  const files = readdirSync(folder).filter((name) => name.endsWith('.md'));
  const read = files.sort().map((name, index) => {
    const { data, content } = matter(readFileSync(join(folder, name), 'utf8'));
    const root = processor.runSync(processor.parse(content)) as Root;
    return { data, root, number: index + 1, id: name.slice(0, -'.md'.length) };
  });
  return EDITIONS.map((edition) => ({
    title: about.title,
    subtitle: about.subtitle,
    edition,
    lessons: read.map((one) => lessonOf(one, edition)),
  }));
}
