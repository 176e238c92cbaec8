import type { ReactNode } from 'react';
import type { Hymn, HymnStanza } from '../lesson/model.js';
import { AudienceNote } from './boxes.js';
import { Box, Para } from './elements.js';
import { renderInlines } from './inline.js';
import { anchor, type Setting } from './setting.js';
import { boxHeading, type Tag } from './tag.js';

/** Indent of stanzas, of a line that runs over, and of the refrain beyond the stanzas', in points at the theme's own size. */
const INDENT = 24;
const TURNOVER = 14;
const REFRAIN = 14;

/** A hymn: title, what is known of words and music, stanzas and refrain kept whole. */
export function HymnBlock({ hymn, gap, setting }: { hymn: Hymn; gap: number; setting: Setting }): ReactNode {
  const { styles } = setting;
  const facts = hymnFacts(hymn, setting);
  let count = 0;
  return (
    <Box
      id={anchor(setting, hymn.id)}
      tag={{ role: 'Div' }}
      style={{ marginTop: gap * 1.6, marginBottom: gap }}
      breakCost={15}
    >
      <Para keep keepWithNext tag={boxHeading()} style={{ ...styles.heading[3], marginBottom: 1 }}>
        {renderInlines(hymn.title, setting)}
      </Para>
      {facts ? (
        <Para keepWithNext style={{ ...styles.caption, marginBottom: styles.line * 0.3 }}>
          {facts}
        </Para>
      ) : null}
      {hymn.stanzas.map((stanza, index) => {
        if (stanza.kind === 'stanza') count += 1;
        return (
          <Stanza key={index} stanza={stanza} number={stanza.kind === 'stanza' ? count : undefined} setting={setting} />
        );
      })}
      {hymn.rights ? (
        <Para
          keepWithPrevious
          style={{ ...styles.caption, marginTop: 4, marginLeft: (INDENT + TURNOVER) * setting.scale }}
        >
          {hymn.rights}
        </Para>
      ) : null}
      {hymn.notes.map((note, index) =>
        note.type === 'audience' ? <AudienceNote key={index} note={note} gap={gap} setting={setting} /> : null,
      )}
    </Box>
  );
}

function hymnFacts(hymn: Hymn, { labels }: Setting): string {
  const pairs: [string, string | undefined][] = [
    [labels.words, [hymn.words, hymn.year].filter(Boolean).join(', ') || undefined],
    [labels.music, hymn.music],
    [labels.tune, hymn.tune],
    [labels.meter, hymn.meter],
    [labels.number, hymn.number],
  ];
  return pairs.flatMap(([label, value]) => (value ? [`${label}: ${value}`] : [])).join('\u00a0· ');
}

function Stanza({
  stanza,
  number,
  setting,
}: {
  stanza: HymnStanza;
  number: number | undefined;
  setting: Setting;
}): ReactNode {
  const { styles } = setting;
  const refrain = stanza.kind === 'refrain';
  const [indent, turnover] = [INDENT * setting.scale, TURNOVER * setting.scale];
  const left = refrain ? indent + REFRAIN * setting.scale : indent;
  // A stanza's number is heard with its first line.
  const first: Tag = { role: 'P' };
  return (
    <Box keep tag={{ role: 'Div' }} style={{ marginTop: styles.line * 0.35, paddingLeft: left + turnover }}>
      {number === undefined ? null : (
        <Para
          tag={{ role: 'Lbl', within: first }}
          style={{
            ...styles.body,
            position: 'absolute',
            left: 6 * setting.scale,
            top: 0,
            width: indent - 8 * setting.scale,
            textAlign: 'left',
          }}
        >
          {String(number)}
        </Para>
      )}
      {refrain ? <Para style={{ ...styles.caption, marginLeft: -turnover }}>{setting.labels.refrain}</Para> : null}
      {stanza.lines.map((line, index) => (
        <Para
          key={index}
          tag={index === 0 ? first : { role: 'P' }}
          style={{
            ...styles.body,
            textAlign: 'left',
            textIndent: -turnover,
            ...(refrain ? { fontStyle: styles.voice } : {}),
          }}
        >
          {renderInlines(line, setting, { textIndent: -turnover, ...(refrain ? { fontStyle: styles.voice } : {}) })}
        </Para>
      ))}
    </Box>
  );
}
