import { DESIGN } from '../design.js';
import type { Block, Book, Lesson } from '../reading/model.js';
import { inlineWriter } from '../reading/write-inlines.js';

const { width, height, margins, size, leading, small, title, h2, h3, writingGap, colors } = DESIGN;

const inlines = inlineWriter({
  text,
  emphasis: (written) => `#emph[${written}]`,
  strong: (written) => `#strong[${written}]`,
  raised: (figure) => `#super[${figure}]`,
  gap: '#gap;',
});

/** A booklet as Typst source, with contents, page numbers and running heads that Typst finds out for itself. */
export function typstSource(book: Book): string {
  return [
    preamble(book),
    `#align(horizon, text(36pt, fill: accent)[${text(book.title)}] + linebreak() + emph[${text(book.subtitle)}] + linebreak() + emph[${book.edition}])`,
    '#pagebreak()\n#outline(depth: 1, title: [Contents])',
    ...book.lessons.map(lessonSource),
  ].join('\n\n');
}

function preamble(book: Book): string {
  // Typst sets leading between the lines' own heights; the faces' are about seven tenths of their size.
  const between = (leading - 0.7).toFixed(2);
  return `#let accent = rgb("${colors.accent}")
#let rule = rgb("${colors.rule}")
#set document(title: [${text(book.title)}])
#set text(font: "EB Garamond", size: ${size}pt, lang: "en", hyphenate: true, fill: rgb("${colors.ink}"))
#set par(justify: true, leading: ${between}em, spacing: 1em)
#set page(
  width: ${width}pt, height: ${height}pt,
  margin: (top: ${margins.top}pt, bottom: ${margins.bottom}pt, left: ${margins.left}pt, right: ${margins.right}pt),
  header: context {
    set text(8pt, font: "Source Sans 3", fill: rgb("${colors.muted}"))
    let lessons = query(selector(heading.where(level: 1)).before(here()))
    if calc.even(here().page()) [${text(book.title)}] else if lessons.len() > 0 { lessons.last().body }
  },
  footer: context text(8.5pt, font: "Source Sans 3", counter(page).display()),
)
#show heading: set par(justify: false)
#show heading.where(level: 1): it => pagebreak(weak: true) + text(${title}pt, weight: 600, it.body)
#show heading.where(level: 2): it => block(above: 18pt, below: 9pt, sticky: true, text(${h2}pt, weight: 600, fill: accent, it.body))
#show heading.where(level: 3): it => block(above: 12pt, below: 7pt, sticky: true, text(${h3}pt, weight: 600, it.body))
#let label-text(body) = text(${small}pt, font: "Source Sans 3", weight: 600, fill: accent, body)
#let boxed(body) = block(stroke: (left: 1.5pt + accent), inset: (left: 8pt), width: 100%, spacing: 1.3em, body)
#let question(number, body) = grid(columns: (16pt, 1fr), number, body)
#let writing(count) = for _ in range(count) { block(height: ${writingGap}pt, width: 100%, spacing: 0pt, stroke: (bottom: 0.4pt + rule)) }
#let cell(body) = par(justify: false, text(${small}pt, font: "Source Sans 3", body))
#let gap = box(width: 60pt, stroke: (bottom: 0.4pt))`;
}

function lessonSource(lesson: Lesson): string {
  return [
    `= ${text(lesson.title)}`,
    `#emph[${text(lesson.subtitle)}]`,
    `#text(${small}pt, font: "Source Sans 3")[${text(lesson.passages.join(' · '))}]`,
    `#emph[${text(lesson.aim)}]`,
    blocks(lesson.blocks),
    ...lesson.notes.map((note, index) => `#text(${small}pt)[${index + 1} ${inlines(note)}]`),
  ].join('\n\n');
}

function blocks(list: readonly Block[]): string {
  return list.map(block).join('\n\n');
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `${'='.repeat(one.level)} ${inlines(one.content)}`;
    case 'paragraph':
      return inlines(one.content);
    case 'list':
      return `#${one.ordered ? 'enum' : 'list'}(${one.items.map((item) => `[${blocks(item)}]`).join(', ')})`;
    case 'table': {
      const [head = [], ...rows] = one.rows.map((row) => row.map((cell) => `cell[${inlines(cell)}]`));
      const stroke = 'stroke: (x: none, y: 0.5pt + rule)';
      return `#table(columns: (1fr,) * ${head.length}, ${stroke}, inset: 3pt, table.header(${head.join(', ')}), ${rows.flat().join(', ')})`;
    }
    case 'quote':
      return `#pad(x: 14pt, emph[${blocks(one.blocks)}])`;
    case 'box':
      return `#boxed[${one.title ? `#label-text[${text(one.title)}]\n\n` : ''}${blocks(one.blocks)}]`;
    case 'question':
      return `#question([${one.number}.], [${inlines(one.content)}\n\n${blocks(one.more)}])`;
    case 'verse':
      return `#pad(left: 14pt)[${one.lines.map(inlines).join(' \\\n')}]`;
    case 'writing':
      return `#writing(${one.count})`;
  }
}

/** Words in which nothing means anything to Typst. */
function text(words: string): string {
  return words.replace(/[\\#*_`$<>@~[\]]/g, '\\$&').replace(/^(?=[-+=/]|\d+\.)/, '\\');
}
