import type { Style } from '@react-pdf/stylesheet';
import type { ReactElement } from 'react';
import type { Size } from '../../geometry/frame.js';
import { Box, Para } from '../elements.js';
import { CardHead } from './card.js';
import { type CardSetting, MARGIN, type PrintJob } from './job.js';

/** Shares of the width that the columns take: edition and file, sheets a copy, copies, sheets. */
const COLUMNS = [0.52, 0.18, 0.15, 0.15] as const;

/** Jobs that surely have room on one page, also beneath a long title and with lines that are broken. */
const JOBS_A_PAGE = 4;

/**
 * An order that can be handed over the counter with the files: what, how many, on which paper, how finished.
 *
 * @returns its pages: one, unless there are more editions than have room on it.
 */
export function copyTicket(
  title: string,
  jobs: readonly PrintJob[],
  paper: Size,
  setting: CardSetting,
): ReactElement[] {
  const pages = Math.max(1, Math.ceil(jobs.length / JOBS_A_PAGE));
  const each = Math.ceil(jobs.length / pages);
  const inAll = jobs.reduce((sum, { sheets, copies }) => sum + sheets * copies, 0);
  return Array.from({ length: pages }, (_, page) => {
    const here = jobs.slice(page * each, (page + 1) * each);
    return ticketPage(title, here, page === pages - 1 ? inAll : undefined, paper, setting);
  });
}

/** @param inAll - The sum beneath the last job. */
function ticketPage(
  title: string,
  jobs: readonly PrintJob[],
  inAll: number | undefined,
  paper: Size,
  setting: CardSetting,
): ReactElement {
  const { styles, words, theme } = setting;
  const { order } = words;
  const width = paper.width - 2 * MARGIN;
  const text: Style = { ...styles.small, textAlign: 'left' };
  const ruled: Style = { borderTopWidth: 0.5, borderTopColor: theme.color.rule, borderTopStyle: 'solid' };
  const cells = (values: readonly string[], style: Style) =>
    values.map((value, column) => (
      <Para
        key={column}
        style={{ ...text, ...style, width: width * (COLUMNS[column] ?? 0), textAlign: column === 0 ? 'left' : 'right' }}
      >
        {value}
      </Para>
    ));
  return (
    <Box style={{ position: 'absolute', left: MARGIN, top: MARGIN, width }}>
      <CardHead kind={words.ticket} title={title} setting={setting} />
      <Box style={{ marginTop: 22, marginBottom: 26 }}>
        {[order.name, order.phone, order.ready].map((what) => (
          <Box key={what} style={{ flexDirection: 'row', alignItems: 'flex-end', height: 28 }}>
            <Para style={{ ...text, width: width * 0.2 }}>{what}</Para>
            <Box
              style={{
                width: width * 0.8,
                borderBottomWidth: 0.5,
                borderBottomColor: theme.color.ink,
                borderBottomStyle: 'solid',
              }}
            />
          </Box>
        ))}
      </Box>
      <Box style={{ flexDirection: 'row', paddingBottom: 4 }}>
        {cells([order.edition, order.sheets, order.copies, order.total], { ...styles.label, fontWeight: 600 })}
      </Box>
      {jobs.map((job) => (
        <Box key={job.files.copyshop} style={{ ...ruled, paddingVertical: 7 }}>
          <Box style={{ flexDirection: 'row' }}>
            {cells([job.edition, String(job.sheets), String(job.copies), String(job.sheets * job.copies)], {
              fontWeight: 600,
            })}
          </Box>
          <Para style={{ ...text, marginTop: 3 }}>{`${order.file}: ${job.files.copyshop}`}</Para>
          <Para style={text}>{`${words.paper}: ${order.paper(job.paper, job.grammage)} · ${order.ink}`}</Para>
          <Para
            style={text}
          >{`${order.finish(job.apart ? 'apart' : job.scheme, job.side)}${job.trimmed ? ` · ${words.steps.trim}` : ''}`}</Para>
          <Para style={text}>{`${words.sides}: ${words.flip[job.flip]} · ${order.size}: ${job.page}`}</Para>
        </Box>
      ))}
      {inAll === undefined ? null : (
        <Box style={{ ...ruled, flexDirection: 'row', paddingTop: 7 }}>
          {cells([order.inAll, '', '', String(inAll)], { fontWeight: 700 })}
        </Box>
      )}
    </Box>
  );
}
