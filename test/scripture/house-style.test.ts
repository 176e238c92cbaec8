import { expect, test } from 'vitest';
import { resolveReference } from '../../src/scripture/existence.js';
import { bindReference, formatReference } from '../../src/scripture/house-style.js';
import { readLabel } from '../../src/scripture/labels.js';
import { loadTranslation } from '../../src/scripture/library.js';
import { world } from './lessons.js';

/** No-break spaces are written `~`. */
const visible = (text: string) => text.replaceAll('\u00a0', '~');

test.each([
  ['Rom. 8:26-27', 'Rom.~8:26–27'],
  ['1 John 2:1', '1~John~2:1'],
  ['Luke 22:31 - 34,  54-62', 'Luke~22:31–34, 54–62'],
  ['Exod 32:11-14;\n33:12-17', 'Exod~32:11–14; 33:12–17'],
  ['Luke\n22:31', 'Luke~22:31'],
  ['vv. 1 and 3', 'vv.~1 and 3'],
  ['Song of Songs 2:4', 'Song~of~Songs~2:4'],
  ['Luke 22:31–34', 'Luke~22:31–34'],
])('binds the parts of %s', (words, bound) => {
  expect(visible(bindReference(words))).toBe(bound);
});

test.each([
  ['Luke 22:31-34, 54-62', 'Luke~22:31–34, 54–62'],
  ['Heb 7', 'Hebrews~7'],
  ['Heb 7:1-28', 'Hebrews~7'],
  ['1 Jn 2:1', '1~John~2:1'],
  ['John 7:53-8:11', 'John~7:53–8:11'],
  ['Exod 32:11-14; 33:12-17', 'Exodus~32:11–14; 33:12–17'],
  ['Rom 8:26-27, 34', 'Romans~8:26–27, 34'],
  ['Ps 110', 'Psalm~110'],
  ['Ps 1-3', 'Psalms~1–3'],
  ['Ps 110:1, 4', 'Psalm~110:1, 4'],
  ['Gen 12, 14', 'Genesis~12, 14'],
  ['Jude 3-5', 'Jude~3–5'],
  ['Jude', 'Jude'],
  ['Song 2:4', 'Song~of~Solomon~2:4'],
  ['Heb 6; 7:1-3, 8', 'Hebrews~6; 7:1–3, 8'],
  ['Ps 110:4; Heb 7:17', 'Psalm~110:4; Hebrews~7:17'],
])('prints the label %s', async (label, printed) => {
  const kjv = await loadTranslation(world, 'KJV', []);
  const read = readLabel(label);
  if (!kjv || read.problem) throw new Error(label);
  const resolved = resolveReference(read.reference, kjv, 'set');
  if (resolved.problem) throw new Error(resolved.problem.expected);
  expect(visible(formatReference(resolved.ranges, kjv))).toBe(printed);
});
