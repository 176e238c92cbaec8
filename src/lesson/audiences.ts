import type { Nodes } from 'mdast';
import type { Audience } from './model.js';

/** Visits every node of a tree in the order of the file, with the audience that sees it. */
export function visitForAudience(
  node: Nodes,
  visitor: (node: Nodes, audience: Audience) => void,
  audience: Audience = 'all',
): void {
  const own = within(audience, joined(audiencesOf(node)));
  visitor(node, own);
  if (!('children' in node)) return;
  const inside = audienceInside(node, own);
  for (const child of node.children) visitForAudience(child, visitor, inside);
}

/** Whom the content of a node is for, given whom the node itself is for. */
export function audienceInside(node: Nodes, audience: Audience): Audience {
  if (node.type !== 'containerDirective' || !Object.hasOwn(AUDIENCES, node.name)) return audience;
  return within(audience, AUDIENCES[node.name] ?? 'all');
}

/** The names in a directive's `for`; none when everyone is meant. */
export function audiencesOf(node: Nodes): string[] {
  if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return [];
  return node.attributes?.for?.split(' ') ?? [];
}

/** Several names as one audience. */
export function joined(names: readonly string[]): Audience {
  return names.length > 0 ? [...new Set(names)].sort().join('+') : 'all';
}

/** Who sees what is for one audience and stands in what is for another. */
export function within(outer: Audience, inner: Audience): Audience {
  if (inner === 'all' || outer.split(' ').includes(inner)) return outer;
  return outer === 'all' ? inner : `${outer} ${inner}`;
}

/** Whether all who see the one also see the other, as far as can be told without knowing the editions. */
export function includes(wider: Audience, narrower: Audience): boolean {
  return wider === 'all' || wider.split(' ').every((part) => narrower.split(' ').includes(part));
}

const AUDIENCES: Readonly<Record<string, Audience>> = {
  leader: 'leader',
  prepare: 'leader',
  answer: 'leader',
  participant: 'participant',
};
