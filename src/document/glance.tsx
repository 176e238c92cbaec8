import type { ReactNode } from 'react';
import type { Glance, TimingRow } from '../edition/model.js';
import type { GlancePath, PathPart } from '../edition/path-words.js';
import type { Block, List } from '../lesson/model.js';
import { Blocks } from './blocks.js';
import { Framed, inBox } from './boxes.js';
import { Box, Span } from './elements.js';
import type { FlowProps } from './flow.js';
import { CELL_SIDE, Row } from './glance-row.js';
import { renderInlines } from './inline.js';
import { ListBlock } from './list.js';
import { LabelLine } from './ornament.js';
import { isNarrow, type Setting } from './setting.js';
import type { Styles } from './styles.js';
import { boxHeading, type Tag } from './tag.js';

/** The leader's first page of a lesson: what to prepare, how the time is spent, and what to keep when there is less. */
export function GlanceBlock({ glance, setting }: { glance: Glance; setting: Setting }): ReactNode {
  const { styles } = setting;
  return (
    <>
      {glance.prepare.length > 0 ? (
        <Framed name="glance" gap={styles.line * 0.15} setting={setting}>
          <LabelLine left={setting.labels.prepare} tag={boxHeading()} setting={setting} />
          <Prepare blocks={glance.prepare} setting={inBox('glance', setting)} />
        </Framed>
      ) : null}
      {glance.timing.length > 0 ? <Timing glance={glance} setting={setting} /> : null}
      {glance.paths.length > 0 ? <Paths paths={glance.paths} setting={setting} /> : null}
    </>
  );
}

/** Lists of things to prepare are checklists, whether or not the author drew the boxes. */
function Prepare({ blocks, setting }: { blocks: Block[]; setting: Setting }): ReactNode {
  const small: Setting = {
    ...setting,
    styles: { ...setting.styles, body: { ...setting.styles.small, textAlign: 'left', lineHeight: 1.3 } },
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

/** Widths of the columns of the two tables, as shares of the measure. */
const COLUMNS = [0.5, 0.18, 0.16, 0.16];
const PATH_COLUMNS = [0.175, 0.635, 0.19];
const NARROW_COLUMNS = [0.36, 0.24, 0.22, 0.18];
/** On a narrow page what a path takes stands among its words. */
const NARROW_PATH_COLUMNS = [0.22, 0.78, 0];
/** How broad a letter of a head is, in ems. */
const HEAD_LETTER = 0.56;
/** How much wider the first column is for each further length in one row, and at the most. */
const MORE_LENGTHS = 0.06;
const MOST_LENGTHS = 0.4;

function Timing({ glance, setting }: { glance: Glance; setting: Setting }): ReactNode {
  const { labels, styles, theme } = setting;
  const narrow = isNarrow(setting);
  const columns = narrow ? NARROW_COLUMNS : COLUMNS;
  // The sum's name may take the room of the column that has nothing in its row.
  const empty = (2 * CELL_SIDE) / setting.measure;
  const [part = 0, question = 0, minutes = 0, until = 0] = columns;
  const heads = [labels.part, labels.questions, labels.minutes, labels.until];
  const fontSize = narrow ? sizeFor(heads, columns, setting) : theme.size.caption;
  const head = { ...styles.label, fontSize, fontWeight: 600, color: theme.color.ink } as const;
  const rule = { borderTopWidth: 0.4, borderTopColor: theme.color.rule, borderTopStyle: 'solid' } as const;
  const table: Tag = { role: 'Table' };
  const total = glance.duration === undefined ? labels.total : `${labels.total} (${labels.planned} ${glance.duration})`;
  return (
    <Box style={{ marginTop: styles.line * 0.5 }} {...flowOf(glance.timing.length, 14)}>
      <LabelLine left={labels.timing} tag={boxHeading()} setting={setting} />
      <Row
        keepWithNext
        table={table}
        head
        cells={heads}
        columns={columns}
        style={head}
        row={{ backgroundColor: theme.color.tint }}
        setting={setting}
      />
      {glance.timing.map((row, index) => (
        <TimingLine
          key={index}
          row={row}
          table={table}
          columns={columns}
          rule={index === 0 ? {} : rule}
          setting={setting}
        />
      ))}
      <Row
        keepWithPrevious
        table={table}
        columns={narrow ? [part + question - empty, empty, minutes, until] : columns}
        cells={[total, '', String(glance.total), '']}
        style={{ ...styles.small, fontWeight: 600 }}
        row={{ borderTopWidth: 0.8, borderTopColor: theme.color.ink, borderTopStyle: 'solid' }}
        setting={setting}
      />
    </Box>
  );
}

/** The size, in points, at which each of these heads stands in its column on one line: the theme's, or a smaller one. */
function sizeFor(heads: readonly string[], columns: readonly number[], { measure, theme }: Setting): number {
  const fitting = heads.map(
    (head, index) => ((columns[index] ?? 0) * measure - 2 * CELL_SIDE) / (head.length * HEAD_LETTER),
  );
  return Math.min(theme.size.caption, ...fitting);
}

interface TimingLineProps {
  row: TimingRow;
  table: Tag;
  columns: readonly number[];
  rule: object;
  setting: Setting;
}

function TimingLine({ row, table, columns, rule, setting }: TimingLineProps): ReactNode {
  const { labels, styles } = setting;
  const minutes = row.optionalMinutes > 0 ? `${row.minutes} (+${row.optionalMinutes})` : String(row.minutes);
  return (
    <Row
      table={table}
      cells={[
        row.title ? renderInlines(row.title, setting) : labels[row.kind ?? 'opening'],
        row.questions ?? '',
        minutes,
        clock(row.endsAt),
      ]}
      columns={columns}
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

function Paths({ paths, setting }: { paths: readonly GlancePath[]; setting: Setting }): ReactNode {
  const { labels, styles, theme } = setting;
  const rule = { borderTopWidth: 0.4, borderTopColor: theme.color.rule, borderTopStyle: 'solid' } as const;
  const narrow = isNarrow(setting);
  const [length = 0, words = 0, takes = 0] = narrow ? NARROW_PATH_COLUMNS : PATH_COLUMNS;
  const most = Math.max(...paths.map(({ lengths }) => lengths.length));
  const first = Math.min(MOST_LENGTHS, length + (most - 1) * MORE_LENGTHS);
  const columns = [first, words - (first - length), takes];
  const table: Tag = { role: 'Table' };
  const things = paths.reduce((sum, { parts }) => sum + 1 + parts.length, 0);
  return (
    <Box style={{ marginTop: styles.line * 0.5 }} {...flowOf(things, 30)}>
      <LabelLine left={labels.paths} tag={boxHeading()} setting={setting} />
      {paths.map((path, index) => (
        <Row
          key={index}
          table={table}
          columns={columns}
          align={['left', 'left', 'right']}
          cells={[
            <Span key="length" style={{ fontWeight: 600 }}>
              {labels.pathLength(path.lengths.join(', '))}
            </Span>,
            [...told(path, setting), ...(narrow ? [` (${labels.pathTakes(path.minutes)})`] : [])],
            ...(narrow ? [] : [labels.pathTakes(path.minutes)]),
          ]}
          style={styles.small}
          row={index === 0 ? {} : rule}
          setting={setting}
        />
      ))}
    </Box>
  );
}

/** What a path keeps or leaves out, questions by number and the other parts by name, and whether that is too long. */
function told({ told: list, questions, parts, overrun }: GlancePath, { labels, styles, theme }: Setting): ReactNode[] {
  const things: ReactNode[] = [
    ...(questions ? [labels.pathQuestions(questions)] : []),
    ...parts.map((part, index) => <PartName key={index} part={part} labels={labels} style={styles.emphasis} />),
  ];
  const over = (
    <Span key="over" style={{ fontWeight: 600, color: theme.color.accent }}>
      {labels.pathOver(overrun)}
    </Span>
  );
  return [
    things.length === 0
      ? `${labels.pathKeeps} ${labels.pathEverything}`
      : `${list === 'kept' ? labels.pathKeeps : labels.pathLeavesOut} `,
    ...[...things, ...(overrun > 0 ? [over] : [])].flatMap((thing, index) =>
      index === 0 && things.length > 0 ? [thing] : ['; ', thing],
    ),
  ];
}

interface PartNameProps {
  part: PathPart;
  labels: Setting['labels'];
  style: Styles['emphasis'];
}

function PartName({ part, labels, style }: PartNameProps): ReactNode {
  const minutes = part.minutes === undefined ? '' : `\u00a0(${labels.min(part.minutes)})`;
  return (
    <>
      <Span style={style}>{part.title ?? labels[part.kind ?? 'opening']}</Span>
      {minutes}
    </>
  );
}

/** A table is kept whole as long as it is sure to fit on a page. */
function flowOf(rows: number, most: number): FlowProps {
  return rows <= most ? { keep: true } : { breakCost: 30 };
}
