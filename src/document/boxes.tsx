import type { ReactNode } from 'react';
import type { Activity as ActivityBlock, AudienceBlock, Block, Inline } from '../lesson/model.js';
import type { BoxName } from '../theme/model.js';
import { Blocks } from './blocks.js';
import { citationsOf } from './citations.js';
import { Box, Para } from './elements.js';
import { renderInlines } from './inline.js';
import { LabelLine } from './ornament.js';
import { anchor, isNarrow, narrower, type Setting } from './setting.js';
import { boxHeading, type Tag } from './tag.js';

/** Cost of a page break inside a box: it can be divided, but is better whole. */
const BOX_BREAK_COST = 45;
/** Cost where nothing is drawn around what stands together. */
const UNSEEN_BREAK_COST = 5;

/**
 * Room at the right of an activity's title, in points at the theme's own size: for its minutes, with “if time allows”
 * beside them, and for the page in the participant edition.
 */
const TIME_WIDTH = 44;
const OPTIONAL_WIDTH = 110;
const PAGE_WIDTH = 76;

/** The most of a narrow measure that this room may take beside a title; more goes beneath it. */
const BESIDE = 0.3;

/** A note for one audience: boxed as the theme says, with its title. */
export function AudienceNote({
  note,
  gap,
  setting,
}: {
  note: AudienceBlock;
  gap: number;
  setting: Setting;
}): ReactNode {
  const name: BoxName = note.audience === 'leader' ? 'leader' : 'participant';
  return (
    <Framed name={name} gap={gap} setting={setting}>
      {note.audience === 'leader' ? <LabelLine left={setting.labels.leaderNote} setting={setting} /> : null}
      {note.title ? <BoxTitle title={note.title} setting={setting} /> : null}
      <Blocks blocks={note.children} setting={inBox(name, setting)} />
    </Framed>
  );
}

/** Something the group does: its title, or else what kind it is, how long it takes, and its text. */
export function Activity({
  activity,
  gap,
  setting,
}: {
  activity: ActivityBlock;
  gap: number;
  setting: Setting;
}): ReactNode {
  const { labels, styles } = setting;
  const name: BoxName = activity.kind === 'prayer' ? 'prayer' : activity.kind === 'aside' ? 'aside' : 'activity';
  const kinds = { icebreaker: labels.icebreaker, activity: labels.activity, prayer: labels.prayer, aside: '' };
  const page = setting.participantPage(anchor(setting, activity.id));
  const time = [
    ...(activity.minutes === undefined ? [] : [labels.min(activity.minutes)]),
    ...(activity.optional ? [labels.optional] : []),
    ...(page === undefined ? [] : [labels.participantPage(page)]),
  ].join(', ');
  const timed = activity.optional ? OPTIONAL_WIDTH : activity.minutes === undefined ? 0 : TIME_WIDTH;
  const timeWidth = (timed + (page === undefined ? 0 : PAGE_WIDTH)) * setting.scale;
  const inner = inBox(name, setting);
  const below = isNarrow(setting) && timeWidth > inner.measure * BESIDE;
  const title = activity.title ? renderInlines(activity.title, setting) : kinds[activity.kind];
  return (
    <Framed name={name} gap={gap} id={anchor(setting, activity.id)} setting={setting}>
      {title || time ? (
        <Box
          keep
          keepWithNext
          style={{ flexDirection: below ? 'column' : 'row', justifyContent: 'space-between', marginBottom: 2 }}
        >
          <Para tag={boxHeading()} style={{ ...styles.heading[3], width: inner.measure - (below ? 0 : timeWidth) }}>
            {title}
          </Para>
          {time ? (
            <Para style={below ? styles.label : { ...styles.label, width: timeWidth, textAlign: 'right' }}>{time}</Para>
          ) : null}
        </Box>
      ) : null}
      <Blocks blocks={activity.children} setting={inner} />
    </Framed>
  );
}

/** A block quote: set in on the left with a thin bar. */
export function Quote({ blocks, gap, setting }: { blocks: Block[]; gap: number; setting: Setting }): ReactNode {
  return (
    <Box
      breakCost={BOX_BREAK_COST}
      tag={{ role: 'BlockQuote' }}
      style={{
        marginTop: gap,
        marginBottom: gap / 2,
        marginLeft: 12 * setting.scale,
        paddingLeft: 9 * setting.scale,
        borderLeftWidth: 0.8,
        borderLeftColor: setting.theme.color.muted,
        borderLeftStyle: 'solid',
      }}
    >
      <Blocks blocks={blocks} setting={narrower(setting, 21 * setting.scale)} />
    </Box>
  );
}

/** A box in the style that the theme gives it. */
export function Framed({
  name,
  gap,
  id,
  keep,
  tag = { role: 'Div' },
  setting,
  children,
}: {
  name: BoxName;
  gap: number;
  id?: string;
  keep?: boolean;
  tag?: Tag;
  setting: Setting;
  children: ReactNode;
}): ReactNode {
  const { fill, border } = setting.theme.box[name];
  return (
    <Box
      breakCost={fill === 'none' && border === 'none' ? UNSEEN_BREAK_COST : BOX_BREAK_COST}
      openEnded={border === 'rules'}
      tag={tag}
      {...(id ? { id } : {})}
      {...(keep ? { keep } : {})}
      style={{ ...setting.styles.box[name], marginTop: gap * 1.4, marginBottom: gap * 0.6 }}
    >
      <Inner name={name} setting={setting}>
        {children}
      </Inner>
    </Box>
  );
}

/** What stands in a box, with the second frame of one that has two. */
export function Inner({
  name,
  setting,
  children,
}: {
  name: BoxName;
  setting: Setting;
  children: ReactNode;
}): ReactNode {
  const style = setting.styles.innerBox[name];
  return style ? <Box style={style}>{children}</Box> : children;
}

/** The setting inside a framed box: less room. */
export function inBox(name: BoxName, setting: Setting): Setting {
  const { box, innerBox } = setting.styles;
  const room = [box[name], innerBox[name] ?? {}].map(
    ({ paddingHorizontal = 0, paddingLeft = 0 }) => 2 * Number(paddingHorizontal) + Number(paddingLeft),
  );
  return narrower(
    setting,
    room.reduce((sum, part) => sum + part, 0),
  );
}

function BoxTitle({ title, setting }: { title: Inline[]; setting: Setting }): ReactNode {
  return (
    <Para
      keep
      keepWithNext
      tag={boxHeading()}
      cites={citationsOf(title)}
      style={{ ...setting.styles.heading[3], marginBottom: 2 }}
    >
      {renderInlines(title, setting)}
    </Para>
  );
}
