import type { Definition, FootnoteDefinition, Nodes, Root, RootContent } from 'mdast';
import type { ContainerDirective, Directives, LeafDirective } from 'mdast-util-directive';
import type { Position } from 'unist';
import { SKIP, visit } from 'unist-util-visit';
import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { nearest } from '../diagnostics/nearest.js';
import { CHANGE_DIRECTIVES, CHANGE_PATTERNS, type ChangeName, isChangeName } from './change-directives.js';
import { headOf } from './change-head.js';
import { checkDirectives } from './check-directives.js';
import { checkColons } from './colons.js';
import { directiveRule } from './directives.js';
import { checkHiddenColons } from './hidden-colons.js';
import { keepHtmlText } from './html.js';
import { takeImageMarks } from './image-marks.js';
import { checkImagePaths } from './image-paths.js';
import { checkMarks } from './marks.js';
import { plainLines, shallowTree } from './parse.js';
import type { Report } from './parsed.js';
import { setPunctuation } from './punctuation.js';
import { checkTables } from './tables.js';
import { setVariables, type Variables } from './variables.js';

/** One change of changes.md as syntax. */
export interface ParsedChange {
  kind: ChangeName;
  /** What is changed, or what the content is put beside: `luke-22.q3`, or `luke-22` for a whole lesson. */
  target: string;
  /** On which side of the target an `add` puts its content. */
  side: 'before' | 'after';
  /** The hash that was written down for the block: twelve hexadecimal digits. */
  was?: string;
  /** Where the target is named, where the hash stands, and the opening line as a whole. */
  place: Position | undefined;
  wasPlace?: Position | undefined;
  opening: Position | undefined;
  /** What stands between the opening and the closing line: held to the grammar of lessons, variables filled in. */
  content: RootContent[];
  /** The same as it is written. */
  source: string;
}

/** What changes.md says. */
export interface ParsedChanges {
  /** In the order of the file. */
  changes: ParsedChange[];
  /** All that can be printed, for its pictures to be read. */
  root: Root;
  /** The addresses of reference links, wherever they are written. */
  definitions: Definition[];
  /** Notes written by themselves or directly in a change, which every change may use. */
  notes: FootnoteDefinition[];
}

/** A changes.md, read. */
export interface ChangesSource {
  /** Path of the file as the author knows it. */
  file: string;
  source: string;
  variables: Variables;
  /** Names of the directives that stand around a block of the lessons, innermost last; none for a block that there is not. */
  around(target: string): readonly string[];
}

/**
 * Reads a changes.md. What stands between the changes is the author's own comment, never printed; a directive there is
 * surely a slip and is reported. The content of each change is held to the grammar of the place where it will stand.
 */
export function parseChanges({ file, source, variables, around }: ChangesSource): Checked<ParsedChanges> {
  const messages: Diagnostic[] = [];
  const report: Report = (problem) => messages.push(diagnostic({ file, ...problem }));
  const text = plainLines(source, report);
  const root = shallowTree(text, report);
  if (!root)
    return { value: { changes: [], root: { type: 'root', children: [] }, definitions: [], notes: [] }, messages };
  const misread = checkColons(root, text, report);
  const found = changesIn(root, misread, report);

  const definitions = definitionsOf(root.children);
  const printed: Root = { type: 'root', children: [...found, ...definitions] };
  checkHiddenColons(printed, text, report);
  checkMarks(printed, text, report);
  checkImagePaths(printed, text, report);
  takeImageMarks(printed, text, report);
  checkTables(printed, text, report);
  keepHtmlText(printed, report);
  checkDirectives({ type: 'root', children: [...definitions] }, misread, report);
  const changes = found.flatMap((node): ParsedChange[] => {
    const head = headOf(node, report);
    const holder: Root = { type: 'root', children: contentOf(node, report) };
    checkDirectives(holder, misread, report, [...(head ? around(head.target) : []), node.name]);
    if (!head) return [];
    const isEmpty = !holder.children.some((child) => !isDefinition(child));
    if (isEmpty && node.name !== 'omit' && !misread.has(node)) report(nothingIn(node));
    const opening = openingOf(node);
    return [{ ...head, opening, content: holder.children, source: insideOf(node, text) }];
  });
  const whole: Root = {
    type: 'root',
    children: [...changes.flatMap(({ content }) => content), ...definitions],
  };
  setVariables(whole, text, variables, report);
  setPunctuation(whole);
  const notes = whole.children.filter((node) => node.type === 'footnoteDefinition');
  return { value: { changes, root: whole, definitions: addressesIn(whole), notes }, messages };
}

type ChangeNode = (ContainerDirective | LeafDirective) & { name: ChangeName };

/** The changes of a file; every directive that is none of them, and every one in the wrong form, is reported. */
function changesIn(root: Root, misread: ReadonlySet<Nodes>, report: Report): ChangeNode[] {
  const found: ChangeNode[] = [];
  for (const child of root.children) {
    const inComment = !isDirective(child);
    if (inComment) {
      visit(child, (node) => {
        if (node.type !== 'containerDirective' && node.type !== 'leafDirective') return undefined;
        report(isChangeName(node.name) ? hidden(node) : outside(node));
        return SKIP;
      });
    } else if (!isChangeName(child.name)) report(outside(child));
    else if (child.type !== `${CHANGE_DIRECTIVES[child.name].form}Directive`) {
      if (!misread.has(child)) report(wrongForm(child, child.name));
    } else found.push(child as ChangeNode);
  }
  return found;
}

/** A change's content without a label, which is reported. */
function contentOf(node: ChangeNode, report: Report): RootContent[] {
  if (node.type === 'leafDirective') {
    if (node.children.length > 0) report(labelled(node));
    return [];
  }
  const [first] = node.children;
  if (first?.type !== 'paragraph' || !(first.data as { directiveLabel?: boolean } | undefined)?.directiveLabel) {
    return node.children;
  }
  report(labelled(node));
  delete first.data;
  return first.children.length > 0 ? node.children : node.children.slice(1);
}

function definitionsOf(nodes: readonly RootContent[]): (Definition | FootnoteDefinition)[] {
  return nodes.filter(isDefinition);
}

function addressesIn(root: Root): Definition[] {
  const found: Definition[] = [];
  visit(root, 'definition', (node) => {
    found.push(node);
  });
  return found;
}

function isDefinition(node: Nodes): node is Definition | FootnoteDefinition {
  return node.type === 'definition' || node.type === 'footnoteDefinition';
}

function isDirective(node: Nodes): node is ContainerDirective | LeafDirective {
  return node.type === 'containerDirective' || node.type === 'leafDirective';
}

/** The lines between a change's opening and its closing colons. */
function insideOf(node: ChangeNode, text: string): string {
  if (node.type === 'leafDirective') return '';
  const { opening, closing } = node.data?.position ?? {};
  const start = opening?.end.offset ?? 0;
  return text.slice(start, closing?.start.offset ?? node.position?.end.offset ?? start).trim();
}

type Found = Parameters<Report>[0];

function openingOf(node: Directives): Position | undefined {
  return node.data?.position?.opening ?? node.position;
}

function outside(node: Directives): Found {
  const near = directiveRule(node.name) ? undefined : nearest(node.name, Object.keys(CHANGE_PATTERNS));
  return {
    rule: directiveRule(node.name) ? 'misplaced-directive' : 'unknown-directive',
    place: openingOf(node),
    found: directiveRule(node.name) ? `“${node.name}” outside a change` : `unknown directive “${node.name}”`,
    expected: `one of ${Object.values(CHANGE_PATTERNS).join(', ')}`,
    advice: near ? `did you mean “${near}”?` : 'put it into an “override” or an “add”',
  };
}

function hidden(node: Directives): Found {
  return {
    rule: 'misplaced-directive',
    place: openingOf(node),
    found: `“${node.name}” in a list or a quotation`,
    expected: 'a change that begins at the margin',
    advice: 'take away what stands before its colons',
  };
}

function wrongForm(node: Directives, name: ChangeName): Found {
  const leaf = CHANGE_DIRECTIVES[name].form === 'leaf';
  return {
    rule: 'wrong-directive-form',
    place: openingOf(node),
    found: `“${name}” written with ${node.type === 'leafDirective' ? 'two' : 'three or more'} colons`,
    expected: leaf ? 'with two colons' : 'with three or more colons',
    advice: leaf
      ? `write “${CHANGE_PATTERNS[name]}” on a line of its own, with nothing to close it; what takes the block’s place goes into an “override”`
      : `write “${CHANGE_PATTERNS[name]}” on a line of its own, its content beneath, and “:::” after it`,
  };
}

function labelled(node: ChangeNode): Found {
  return {
    rule: 'directive-label',
    place: openingOf(node),
    found: `a label on “${node.name}”`,
    expected: `“${CHANGE_PATTERNS[node.name]}” without one`,
    advice: node.type === 'containerDirective' ? 'move the words into its content' : 'remove it',
  };
}

function nothingIn(node: ChangeNode): Found {
  return {
    rule: 'directive-content',
    place: openingOf(node),
    found: `“${node.name}” with nothing in it`,
    expected: 'at least one line between its opening and its closing colons',
    advice:
      node.name === 'override'
        ? 'write what takes the block’s place, or leave the block out with “::omit{#lesson.block}”'
        : 'write what is to be added, or remove it',
  };
}
