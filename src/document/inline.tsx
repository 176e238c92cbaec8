import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import { type Inline, unreachable } from '../lesson/model.js';
import { spelled } from './address.js';
import { Span } from './elements.js';
import { linkAnchor } from './external-links.js';
import { stretchesOf } from './foreign.js';
import { linkMark } from './link-list.js';
import { anchor, type Setting } from './setting.js';
import { asForm } from './tag.js';

/** Sets inline runs as children of a paragraph. `inherited` is what emphasis around them adds up to. */
export function renderInlines(inlines: readonly Inline[], setting: Setting, inherited: Style = {}): ReactNode[] {
  return joined(inlines, setting).flatMap((run, index): ReactNode[] =>
    typeof run === 'string'
      ? renderText(run, setting, inherited, index)
      : [<InlineRun key={index} inline={run} setting={setting} inherited={inherited} />],
  );
}

/** A text, in which words in the letters of another language say which. */
function renderText(text: string, { language }: Setting, inherited: Style, key: number): ReactNode[] {
  return stretchesOf(text, language).map((part, index) =>
    part.lang === undefined ? (
      part.text
    ) : (
      <Span key={`${key}.${index}`} style={inherited} tag={{ role: 'Span', lang: part.lang }}>
        {part.text}
      </Span>
    ),
  );
}

/** Neighbouring runs of one style as one string: react-pdf would take the seam between two for a place to hyphenate. */
function joined(inlines: readonly Inline[], setting: Setting): (string | Inline)[] {
  const out: (string | Inline)[] = [];
  for (const inline of inlines) {
    const text = linkOf(inline, setting) === undefined ? plainText(inline) : undefined;
    const last = out.at(-1);
    if (text !== undefined && typeof last === 'string') out[out.length - 1] = last + text;
    else out.push(text ?? inline);
  }
  return out;
}

/** The number of a book that comes in several belongs to its name: “1 John”. */
const NUMBERED_BOOK = /\b([123]) (?=(?:Sam|Kings|Kgs|Chron|Chr|Cor|Thess|Tim|Pet|John)\p{L}*\b)/gu;

/** A word and the number it needs beside it: “verse 27” is not divided. */
const BOUND_NUMBER = /\b(verses?|vv?\.|chapters?|pages?|pp?\.|no\.|session) (?=\d)/giu;

/** Soft hyphens with nothing to divide: react-pdf finds no font for a paragraph of them. */
const ONLY_HYPHENS = /^\u00ad+$/;

/**
 * References are links in the colour of their text, to the passage in this booklet or in an online Bible: on paper they
 * are words.
 */
function linkOf(inline: Inline, setting: Setting): string | undefined {
  if (inline.type !== 'reference') return undefined;
  const place = setting.links(inline, setting.lesson);
  return place === undefined ? setting.bible(inline) : `#${place}`;
}

function plainText(inline: Inline): string | undefined {
  if (inline.type === 'text')
    return inline.value
      .replace(ONLY_HYPHENS, '')
      .replace(BOUND_NUMBER, '$1\u00a0')
      .replace(NUMBERED_BOOK, '$1\u00a0')
      .replace(/[ \t]{2,}|\t/g, ' ');
  if (inline.type === 'reference') return inline.text.replaceAll('\t', ' ');
  return inline.type === 'break' ? '\n' : undefined;
}

/** Emphasis stands out from what it stands in: in the other slope, or in the other weight. */
function emphasisIn({ fontStyle, fontWeight }: Style, emphasis: 'italic' | 'bold'): Style {
  if (emphasis === 'bold') return { fontWeight: fontWeight === 700 ? 400 : 700 };
  return { fontStyle: fontStyle === 'italic' ? 'normal' : 'italic' };
}

interface RunProps {
  inline: Inline;
  setting: Setting;
  inherited: Style;
}

function InlineRun({ inline, setting, inherited }: RunProps): ReactNode {
  const { styles, theme, answers } = setting;
  switch (inline.type) {
    case 'emphasis': {
      const style: Style = { ...inherited, ...emphasisIn(inherited, theme.text.emphasis) };
      return <Span style={style}>{renderInlines(inline.children, setting, style)}</Span>;
    }
    case 'strong': {
      const style: Style = { ...inherited, fontWeight: 700 };
      return <Span style={style}>{renderInlines(inline.children, setting, style)}</Span>;
    }
    case 'delete': {
      const style: Style = { ...inherited, textDecoration: 'line-through' };
      return <Span style={style}>{renderInlines(inline.children, setting, style)}</Span>;
    }
    case 'foreign':
      return (
        <Span style={inherited} tag={{ role: 'Span', lang: inline.lang }}>
          {renderInlines(inline.children, { ...setting, language: inline.lang }, inherited)}
        </Span>
      );
    case 'code-span':
      return <Span style={{ ...inherited, ...styles.codeSpan }}>{inline.value.replaceAll('\t', ' ')}</Span>;
    case 'link': {
      const linkNumber = setting.linkNumber(inline.href);
      return (
        <>
          <Span style={{ ...inherited, ...styles.link }} href={inline.href}>
            {renderInlines(inline.children, setting, { ...inherited, ...styles.link })}
          </Span>
          {linkNumber === undefined ? null : (
            <Span
              style={styles.raised}
              href={`#${anchor(setting, linkAnchor(linkNumber))}`}
              tag={{ role: 'Reference', title: spelled(inline.href) }}
            >
              {linkMark(linkNumber)}
            </Span>
          )}
        </>
      );
    }
    case 'footnote-mark':
      return (
        <Span
          style={styles.raised}
          href={`#${anchor(setting, `fn-${inline.id}`)}`}
          tag={{ role: 'Reference', title: setting.labels.noteLink(inline.number) }}
        >
          {String(inline.number)}
        </Span>
      );
    case 'reference':
      return (
        <Span style={inherited} href={linkOf(inline, setting) ?? ''}>
          {plainText(inline)}
        </Span>
      );
    case 'text':
    case 'break':
      return plainText(inline);
    case 'blank':
      return answers ? (
        <Span
          style={{
            ...inherited,
            color: theme.color.accent,
            textDecoration: 'underline',
            textDecorationColor: theme.color.accent,
          }}
        >
          {renderInlines(inline.answer, setting, { ...inherited, color: theme.color.accent })}
        </Span>
      ) : null;
    case 'blank-rule':
      return (
        <Span
          style={{ ...inherited, fontStyle: 'normal', fontWeight: 400, color: theme.color.muted }}
          tag={{ role: 'Span', actualText: setting.labels.blank }}
          {...asForm(setting.fields.get(inline))}
        >
          {'_'.repeat(ruleLength(inline.width, setting))}
        </Span>
      );
    default:
      return unreachable(inline);
  }
}

/** Width of an underscore in ems, near enough for room to write in. */
const UNDERSCORE = 0.5;

/**
 * Underscores of a rule to write on: a hand needs more room than type. Not spaces with a rule beneath, which the line
 * breaker would shrink and divide.
 */
function ruleLength(characters: number, { measure, theme }: Setting): number {
  const most = Math.floor((measure * 0.8) / (theme.size.body * UNDERSCORE));
  return Math.min(26, most, Math.max(10, Math.round(characters * 1.25)));
}
