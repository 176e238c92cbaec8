import { stringify } from 'yaml';
import type { ThemeValues } from '../build.js';

/**
 * The text of a new `theme.yaml` that extends another: what that one says of the keys that are most often changed, each
 * behind a `#`, so that the new theme looks as the other one until a `#` is taken away.
 */
export function themeText(title: string, base: string, values: ThemeValues): string {
  const { fonts, size, color, text, heading, margins, writing, heads, opener, cover } = values;
  const rgb = (name: keyof typeof color) => {
    const value = color[name];
    return typeof value === 'string' ? value : value.rgb;
  };
  const colors = ['accent', 'ink', 'muted', 'tint', 'cover-ground', 'cover-ink'] as const;
  const { body, small, scripture, h2, 'lesson-title': lessonTitle, 'cover-title': coverTitle } = size;
  const parts: [about: string[], says: object][] = [
    [
      [
        'Colors. “accent” is for what readers look for: headings, question numbers, answers. “muted” is for running heads',
        'and captions, “tint” for the ground of boxes, and the last two for the cover and the type on it. You are warned',
        'when one cannot be read on another.',
      ],
      { color: Object.fromEntries(colors.map((name) => [name, rgb(name)])) },
    ],
    [
      ['Sizes of type, in points: running text, notes and tables, passages, headings, titles.'],
      { size: { body, small, scripture, h2, 'lesson-title': lessonTitle, 'cover-title': coverTitle } },
    ],
    [
      ['How high a line is, as a multiple of the size of its type. Longer lines need more.'],
      { leading: values.leading },
    ],
    [
      [
        '“justify” makes both edges straight, and then wants hyphens; “left” leaves the right edge ragged. Paragraphs begin',
        'with an “indent”, or stand apart by a “space”.',
      ],
      { text: { align: text.align, hyphenate: text.hyphenate, paragraphs: text.paragraphs } },
    ],
    [
      ['Headings: “left” or “center”, a weight that their typeface has, and “upper” for capitals.'],
      { heading: { align: heading.align, weight: heading.weight, case: heading.case } },
    ],
    [['The white around the text, in millimetres. “inner” is the side of the fold.'], { margins }],
    [
      [
        'Room to write. “gap” is how far the lines lie apart, in millimetres; their style is “ruled”, “dotted”, “grid” or',
        '“blank”; “lines” is how many a question gets that asks for no number, by its kind.',
      ],
      { writing: { gap: writing.gap, style: writing.style, lines: writing.lines } },
    ],
    [
      ['What stands at the head of left-hand pages (“verso”) and right-hand pages: “booklet”, “lesson” or “none”.'],
      { heads: { verso: heads.verso, recto: heads.recto, rule: heads.rule } },
    ],
    [
      ['The head of a lesson: its side, a “rule”, a “fleuron” or “none” beneath it, millimetres of white above it.'],
      { opener: { align: opener.align, ornament: opener.ornament, sink: opener.sink } },
    ],
    [
      [
        '“full” has a drawing over the whole cover, “top” over its upper part, “none” has none. For a drawing of your own,',
        'lay it beside this file and add “art: my-drawing.svg”.',
      ],
      { cover: { layout: cover.layout, align: cover.align } },
    ],
  ];
  // The files of a theme's own folder would have to be copied.
  if (fonts.body.package !== undefined) {
    parts.push([
      [
        'The typeface of running text, from an npm package that you install. It needs an upright and an italic face. Take the',
        '# away from all of these lines.',
      ],
      { fonts: { body: fonts.body } },
    ]);
  }
  return [
    ...[
      `This theme looks as “${base}” does, and whatever it does not say is taken from there.`,
      `Lines that begin with # say nothing. Those with a key right behind it show what “${base}” says at present: take the #`,
      'away and change the values. Every key there is, and what it may be: templates/README.md of Gathering.',
    ].map(comment),
    inYaml({ extends: base, description: `${title}, made from ${base}` }),
    ...parts.map(([about, says]) => `\n${[...about.map(comment), ...settings(says)].join('\n')}`),
    '',
  ].join('\n');
}

const comment = (words: string) => `# ${words}`;

/** Settings with a `#` before each line: on one line where they hold no list of groups. */
function settings(says: object): string[] {
  const [[key, value] = []] = Object.entries(says);
  const isLong = key === 'fonts';
  const text = isLong ? inYaml(says) : `${key}: ${inYaml(value, true)}`;
  return text.split('\n').map((line) => `#${line}`);
}

function inYaml(value: unknown, isOnOneLine = false): string {
  const flow = isOnOneLine ? ({ collectionStyle: 'flow', flowCollectionPadding: false } as const) : {};
  return stringify(value, { lineWidth: 0, blockQuote: false, ...flow }).trimEnd();
}
