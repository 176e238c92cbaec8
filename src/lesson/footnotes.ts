import type { FootnoteDefinition, FootnoteReference, Root } from 'mdast';
import type { Problem } from '../diagnostics/diagnostic.js';
import type { Unseen } from '../markdown/marks.js';
import { includes, visitForAudience } from './audiences.js';
import type { Audience, Block, Footnote, FootnoteMark } from './model.js';
import { slug } from './slug.js';

/** Numbers the footnotes of one lesson in the order of their first marks. */
export interface FootnoteBook {
  mark(node: FootnoteReference, audience: Audience): FootnoteMark;
  /** The notes that were marked, in order, once all marks have been seen; notes may have marks of their own. */
  gather(toBlocks: (definition: FootnoteDefinition) => Block[]): Footnote[];
}

interface Note {
  definition: FootnoteDefinition;
  /** Whom the place where the note is written is for. */
  audience: Audience;
}

/** Looks through a tree for its notes and reports those written twice. */
export function footnoteBook(root: Root, report: (problem: Omit<Problem, 'file'>) => void): FootnoteBook {
  const notes = notesOf(root, report);
  const order: string[] = [];
  const betrayed = new Set<string>();

  const idOf = (identifier: string) => `note-${slug(identifier) || order.indexOf(identifier) + 1}`;
  return {
    mark(node, audience) {
      const { identifier, position } = node;
      if (!order.includes(identifier)) order.push(identifier);
      const note = notes.get(identifier);
      if (note && !includes(note.audience, audience) && !betrayed.has(identifier)) {
        betrayed.add(identifier);
        report(hidden(node, note));
      }
      return { type: 'footnote-mark', number: order.indexOf(identifier) + 1, id: idOf(identifier), position };
    },
    gather(toBlocks) {
      const gathered: Footnote[] = [];
      // The list grows while notes with marks of their own are made.
      for (let i = 0; i < order.length; i++) {
        const identifier = order[i] ?? '';
        const note = notes.get(identifier);
        gathered.push({ number: i + 1, id: idOf(identifier), children: note ? toBlocks(note.definition) : [] });
      }
      for (const [identifier, { definition }] of notes) {
        const { unseen } = (definition.data ?? {}) as Unseen;
        if (!order.includes(identifier) && !unseen) report(unusedNote(definition));
      }
      return gathered;
    },
  };
}

function notesOf(root: Root, report: (problem: Omit<Problem, 'file'>) => void): Map<string, Note> {
  const notes = new Map<string, Note>();
  visitForAudience(root, (node, audience) => {
    if (node.type !== 'footnoteDefinition') return;
    const first = notes.get(node.identifier);
    if (!first) {
      notes.set(node.identifier, { definition: node, audience });
      return;
    }
    report({
      rule: 'duplicate-id',
      place: node.position,
      found: `a second note “[^${node.label}]” (the first is on line ${first.definition.position?.start.line})`,
      expected: 'each footnote once in a lesson',
      advice: 'give one of them another name',
    });
  });
  return notes;
}

function hidden(mark: FootnoteReference, { definition, audience }: Note): Omit<Problem, 'file'> {
  return {
    rule: 'footnote-undefined',
    place: mark.position,
    found: `the mark “[^${mark.label}]”, whose note on line ${definition.position?.start.line} is for the ${audience.split(' ').at(-1)?.replaceAll('+', ' and ')} only`,
    expected: 'a note that everyone who sees the mark can read',
    advice: `move the note out of the ${audience.split(' ').at(-1)?.replaceAll('+', '’s or ')}’s block, or the mark into it`,
  };
}

/** A note that nothing points to. */
export function unusedNote(definition: FootnoteDefinition): Omit<Problem, 'file'> {
  return {
    rule: 'footnote-unused',
    place: definition.position,
    found: `the note “[^${definition.label}]”, which no mark points to, is left out`,
    expected: `a mark “[^${definition.label}]” in the text`,
    advice: 'add the mark, or remove the note',
  };
}
