import type { Book, Page } from '../protocol.js';
import { partAddress, sheetsAddress } from './api.js';
import { pictureKey } from './changes.js';

/** A page of a PDF that the server has, to be drawn. */
export interface Picture {
  /** The same key, the same picture. */
  key: string;
  /** Address of the PDF. */
  address: string;
  /** Which page of it, from 0. */
  index: number;
}

export function pictureOf(page: Page): Picture {
  return { key: pictureKey(page), address: partAddress(page.part), index: page.index };
}

/** One side of a sheet: 0 is the front of the first, 1 its back. */
export function pictureOfSide({ edition, sheets }: Pick<Book, 'edition' | 'sheets'>, side: number): Picture {
  const key = sheets?.key ?? '';
  return { key: `sheets:${edition}:${key}#${side}`, address: sheetsAddress(edition, key), index: side };
}
