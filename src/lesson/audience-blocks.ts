import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import { audiencesOf, joined } from './audiences.js';
import { type Making, madeFor } from './making.js';
import type { Block } from './model.js';

/** The blocks of a directive, wrapped for the editions that its `for` names, or as they are when it names none. */
export function forSome(
  node: ContainerDirective | LeafDirective,
  making: Making,
  make: (inside: Making) => Block[],
): Block[] {
  const audiences = audiencesOf(node);
  if (audiences.length === 0) return make(making);
  // Pictures lifted out of the directive's lines must not escape the wrapping.
  const before = making.lifted.splice(0);
  const children = [...make(madeFor(making, joined(audiences))), ...making.lifted.splice(0)];
  making.lifted.push(...before);
  const position = node.data?.position?.attributes?.for ?? node.position;
  return children.length > 0 ? [{ type: 'for', audiences, children, position }] : [];
}
