/** A PDF that cannot be read. The message is a clause about the file: “it is encrypted”. */
export class UnreadablePdf extends Error {
  override name = 'UnreadablePdf';
}
