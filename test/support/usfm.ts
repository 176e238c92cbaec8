import type { PassageBlock, VerseSpan } from '../../src/lesson/passage.js';
import type { Translation } from '../../src/scripture/translation.js';

/** What the headers of a book say, beside its code. */
export interface UsfmHeaders {
  h?: string;
  toc1?: string;
  toc2?: string;
}

/** Chapters of a translation written as USFM, with paragraphs, lines of poetry and supplied words. */
export function usfmOf(
  translation: Translation,
  code: string,
  book: string,
  chapters: readonly number[],
  headers: UsfmHeaders = {},
): string {
  const lines = [`\\id ${code} made by a test`];
  for (const [marker, text] of Object.entries(headers)) lines.push(`\\${marker} ${text}`);
  for (const chapter of chapters) {
    lines.push(`\\c ${chapter}`);
    const end = { book, chapter, verse: translation.verses(book, chapter) };
    let verse = 0;
    const words = (spans: readonly VerseSpan[]) =>
      spans
        .map((span) => {
          const mark = span.verse === verse ? '' : `\\v ${span.verse} `;
          verse = span.verse;
          return mark + span.runs.map(({ text, supplied }) => (supplied ? `\\add ${text}\\add*` : text)).join('');
        })
        .join('\n');
    let before: PassageBlock['type'] | undefined;
    for (const block of translation.passage({ start: { ...end, verse: 1 }, end })) {
      if (block.type === 'prose') lines.push('\\p', words(block.spans));
      if (block.type !== 'poetry') {
        before = block.type;
        continue;
      }
      if (before === 'poetry') lines.push('\\b');
      for (const { indent, spans } of block.lines) lines.push(`\\q${indent + 1} ${words(spans)}`);
      before = 'poetry';
    }
  }
  return `${lines.join('\n')}\n`;
}

/** `bible.yaml` of the translation below. */
export const SPANISH_ABOUT = `abbreviation: PRUEBA
name: Texto de Prueba
language: es
notice: El texto de estos versículos se escribió solo para probar el programa.
`;

const NUMBERS = 'primera segunda tercera cuarta'.split(' ');

/**
 * A folder of USFM in Spanish, by path: an excerpt of Luke and one of the Psalms whose sentences were made up for tests
 * and are no translation of anything.
 */
export function spanishBible(folder: string): Record<string, string> {
  const verses = NUMBERS.map(
    (number, index) =>
      `\\v ${31 + index} Aquí se prueba la ${number} frase${index === 0 ? ', que tiene \\add unas\\add* palabras' : ''}.\\f + \\ft Una nota.\\f*`,
  );
  const luke = [
    '\\id LUK Un texto para pruebas',
    '\\h Lucas',
    '\\toc1 El Evangelio de prueba',
    '\\mt1 El título mayor',
    '\\c 22',
    '\\s Un título',
    '\\p',
    ...verses.slice(0, 2),
    '\\p',
    ...verses.slice(2),
  ];
  const psalms = [
    '\\id PSA',
    '\\h Salmos',
    '\\c 23',
    '\\d Un título de salmo.',
    '\\q1',
    '\\v 1 Una línea corta del poema;',
    '\\q2 otra le responde.',
    '\\q1',
    '\\v 2 Sigue la mañana clara;',
    '\\q2 sigue la tarde en calma.',
    '\\b',
    '\\q1',
    '\\v 3 Termina aquí la prueba.',
    '\\q2',
    '\\v 4 Nada más se dice.',
  ];
  return {
    [`${folder}/bible.yaml`]: SPANISH_ABOUT,
    [`${folder}/43-LUK.usfm`]: `${luke.join('\r\n')}\r\n`,
    [`${folder}/19-PSA.usfm`]: `${psalms.join('\n')}\n`,
  };
}
