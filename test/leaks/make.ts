import { PDFDocument, type PDFFont, type PDFPage, StandardFonts } from '@cantoo/pdf-lib';
import { type Withheld, type WithheldInput, withheldWords } from '../../src/leaks/withheld.js';
import type { Lesson } from '../../src/lesson/model.js';
import { lines, made } from '../lesson/make.js';

/** What the participant must not read. */
export const SECRET = 'Nobody else will plead for the accused on that last morning.';

/** A lesson of which only the answer is the leader's. */
export const LESSON = `Every court has a door, and somebody stands beside it.

::::question
Who stands beside you?

:::answer
${SECRET}
:::
::::
`;

/** A lesson made from the Markdown of its body. */
export function lessonOf(body: string, front = ''): Lesson {
  const { lesson, messages } = made(`---\ntitle: The open door\n${front}---\n\n${body}\n`);
  const errors = lines(messages).filter((line) => !line.includes('warning'));
  if (errors.length > 0) throw new Error(errors.join('\n'));
  return lesson;
}

/** What a participant's edition must not hold of one lesson. */
export function withheldOf(body: string, rest: Partial<WithheldInput> = {}): Withheld {
  return withheldWords({
    lessons: [lessonOf(body)],
    edition: { answers: false, audiences: ['participant'] },
    publicTexts: [],
    ...rest,
  });
}

/** A PDF with a page of public words to hide something in. */
export interface Page {
  doc: PDFDocument;
  page: PDFPage;
  font: PDFFont;
}

export async function pdfWith(hide: (made: Page) => unknown = () => {}, useObjectStreams = false): Promise<Uint8Array> {
  const doc = await PDFDocument.create();
  const font = await doc.embedFont(StandardFonts.Helvetica);
  const first = doc.addPage([400, 600]);
  first.drawText('Every court has a door, and somebody stands beside it.', { x: 20, y: 550, size: 10, font });
  const page = doc.addPage([400, 600]);
  page.drawText('Who stands beside you?', { x: 20, y: 550, size: 10, font });
  await hide({ doc, page, font });
  return doc.save({ useObjectStreams });
}

/** A PDF of one page with these lines of text. */
export function pdfOf(text: readonly string[]): Promise<Uint8Array> {
  return pdfWith(({ page, font }) => {
    text.forEach((line, index) => {
      page.drawText(line, { x: 20, y: 500 - 14 * index, size: 10, font });
    });
  });
}
