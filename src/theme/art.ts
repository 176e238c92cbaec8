import { type Checked, type Diagnostic, diagnostic } from '../diagnostics/diagnostic.js';
import { suggest } from '../diagnostics/nearest.js';
import type { Palette } from './model.js';
import { readTags, type SvgTag, writeTags } from './svg.js';

/**
 * Checks cover art and puts the theme's colours in. The value is SVG text that holds nothing but shapes, paths,
 * groups, gradients and clip paths, in which every `{ink}`, `{accent}` and so on has become a colour.
 * Anything that could reach outside the file, run, or be dropped without a word by the PDF writer is reported.
 */
export function tintArt(source: string, file: string, color: Palette): Checked<string | undefined> {
  const messages: Diagnostic[] = [];
  const report = (start: number, end: number, found: string, expected: string, advice: string) =>
    messages.push(
      diagnostic({
        file,
        place: { start: pointAt(source, start), end: pointAt(source, end) },
        rule: 'theme-art',
        found,
        expected,
        advice,
      }),
    );

  const tags = readTags(source);
  if (!Array.isArray(tags)) {
    report(
      tags.start,
      tags.end,
      tags.fault,
      'a plain SVG drawing',
      'save it as “plain SVG” and take out everything but shapes',
    );
    return { value: undefined, messages };
  }
  const root = tags[0];
  if (root?.name !== 'svg' || !root.attributes.some(([name]) => name === 'viewBox')) {
    report(
      root?.start ?? 0,
      root?.end ?? 0,
      `<${root?.name}> without a viewBox`,
      '<svg viewBox="0 0 396 612">',
      'begin the drawing with it',
    );
  }
  const colors = new Map(
    Object.entries(color).map(([name, value]) => [name.replace(/[A-Z]/g, (c) => `-${c.toLowerCase()}`), value]),
  );
  const tinted = tags.map((tag): SvgTag => {
    const say = (found: string, expected: string, advice: string) =>
      report(tag.start, tag.end, found, expected, advice);
    if (!ELEMENTS.includes(tag.name) && tag.kind !== 'close') {
      say(`<${tag.name}>`, `only ${ELEMENTS.join(', ')}`, 'turn it into paths, or take it out');
    }
    const attributes = tag.attributes.map(([name, value]): [string, string] => {
      if (!ATTRIBUTES.has(name) && !name.startsWith('xmlns')) {
        say(
          `the attribute “${name}” of <${tag.name}>`,
          'only attributes that describe shapes and colours',
          'take it out',
        );
      } else if (name !== 'xmlns' && !name.startsWith('xmlns:') && REACHES_OUT.test(value)) {
        say(
          `“${name}” of <${tag.name}> points outside the drawing`,
          'url(#id) of something in this file',
          'draw it here, or take it out',
        );
      }
      return [
        name,
        value.replace(
          /\{([^{}]*)\}/g,
          (whole, token: string) => colors.get(token) ?? unknownToken(whole, token, say, colors),
        ),
      ];
    });
    return { ...tag, attributes };
  });
  return { value: messages.length > 0 ? undefined : writeTags(tinted), messages };
}

/** What @react-pdf/svg draws, but for text, images and markers, which have no place on a cover. */
const ELEMENTS = [
  ...['svg', 'g', 'path', 'rect', 'circle', 'ellipse', 'line', 'polyline', 'polygon'],
  ...['defs', 'linearGradient', 'radialGradient', 'stop', 'clipPath'],
];

const ATTRIBUTES = new Set(
  `id viewBox width height version preserveAspectRatio d x y x1 y1 x2 y2 cx cy r rx ry fx fy points transform opacity
   fill fill-opacity fill-rule stroke stroke-width stroke-opacity stroke-linecap stroke-linejoin stroke-miterlimit
   stroke-dasharray stroke-dashoffset clip-path clip-rule offset stop-color stop-opacity gradientUnits gradientTransform
   spreadMethod`.split(/\s+/),
);

/** A URL other than a fragment of this file, also when it is spelled with escapes or entities. */
const REACHES_OUT = /url\(\s*(?!['"]?#[\w-]+['"]?\s*\))|[a-z][a-z0-9+.-]*:|\/\/|\\|&(?!quot;|apos;|amp;|lt;|gt;)/i;

type Say = (found: string, expected: string, advice: string) => void;

function unknownToken(whole: string, token: string, say: Say, colors: ReadonlyMap<string, string>): string {
  say(`the colour “${whole}”`, 'the name of one of the theme’s colours', suggest(token, [...colors.keys()]));
  return whole;
}

function pointAt(text: string, offset: number) {
  const before = text.slice(0, offset).split('\n');
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1 };
}
