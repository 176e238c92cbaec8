import { Circle, G, Path, Svg } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { OrnamentName } from '../theme/model.js';
import { Box, Para } from './elements.js';
import { isNarrow, type Setting } from './setting.js';
import type { Tag } from './tag.js';

/** The theme's ornament between parts, or plain space. */
export function Ornament({ setting, gap }: { setting: Setting; gap: number }): ReactNode {
  const { ornament, align } = setting.theme.opener;
  const { accent } = setting.theme.color;
  const side = align === 'center' ? 'center' : 'flex-start';
  if (ornament === 'none') return <Box style={{ height: gap }} />;
  return (
    <Box keepWithNext style={{ alignItems: side, marginTop: gap, marginBottom: gap * 0.6 }}>
      <OrnamentMark name={ornament} color={accent} />
    </Box>
  );
}

/** One of the ornaments itself. */
export function OrnamentMark({ name, color }: { name: Exclude<OrnamentName, 'none'>; color: string }): ReactNode {
  switch (name) {
    case 'rule':
      return <Box style={{ width: 42, height: 1.2, backgroundColor: color }} />;
    case 'fleuron':
      return (
        <Box style={{ flexDirection: 'row', alignItems: 'center' }}>
          <Box style={{ width: 34, height: 0.6, backgroundColor: color }} />
          <Box
            style={{ width: 4.4, height: 4.4, backgroundColor: color, transform: 'rotate(45deg)', marginHorizontal: 7 }}
          />
          <Box style={{ width: 34, height: 0.6, backgroundColor: color }} />
        </Box>
      );
    case 'sprig':
      return <Sprig color={color} />;
    case 'wave':
      return <Wave color={color} />;
  }
}

/** Two twigs that meet at a berry. */
function Sprig({ color }: { color: string }): ReactNode {
  const twig = (
    <>
      <Path d={TWIG} stroke={color} strokeWidth={0.6} fill="none" />
      {LEAVES.map((leaf) => (
        <Path key={leaf} d={leaf} fill={color} />
      ))}
    </>
  );
  return (
    <Svg width={84} height={14} viewBox="-42 -7 84 14">
      {twig}
      <G transform="scale(-1 1)">{twig}</G>
      <Circle cx={0} cy={0} r={1.7} fill={color} />
    </Svg>
  );
}

/** A twig that grows to the right, and leaves on both of its sides, the last at its end. */
const TWIG = 'M4 0C12 -2.4 20 2.4 28 0C31 -0.9 33 -0.9 35 0';
const LEAVES = [
  'M9 -1C10 -4.6 13 -6 16.4 -5.8C15.6 -2.9 13 -0.6 9 -1Z',
  'M13 -0.2C14.4 3.4 17.4 5 20.8 4.8C19.8 1.8 17 -0.3 13 -0.2Z',
  'M20 0.4C20.8 -3 23.6 -4.6 26.8 -4.6C26.2 -1.8 23.8 0.6 20 0.4Z',
  'M24.4 0.8C26 3.6 28.6 4.8 31.4 4.4C30.4 1.8 28 0.3 24.4 0.8Z',
  'M33 -0.4C35 -2.4 38 -2.4 41 0C38 1.9 35.2 1.8 33 -0.4Z',
];

/** A swung line. */
function Wave({ color }: { color: string }): ReactNode {
  return (
    <Svg width={56} height={9} viewBox="-2 -4.5 56 9">
      <Path
        d="M0 2C4.3 2 4.3 -2.4 8.7 -2.4S13 2 17.3 2S21.7 -2.4 26 -2.4S30.3 2 34.7 2S39 -2.4 43.3 -2.4S47.7 2 52 2"
        stroke={color}
        strokeWidth={2.6}
        strokeLinecap="round"
        fill="none"
      />
    </Svg>
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
