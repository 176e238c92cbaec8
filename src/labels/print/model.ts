/** The side of a booklet at which its leaves are held together. */
export type Side = 'left' | 'right';

/** The words of the print pack: what is said to whoever stands at the printer, and to the copy shop. */
export interface PrintWords {
  card: string;
  flipTest: string;
  ticket: string;
  /** Beneath the number of sheets that one copy takes. */
  sheetsPerCopy(sheets: number): string;
  copies(copies: number): string;
  sheetsInAll(sheets: number): string;
  settings: string;
  file: string;
  paper: string;
  size: string;
  actualSize: string;
  sides: string;
  flip: Record<'short' | 'long', string>;
  perSheet: string;
  onePage: string;
  /** What to do, in order. */
  steps: {
    testFirst(file: string): string;
    oneFirst: string;
    foldAll: string;
    foldBundles(sheets: number): string;
    cut(piles: number): string;
    stapleFold: string;
    stapleSide(side: Side): string;
    apart: string;
    sew: string;
    glue(side: Side): string;
    trim: string;
    flush: string;
  };
  test: {
    how: string;
    turn: string;
    upright: string;
    wrong(flip: 'short' | 'long'): string;
    ruler: string;
    frame: string;
  };
  order: {
    name: string;
    phone: string;
    ready: string;
    edition: string;
    file: string;
    sheets: string;
    copies: string;
    total: string;
    paper(paper: string, grammage: number | undefined): string;
    ink: string;
    /** How sheets become a booklet. Piles that are cut apart lie in the same places whatever the side. */
    finish(how: 'saddle' | 'signatures' | 'cut-2' | 'cut-4' | 'single' | 'apart', side: Side): string;
    inAll: string;
    size: string;
  };
}
