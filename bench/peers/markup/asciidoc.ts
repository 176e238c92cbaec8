import { basename, dirname } from 'node:path';
import { DESIGN, FONTS, type FontFile } from '../design.js';
import type { Block, Book } from '../reading/model.js';
import { inlineWriter } from '../reading/write-inlines.js';

const inlines = inlineWriter({
  text: (words) => words,
  emphasis: (written) => `__${written}__`,
  strong: (written) => `**${written}**`,
  raised: (figure) => `^${figure}^`,
  gap: '\\_'.repeat(12),
});

/** A booklet as AsciiDoc, for asciidoctor-pdf with the theme beneath. */
export function asciidoc(book: Book): string {
  return `= ${book.title}
:doctype: book
:toc:
:toclevels: 1
:hyphens: en
:example-caption!:

${book.lessons
  .map(
    (lesson) => `== ${lesson.title}

_${lesson.subtitle}_

${lesson.passages.join(' · ')}

_${lesson.aim}_

${blocks(lesson.blocks)}

${lesson.notes.map((note, index) => `${index + 1} ${inlines(note)}`).join('\n\n')}`,
  )
  .join('\n\n')}
`;
}

/** The theme for it: the same page, typefaces and measures as everyone's. */
export function asciidocTheme(): string {
  const { width, height, margins, size, leading, small, title, h2, h3, colors } = DESIGN;
  const faces = (family: FontFile['family']) => {
    const face = (weight: number, italic: boolean) =>
      basename(
        (FONTS.find((one) => one.family === family && one.weight === weight && one.italic === italic) ?? FONTS[0])
          ?.file ?? '',
      );
    const bold = family === 'EB Garamond' ? 700 : 600;
    return `    ${family}:
      normal: ${face(400, false)}
      italic: ${face(400, true)}
      bold: ${face(bold, false)}
      bold_italic: ${face(bold, false)}`;
  };
  return `extends: base
font:
  catalog:
${faces('EB Garamond')}
${faces('Source Sans 3')}
page:
  size: [${width}pt, ${height}pt]
  margin: [${margins.top}pt, ${margins.right}pt, ${margins.bottom}pt, ${margins.left}pt]
base:
  font-family: EB Garamond
  font-size: ${size}
  line-height-length: ${size * leading}
  text-align: justify
  font-color: "${colors.ink}"
heading:
  h2-font-size: ${title}
  h3-font-size: ${h2}
  h4-font-size: ${h3}
table:
  font-size: ${small}
footer:
  recto:
    left:
      content: "{page-number}"
  verso:
    left:
      content: "{page-number}"
`;
}

/** The folders in which its typefaces are. */
export function asciidocFontFolders(): string {
  return [...new Set(FONTS.map(({ file }) => dirname(file)))].join(';');
}

function blocks(list: readonly Block[], depth = 0): string {
  return list.map((one) => block(one, depth)).join('\n\n');
}

function block(one: Block, depth: number): string {
  const fence = '='.repeat(4 + depth);
  switch (one.kind) {
    case 'heading':
      // Sections cannot begin inside of blocks.
      return depth > 0
        ? `[discrete]\n==== ${inlines(one.content)}`
        : `${'='.repeat(one.level + 1)} ${inlines(one.content)}`;
    case 'paragraph':
      return inlines(one.content);
    case 'list':
      return one.items
        .map(
          (item) =>
            `${one.ordered ? '.' : '*'} ${item.map((part) => (part.kind === 'paragraph' ? inlines(part.content) : '')).join(' ')}`,
        )
        .join('\n');
    case 'table':
      return `[%header]\n|===\n${one.rows.map((row) => row.map((cell) => `|${inlines(cell)}`).join(' ')).join('\n')}\n|===`;
    case 'quote':
      return `____\n${blocks(one.blocks, depth + 1)}\n____`;
    case 'box':
      return `${one.title ? `.${one.title}\n` : ''}${fence}\n${blocks(one.blocks, depth + 1)}\n${fence}`;
    case 'question':
      return `*${one.number}.* ${inlines(one.content)}\n\n${blocks(one.more, depth)}`;
    case 'verse':
      return `[verse]\n${one.lines.map(inlines).join('\n')}`;
    case 'writing':
      return Array.from({ length: one.count }, () => "'''").join('\n\n');
  }
}
