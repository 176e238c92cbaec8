import type { ReactNode } from 'react';
import type { Booklet } from '../booklet/model.js';
import type { EditionContent } from '../edition/model.js';
import type { TranslationUse } from '../lesson/model.js';
import { Box, Para, Span } from './elements.js';
import { FRONT_ANCHORS } from './flow.js';
import type { Setting } from './setting.js';

/** What the imprint page states. */
export interface ImprintFacts {
  booklet: Booklet;
  edition: EditionContent['edition'];
  uses: readonly TranslationUse[];
}

/** The imprint page: what this is, whose, which edition and version, and the notices it must carry; at the page's foot. */
export function Imprint({ booklet, edition, uses, setting }: ImprintFacts & { setting: Setting }): ReactNode {
  const { styles, labels } = setting;
  const text = { ...styles.small, textAlign: 'left' } as const;
  const facts = [
    edition.label,
    booklet.version ? `${labels.version} ${booklet.version}` : undefined,
    booklet.date ? longDate(booklet.date, booklet.language) : undefined,
  ].filter((fact) => fact !== undefined);
  const church = booklet.variables.church;
  return (
    <Box style={{ minHeight: setting.text.height - 1, justifyContent: 'flex-end' }}>
      <Para style={{ ...styles.heading[3], marginBottom: 1 }}>{booklet.title}</Para>
      {booklet.subtitle ? <Para style={{ ...text, fontStyle: 'italic' }}>{booklet.subtitle}</Para> : null}
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

/** A line of the contents: a lesson and the folio of its opener. */
export interface ContentsLine {
  number: number;
  title: string;
  subtitle?: string | undefined;
  anchor: string;
  page: string;
}

/** The contents page. Page numbers stand in a column of their own, so no other line moves when they change. */
export function Contents({ lines, setting }: { lines: readonly ContentsLine[]; setting: Setting }): ReactNode {
  const { styles, labels, theme } = setting;
  return (
    <Box>
      <Para
        id={FRONT_ANCHORS.contents}
        keepWithNext
        style={{ ...styles.lessonTitle, paddingTop: theme.opener.sink * 0.6, marginBottom: styles.line * 1.6 }}
      >
        {labels.contents}
      </Para>
      {lines.map((line) => (
        <ContentsRow key={line.anchor} line={line} setting={setting} />
      ))}
    </Box>
  );
}

function ContentsRow({ line, setting }: { line: ContentsLine; setting: Setting }): ReactNode {
  const { styles, theme } = setting;
  const href = `#${line.anchor}`;
  const title = { ...styles.body, textAlign: 'left', fontSize: theme.size.body * 1.1 } as const;
  return (
    <Box keep style={{ flexDirection: 'row', marginBottom: styles.line * 0.75 }}>
      <Box style={{ width: 20 }}>
        <Para style={{ ...styles.questionNumber, fontSize: theme.size.body * 1.1, lineHeight: theme.leading }}>
          {line.number > 0 ? String(line.number) : ''}
        </Para>
      </Box>
      <Box style={{ width: setting.measure - 20 - 30 }}>
        <Para style={title}>
          <Span href={href}>{line.title}</Span>
        </Para>
        {line.subtitle ? (
          <Para style={{ ...styles.small, textAlign: 'left', fontStyle: 'italic', color: theme.color.muted }}>
            {line.subtitle}
          </Para>
        ) : null}
      </Box>
      <Box style={{ width: 30 }}>
        <Para style={{ ...title, textAlign: 'right' }}>
          <Span href={href}>{line.page}</Span>
        </Para>
      </Box>
    </Box>
  );
}

function longDate(iso: string, language: string): string {
  const date = new Date(`${iso}T00:00:00Z`);
  if (Number.isNaN(date.getTime())) return iso;
  return new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: 'UTC' }).format(date);
}
