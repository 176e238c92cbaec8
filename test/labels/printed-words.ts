import { parseAst } from 'vitest/node';

/** Words in a source file that look as if they were meant for readers, with the line they stand on. */
export interface FoundWords {
  text: string;
  line: number;
}

interface Node {
  type: string;
  start: number;
  [key: string]: unknown;
}

/** Props of components that take words. */
const WORDED = new Set(['left', 'right', 'title', 'heading', 'label', 'text', 'caption']);

/** Props that take names of things, whatever is said in them. */
const UNWORDED = new Set(['key', 'id', 'href', 'style', 'format', 'viewBox', 'artifact']);

/** What a structure element is, in the words of the standard; no reader sees it. */
const STANDARD = new Set(['role', 'scope', 'numbering']);

/**
 * Words of the program's own in a module of TypeScript or TSX: text between tags; strings with letters that stand, or
 * may come to stand, between tags or in a prop that takes words; and wherever they stand, strings that read like prose,
 * since they may be on their way there: with a capital first, or with a space beside a letter.
 */
export function printedWords(source: string): FoundWords[] {
  const found = new Map<number, FoundWords>();
  const add = (node: Node, text: string) => {
    if (!/\p{L}/u.test(text)) return;
    const line = source.slice(0, node.start).split('\n').length;
    found.set(node.start, { text: text.trim(), line });
  };

  /** Strings that an expression can come to be. */
  const results = (node: Node | undefined | null): void => {
    if (!node) return;
    for (const part of resultsOf(node)) {
      if (typeof part === 'string') add(node, part);
      else results(part);
    }
  };

  const visit = (node: Node): void => {
    switch (node.type) {
      case 'ImportDeclaration':
      case 'ImportExpression':
      case 'ExportAllDeclaration':
      case 'TSLiteralType':
        return;
      case 'JSXText':
        add(node, String(node.value));
        return;
      case 'JSXElement':
      case 'JSXFragment':
        for (const child of node.children as Node[]) {
          if (child.type === 'JSXExpressionContainer') results(child.expression as Node);
        }
        break;
      case 'CallExpression':
        // The names of slots in which things are remembered.
        if ((node.callee as Node).name === 'keep') {
          for (const one of (node.arguments as Node[]).slice(1)) visit(one);
          return;
        }
        break;
      case 'Property':
        if (STANDARD.has(String((node.key as Node).name))) return;
        break;
      case 'JSXAttribute': {
        const name = String((node.name as Node).name);
        if (UNWORDED.has(name)) return;
        if (WORDED.has(name)) results(node.value as Node | null);
        break;
      }
      case 'Literal':
      case 'TemplateLiteral':
        for (const part of resultsOf(node)) if (typeof part === 'string' && readsLikeProse(part)) add(node, part);
        break;
    }
    for (const child of Object.values(node)) for (const one of [child].flat()) if (isNode(one)) visit(one);
  };
  visit(parseAst(source, { lang: 'tsx' }) as unknown as Node);
  return [...found.values()];
}

function readsLikeProse(text: string): boolean {
  return /^\s*\p{Lu}\p{Ll}/u.test(text) || /\p{L}[\s\u00a0]|[\s\u00a0]\p{L}/u.test(text);
}

function isNode(value: unknown): value is Node {
  return typeof value === 'object' && value !== null && 'type' in value && typeof value.type === 'string';
}

/** What an expression's value is made of: texts that stand in it, and expressions that are handed on. */
function resultsOf(node: Node): (string | Node)[] {
  switch (node.type) {
    case 'Literal':
      return typeof node.value === 'string' ? [node.value] : [];
    case 'TemplateLiteral':
      return (node.quasis as { value: { cooked: string } }[]).map(({ value }) => value.cooked);
    case 'ConditionalExpression':
      return [node.consequent, node.alternate] as Node[];
    case 'LogicalExpression':
    case 'BinaryExpression':
      return [node.left, node.right] as Node[];
    case 'ArrayExpression':
      return node.elements as Node[];
    case 'CallExpression':
      // `['so', 'long'].join(' ')`: what is called upon, and what it is called with.
      return [(node.callee as { object?: Node }).object, ...(node.arguments as Node[])].filter(
        (one) => one !== undefined,
      );
    case 'JSXExpressionContainer':
    case 'ParenthesizedExpression':
    case 'TSAsExpression':
      return [node.expression as Node];
    default:
      return [];
  }
}
