import type { Inline } from './model.js';

/** How a language writes what stands within a line. */
export interface InlineLanguage {
  /** Words in which nothing means anything to it. */
  text(words: string): string;
  emphasis(written: string): string;
  strong(written: string): string;
  /** Figures of verses and notes. */
  raised(figure: string): string;
  /** A rule to write on. */
  gap: string;
}

/** A writer of what stands within lines, in a language. */
export function inlineWriter(language: InlineLanguage): (content: readonly Inline[]) => string {
  const write = (content: readonly Inline[]): string => content.map(one).join('');
  const one = (part: Inline): string => {
    switch (part.kind) {
      case 'text':
        return language.text(part.text);
      case 'emphasis':
      case 'strong':
        return language[part.kind](write(part.content));
      case 'blank':
        return part.shown ? language.strong(language.text(part.answer)) : language.gap;
      case 'verse-number':
        return language.raised(part.text);
      case 'note':
        return language.raised(String(part.number));
    }
  };
  return write;
}
