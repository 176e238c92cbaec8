import { PDFDict, PDFHexString, PDFName, type PDFObject, PDFString } from '@cantoo/pdf-lib';
import { textOf } from './form.js';
import { lookup, type OpenFile } from './open.js';

/** No outline has more items; one that seems to goes round in circles. */
const MOST_ITEMS = 5000;

/** An entry of the file's information dictionary. */
export function informationOf({ context }: OpenFile, key: string): string {
  const information = lookup(context, context.trailerInfo.Info);
  return information instanceof PDFDict ? textOf(context, information, key) : '';
}

/** Titles of lessons by their ids: what the outline's first level leads to (ISO 32000-1, 12.3.3). */
export function lessonTitles({ context, catalog }: OpenFile): Map<string, string> {
  const titles = new Map<string, string>();
  const follow = (dictionary: PDFObject | undefined, key: string) =>
    dictionary instanceof PDFDict ? lookup(context, dictionary.get(PDFName.of(key))) : undefined;
  let item = follow(follow(catalog, 'Outlines'), 'First');
  for (let count = 0; item instanceof PDFDict && count < MOST_ITEMS; count += 1) {
    const place = follow(item, 'Dest') ?? follow(follow(item, 'A'), 'D');
    if (place instanceof PDFString || place instanceof PDFHexString) {
      titles.set(place.decodeText(), textOf(context, item, 'Title'));
    }
    item = follow(item, 'Next');
  }
  return titles;
}
