import type { Nodes, Root } from 'mdast';
import type { ContainerDirective } from 'mdast-util-directive';
import type { Point, Position } from 'unist';
import { colonLines } from './colon-lines.js';
import { type Container, neverClosed, nothingToClose, oneForTwo, tooFewColons, unreadable } from './colon-problems.js';
import { directiveRule } from './directives.js';
import type { Report } from './parsed.js';
import { sourceOf } from './points.js';

/**
 * Reports container directives without closing colons, closing colons without a directive, and lines that begin like a
 * directive and cannot be read as one. One slip gives one message: colons left over because of another are not mentioned.
 *
 * @returns the containers that do not end where their author thinks; what stands in them says nothing about its place.
 */
export function checkColons(root: Root, source: string, report: Report): Set<Nodes> {
  const { openers, closers } = colonLines(root, source);
  const misread = new Set<Nodes>();

  for (const opener of openers) {
    report(unreadable(opener));
    if (opener.colons >= 3) takeFirstAfter(closers, opener.place.start);
  }
  for (const { container, parents } of unclosed(root, source)) {
    misread.add(container.node);
    const around = parents.at(-1);
    if (around) misread.add(around.node);
    // A leaf or inline directive with three colons gets its own message, and what it swallowed needs none.
    if ([container, ...parents].some(({ node }) => isNoContainer(node.name))) continue;
    if (around?.closing && around.colons <= container.colons) {
      const nested = takeFirstAfter(closers, around.closing.end);
      report(nested ? tooFewColons(container, around) : oneForTwo(container, around));
    } else {
      report(neverClosed(container, around));
    }
  }
  for (const closer of closers) report(nothingToClose(closer));
  return misread;
}

interface Unclosed {
  container: Container;
  /** The containers around it, outermost first. */
  parents: Container[];
}

function unclosed(parent: Nodes, source: string, parents: Container[] = []): Unclosed[] {
  if (!('children' in parent)) return [];
  return parent.children.flatMap((child): Unclosed[] => {
    if (child.type !== 'containerDirective') return unclosed(child, source, parents);
    const container = describe(child, source);
    const inside = unclosed(child, source, [...parents, container]);
    return container.closing ? inside : [{ container, parents }, ...inside];
  });
}

function describe(node: ContainerDirective, source: string): Container {
  const colons = /^:*/.exec(sourceOf(source, node.position))?.[0].length ?? 3;
  return { node, colons, opening: node.data?.position?.opening, closing: node.data?.position?.closing };
}

function takeFirstAfter(closers: Position[], point: Point): boolean {
  const index = closers.findIndex((closer) => closer.start.line > point.line);
  if (index < 0) return false;
  closers.splice(index, 1);
  return true;
}

function isNoContainer(name: string): boolean {
  const rule = directiveRule(name);
  return rule !== undefined && rule.form !== 'container';
}
