import type { ReactNode } from 'react';
import type { Booklet } from '../booklet/model.js';
import type { EditionContent } from '../edition/model.js';
import { longDate, shortDate } from '../labels/dates.js';
import type { ImageSource, TranslationUse } from '../lesson/model.js';
import { editionLabel } from './edition-label.js';
import { Box, Para, Span } from './elements.js';
import { FRONT_ANCHORS } from './flow.js';
import { Logo } from './logo.js';
import { isNarrow, type Setting } from './setting.js';
import type { Tag } from './tag.js';

/** What the imprint page states. */
export interface ImprintFacts {
  booklet: Booklet;
  edition: EditionContent['edition'];
  /** The church's mark. */
  logo?: ImageSource | undefined;
  uses: readonly TranslationUse[];
}

/** The imprint page: what this is, whose, which edition and version, and the notices it must carry; at the page's foot. */
export function Imprint({ booklet, edition, logo, uses, setting }: ImprintFacts & { setting: Setting }): ReactNode {
  const { styles, labels } = setting;
  const text = { ...styles.small, textAlign: 'left' } as const;
  const facts = [
    editionLabel(edition, labels),
    booklet.version ? `${labels.version} ${booklet.version}` : undefined,
    booklet.date ? longDate(booklet.date, booklet.language) : undefined,
  ].filter((fact) => fact !== undefined);
  const church = booklet.variables.church;
  return (
    <Box style={{ minHeight: setting.text.height - 1, justifyContent: 'flex-end' }}>
      {logo ? <Logo image={logo} height={LOGO_HEIGHT * setting.scale} style={{ marginBottom: 10 }} /> : null}
      <Para style={{ ...styles.heading[3], marginBottom: 1 }}>{booklet.title}</Para>
      {booklet.subtitle ? <Para style={{ ...text, fontStyle: styles.subtitle }}>{booklet.subtitle}</Para> : null}
      {booklet.authors.length > 0 ? <Para style={{ ...text, marginTop: 6 }}>{booklet.authors.join(', ')}</Para> : null}
      {church ? <Para style={text}>{church}</Para> : null}
      {facts.length > 0 ? <Para style={{ ...text, marginTop: 6 }}>{facts.join('\u00a0· ')}</Para> : null}
      {booklet.notice ? <Para style={{ ...text, marginTop: 10 }}>{booklet.notice}</Para> : null}
      {uses.map((use) => (
        <Para key={use.translation.id} style={{ ...text, marginTop: 10 }}>
          {`${labels.quoted(use.verses, use.translation.name)} ${use.notice}`}
        </Para>
      ))}
      <Para style={{ ...text, color: setting.theme.color.muted, marginTop: 10 }}>{labels.madeWith}</Para>
    </Box>
  );
}

/** Height of the church's mark on the imprint page, in points at the theme's own size. */
const LOGO_HEIGHT = 30;

/** A line of the contents: a lesson and the folio of its opener. */
export interface ContentsLine {
  number: number;
  title: string;
  subtitle?: string | undefined;
  anchor: string;
  page: string;
  /** Where participants find it, in editions that cite theirs. */
  participantPage?: string | undefined;
  /** When the group meets for it (ISO 8601). */
  date?: string | undefined;
}

interface ContentsProps {
  lines: readonly ContentsLine[];
  language: string;
  setting: Setting;
}

/** Widths in points at the theme's own size: of a lesson's number, of a column of folios, and of two beside each other. */
const NUMBER_WIDTH = 20;
const PAGE_WIDTH = 30;
const PAIR_WIDTH = 58;

/**
 * The contents page. Page numbers stand in columns of their own, so no other line moves when they change. Leaders have
 * two: their own and the participants', which on a narrow page stands beneath the title.
 */
export function Contents({ lines, language, setting }: ContentsProps): ReactNode {
  const { styles, labels, theme, scale } = setting;
  const pair = !isNarrow(setting) && lines.some((line) => line.participantPage !== undefined);
  const width = (pair ? PAIR_WIDTH : PAGE_WIDTH) * scale;
  const head = { ...styles.label, textAlign: 'right', width } as const;
  const whole: Tag = { role: 'TOC' };
  return (
    <Box>
      <Para
        id={FRONT_ANCHORS.contents}
        keepWithNext
        tag={{ role: 'H', level: 1 }}
        style={{
          ...styles.lessonTitle,
          paddingTop: theme.opener.sink * 0.6,
          marginBottom: styles.line * (isNarrow(setting) ? 0.9 : 1.6),
        }}
      >
        {labels.contents}
      </Para>
      {pair ? (
        <Box keepWithNext style={{ flexDirection: 'row', justifyContent: 'flex-end', marginBottom: styles.line * 0.5 }}>
          <Para style={head}>{labels.leaderColumn}</Para>
          <Para style={head}>{labels.participantColumn}</Para>
        </Box>
      ) : null}
      {lines.map((line) => (
        <ContentsRow
          key={line.anchor}
          line={line}
          width={width}
          pair={pair}
          language={language}
          whole={whole}
          setting={setting}
        />
      ))}
    </Box>
  );
}

interface RowProps {
  line: ContentsLine;
  /** Of a column of folios, in points. */
  width: number;
  pair: boolean;
  language: string;
  /** The contents that it is a line of. */
  whole: Tag;
  setting: Setting;
}

function ContentsRow({ line, width, pair, language, whole, setting }: RowProps): ReactNode {
  const { styles, labels, theme, scale } = setting;
  const href = `#${line.anchor}`;
  const title = { ...styles.body, textAlign: 'left', fontSize: theme.size.body * 1.1 } as const;
  const folio = { ...title, textAlign: 'right', width } as const;
  const number = NUMBER_WIDTH * scale;
  const narrow = isNarrow(setting);
  return (
    <Box
      keep
      tag={{ role: 'TOCI', within: whole }}
      style={{ flexDirection: 'row', marginBottom: styles.line * (narrow ? 0.3 : 0.75) }}
    >
      <Box style={{ width: number }}>
        <Para
          tag={{ role: 'Lbl' }}
          style={{ ...styles.questionNumber, fontSize: theme.size.body * 1.1, lineHeight: theme.leading }}
        >
          {line.number > 0 ? String(line.number) : ''}
        </Para>
      </Box>
      <Box style={{ width: setting.measure - number - width * (pair ? 2 : 1) }}>
        <Para style={title}>
          <Span href={href} tag={{ role: 'Reference' }}>
            {line.title}
          </Span>
        </Para>
        {line.subtitle || line.date ? (
          <Para style={{ ...styles.small, textAlign: 'left', fontStyle: styles.subtitle, color: theme.color.muted }}>
            {line.date ? (
              <Span style={{ ...styles.label, fontStyle: 'normal' }}>
                {`${shortDate(line.date, language)}${line.subtitle ? '\u2003' : ''}`}
              </Span>
            ) : null}
            {line.subtitle ?? ''}
          </Para>
        ) : null}
        {narrow && line.participantPage ? (
          <Para style={styles.label}>{labels.participantPage(line.participantPage)}</Para>
        ) : null}
      </Box>
      <Para style={folio}>
        <Span href={href} tag={{ role: 'Reference', title: setting.labels.pageLink(line.title, line.page) }}>
          {line.page}
        </Span>
      </Para>
      {pair && line.participantPage !== undefined ? (
        <Para tag={{ role: 'P', actualText: setting.labels.participantPage(line.participantPage) }} style={folio}>
          {line.participantPage}
        </Para>
      ) : null}
    </Box>
  );
}
