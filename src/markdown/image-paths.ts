import type { Root } from 'mdast';
import { visit } from 'unist-util-visit';
import { shortened } from '../diagnostics/shortened.js';
import type { Report } from './parsed.js';
import { placeAt, sourceOf } from './points.js';

/** Reports pictures whose path has spaces in it and no angle brackets around it: Markdown leaves them standing as text. */
export function checkImagePaths(root: Root, source: string, report: Report): void {
  visit(root, 'text', ({ position }) => {
    const offset = position?.start.offset ?? 0;
    for (const match of sourceOf(source, position).matchAll(PICTURE)) {
      const [whole, path = ''] = match;
      if (!/\s/.test(path)) continue;
      const start = offset + match.index;
      report({
        rule: 'image-path',
        place: placeAt(source, start, start + whole.length),
        found: `“${shortened(whole, 60)}”, which Markdown does not take for a picture since its path has spaces in it`,
        expected: 'angle brackets around a path with spaces',
        advice: `write <${path.trim()}> in the parentheses, or take the spaces out of the file’s name`,
      });
    }
  });
}

/** Nothing in it can be read in two ways, so that long lines take no longer than they must. */
const PICTURE = /!\[[^\][\n]*\]\(([^()<>"\n]*\.(?:png|jpe?g|svg|gif|webp))\s*(?:"[^"\n]*"\s*)?\)/gi;
