import { Path, Rect, Svg } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import type { List, ListItem } from '../lesson/model.js';
import { Blocks } from './blocks.js';
import { Box, Para } from './elements.js';
import { narrower, type Setting } from './setting.js';
import type { Field, Tag } from './tag.js';

/** Room around a tick box's drawing in points, so that its edges are not cut. */
const ROOM = 2;

const BULLETS = ['•', '–', '·'];

interface ListProps {
  list: List;
  setting: Setting;
  depth?: number;
}

/** A list with hanging markers: bullets by depth, numbers, or boxes to tick. */
export function ListBlock({ list, setting, depth = 0 }: ListProps): ReactNode {
  const { styles } = setting;
  const last = list.start + list.items.length - 1;
  const indent = list.ordered ? 9 * setting.scale + String(last).length * styles.line * 0.36 : 13 * setting.scale;
  const whole: Tag = { role: 'L', numbering: list.ordered ? 'Decimal' : 'Disc' };
  return list.items.map((item, index) => (
    <Box
      key={index}
      breakCost={4}
      tag={{ role: 'LI', within: whole }}
      style={{ paddingLeft: indent, marginTop: index > 0 ? styles.line * (list.loose ? 0.4 : 0.12) : 0 }}
    >
      <Marker
        item={item}
        text={list.ordered ? `${list.start + index}.` : (BULLETS[Math.min(depth, 2)] as string)}
        width={indent}
        setting={setting}
      />
      <ItemBody item={item} setting={narrower(setting, indent)} depth={depth} />
    </Box>
  ));
}

function ItemBody({ item, setting, depth }: { item: ListItem; setting: Setting; depth: number }): ReactNode {
  const body: Tag = { role: 'LBody' };
  return item.children.map((block, index) =>
    block.type === 'list' ? (
      <Box key={index} tag={body} style={{ marginTop: index > 0 ? setting.styles.line * 0.12 : 0 }}>
        <ListBlock list={block} setting={setting} depth={depth + 1} />
      </Box>
    ) : (
      <Box key={index} tag={body} style={{ marginTop: index > 0 ? setting.styles.line * 0.3 : 0 }}>
        <Blocks blocks={[block]} setting={setting} />
      </Box>
    ),
  );
}

function Marker({
  item,
  text,
  width,
  setting,
}: {
  item: ListItem;
  text: string;
  width: number;
  setting: Setting;
}): ReactNode {
  if (item.checked !== undefined) {
    return <TickBox checked={item.checked} field={setting.fields.get(item.children)} setting={setting} />;
  }
  return (
    <Para
      tag={{ role: 'Lbl' }}
      style={{ ...setting.styles.body, position: 'absolute', left: 0, top: 0, width, textAlign: 'left' }}
    >
      {text}
    </Para>
  );
}

/** A small square to tick, hanging in the margin of the line it stands beside. */
export function TickBox({
  checked = false,
  field,
  setting,
}: {
  checked?: boolean;
  field?: Field | undefined;
  setting: Setting;
}): ReactNode {
  const { theme, styles } = setting;
  const side = theme.size.body * 0.68;
  const { ink } = theme.color;
  const place = {
    position: 'absolute',
    left: -ROOM,
    top: (styles.line - side) / 2 - theme.size.body * 0.06 - ROOM,
    width: side + 2 * ROOM,
    height: side + 2 * ROOM,
  } as const;
  return (
    <>
      <Svg
        width={side + 2 * ROOM}
        height={side + 2 * ROOM}
        viewBox={`${-ROOM} ${-ROOM} ${side + 2 * ROOM} ${side + 2 * ROOM}`}
        style={place}
      >
        <Rect x={0.3} y={0.3} width={side - 0.6} height={side - 0.6} fill="none" stroke={ink} strokeWidth={0.6} />
        {checked ? <Path d={tick(side)} fill="none" stroke={ink} strokeWidth={1.1} /> : null}
      </Svg>
      {field ? <Box field={field} tag={{ role: 'Form', within: { role: 'Lbl' } }} style={place} /> : null}
    </>
  );
}

/** A tick inside a square of this side, in points. */
function tick(side: number): string {
  return `M ${side * 0.22} ${side * 0.52} L ${side * 0.44} ${side * 0.76} L ${side * 0.82} ${side * 0.24}`;
}
