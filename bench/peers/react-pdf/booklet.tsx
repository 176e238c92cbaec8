import { Document, Font, Page, Text, View } from '@react-pdf/renderer';
import type { ReactNode } from 'react';
import { DESIGN, FONTS } from '../design.js';
import type { Block, Book, Inline, Lesson } from '../reading/model.js';
import { styles } from './styles.js';

for (const { family, weight, italic, file } of FONTS) {
  Font.register({ family, src: file, fontWeight: weight, fontStyle: italic ? 'italic' : 'normal' });
}

/** A booklet in one edition: a title page, contents with page numbers, and each lesson in a page of its own that grows. */
export function Booklet({ book }: { book: Book }) {
  // Filled as lessons are laid out; the contents, which stand before them, read it in the second round.
  const pages = new Map<string, number>();
  return (
    <Document title={book.title} language="en">
      <Page size={[DESIGN.width, DESIGN.height]} style={styles.page}>
        <Text style={styles.cover}>{book.title}</Text>
        <Text style={styles.subtitle}>{book.subtitle}</Text>
        <Text style={styles.subtitle}>{book.edition}</Text>
      </Page>
      <Page size={[DESIGN.width, DESIGN.height]} style={styles.page}>
        <Text style={styles.h2}>Contents</Text>
        {book.lessons.map(({ id, number, title }) => (
          <View key={id} style={styles.entry}>
            <Text>{`${number}  ${title}`}</Text>
            <Text render={({ totalPages }) => (totalPages ? String(pages.get(id) ?? '') : '')} />
          </View>
        ))}
      </Page>
      {book.lessons.map((lesson) => (
        <LessonPages key={lesson.id} book={book} lesson={lesson} pages={pages} />
      ))}
    </Document>
  );
}

function LessonPages({ book, lesson, pages }: { book: Book; lesson: Lesson; pages: Map<string, number> }) {
  return (
    <Page size={[DESIGN.width, DESIGN.height]} style={styles.page}>
      <Text fixed style={styles.head} render={({ pageNumber }) => (pageNumber % 2 === 0 ? book.title : lesson.title)} />
      <Text
        style={styles.number}
        render={({ pageNumber }) => {
          pages.set(lesson.id, pageNumber);
          return `Lesson ${lesson.number}`;
        }}
      />
      <Text style={styles.title}>{lesson.title}</Text>
      <Text style={styles.subtitle}>{lesson.subtitle}</Text>
      <Text style={styles.passages}>{lesson.passages.join(' · ')}</Text>
      <Text style={styles.aim}>{lesson.aim}</Text>
      <Blocks blocks={lesson.blocks} />
      <View style={styles.notes}>
        {lesson.notes.map((note, index) => (
          <Text key={index} style={styles.note}>
            {`${index + 1}  `}
            <Inlines content={note} />
          </Text>
        ))}
      </View>
      <Text fixed style={styles.folio} render={({ pageNumber }) => String(pageNumber)} />
    </Page>
  );
}

function Blocks({ blocks }: { blocks: Block[] }) {
  return blocks.map((block, index) => <BlockOf key={index} block={block} />);
}

function BlockOf({ block }: { block: Block }) {
  switch (block.kind) {
    case 'heading':
      return (
        <Text style={block.level === 2 ? styles.h2 : styles.h3} minPresenceAhead={40}>
          <Inlines content={block.content} />
        </Text>
      );
    case 'paragraph':
      return (
        <Text style={styles.paragraph}>
          <Inlines content={block.content} />
        </Text>
      );
    case 'list':
      return block.items.map((item, index) => (
        <Item key={index} marker={block.ordered ? `${index + 1}.` : '•'}>
          <Blocks blocks={item} />
        </Item>
      ));
    case 'table':
      return block.rows.map((row, index) => (
        <View key={index} style={styles.row} wrap={false}>
          {row.map((cell, column) => (
            <Text key={column} style={index === 0 ? styles.headCell : styles.cell}>
              <Inlines content={cell} />
            </Text>
          ))}
        </View>
      ));
    case 'quote':
      return (
        <View style={styles.quote}>
          <Blocks blocks={block.blocks} />
        </View>
      );
    case 'box':
      return (
        <View style={styles.box}>
          {block.title ? <Text style={styles.boxTitle}>{block.title}</Text> : null}
          <Blocks blocks={block.blocks} />
        </View>
      );
    case 'question':
      return (
        <Item marker={`${block.number}.`}>
          <Text style={styles.paragraph}>
            <Inlines content={block.content} />
          </Text>
          <Blocks blocks={block.more} />
        </Item>
      );
    case 'verse':
      return (
        <View style={styles.stanza}>
          {block.lines.map((line, index) => (
            <Text key={index} style={styles.verseLine}>
              <Inlines content={line} />
            </Text>
          ))}
        </View>
      );
    case 'writing':
      return Array.from({ length: block.count }, (_, index) => <View key={index} style={styles.line} />);
  }
}

function Item({ marker, children }: { marker: string; children: ReactNode }) {
  return (
    <View style={styles.item}>
      <Text style={styles.marker}>{marker}</Text>
      <View style={styles.rest}>{children}</View>
    </View>
  );
}

function Inlines({ content }: { content: Inline[] }) {
  return content.map((part, index) => {
    switch (part.kind) {
      case 'text':
        return part.text;
      case 'emphasis':
      case 'strong':
        return (
          <Text key={index} style={part.kind === 'strong' ? styles.strong : styles.emphasis}>
            <Inlines content={part.content} />
          </Text>
        );
      case 'blank':
        return (
          <Text key={index} style={styles.strong}>
            {part.shown ? part.answer : '____________'}
          </Text>
        );
      case 'verse-number':
        return (
          <Text key={index} style={styles.raised}>
            {part.text}
          </Text>
        );
      default:
        return (
          <Text key={index} style={styles.raised}>
            {String(part.number)}
          </Text>
        );
    }
  });
}
