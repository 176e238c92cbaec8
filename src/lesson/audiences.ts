import type { Nodes } from 'mdast';
import type { Audience } from './model.js';

/** Visits every node of a tree in the order of the file, with the audience of what it stands in. */
export function visitForAudience(
  node: Nodes,
  visitor: (node: Nodes, audience: Audience) => void,
  audience: Audience = 'all',
): void {
  visitor(node, audience);
  if (!('children' in node)) return;
  const inside = audienceInside(node, audience);
  for (const child of node.children) visitForAudience(child, visitor, inside);
}

/** Whom the content of a node is for, given whom the node itself is for. */
export function audienceInside(node: Nodes, audience: Audience): Audience {
  if (audience !== 'all' || node.type !== 'containerDirective') return audience;
  return Object.hasOwn(AUDIENCES, node.name) ? (AUDIENCES[node.name] ?? 'all') : 'all';
}

const AUDIENCES: Readonly<Record<string, Audience>> = {
  leader: 'leader',
  prepare: 'leader',
  answer: 'leader',
  participant: 'participant',
};
