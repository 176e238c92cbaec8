import type { Style } from '@react-pdf/stylesheet';
import type { ReactNode } from 'react';
import type { EditionLesson } from '../edition/model.js';
import type { Hymn } from '../lesson/model.js';
import { allBlocks, inlineText } from '../lesson/walk.js';
import { PartTitle } from './chapter.js';
import { Box, Para, Span } from './elements.js';
import type { FolioLookup } from './flow.js';
import type { Setting } from './setting.js';
import type { Tag } from './tag.js';

/** What an index of passages lists: books of the Bible, passages in them, and where each is. */
export interface PassageIndexEntry {
  name: string;
  passages: { numbers: string; anchors: string[]; citations: string[] }[];
}

interface PassageIndexProps {
  id: string;
  books: readonly PassageIndexEntry[];
  folios: FolioLookup;
  setting: Setting;
}

/** The index of passages: a paragraph for each book of the Bible, pages in brackets after each passage. */
export function PassageIndex({ id, books, folios, setting }: PassageIndexProps): ReactNode {
  const { styles, labels } = setting;
  const hang = HANG * setting.scale;
  const text = { ...styles.small, textAlign: 'left', marginLeft: hang, textIndent: -hang } as const;
  return (
    <>
      <PartTitle title={labels.indexOfPassages} id={id} setting={setting} />
      <Para style={{ ...styles.caption, marginBottom: styles.line * 0.5 }}>{labels.pagesInBrackets}</Para>
      {books.map((book) => {
        const listed = book.passages.map((passage) => pagesOf(passage, folios)).filter(({ pages }) => pages.length > 0);
        if (listed.length === 0) return null;
        const entries = listed.map((entry, index) =>
          passageEntry(entry, index < listed.length - 1 ? ';' : '', { textIndent: -hang }),
        );
        return (
          <Para key={book.name} style={{ ...text, marginBottom: 2 }}>
            <Span style={{ fontWeight: 600, textIndent: -hang }}>{`${book.name.replaceAll(' ', '\u00a0')} `}</Span>
            {entries.flatMap((words, index) => (index > 0 ? [' ', ...words] : words))}
          </Para>
        );
      })}
    </>
  );
}

/** Hanging indent of an index's paragraphs, in points at the theme's own size. */
const HANG = 12;

/** A passage with the pages that it is on, and for those on which it is printed, where. */
interface Listed {
  numbers: string;
  pages: { folio: string; anchor: string | undefined }[];
}

function pagesOf({ numbers, anchors, citations }: PassageIndexEntry['passages'][number], folios: FolioLookup): Listed {
  const printed = new Map(anchors.toReversed().flatMap((anchor) => folios([{ anchor }]).map((on) => [on, anchor])));
  const all = folios([...anchors.map((anchor) => ({ anchor })), ...citations.map((citation) => ({ citation }))]);
  return { numbers, pages: all.map((folio) => ({ folio, anchor: printed.get(folio) })) };
}

/**
 * An entry word by word, where the passage is printed a link. What stands close together is one run, so that a line ends
 * nowhere else than without links.
 */
function passageEntry({ numbers, pages }: Listed, end: string, style: Style): ReactNode[] {
  return pages.flatMap(({ folio, anchor }, index) => {
    const before = index > 0 ? '' : `${numbers}${numbers ? '\u00a0' : ''}(`;
    const word = `${before}${folio}${index < pages.length - 1 ? ',' : `)${end}`}`;
    const linked =
      anchor === undefined ? (
        word
      ) : (
        <Span key={`${numbers} ${folio}`} style={style} href={`#${anchor}`}>
          {word}
        </Span>
      );
    return index > 0 ? [' ', linked] : [linked];
  });
}

interface HymnIndexProps {
  id: string;
  lessons: readonly EditionLesson[];
  folios: FolioLookup;
  setting: Setting;
}

interface HymnEntry {
  hymn: Hymn;
  anchor: string;
}

/** The index of hymns, under their first lines and under their tunes with the meter. */
export function HymnIndex({ id, lessons, folios, setting }: HymnIndexProps): ReactNode {
  const { labels } = setting;
  const hymns = hymnsIn(lessons);
  const tunes = hymns.filter(({ hymn }) => hymn.tune || hymn.meter);
  const page = ({ anchor }: HymnEntry) => folios([{ anchor }]).join(', ');
  const rows = (entries: readonly HymnEntry[], name: (hymn: Hymn) => string) =>
    entries
      .map((entry) => ({
        name: name(entry.hymn),
        title: inlineText(entry.hymn.title),
        page: page(entry),
        anchor: entry.anchor,
      }))
      .sort((a, b) => (a.name < b.name ? -1 : 1));
  return (
    <>
      <PartTitle title={labels.indexOfHymns} id={id} setting={setting} />
      <Rows heading={labels.firstLines} rows={rows(hymns, firstLine)} setting={setting} />
      <Rows heading={labels.tunes} rows={rows(tunes, tuneAndMeter)} setting={setting} />
    </>
  );
}

function hymnsIn(lessons: readonly EditionLesson[]): HymnEntry[] {
  return lessons.flatMap((lesson) =>
    [...allBlocks(lesson)].flatMap((block) =>
      block.type === 'hymn' ? [{ hymn: block, anchor: `${lesson.id}.${block.id}` }] : [],
    ),
  );
}

/** Whether there is anything for an index of hymns to list. */
export function hasHymns(lessons: readonly EditionLesson[]): boolean {
  return hymnsIn(lessons).length > 0;
}

function firstLine({ stanzas }: Hymn): string {
  const line = stanzas.find((stanza) => stanza.kind === 'stanza')?.lines[0] ?? [];
  return inlineText(line).replace(/[,;:.!]$/, '');
}

const tuneAndMeter = ({ tune, meter }: Hymn): string => [tune, meter].filter(Boolean).join(', ');

interface RowsProps {
  heading: string;
  rows: { name: string; title: string; page: string; anchor: string }[];
  setting: Setting;
}

/** Many hymns are called by their first line. */
function sameWords(a: string, b: string): boolean {
  const plain = (text: string) =>
    text
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim();
  return plain(a) === plain(b);
}

const PAGE_WIDTH = 36;

function Rows({ heading, rows, setting }: RowsProps): ReactNode {
  const { styles } = setting;
  if (rows.length === 0) return null;
  const list: Tag = { role: 'L', numbering: 'None' };
  return (
    <Box style={{ marginBottom: styles.line }}>
      <Para
        keepWithNext
        tag={{ role: 'H', level: 2 }}
        style={{ ...styles.heading[3], marginBottom: styles.line * 0.3 }}
      >
        {heading}
      </Para>
      {rows.map((row) => {
        const body: Tag = { role: 'LBody', within: { role: 'LI', within: list } };
        return (
          <Box key={`${row.name} ${row.title}`} keep style={{ flexDirection: 'row', marginBottom: 3 }}>
            <Box tag={body} style={{ width: setting.measure - PAGE_WIDTH * setting.scale }}>
              <Para style={{ ...styles.body, textAlign: 'left' }}>
                {`${row.name} `}
                {sameWords(row.name, row.title) ? null : <Span style={styles.emphasis}>{row.title}</Span>}
              </Para>
            </Box>
            <Para
              tag={{ role: 'P', within: body }}
              style={{ ...styles.body, textAlign: 'right', width: PAGE_WIDTH * setting.scale }}
            >
              <Span href={`#${row.anchor}`}>{row.page}</Span>
            </Para>
          </Box>
        );
      })}
    </Box>
  );
}
