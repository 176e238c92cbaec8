import type { Root } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import type { Problem } from '../diagnostics/diagnostic.js';
import { visitForAudience } from './audiences.js';
import type { Audience } from './model.js';
import { slug } from './slug.js';

/** Gives out the ids of one lesson, no id twice. */
export interface Anchors {
  /** The id of a block whose author may have named it; otherwise one made from the words. */
  name(node: ContainerDirective | LeafDirective, words: string): string;
  /** An id made from the words of a heading, a reference or a title. */
  fromWords(words: string): string;
  /** The next question: its number, which only those that everyone sees have, and its id. */
  question(node: ContainerDirective, audience: Audience): { number?: number; id: string };
  /** Whether an id has been given out. */
  has(id: string): boolean;
  /** Every id given out so far. */
  all(): string[];
}

/** Looks through a tree for the ids its author wrote, reports those written twice, and keeps them from being given out again. */
export function anchorsFor(root: Root, report: (problem: Omit<Problem, 'file'>) => void): Anchors {
  const written = writtenIds(root, report);
  const given = new Set<string>();
  const counts = new Map<Audience, number>();

  const give = (id: string) => {
    given.add(id);
    return id;
  };
  const fromWords = (words: string) => {
    const base = slug(words) || 'part';
    const taken = (id: string) => given.has(id) || written.has(id) || QUESTION_ID.test(id);
    let id = base;
    for (let n = 2; taken(id); n++) id = `${base}-${n}`;
    return give(id);
  };
  const ownId = (node: ContainerDirective | LeafDirective) => {
    const id = node.attributes?.id;
    return id && written.get(id)?.node === node ? give(id) : undefined;
  };
  return {
    name: (node, words) => ownId(node) ?? fromWords(words),
    fromWords,
    question(node, audience) {
      const count = (counts.get(audience) ?? 0) + 1;
      counts.set(audience, count);
      const number = audience === 'all' ? { number: count } : {};
      const own = ownId(node);
      if (own) return { ...number, id: own };
      const id = `${audience === 'all' ? '' : `${audience.replace(/[ +]/g, '-')}-`}q${count}`;
      const other = written.get(id);
      if (!other) return { ...number, id: give(id) };
      report({
        rule: 'duplicate-id',
        place: other.place,
        found: `the id “${id}”, which is that of question ${count} on line ${node.position?.start.line}`,
        expected: 'each id once in a lesson',
        advice: `choose another name, or give it to that question`,
      });
      return { ...number, id: fromWords(`question ${count}`) };
    },
    has: (id) => given.has(id),
    all: () => [...given],
  };
}

/** What questions are called by default is not given to anything else. */
const QUESTION_ID = /^(?:[a-z0-9-]+-)?q\d+$/;

interface WrittenId {
  node: ContainerDirective | LeafDirective;
  place: Position | undefined;
}

function writtenIds(root: Root, report: (problem: Omit<Problem, 'file'>) => void): Map<string, WrittenId> {
  const written = new Map<string, WrittenId>();
  visitForAudience(root, (node) => {
    if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return;
    const id = node.attributes?.id;
    if (!id) return;
    const place = node.data?.position?.attributes?.id ?? node.position;
    const first = written.get(id);
    if (!first) {
      written.set(id, { node, place });
      return;
    }
    report({
      rule: 'duplicate-id',
      place,
      found: `the id “${id}” for the second time (first on line ${first.place?.start.line})`,
      expected: 'each id once in a lesson',
      advice: 'choose another name for one of them',
    });
  });
  return written;
}
