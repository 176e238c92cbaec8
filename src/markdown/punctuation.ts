import type { Root, Text } from 'mdast';
import remarkSmartypants from 'remark-smartypants';
import { unified } from 'unified';
import { visit } from 'unist-util-visit';

// `oldschool` is what plain-text writers know: two hyphens for an en dash, three for an em dash.
const processor = unified().use(remarkSmartypants, { dashes: 'oldschool' }).freeze();

/**
 * Sets curly quotes, dashes and ellipses in a tree's words, captions and alternative texts. Code, addresses and the
 * attributes of directives stay as they are.
 */
export function setPunctuation(root: Root): void {
  const hidden = hideBreaks(root);
  processor.runSync(root);
  for (const restore of hidden) restore();
  visit(root, (node) => {
    if (node.type === 'text') node.value = elisions(node.value);
    else if (node.type === 'image' || node.type === 'imageReference') {
      if (node.alt) node.alt = punctuated(node.alt);
      if ('title' in node && node.title) node.title = punctuated(node.title);
    } else if (node.type === 'definition' && node.title) node.title = punctuated(node.title);
  });
}

/** The same for a text on its own, such as a title. */
export function punctuated(value: string): string {
  const text: Text = { type: 'text', value };
  processor.runSync({ type: 'root', children: [{ type: 'paragraph', children: [text] }] } as Root);
  return elisions(text.value);
}

/**
 * Lets each hard break count as the white space it is while quotes are set; the transform joins the texts on both
 * sides of it otherwise and closes a quotation that opens a line of verse.
 */
function hideBreaks(root: Root): (() => void)[] {
  const restores: (() => void)[] = [];
  visit(root, 'break', (node) => {
    const hidden = node as { type: string; value?: string };
    hidden.type = 'text';
    hidden.value = '\n';
    restores.push(() => {
      hidden.type = 'break';
      delete hidden.value;
    });
  });
  return restores;
}

/** Words that begin with an apostrophe, common in hymns, where a rule can only guess an opening quote. */
function elisions(text: string): string {
  return text
    .replace(
      /‘(?=(?:tis|twas|twill|twould|twere|twixt|neath|mid|midst|mong|gainst|gan|scape|em|til|cause|bout|round)(?![\p{L}’])|\d\ds?\b)/giu,
      '’',
    )
    .replace(/‘n’/g, '’n’');
}
