import type { ReactNode } from 'react';
import { Box, Para } from './elements.js';
import { isNarrow, type Setting } from './setting.js';
import type { Tag } from './tag.js';

/** The theme's ornament between parts: a short rule, three small lozenges, or plain space. */
export function Ornament({ setting, gap }: { setting: Setting; gap: number }): ReactNode {
  const { ornament, align } = setting.theme.opener;
  const { accent } = setting.theme.color;
  const side = align === 'center' ? 'center' : 'flex-start';
  if (ornament === 'none') return <Box style={{ height: gap }} />;
  if (ornament === 'rule') {
    return (
      <Box keepWithNext style={{ alignItems: side, marginTop: gap, marginBottom: gap * 0.6 }}>
        <Box style={{ width: 42, height: 1.2, backgroundColor: accent }} />
      </Box>
    );
  }
  return (
    <Box
      keepWithNext
      style={{
        flexDirection: 'row',
        justifyContent: side,
        alignItems: 'center',
        marginTop: gap,
        marginBottom: gap * 0.6,
      }}
    >
      <Box style={{ width: 34, height: 0.6, backgroundColor: accent }} />
      <Box
        style={{ width: 4.4, height: 4.4, backgroundColor: accent, transform: 'rotate(45deg)', marginHorizontal: 7 }}
      />
      <Box style={{ width: 34, height: 0.6, backgroundColor: accent }} />
    </Box>
  );
}

/** A small heading line in the label font: what kind of block this is, and at the right, or else beneath, what it takes. */
export function LabelLine({
  left,
  right,
  tag,
  setting,
}: {
  left: string;
  right?: string | undefined;
  /** What it is, where it is more than a paragraph. */
  tag?: Tag;
  setting: Setting;
}): ReactNode {
  const { styles } = setting;
  return (
    <Box
      keep
      keepWithNext
      style={{
        flexDirection: 'row',
        ...(isNarrow(setting) ? { flexWrap: 'wrap' } : {}),
        justifyContent: 'space-between',
        alignItems: 'baseline',
        marginBottom: 1,
      }}
    >
      <Para {...(tag ? { tag } : {})} style={styles.kind}>
        {left}
      </Para>
      {right ? <Para style={styles.label}>{right}</Para> : null}
    </Box>
  );
}
