import { Path, Svg } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { mm } from '../geometry/units.js';
import { divideAddress, spelled } from './address.js';
import { Box, Para, Span } from './elements.js';
import { type ExternalLink, linkAnchor } from './external-links.js';
import { type QrCode, QUIET, qrCode } from './qr.js';
import { anchor, type Setting } from './setting.js';
import { boxHeading } from './tag.js';

/** Smallest side of a code with its white edge, and of one of its modules, in millimetres: what a telephone reads from paper. */
const SMALLEST = { code: 15, module: 0.35 };

/** The addresses outside the booklet that a lesson or chapter links to: spelled out, with a code to point a telephone at. */
export function LinkList({ links, setting }: { links: readonly ExternalLink[]; setting: Setting }): ReactNode {
  if (links.length === 0) return null;
  const { styles, labels } = setting;
  const entries = links.map((link): Entry => ({ link, code: qrCode(link.href) }));
  const column = Math.max(...entries.map(({ code }) => sideOf(code) - quietOf(code)));
  return (
    <Box style={{ marginTop: styles.line * 1.2 }} breakCost={10}>
      <Para keepWithNext tag={boxHeading()} style={{ ...styles.kind, marginBottom: styles.line * 0.3 }}>
        {labels.links}
      </Para>
      <Box tag={{ role: 'L', numbering: 'Decimal' }}>
        {entries.map((entry) => (
          <LinkEntry key={entry.link.number} {...entry} column={column} setting={setting} />
        ))}
      </Box>
    </Box>
  );
}

interface Entry {
  link: ExternalLink;
  code: QrCode | undefined;
}

/** @param column - Width of the codes without their white edge at the left, in points. */
function LinkEntry({ link, code, column, setting }: Entry & { column: number; setting: Setting }): ReactNode {
  const { styles, scale, theme, measure } = setting;
  const { number, href, words } = link;
  const text = { ...styles.small, textAlign: 'left', lineHeight: 1.3 } as const;
  const address = spelled(href);
  return (
    <Box
      keep
      id={anchor(setting, linkAnchor(number))}
      tag={{ role: 'LI' }}
      style={{ flexDirection: 'row', alignItems: 'center' }}
    >
      <Box artifact="Decoration" style={{ width: column, minHeight: styles.line * 1.8 }}>
        {code ? <Code code={code} color={theme.color.ink} /> : null}
      </Box>
      <Para tag={{ role: 'Lbl' }} style={{ ...text, color: theme.color.accent, width: NUMBER_WIDTH * scale }}>
        {linkMark(number)}
      </Para>
      <Box tag={{ role: 'LBody' }} style={{ width: measure - column - NUMBER_WIDTH * scale }}>
        {words === '' || words === address || words === href ? null : <Para style={text}>{words}</Para>}
        <Para
          style={{ ...styles.label, fontSize: theme.size.small * 0.95, color: theme.color.ink, lineHeight: 1.3 }}
          hyphenate={divideAddress}
          withoutHyphens
        >
          <Span href={href}>{address}</Span>
        </Para>
      </Box>
    </Box>
  );
}

/** Width of an entry's number, in points at the theme's own size. */
const NUMBER_WIDTH = 22;

/** What stands for a link in the text and before its entry. The brackets tell it from a footnote's figure. */
export function linkMark(number: number): string {
  return `[${number}]`;
}

/** The side of a code with its white edge, in points; where there is none, of the smallest. */
function sideOf(code: QrCode | undefined): number {
  return mm(Math.max(SMALLEST.code, (code?.side ?? 0) * SMALLEST.module));
}

/** Width of a code's white edge, in points. */
function quietOf(code: QrCode | undefined): number {
  return code ? (sideOf(code) * QUIET) / code.side : 0;
}

/** The white edge at the left lies in the margin, so that what is seen stands at the edge of the text. */
function Code({ code, color }: { code: QrCode; color: string }): ReactNode {
  const side = sideOf(code);
  return (
    <Svg
      width={side}
      height={side}
      viewBox={`0 0 ${code.side} ${code.side}`}
      style={{ width: side, height: side, marginLeft: -quietOf(code) }}
    >
      <Path d={code.path} fill={color} />
    </Svg>
  );
}
