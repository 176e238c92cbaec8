/** What a stretch of content is marked as: the same object for the same thing, and the operator that opens it. */
export interface Marking {
  /** Marked content operators, such as `/P <</MCID 3>> BDC`. Called when the marking is opened, once for each stretch. */
  open(): string;
}

/** Operators that build a path and paint nothing (ISO 32000-1, table 59), and the clip that goes with one (table 61). */
const PATH = new Set(['m', 'l', 'c', 'v', 'y', 'h', 're', 'W', 'W*']);
/** Operators that paint a path (table 60). */
const PAINT_PATH = new Set(['S', 's', 'f', 'F', 'f*', 'B', 'B*', 'b', 'b*']);
/** Operators that paint something else; a text object is taken as a whole. */
const PAINT = new Set(['Do', 'sh', 'BT']);

/**
 * Saved states within each other that are written as they come. PDF/A allows 28 (ISO 19005-2, 6.1.13), and a list in a
 * list in a box has more: beyond these, states that are saved one after the other are written as one.
 */
const DEEP = 12;

/**
 * Marks what a page paints (ISO 32000-1, 14.6), between a painter that knows nothing of marks and the page's content.
 *
 * Operators that change the graphics state wait until something is painted, and are forgotten where they are undone
 * before that. So a marking can be opened outside of the state that was saved for what it marks, which lets one
 * stretch hold all lines of a paragraph, and marks, saved states and text objects always nest.
 */
export class MarkedContent {
  #waiting: string[] = [];
  #path: string[] = [];
  #inText = false;
  /** Saved states that were written and are not restored yet: of each, what sets the states that it stands for. */
  readonly #saved: string[][][] = [];
  #open: { marking: Marking; depth: number; isHeld: boolean } | undefined;
  #isEmpty = true;

  /**
   * @param writeToPage - Takes what is written to the page.
   * @param current - What is painted now is marked as, and how many of the states saved last belong to it alone.
   */
  constructor(
    private readonly writeToPage: (operator: string) => unknown,
    private readonly current: () => { marking: Marking; own: number },
  ) {}

  /** Takes an operator with its operands. */
  write(line: string): void {
    const operator = line.slice(line.lastIndexOf(' ') + 1);
    if (this.#inText) {
      this.#emit(line);
      this.#inText = operator !== 'ET';
    } else if (PATH.has(operator)) {
      this.#path.push(line);
    } else if (PAINT_PATH.has(operator)) {
      this.#mark();
      this.#flush(line);
    } else if (PAINT.has(operator)) {
      this.#mark();
      this.#flush(line);
      this.#inText = operator === 'BT';
    } else if (operator === 'n') {
      // A clip paints nothing, but belongs to what comes after it.
      const { marking, own } = this.current();
      if (!this.#goesOn(marking, own)) this.#close();
      this.#flush(line);
    } else if (operator === 'Q') {
      this.#restore();
    } else {
      this.#waiting.push(line);
    }
  }

  /**
   * Opens a marking before anything is painted, so that all of a picture is one stretch.
   *
   * @param own - How many of the states saved last belong to it alone.
   */
  begin(marking: Marking, own: number): void {
    this.#close();
    this.#openMarking(marking, own, true);
  }

  /** Closes what is open, and every state that is still saved: for the end of a page. */
  finish(): void {
    this.#close();
    // Content without any operator would be no stream.
    if (this.#isEmpty) this.#release(['q']);
    for (const _ of this.#saved.splice(0)) this.#emit('Q');
    this.#waiting = [];
    this.#path = [];
  }

  /** Closes what is open. */
  end(): void {
    this.#close();
  }

  #restore(): void {
    const saved = this.#waiting.lastIndexOf('q');
    if (saved >= 0) {
      this.#waiting.length = saved;
      return;
    }
    this.#waiting = [];
    if (this.#open && this.#open.depth >= this.#saved.length) this.#close();
    const states = this.#saved.pop();
    if (!states) return;
    this.#emit('Q');
    // Of those that were written as one, all but the last are there still: they are saved again if they are needed.
    this.#waiting = states.slice(0, -1).flatMap((setting) => ['q', ...setting]);
  }

  #mark(): void {
    const { marking, own } = this.current();
    if (this.#goesOn(marking, own)) return;
    this.#close();
    this.#openMarking(marking, own, false);
  }

  /**
   * Whether what is open can hold what is painted next. Not in states that were saved since and are not its own: something
   * else may be painted in them, and what is open would have to end within.
   */
  #goesOn(marking: Marking, own: number): boolean {
    if (this.#open?.marking !== marking) return false;
    const depth = this.#saved.length + this.#waiting.filter((line) => line === 'q').length;
    return this.#open.isHeld || depth <= this.#open.depth + own;
  }

  #openMarking(marking: Marking, own: number, isHeld: boolean): void {
    const saved = this.#waiting.flatMap((line, index) => (line === 'q' ? [index] : []));
    const before = own === 0 ? this.#waiting.length : (saved.at(-Math.min(own, saved.length)) ?? this.#waiting.length);
    this.#release(this.#waiting.splice(0, before));
    this.#emit(marking.open());
    this.#open = { marking, depth: this.#saved.length, isHeld };
  }

  #close(): void {
    if (!this.#open) return;
    this.#open = undefined;
    this.#emit('EMC');
  }

  /** Writes what waits, the path, and the operator that needs them. */
  #flush(line: string): void {
    this.#release(this.#waiting.splice(0));
    for (const step of this.#path.splice(0)) this.#emit(step);
    this.#emit(line);
  }

  #emit(operator: string): void {
    this.#isEmpty = false;
    this.writeToPage(operator);
  }

  /** Writes operators that change the graphics state. */
  #release(lines: readonly string[]): void {
    let states: string[][] | undefined;
    for (const line of lines) {
      if (line !== 'q') states?.at(-1)?.push(line);
      else if (states && this.#saved.length >= DEEP) {
        states.push([]);
        continue;
      } else {
        states = [[]];
        this.#saved.push(states);
      }
      this.#emit(line);
    }
  }
}
