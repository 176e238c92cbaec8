import type { Style } from '@react-pdf/stylesheet';
import type { BoxName, BoxStyle, Theme } from '../theme/model.js';

/** A theme turned into react-pdf styles once a build, so that components only pick. Lengths are points. */
export interface Styles {
  body: Style;
  /** Slope of whole lines that speak in another voice: aims, subtitles, memory verses, refrains. */
  voice: 'italic' | 'normal';
  /** Slope of the line beneath a title. */
  subtitle: 'italic' | 'normal';
  /** What makes words stand out in upright text. */
  emphasis: Style;
  /** First-line indent or space of paragraphs that follow another paragraph. */
  following: Style;
  small: Style;
  caption: Style;
  code: Style;
  codeSpan: Style;
  label: Style;
  /** What kind of block this is, in small capitals of a sort: “PREPARE”, “MEMORY VERSE”. */
  kind: Style;
  heading: Record<2 | 3 | 4 | 5 | 6, Style>;
  scripture: Style;
  verseNumber: Style;
  raised: Style;
  link: Style;
  questionNumber: Style;
  runningHead: Style;
  folio: Style;
  lessonNumber: Style;
  lessonTitle: Style;
  lessonSubtitle: Style;
  coverTitle: Style;
  coverSubtitle: Style;
  coverText: Style;
  /** Boxes by what stands in them: fill, border, padding. */
  box: Record<BoxName, Style>;
  /** What stands within a box, where that has two frames. */
  innerBox: Record<BoxName, Style | undefined>;
  /** Height of a line of body text. */
  line: number;
}

/**
 * Room between capitals, in ems. From a tenth of an em on, programs that search, copy or read a page aloud take it for a
 * space, and a word for a row of letters.
 */
export const TRACKING = 0.085;

/**
 * Font list for a family: react-pdf takes each character from the first font in it that has the glyph. The body's font
 * is in every list, so what can be set in running text can be set anywhere.
 */
function stack(theme: Theme, family: string): string[] {
  return [...new Set([family, theme.fonts.body.family, ...theme.fonts.fallback.map((font) => font.family)])];
}

/** Makes the styles of a theme. */
export function makeStyles(theme: Theme): Styles {
  const { size, leading, headingLeading, color, text, heading, heads, opener, cover } = theme;
  const bodyFont = stack(theme, theme.fonts.body.family);
  const headingFont = stack(theme, theme.fonts.heading.family);
  const labelFont = stack(theme, theme.fonts.label.family);
  const codeFont = stack(theme, theme.fonts.code.family);
  const plain = { fontWeight: 400, fontStyle: 'normal' } as const;
  const body: Style = {
    fontFamily: bodyFont,
    ...plain,
    fontSize: size.body,
    lineHeight: leading,
    color: color.ink,
    textAlign: text.align,
  };
  const voice = text.emphasis === 'italic' ? 'italic' : 'normal';
  const subtitle = heading.subtitle === 'italic' ? voice : 'normal';
  const small: Style = { ...body, fontSize: size.small };
  const label: Style = {
    fontFamily: labelFont,
    ...plain,
    fontSize: size.caption,
    lineHeight: leading,
    color: color.muted,
    textAlign: 'left',
  };
  const head: Style = {
    fontFamily: headingFont,
    fontWeight: heading.weight as Style['fontWeight'],
    fontStyle: heading.style,
    lineHeight: headingLeading,
    color: color.accent,
    textAlign: heading.align,
  };
  const display: Style = { ...head, textAlign: opener.align };
  const onCover: Style = { ...head, color: color.coverInk, textAlign: cover.align };
  return {
    body,
    voice,
    subtitle,
    emphasis: text.emphasis === 'italic' ? { fontStyle: 'italic' } : { fontWeight: 700 },
    following: text.paragraphs === 'indent' ? { textIndent: text.indent } : { marginTop: text.space },
    small,
    caption: { ...body, fontSize: size.caption, color: color.muted, textAlign: 'left' },
    code: { ...label, fontFamily: codeFont, fontSize: size.small, color: color.ink },
    codeSpan: { fontFamily: codeFont, fontSize: size.small },
    label,
    kind: {
      ...label,
      fontWeight: 600,
      color: color.accent,
      textTransform: 'uppercase',
      letterSpacing: size.caption * TRACKING,
    },
    heading: {
      2: {
        ...head,
        fontSize: size.h2,
        ...(heading.case === 'upper' ? { textTransform: 'uppercase', letterSpacing: size.h2 * TRACKING } : {}),
      },
      3: { ...head, fontSize: size.h3, textAlign: 'left' },
      4: { ...head, fontSize: size.h4, textAlign: 'left' },
      5: { ...head, fontSize: size.h4, textAlign: 'left', color: color.ink },
      6: { ...head, fontSize: size.h4, textAlign: 'left', color: color.muted },
    },
    scripture: { ...body, fontSize: size.scripture },
    verseNumber: {
      fontFamily: labelFont,
      fontWeight: 600,
      fontStyle: 'normal',
      fontSize: size.scripture * 0.62,
      verticalAlign: 'super',
      color: color.accent,
    },
    raised: { fontSize: size.body * 0.68, verticalAlign: 'super', color: color.accent },
    link: { color: color.accent },
    questionNumber: {
      fontFamily: headingFont,
      fontWeight: 700,
      fontStyle: 'normal',
      fontSize: size.body * 1.15,
      color: color.accent,
      lineHeight: leading / 1.15,
      textAlign: 'left',
    },
    runningHead: {
      ...label,
      fontSize: size.runningHead,
      fontStyle: heads.style,
      ...(heads.style === 'italic' ? { fontFamily: bodyFont } : {}),
      ...(heads.case === 'upper' ? { textTransform: 'uppercase', letterSpacing: size.runningHead * TRACKING } : {}),
    },
    folio: { ...label, fontFamily: bodyFont, fontSize: size.folio, color: color.ink },
    lessonNumber: {
      ...label,
      textAlign: opener.align,
      fontSize: size.lessonNumber,
      color: color.accent,
      fontWeight: 600,
      textTransform: 'uppercase',
      letterSpacing: size.lessonNumber * TRACKING,
    },
    lessonTitle: { ...display, fontSize: size.lessonTitle },
    lessonSubtitle: {
      ...body,
      textAlign: opener.align,
      fontStyle: subtitle,
      fontSize: size.lessonSubtitle,
      lineHeight: headingLeading,
    },
    coverTitle: { ...onCover, fontSize: size.coverTitle },
    coverSubtitle: {
      ...onCover,
      fontFamily: bodyFont,
      fontWeight: 400,
      fontStyle: subtitle,
      fontSize: size.coverSubtitle,
    },
    coverText: { ...label, fontSize: size.small, color: color.coverInk, textAlign: cover.align },
    box: mapBoxes(theme, (box) => boxStyle(theme, box)),
    innerBox: mapBoxes(theme, (box) => (box.border === 'double' ? innerStyle(theme, box) : undefined)),
    line: size.body * leading,
  };
}

function mapBoxes<T>(theme: Theme, change: (box: BoxStyle) => T): Record<BoxName, T> {
  return Object.fromEntries(Object.entries(theme.box).map(([name, box]) => [name, change(box)])) as Record<BoxName, T>;
}

/** Between the two frames of a box, and the thickness of the inner one, in points. */
const BETWEEN_FRAMES = 1.8;
const INNER_FRAME = 0.4;

function boxStyle(theme: Theme, box: BoxStyle): Style {
  const { fill, border, borderWidth, radius } = box;
  const color = theme.color[box.borderColor];
  const line = (sides: Side[]) => edges(sides, borderWidth, color);
  const padding = border === 'double' ? BETWEEN_FRAMES : box.padding;
  const around = { ...line(ALL_ROUND), borderRadius: radius };
  const sides: Record<typeof border, Style> = {
    none: {},
    bar: { ...line(['Left']), paddingLeft: padding + 2 },
    frame: around,
    double: around,
    rules: line(['Top', 'Bottom']),
  };
  const filled = fill === 'tint';
  const framed = border === 'frame' || border === 'double';
  const across = filled || framed ? padding : 0;
  const down = filled || framed || border === 'rules' ? padding : border === 'bar' ? padding / 4 : 0;
  return {
    paddingHorizontal: across,
    paddingVertical: down,
    ...(filled ? { backgroundColor: theme.color.tint, borderRadius: border === 'bar' ? 0 : radius } : {}),
    ...sides[border],
  };
}

function innerStyle(theme: Theme, { borderColor, padding, radius }: BoxStyle): Style {
  return {
    ...edges(ALL_ROUND, INNER_FRAME, theme.color[borderColor]),
    borderRadius: Math.max(0, radius - BETWEEN_FRAMES),
    paddingHorizontal: padding,
    paddingVertical: padding,
  };
}

type Side = 'Top' | 'Right' | 'Bottom' | 'Left';
const ALL_ROUND: Side[] = ['Top', 'Right', 'Bottom', 'Left'];

function edges(sides: readonly Side[], width: number, color: string): Style {
  return Object.fromEntries(
    sides.flatMap((side) => [
      [`border${side}Width`, width],
      [`border${side}Color`, color],
      [`border${side}Style`, 'solid'],
    ]),
  );
}
