import { basename, dirname } from 'node:path';
import { DESIGN, FONTS } from '../design.js';
import type { Block, Book } from '../reading/model.js';
import { inlineWriter } from '../reading/write-inlines.js';

const { width, height, margins, size, leading, small, title, h2, h3, writingGap, colors } = DESIGN;

const inlines = inlineWriter({
  text,
  emphasis: (written) => `\\emph{${written}}`,
  strong: (written) => `\\textbf{${written}}`,
  raised: (figure) => `\\textsuperscript{${figure}}`,
  gap: '\\rule{60pt}{0.4pt}',
});

/** A booklet as LaTeX for xelatex, which must run twice for its contents. */
export function latex(book: Book): string {
  return `${preamble(book)}
\\begin{document}
\\thispagestyle{empty}\\vspace*{160pt}{\\fontsize{36}{42}\\selectfont\\color{accent}${text(book.title)}\\par}\\emph{${text(book.subtitle)}}\\par\\emph{${book.edition}}\\clearpage
\\tableofcontents
${book.lessons
  .map(
    (lesson) => `\\chapter{${text(lesson.title)}}
\\emph{${text(lesson.subtitle)}}\\par{\\small\\sffamily ${text(lesson.passages.join(' · '))}\\par}\\emph{${text(lesson.aim)}}\\par
${blocks(lesson.blocks)}
${lesson.notes.map((note, index) => `{\\small ${index + 1} ${inlines(note)}\\par}`).join('\n')}`,
  )
  .join('\n')}
\\end{document}
`;
}

function preamble(book: Book): string {
  const file = (family: string, weight: number, italic: boolean) =>
    FONTS.find((one) => one.family === family && one.weight === weight && one.italic === italic)?.file ?? '';
  const font = (command: string, family: string, bold: number, italic: boolean) => {
    const regular = file(family, 400, false);
    const slanted = italic ? `,ItalicFont=${relative(regular, file(family, 400, true))}` : '';
    return `\\${command}{${basename(regular)}}[Path=${dirname(regular)}/,BoldFont=${relative(regular, file(family, bold, false))}${slanted}]`;
  };
  return `\\documentclass[${size}pt]{book}
\\usepackage[paperwidth=${width}bp,paperheight=${height}bp,top=${margins.top}bp,bottom=${margins.bottom}bp,left=${margins.left}bp,right=${margins.right}bp]{geometry}
\\usepackage{fontspec,xcolor,titlesec,array,enumitem,framed,fancyhdr}
${font('setmainfont', 'EB Garamond', 700, true)}
${font('setsansfont', 'Source Sans 3', 600, false)}
\\definecolor{accent}{HTML}{${colors.accent.slice(1)}}
\\AtBeginDocument{\\fontsize{${size}bp}{${size * leading}bp}\\selectfont}
\\titleformat{\\chapter}{\\fontsize{${title}}{28}\\selectfont\\bfseries}{}{0pt}{}\\titlespacing{\\chapter}{0pt}{0pt}{6pt}
\\titleformat{\\section}{\\fontsize{${h2}}{18}\\selectfont\\bfseries\\color{accent}}{}{0pt}{}
\\titleformat{\\subsection}{\\fontsize{${h3}}{14}\\selectfont\\bfseries}{}{0pt}{}
\\setcounter{secnumdepth}{-1}\\setcounter{tocdepth}{0}\\setlength{\\parindent}{0pt}\\setlength{\\parskip}{4pt}
\\pagestyle{fancy}\\fancyhf{}\\fancyhead[LO]{\\footnotesize\\sffamily\\leftmark}\\fancyhead[LE]{\\footnotesize\\sffamily ${text(book.title)}}\\fancyfoot[L]{\\footnotesize\\sffamily\\thepage}
\\newenvironment{boxed}{\\def\\FrameCommand{{\\color{accent}\\vrule width 1.5pt}\\hspace{8pt}}\\MakeFramed{\\advance\\hsize-\\width\\FrameRestore}}{\\endMakeFramed}
\\newcommand{\\writing}{\\par\\vspace{${writingGap}pt}\\hrule}
\\renewcommand{\\small}{\\fontsize{${small}}{13}\\selectfont}`;
}

/** fontspec looks for the other faces from the folder of the first. */
function relative(from: string, to: string): string {
  return dirname(from) === dirname(to) ? basename(to) : `../${basename(dirname(to))}/${basename(to)}`;
}

function blocks(list: readonly Block[]): string {
  return list.map(block).join('\n\n');
}

function block(one: Block): string {
  switch (one.kind) {
    case 'heading':
      return `\\${one.level === 2 ? 'section' : 'subsection'}{${inlines(one.content)}}`;
    case 'paragraph':
      return inlines(one.content);
    case 'list': {
      const name = one.ordered ? 'enumerate' : 'itemize';
      const items = one.items.map((item) => `\\item ${blocks(item)}`).join('\n');
      return `\\begin{${name}}[leftmargin=16pt]\n${items}\n\\end{${name}}`;
    }
    case 'table': {
      const columns = one.rows[0]?.length ?? 1;
      const column = `>{\\small\\sffamily\\raggedright\\arraybackslash}p{${(0.9 / columns).toFixed(3)}\\linewidth}`;
      const rows = one.rows.map((row) => `${row.map(inlines).join(' & ')} \\\\ \\hline`);
      return `\\begin{tabular}{${column.repeat(columns)}}\n${rows.join('\n')}\n\\end{tabular}`;
    }
    case 'quote':
      return `\\begin{quote}\\itshape ${blocks(one.blocks)}\\end{quote}`;
    case 'box':
      return `\\begin{boxed}${one.title ? `{\\small\\sffamily\\bfseries\\color{accent}${text(one.title)}\\par}` : ''}${blocks(one.blocks)}\\end{boxed}`;
    case 'question':
      return `\\begin{enumerate}[leftmargin=16pt,start=${one.number}]\\item ${inlines(one.content)}\n\n${blocks(one.more)}\\end{enumerate}`;
    case 'verse':
      return `\\begin{flushleft}\\leftskip14pt ${one.lines.map(inlines).join('\\\\\n')}\\end{flushleft}`;
    case 'writing':
      return '\\writing '.repeat(one.count);
  }
}

function text(words: string): string {
  return words
    .replace(/[\\{}]/g, ' ')
    .replace(/[#$%&_]/g, '\\$&')
    .replaceAll('~', '\\textasciitilde{}')
    .replaceAll('^', '\\textasciicircum{}');
}
