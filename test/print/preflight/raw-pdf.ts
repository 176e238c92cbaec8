/** A PDF from its objects as they are written, numbered from 1; the first is the catalog. */
export function rawPdf(objects: readonly string[]): Uint8Array {
  let text = '%PDF-1.7\n';
  const places = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const table = `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${places.join('')}`;
  const end = `trailer\n<</Size ${objects.length + 1}/Root 1 0 R>>\nstartxref\n${text.length}\n%%EOF\n`;
  return Buffer.from(text + table + end, 'latin1');
}

/** A stream object; content that is not text goes in as one character a byte. */
export function stream(content: string, dictionary = ''): string {
  return `<<${dictionary}/Length ${content.length}>>\nstream\n${content}\nendstream`;
}

/** Number of the first object that is added to a {@link rawPage}. */
export const FIRST_MORE = 7;

/**
 * A PDF of one page of 400 by 600 points with a font `/F` that is not in the file.
 *
 * @param page - What its dictionary says besides.
 * @param more - Objects from {@link FIRST_MORE} on.
 */
export function rawPage(
  content: string,
  { page = '', resources = '', more = [] as string[], contents = stream(content) } = {},
): Uint8Array {
  return rawPdf([
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 400 600]/Resources 6 0 R>>',
    `<</Type/Page/Parent 2 0 R/Contents 4 0 R${page}>>`,
    contents,
    '<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>',
    `<</Font<</F 5 0 R>>${resources}>>`,
    ...more,
  ]);
}
