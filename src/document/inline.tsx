import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import { type Inline, unreachable } from '../lesson/model.js';
import { Span } from './elements.js';
import { anchor, type Setting } from './setting.js';

const NO_BREAK_SPACE = '\u00a0';

/** Sets inline runs as children of a paragraph. `inherited` is what emphasis around them adds up to. */
export function renderInlines(inlines: readonly Inline[], setting: Setting, inherited: Style = {}): ReactNode[] {
  return inlines.map((inline, index) => <InlineRun key={index} inline={inline} setting={setting} inherited={inherited} />);
}

interface RunProps {
  inline: Inline;
  setting: Setting;
  inherited: Style;
}

function InlineRun({ inline, setting, inherited }: RunProps): ReactNode {
  const { styles, theme, answers } = setting;
  switch (inline.type) {
    case 'text':
      return inline.value;
    case 'emphasis': {
      const style: Style = { ...inherited, fontStyle: inherited.fontStyle === 'italic' ? 'normal' : 'italic' };
      return (
        <Span style={style}>
          {renderInlines(inline.children, setting, style)}
        </Span>
      );
    }
    case 'strong': {
      const style: Style = { ...inherited, fontWeight: 700 };
      return (
        <Span style={style}>
          {renderInlines(inline.children, setting, style)}
        </Span>
      );
    }
    case 'delete': {
      const style: Style = { ...inherited, textDecoration: 'line-through' };
      return (
        <Span style={style}>
          {renderInlines(inline.children, setting, style)}
        </Span>
      );
    }
    case 'code-span':
      return (
        <Span style={{ ...inherited, ...styles.codeSpan }}>
          {inline.value}
        </Span>
      );
    case 'break':
      return '\n';
    case 'link':
      return (
        <Span style={{ ...inherited, ...styles.link }} href={inline.href}>
          {renderInlines(inline.children, setting, { ...inherited, ...styles.link })}
        </Span>
      );
    case 'footnote-mark':
      return (
        <Span style={styles.raised} href={`#${anchor(setting, `fn-${inline.id}`)}`}>
          {String(inline.number)}
        </Span>
      );
    case 'reference':
      return inline.text;
    case 'blank':
      return answers ? (
        <Span style={{ ...inherited, color: theme.color.accent, textDecoration: 'underline', textDecorationColor: theme.color.accent }}>
          {renderInlines(inline.answer, setting, { ...inherited, color: theme.color.accent })}
        </Span>
      ) : null;
    case 'blank-rule':
      return (
        <Span style={{ ...inherited, textDecoration: 'underline', textDecorationColor: theme.color.muted }}>
          {NO_BREAK_SPACE.repeat(ruleSpaces(inline.width))}
        </Span>
      );
    default:
      return unreachable(inline);
  }
}

/** A hand needs more room than type: about three spaces a letter, within what a line can hold. */
function ruleSpaces(characters: number): number {
  return Math.min(56, Math.max(22, Math.round(characters * 3)));
}
