/** Why a PDF cannot be read, which decides what is to be done about it. */
export type UnreadableKind = 'damaged' | 'locked' | 'endless';

/** A PDF that cannot be read. The message is a clause about the file: “it is encrypted”. */
export class UnreadablePdf extends Error {
  override name = 'UnreadablePdf';
  readonly kind: UnreadableKind;

  constructor(message: string, { kind = 'damaged', cause }: { kind?: UnreadableKind; cause?: unknown } = {}) {
    super(message, { cause });
    this.kind = kind;
  }
}
