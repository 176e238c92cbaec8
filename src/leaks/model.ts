/** Where in a PDF a text was found. */
export type Channel =
  | 'page'
  | 'outline'
  | 'information'
  | 'xmp'
  | 'alternative text'
  | 'form field'
  | 'annotation'
  | 'destination'
  | 'attachment'
  | 'page label'
  | 'other';

/** A text that some tool could read out of a PDF. */
export interface ReadBackText {
  channel: Channel;
  /** In words: `page 7`, `the outline`, `the attachment “key.txt”`. */
  where: string;
  text: string;
  /** Of a page of the file: where lines and cells begin in the text. */
  lines?: readonly number[];
}

/** A PDF that cannot be read back in full, so that nobody can say what is in it. */
export class ReadBackError extends Error {
  override readonly name = 'ReadBackError';
}
