import { Line, Polyline, Svg } from '@react-pdf/renderer';
import type { ReactElement, ReactNode } from 'react';
import type { Size } from '../../geometry/frame.js';
import { mm } from '../../geometry/units.js';
import { Box, Para } from '../elements.js';
import { CardHead } from './card.js';
import type { CardSetting, PrintJob } from './job.js';

/** Distance of the frame from the edge of the sheet. */
const FRAME = mm(10);

/** Length of the line that shows whether a print was scaled. */
const RULER = mm(100);

/**
 * Both sides of a sheet that shows whether a printer turns paper as the booklet needs it, and whether it prints in the
 * right size. On the back stand two sentences, one of them on its head; whichever can be read says what to do.
 *
 * @param sheet - As its front is looked at.
 * @param turned - Whether the sheet is turned over an edge that puts its head where its foot was.
 */
export function flipTest(job: PrintJob, sheet: Size, turned: boolean, setting: CardSetting): ReactElement[] {
  const back = <Back job={job} sheet={sheet} setting={setting} />;
  return [
    <Front key="front" job={job} sheet={sheet} setting={setting} />,
    turned ? (
      <Box key="back" style={{ width: sheet.width, height: sheet.height, transform: 'rotate(180deg)' }}>
        {back}
      </Box>
    ) : (
      back
    ),
  ];
}

interface SideProps {
  job: PrintJob;
  sheet: Size;
  setting: CardSetting;
}

function Front({ job, sheet, setting }: SideProps): ReactNode {
  const { styles, words } = setting;
  const inner = { left: FRAME + 28, width: sheet.width - 2 * (FRAME + 28) };
  return (
    <Box style={{ width: sheet.width, height: sheet.height }}>
      <Frame sheet={sheet} setting={setting} />
      <Box style={{ position: 'absolute', left: inner.left, top: FRAME + 26, width: inner.width }}>
        <CardHead
          kind={words.flipTest}
          title={job.title}
          below={`${job.paper} · ${words.flip[job.flip]}`}
          setting={setting}
        />
        <Para style={{ ...styles.body, textAlign: 'left', marginTop: 18 }}>{words.test.how}</Para>
        <Para style={{ ...styles.body, textAlign: 'left', marginTop: 6 }}>{words.test.turn}</Para>
        <Box style={{ alignItems: 'center', marginTop: 20 }}>
          <Arrow setting={setting} />
        </Box>
      </Box>
      <Box style={{ position: 'absolute', left: inner.left, top: sheet.height - FRAME - 112, width: inner.width }}>
        <Ruler setting={setting} />
        <Para style={{ ...styles.label, color: setting.theme.color.ink, marginTop: 4 }}>{words.test.ruler}</Para>
        <Para style={{ ...styles.label, color: setting.theme.color.ink, marginTop: 12 }}>{words.test.frame}</Para>
      </Box>
    </Box>
  );
}

function Back({ job, sheet, setting }: SideProps): ReactElement {
  const { styles, words } = setting;
  const width = sheet.width - 2 * (FRAME + 28);
  const half = {
    position: 'absolute',
    left: FRAME + 28,
    width,
    height: sheet.height / 2 - FRAME - 30,
    justifyContent: 'center',
  } as const;
  const said = { ...styles.lessonTitle, textAlign: 'center' } as const;
  return (
    <Box style={{ width: sheet.width, height: sheet.height }}>
      <Frame sheet={sheet} setting={setting} />
      <Box style={{ ...half, top: FRAME + 15 }}>
        <Para style={said}>{words.test.upright}</Para>
      </Box>
      <Box style={{ ...half, top: sheet.height / 2 + 15, transform: 'rotate(180deg)' }}>
        <Para style={said}>{words.test.wrong(job.flip)}</Para>
      </Box>
    </Box>
  );
}

function Frame({ sheet, setting }: Omit<SideProps, 'job'>): ReactNode {
  return (
    <Box
      style={{
        position: 'absolute',
        left: FRAME,
        top: FRAME,
        width: sheet.width - 2 * FRAME,
        height: sheet.height - 2 * FRAME,
        borderWidth: 0.75,
        borderColor: setting.theme.color.ink,
        borderStyle: 'solid',
      }}
    />
  );
}

/** The way a page is turned: from the right over to the left. */
function Arrow({ setting }: { setting: CardSetting }): ReactNode {
  const { accent } = setting.theme.color;
  const stroke = { stroke: accent, strokeWidth: 3, fill: 'none' } as const;
  return (
    <Svg width={180} height={56} viewBox="0 0 180 56">
      <Polyline {...stroke} points={arc()} />
      <Polyline {...stroke} points="10,30 14,50 32,42" />
    </Svg>
  );
}

/** A bow from right to left, as points. */
function arc(): string {
  return Array.from({ length: 25 }, (_, step) => {
    const angle = (step / 24) * Math.PI;
    return `${(90 + 76 * Math.cos(angle)).toFixed(1)},${(48 - 40 * Math.sin(angle)).toFixed(1)}`;
  }).join(' ');
}

function Ruler({ setting }: { setting: CardSetting }): ReactNode {
  const { ink } = setting.theme.color;
  return (
    <Svg width={RULER + 2} height={14} viewBox={`-1 0 ${RULER + 2} 14`}>
      <Line x1={0} y1={12} x2={RULER} y2={12} stroke={ink} strokeWidth={0.75} />
      {Array.from({ length: 11 }, (_, tick) => mm(10 * tick)).map((x, tick) => (
        <Line key={x} x1={x} y1={tick % 5 === 0 ? 2 : 7} x2={x} y2={12} stroke={ink} strokeWidth={0.75} />
      ))}
    </Svg>
  );
}
