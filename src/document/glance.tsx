import type { ReactNode } from 'react';
import type { Glance, TimingRow } from '../edition/model.js';
import type { Block, List } from '../lesson/model.js';
import { Blocks } from './blocks.js';
import { Framed, inBox } from './boxes.js';
import { Box, Para } from './elements.js';
import { renderInlines } from './inline.js';
import { ListBlock } from './list.js';
import { LabelLine } from './ornament.js';
import type { Setting } from './setting.js';

/** The leader's first page of a lesson: what to prepare and how the time is spent. */
export function GlanceBlock({ glance, setting }: { glance: Glance; setting: Setting }): ReactNode {
  const { styles } = setting;
  return (
    <>
      {glance.prepare.length > 0 ? (
        <Framed name="glance" gap={styles.line * 0.4} setting={setting}>
          <LabelLine left={setting.labels.prepare} setting={setting} />
          <Prepare blocks={glance.prepare} setting={inBox('glance', setting)} />
        </Framed>
      ) : null}
      {glance.timing.length > 0 ? <Timing glance={glance} setting={setting} /> : null}
    </>
  );
}

/** Lists of things to prepare are checklists, whether or not the author drew the boxes. */
function Prepare({ blocks, setting }: { blocks: Block[]; setting: Setting }): ReactNode {
  const small: Setting = {
    ...setting,
    styles: { ...setting.styles, body: { ...setting.styles.small, textAlign: 'left' } },
  };
  return blocks.map((block, index) =>
    block.type === 'list' ? (
      <ListBlock key={index} list={withBoxes(block)} setting={small} />
    ) : (
      <Blocks key={index} blocks={[block]} setting={small} />
    ),
  );
}

function withBoxes(list: List): List {
  return { ...list, ordered: false, items: list.items.map((item) => ({ checked: false, ...item })) };
}

const COLUMNS = [0.5, 0.18, 0.16, 0.16];

function Timing({ glance, setting }: { glance: Glance; setting: Setting }): ReactNode {
  const { labels, styles, theme } = setting;
  const head = { ...styles.label, fontWeight: 600, color: theme.color.ink } as const;
  const rule = { borderTopWidth: 0.4, borderTopColor: theme.color.rule, borderTopStyle: 'solid' } as const;
  const total = glance.duration === undefined ? labels.total : `${labels.total} (${labels.planned} ${glance.duration})`;
  return (
    <Box style={{ marginTop: styles.line * 0.9 }} breakCost={30}>
      <LabelLine left={labels.timing} setting={setting} />
      <Row
        keepWithNext
        cells={[labels.part, labels.questions, labels.minutes, labels.until]}
        style={head}
        row={{ backgroundColor: theme.color.tint }}
        setting={setting}
      />
      {glance.timing.map((row, index) => (
        <TimingLine key={index} row={row} rule={index === 0 ? {} : rule} setting={setting} />
      ))}
      <Row
        keepWithPrevious
        cells={[total, '', String(glance.total), '']}
        style={{ ...styles.small, fontWeight: 600 }}
        row={{ borderTopWidth: 0.8, borderTopColor: theme.color.ink, borderTopStyle: 'solid' }}
        setting={setting}
      />
    </Box>
  );
}

function TimingLine({ row, rule, setting }: { row: TimingRow; rule: object; setting: Setting }): ReactNode {
  const { labels, styles } = setting;
  const minutes = row.optionalMinutes > 0 ? `${row.minutes} (+${row.optionalMinutes})` : String(row.minutes);
  return (
    <Row
      cells={[
        row.title ? renderInlines(row.title, setting) : labels[row.kind ?? 'opening'],
        row.questions ?? '',
        minutes,
        clock(row.endsAt),
      ]}
      style={styles.small}
      row={rule}
      setting={setting}
    />
  );
}

/** Minutes from the start as hours and minutes: 75 is `1:15`. */
function clock(minutes: number): string {
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;
}

interface RowProps {
  cells: ReactNode[];
  style: object;
  row: object;
  setting: Setting;
  keepWithNext?: boolean;
  keepWithPrevious?: boolean;
}

function Row({ cells, style, row, setting, ...flow }: RowProps): ReactNode {
  return (
    <Box keep {...flow} style={{ flexDirection: 'row', ...row }}>
      {cells.map((cell, column) => (
        <Box
          key={column}
          style={{ width: setting.measure * (COLUMNS[column] ?? 0), paddingVertical: 2, paddingHorizontal: 3.5 }}
        >
          <Para style={{ ...style, lineHeight: 1.25, textAlign: column === 0 ? 'left' : 'right' }}>{cell}</Para>
        </Box>
      ))}
    </Box>
  );
}
