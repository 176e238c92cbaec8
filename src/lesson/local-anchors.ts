import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Problem } from '../diagnostics/diagnostic.js';
import type { Anchors } from './anchors.js';
import type { Audience } from './model.js';

/** Gives out the ids of what an overlay adds to one lesson, over all of its changes. */
export interface LocalAnchors {
  /** The same for one change after another. */
  inChange(report: (problem: Omit<Problem, 'file'>) => void): Anchors;
  /** Lets the next block take over the id of the one that it replaces, or no block when there is none. */
  inherit(id: string | undefined): void;
}

/**
 * Ids for blocks of an overlay: what their author wrote, and `local-1`, `local-2` and so on for all others, so that an id
 * made from words or by counting can never be one that the lesson will have some day.
 *
 * @param kept - Ids of the lesson that stay.
 */
export function localAnchors(kept: ReadonlySet<string>): LocalAnchors {
  const given = new Set<string>();
  let count = 0;
  let inherited: string | undefined;
  const give = (id: string) => {
    given.add(id);
    return id;
  };
  const next = (): string => {
    const id = inherited ?? `local-${++count}`;
    inherited = undefined;
    return given.has(id) || kept.has(id) ? next() : give(id);
  };
  return {
    inChange: (report) => {
      const named = (node: ContainerDirective | LeafDirective): string => {
        const id = node.attributes?.id;
        if (!id) return next();
        inherited = undefined;
        if (!given.has(id) && !kept.has(id)) return give(id);
        report({
          rule: 'duplicate-id',
          place: node.data?.position?.attributes?.id ?? node.position,
          found: `the id “${id}”, which ${given.has(id) ? 'another change gives to this lesson' : 'the lesson has already'}`,
          expected: 'each id once in a lesson',
          advice: 'choose another name',
        });
        return next();
      };
      return {
        name: named,
        fromWords: next,
        question: (node: ContainerDirective, audience: Audience) => ({
          // Counted again once it stands in its lesson; only questions that everyone sees have a number.
          ...(audience === 'all' ? { number: 1 } : {}),
          id: named(node),
        }),
        has: (id) => given.has(id) || kept.has(id),
        all: () => [...given],
      };
    },
    inherit(id) {
      inherited = id;
    },
  };
}
