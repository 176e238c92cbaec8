import type { Nodes, Paragraph, Parents, PhrasingContent, Root, RootContent } from 'mdast';
import type { Directives } from 'mdast-util-directive';
import { suggest } from '../diagnostics/nearest.js';
import { isChangeName } from './change-directives.js';
import { checkAttributes } from './check-attributes.js';
import { type DirectiveRule, directiveNames, directivePattern, directiveRule } from './directives.js';
import type { Report } from './parsed.js';

/**
 * Holds every directive of a tree to the grammar. One that is unknown, in the wrong form or out of place is reported and
 * taken apart, so that its words stay as ordinary blocks; attributes that are wrong are reported and removed.
 *
 * @param misread containers that do not end where their author thinks, inside which nothing can be said to be misplaced.
 * @param around names of the directives in which the whole tree will stand, innermost last.
 */
export function checkDirectives(
  root: Root,
  misread: ReadonlySet<Nodes>,
  report: Report,
  around: readonly string[] = [],
): void {
  checkIn(root, around, { misread, report });
}

interface Scene {
  misread: ReadonlySet<Nodes>;
  report: Report;
}

/** Names of what stands around a directive, innermost last. */
type Around = readonly string[];

/** Stands for a directive that is not understood, in which anything may be in its place. */
const UNCLEAR = '?';

function checkIn(parent: Parents, around: Around, scene: Scene): void {
  parent.children = parent.children.flatMap((child): RootContent[] => {
    if (isDirective(child)) return checkDirective(child, around, scene);
    if ('children' in child)
      checkIn(child, child.type === 'footnoteDefinition' ? [...around, 'footnote'] : around, scene);
    return [child];
  }) as typeof parent.children;
}

function checkDirective(node: Directives, around: Around, scene: Scene): RootContent[] {
  const rule = directiveRule(node.name);
  const wrong = rule ? (wrongForm(node, rule) ?? misplaced(node, rule, around, scene)) : unknown(node, around);
  if (wrong && wrong !== 'unclear') scene.report(wrong);
  const inside = scene.misread.has(node) || !rule ? UNCLEAR : node.name;
  checkIn(node as Parents, [...around, inside], scene);
  if (!rule || wrong) return apart(node);
  checkLabel(node, rule, scene.report);
  checkAttributes(node, rule, scene.report);
  return [node];
}

type Found = Parameters<Report>[0];

function unknown(node: Directives, around: Around): Found {
  if (isChangeName(node.name)) {
    return elsewhere(node, 'changes.md', 'by itself in the changes.md of a folder that extends another', around);
  }
  return {
    rule: 'unknown-directive',
    place: openingOf(node),
    found: `unknown directive “${node.name}”`,
    expected: 'a directive of the lesson format',
    advice: suggest(node.name, directiveNames()),
  };
}

function wrongForm(node: Directives, rule: DirectiveRule): Found | undefined {
  if (node.type === `${rule.form}Directive`) return undefined;
  const pattern = directivePattern(node.name);
  const advice = {
    container: `write “${pattern}” on a line of its own, its content beneath, and “:::” after it`,
    leaf: `write “${pattern}” on a line of its own, with nothing to close it`,
    text: `write “${pattern}” within a line`,
  }[rule.form];
  return {
    rule: 'wrong-directive-form',
    place: openingOf(node),
    found: `“${node.name}” written ${FORMS[node.type]}`,
    expected: FORMS[`${rule.form}Directive`],
    advice,
  };
}

const FORMS = {
  containerDirective: 'with three or more colons',
  leafDirective: 'with two colons',
  textDirective: 'with one colon',
} as const;

function misplaced(
  node: Directives,
  rule: DirectiveRule,
  around: Around,
  { misread }: Scene,
): Found | 'unclear' | undefined {
  const parent = around.at(-1);
  const unclear = misread.has(node) || around.includes(UNCLEAR);
  if (rule.inside !== undefined && rule.inside !== parent) {
    return unclear ? 'unclear' : elsewhere(node, `“${rule.inside}”`, `directly inside “${rule.inside}”`, around);
  }
  if (unclear) return undefined;
  if (node.type !== 'textDirective' && around.includes('footnote'))
    return elsewhere(node, 'the body', 'in the body of the lesson', around);
  const barrier = around.findLast((name) => rule.never?.includes(name));
  return barrier === undefined
    ? undefined
    : elsewhere(node, `outside “${barrier}”`, `outside “${barrier}”`, [...around, barrier]);
}

function elsewhere(node: Directives, where: string, expected: string, around: Around): Found {
  const parent = around.at(-1);
  return {
    rule: 'misplaced-directive',
    place: openingOf(node),
    found: `“${node.name}” ${parent === undefined ? (isChangeName(node.name) ? 'in a lesson' : 'by itself') : parent === 'footnote' ? 'in a footnote' : `inside “${parent}”`}`,
    expected,
    advice: where.startsWith('outside') ? 'move it out' : `move it into ${where}`,
  };
}

function checkLabel(node: Directives, rule: DirectiveRule, report: Report): void {
  const label = labelOf(node);
  if (rule.label === 'required' && !label) {
    report({
      rule: 'directive-label',
      place: openingOf(node),
      found: `“${node.name}” without ${rule.labelHolds ?? 'a label'}`,
      expected: `“${directivePattern(node.name)}”`,
      advice: `write ${rule.labelHolds ?? 'it'} in square brackets after the name`,
    });
  }
  if (rule.label === 'none' && label) {
    report({
      rule: 'directive-label',
      place: label.position ?? openingOf(node),
      found: `a label on “${node.name}”`,
      expected: `“${directivePattern(node.name)}” without one`,
      advice: node.type === 'containerDirective' ? 'move the words into its content' : 'remove it',
    });
    if (node.type === 'containerDirective') delete (label as Paragraph).data;
  }
}

function labelOf(node: Directives): Nodes | undefined {
  if (node.type !== 'containerDirective') return node.children.length > 0 ? node : undefined;
  const [first] = node.children;
  return first?.type === 'paragraph' && isLabel(first) && first.children.length > 0 ? first : undefined;
}

function isLabel(paragraph: Paragraph): boolean {
  return (paragraph.data as { directiveLabel?: boolean } | undefined)?.directiveLabel === true;
}

/** What a directive holds, without the directive: nothing an author wrote is lost. */
function apart(node: Directives): RootContent[] {
  switch (node.type) {
    case 'containerDirective': {
      for (const child of node.children) if (child.type === 'paragraph' && isLabel(child)) delete child.data;
      return node.children.filter((child) => child.type !== 'paragraph' || child.children.length > 0);
    }
    case 'leafDirective':
      return node.children.length > 0 ? [{ type: 'paragraph', children: node.children, position: node.position }] : [];
    case 'textDirective':
      return node.children as PhrasingContent[];
  }
}

function isDirective(node: Nodes): node is Directives {
  return node.type === 'containerDirective' || node.type === 'leafDirective' || node.type === 'textDirective';
}

function openingOf(node: Directives): Found['place'] {
  return node.data?.position?.opening ?? node.position;
}
