import type { Paragraph, PhrasingContent, RootContent } from 'mdast';
import type { ContainerDirective, LeafDirective } from 'mdast-util-directive';
import type { Making } from './making.js';

/** What stands in a directive's square brackets. */
export function labelOf(node: ContainerDirective | LeafDirective): PhrasingContent[] {
  if (node.type === 'leafDirective') return node.children;
  const [first] = node.children;
  return first?.type === 'paragraph' && isLabel(first) ? first.children : [];
}

/** What stands between a container's opening and closing lines. */
export function contentOf(node: ContainerDirective | LeafDirective): RootContent[] {
  if (node.type === 'leafDirective') return [];
  return node.children.filter((child) => child.type !== 'paragraph' || !isLabel(child));
}

/** Reports a container with nothing in it; a definition alone is nothing that is seen. */
export function needsContent(node: ContainerDirective | LeafDirective, making: Making): void {
  if (contentOf(node).some((child) => child.type !== 'definition' && child.type !== 'footnoteDefinition')) return;
  making.report({
    rule: 'directive-content',
    place: node.data?.position?.opening ?? node.position,
    found: `“${node.name}” with nothing in it`,
    expected: 'at least one line between its opening and its closing colons',
    advice: 'write its content, or remove it',
  });
}

function isLabel(paragraph: Paragraph): boolean {
  return (paragraph.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
}
