import { pathToFileURL } from 'node:url';
import { DESIGN, FONTS } from '../design.js';
import type { Block, Book, Lesson } from '../reading/model.js';
import { inlineWriter } from '../reading/write-inlines.js';

const { width, height, margins, size, leading, small, title, h2, h3, writingGap, colors } = DESIGN;

const inlines = inlineWriter({
  text,
  emphasis: (written) => `<em>${written}</em>`,
  strong: (written) => `<strong>${written}</strong>`,
  raised: (figure) => `<sup>${figure}</sup>`,
  gap: '<span class="gap"></span>',
});

/** A booklet as HTML with a style sheet for paged media, for what prints HTML. */
export function html(book: Book): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><title>${text(book.title)}</title><style>${css()}</style></head><body>
<section class="cover"><p class="big">${text(book.title)}</p><p><em>${text(book.subtitle)}</em></p><p><em>${book.edition}</em></p></section>
<section class="contents"><h2>Contents</h2>${book.lessons
    .map((lesson) => `<p class="entry"><a href="#${lesson.id}">${text(lesson.title)}</a></p>`)
    .join('\n')}</section>
${book.lessons.map(section).join('\n')}
</body></html>
`;
}

function css(): string {
  const faces = FONTS.map(
    ({ family, weight, italic, file }) =>
      `@font-face{font-family:"${family}";font-weight:${weight};font-style:${italic ? 'italic' : 'normal'};src:url("${pathToFileURL(file).href}")}`,
  );
  return `${faces.join('\n')}
@page{size:${width}pt ${height}pt;margin:${margins.top}pt ${margins.right}pt ${margins.bottom}pt ${margins.left}pt;
@top-left{content:string(lesson);font:8pt "Source Sans 3";color:${colors.muted}}@bottom-left{content:counter(page);font:8.5pt "Source Sans 3"}}
body{font:${size}pt/${leading} "EB Garamond";color:${colors.ink};hyphens:auto;text-align:justify;margin:0}
section{break-before:page}section.cover{break-before:auto}.cover p{text-align:left}.big{font-size:36pt;color:${colors.accent};margin-top:160pt}
p{margin:0 0 4pt;orphans:2;widows:2}h1,h2,h3{text-align:left;font-weight:600;break-after:avoid;line-height:1.14}
h1{font-size:${title}pt;string-set:lesson content();margin:0}h2{font-size:${h2}pt;color:${colors.accent};margin:14pt 0 4pt}h3{font-size:${h3}pt;margin:8pt 0 2pt}
.entry a::after{content:leader(" ") target-counter(attr(href),page)}a{color:inherit;text-decoration:none}
.sans,table,.label{font-family:"Source Sans 3";font-size:${small}pt}.label{font-weight:600;color:${colors.accent}}
.box{border-left:1.5pt solid ${colors.accent};padding-left:8pt;margin:6pt 0}blockquote{margin:6pt 14pt;font-style:italic}
table{border-collapse:collapse;width:100%;text-align:left}td,th{padding:3pt;border-bottom:.5pt solid ${colors.rule};vertical-align:top}tr{break-inside:avoid}
ul,ol{margin:0 0 4pt;padding-left:16pt}.verse{margin:0 0 8pt 14pt;text-align:left}.line{height:${writingGap}pt;border-bottom:.4pt solid ${colors.muted}}
.gap{display:inline-block;width:60pt;border-bottom:.4pt solid}sup{font-size:7pt;line-height:1}.note{font-size:${small}pt}`;
}

function section(lesson: Lesson): string {
  const notes = lesson.notes.map((note, index) => `<p class="note">${index + 1} ${inlines(note)}</p>`);
  return `<section><h1 id="${lesson.id}">${text(lesson.title)}</h1><p><em>${text(lesson.subtitle)}</em></p>
<p class="sans">${text(lesson.passages.join(' · '))}</p><p><em>${text(lesson.aim)}</em></p>
${blocks(lesson.blocks)}
${notes.join('\n')}</section>`;
}

function blocks(list: readonly Block[]): string {
  return list.map(block).join('\n');
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `<h${one.level}>${inlines(one.content)}</h${one.level}>`;
    case 'paragraph':
      return `<p>${inlines(one.content)}</p>`;
    case 'list': {
      const name = one.ordered ? 'ol' : 'ul';
      return `<${name}>${one.items.map((item) => `<li>${blocks(item)}</li>`).join('')}</${name}>`;
    }
    case 'table': {
      const rows = one.rows.map((row, index) => {
        const name = index === 0 ? 'th' : 'td';
        return `<tr>${row.map((cell) => `<${name}>${inlines(cell)}</${name}>`).join('')}</tr>`;
      });
      return `<table>${rows.join('\n')}</table>`;
    }
    case 'quote':
      return `<blockquote>${blocks(one.blocks)}</blockquote>`;
    case 'box':
      return `<div class="box">${one.title ? `<p class="label">${text(one.title)}</p>` : ''}${blocks(one.blocks)}</div>`;
    case 'question':
      return `<ol start="${one.number}"><li><p>${inlines(one.content)}</p>${blocks(one.more)}</li></ol>`;
    case 'verse':
      return `<p class="verse">${one.lines.map(inlines).join('<br>')}</p>`;
    case 'writing':
      return '<div class="line"></div>'.repeat(one.count);
  }
}

function text(words: string): string {
  return words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
}
