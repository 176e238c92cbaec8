/** A booklet as the peers print it: the words that Gathering's edition shows, and nothing of its own features. */
export interface Book {
  title: string;
  subtitle: string;
  edition: Edition;
  lessons: Lesson[];
}

export type Edition = 'leader' | 'participant';

export const EDITIONS: readonly Edition[] = ['leader', 'participant'];

export interface Lesson {
  id: string;
  number: number;
  title: string;
  subtitle: string;
  passages: string[];
  aim: string;
  blocks: Block[];
  notes: Inline[][];
}

export type Block =
  | { kind: 'heading'; level: 2 | 3; content: Inline[] }
  | { kind: 'paragraph'; content: Inline[] }
  | { kind: 'list'; ordered: boolean; items: Block[][] }
  | { kind: 'table'; rows: Inline[][][] }
  | { kind: 'quote'; blocks: Block[] }
  /** Set off from the text, with a rule at its side. */
  | { kind: 'box'; title?: string; blocks: Block[] }
  | { kind: 'question'; number: number; content: Inline[]; more: Block[] }
  /** Lines of verse, of a hymn or a psalm. */
  | { kind: 'verse'; lines: Inline[][] }
  /** Lines to write on. */
  | { kind: 'writing'; count: number };

export type Inline =
  | { kind: 'text'; text: string }
  | { kind: 'emphasis' | 'strong'; content: Inline[] }
  /** A gap: its answer for leaders, a rule to write on for others. */
  | { kind: 'blank'; answer: string; shown: boolean }
  | { kind: 'verse-number'; text: string }
  /** The mark of a note, by its number in the lesson. */
  | { kind: 'note'; number: number };
