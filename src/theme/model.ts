import type { Margins } from '../geometry/frame.js';

/** One font file of a family. */
export interface FontFace {
  /** Weight on the OpenType scale, 100 to 900. */
  weight: number;
  style: 'normal' | 'italic';
  /** Absolute path of the file. */
  path: string;
  /** Bytes of a static TrueType or OpenType font. */
  data: Uint8Array;
}

/** A family under the name the theme's styles use. */
export interface FontFamily {
  family: string;
  faces: FontFace[];
}

/** Type sizes in points. */
export interface TypeScale {
  body: number;
  small: number;
  caption: number;
  runningHead: number;
  folio: number;
  scripture: number;
  lessonNumber: number;
  lessonTitle: number;
  lessonSubtitle: number;
  h2: number;
  h3: number;
  h4: number;
  coverTitle: number;
  coverSubtitle: number;
}

/** Colours as `#rrggbb`. */
export interface Palette {
  /** Running text. */
  ink: string;
  /** Headings, question numbers, rules that speak. */
  accent: string;
  /** Running heads, captions, hints. */
  muted: string;
  /** Hairlines and writing lines. */
  rule: string;
  /** Fill of boxes and table heads. */
  tint: string;
  paper: string;
  /** Cover: ground and type on it. */
  coverGround: string;
  coverInk: string;
}

/** Cyan, magenta, yellow and black. */
export type Cmyk = readonly [cyan: number, magenta: number, yellow: number, black: number];

/** The least and the most of something, as multiples of what the theme itself says: 1 lies between them. */
export type Limits = readonly [least: number, most: number];

/** How far lessons may be varied so that the last sheet of a booklet is full. */
export interface FitLimits {
  /** The number of writing lines. */
  lines: Limits;
  /** The distance between them. */
  gap: Limits;
  /** The leading of text. */
  leading: Limits;
}

/** How one kind of box is drawn. */
export interface BoxStyle {
  fill: 'none' | 'tint';
  /**
   * `bar` is a rule along the left side, `frame` goes all round, `double` is a frame with a hairline inside it, `rules` are one
   * above and one below.
   */
  border: 'none' | 'bar' | 'frame' | 'double' | 'rules';
  borderColor: 'ink' | 'accent' | 'muted' | 'rule';
  /** Width of the border in points. */
  borderWidth: number;
  /** Space inside, in points. */
  padding: number;
  /** Corner radius in points. */
  radius: number;
}

/** Boxes a theme draws, by what stands in them. */
export type BoxName =
  | 'leader'
  | 'participant'
  | 'answer'
  | 'activity'
  | 'prayer'
  | 'aside'
  | 'memoryVerse'
  | 'scripture'
  | 'glance';

/** What is drawn between parts. */
export type OrnamentName = 'none' | 'rule' | 'fleuron' | 'sprig' | 'wave';

/** A border for covers of any shape, from one corner and one stretch of a side. Lengths are those of the drawing. */
export interface CoverBorder {
  /** SVG elements of the corner at the upper left, in a square that begins at the origin. */
  corner: string;
  /** SVG elements of one repeat of the upper side, which begins where the corner's square ends. */
  edge: string;
  /** Side of the corner's square. */
  depth: number;
  /** Length of a repeat. */
  repeat: number;
}

/** A theme, resolved through everything it extends, with its fonts read. Lengths are points. */
export interface Theme {
  name: string;
  description: string;
  fonts: {
    body: FontFamily;
    heading: FontFamily;
    /** Labels, running heads and tables; often the body's. */
    label: FontFamily;
    code: FontFamily;
    /** Asked in order for characters the others lack: Greek, Hebrew, signs. */
    fallback: FontFamily[];
  };
  /** How broad letters are on average, in ems: of titles, and of labels in semibold. */
  letter: { title: number; label: number };
  size: TypeScale;
  /** Line height as a multiple of the type size. */
  leading: number;
  headingLeading: number;
  color: Palette;
  /** Exact inks in percent, by colour (`#rrggbb`), for those colours that the theme gives them for. */
  inks: ReadonlyMap<string, Cmyk>;
  text: {
    align: 'justify' | 'left';
    hyphenate: boolean;
    /** How emphasis is shown. With `bold`, nothing of the booklet's own is set in italics. */
    emphasis: 'italic' | 'bold';
    /** `indent`: paragraphs after the first are indented and not spaced; `space`: the other way round. */
    paragraphs: 'indent' | 'space';
    /** First-line indent in points. */
    indent: number;
    /** Space between paragraphs in points. */
    space: number;
  };
  heading: {
    align: 'left' | 'center';
    weight: number;
    style: 'normal' | 'italic';
    /** Letter case of level 2 headings. */
    case: 'none' | 'upper';
    /** Where a hairline runs along level 2 headings. */
    rule: 'none' | 'above' | 'below';
    /** Slope of the line beneath a title. */
    subtitle: 'normal' | 'italic';
  };
  numbers: {
    /** `label` is a line of small capitals, `figure` has the number itself large, `disc` has it on a disc of the accent. */
    lesson: 'label' | 'figure' | 'disc';
    question: 'plain' | 'disc';
  };
  margins: Margins;
  box: Record<BoxName, BoxStyle>;
  fit: FitLimits;
  writing: {
    /** Distance between writing lines in points. */
    gap: number;
    style: 'ruled' | 'dotted' | 'grid' | 'blank';
    /** Lines for a question that names no number, by kind. */
    lines: { understand: number; reflect: number; engage: number; other: number };
    /** Thickness in points. */
    weight: number;
  };
  heads: {
    verso: 'booklet' | 'lesson' | 'none';
    recto: 'booklet' | 'lesson' | 'none';
    case: 'none' | 'upper';
    style: 'normal' | 'italic';
    /** Whether a rule runs beneath. */
    rule: boolean;
  };
  opener: {
    align: 'left' | 'center';
    /** Ornament between the opener and the text. */
    ornament: OrnamentName;
    /** Space above the lesson's number, in points. */
    sink: number;
  };
  cover: {
    /** `full`: art fills the page; `top`: art in the upper part over the title. */
    layout: 'full' | 'top' | 'none';
    align: 'left' | 'center';
    /** Where its type begins, as a share of the page's height. */
    sink: number;
    /** Between its titles and the edition. */
    ornament: OrnamentName;
    /** SVG text with the theme's colours already in place. */
    art?: string;
    border?: CoverBorder;
  };
}
