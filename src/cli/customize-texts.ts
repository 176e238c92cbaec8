import type { BookletSurvey } from '../build.js';
import { visible } from '../diagnostics/visible.js';

/** A block that is to be replaced: its source, and that of the notes it points to. */
export type Override = Pick<BookletSurvey['blocks'][number], 'id' | 'text' | 'notes' | 'hash'>;

/**
 * The booklet.yaml of a new overlay: what a church usually makes its own, with the booklet's own values.
 *
 * @param way - Path from the overlay's folder to the booklet's.
 */
export function overlayYaml(way: string, { title, variables, lessons }: BookletSurvey): string {
  const names = Object.entries(variables);
  const values = names.map(([name, value]) => `  ${name}: ${JSON.stringify(value)}`);
  return `# This booklet is “${visible(title)}” with what you say here. Lines that begin with
# a # are not read: take the # away to use them.
extends: ${quoted(way)}

# The words that are put in for {{name}}. “church” and “meets” stand on the cover.
${names.length > 0 ? ['variables:', ...values].join('\n') : '# variables:\n#   church: Our Church'}

# Your church's mark for the cover: an SVG, PNG or JPEG file in this folder.
# logo: logo.svg

# A title of your own.
# title: ${JSON.stringify(title)}

# When you meet: a date for each lesson.
# schedule:
${lessons.map((_, week) => `#   - ${weekly(week)}`).join('\n')}

# Only some of the lessons, in another order, or with your own among them: a
# Markdown file in this folder, listed by its name.
# lessons:
${lessons.map(({ name }) => `#   - ${quoted(name)}`).join('\n')}

# How it is made.
# translation: KJV
# theme: plain
# paper: a4
# editions: [leader, participant, large-print]
`;
}

/** The changes.md of a new overlay: how changes are written, with ids that there are. */
export function emptyChanges({ title, blocks, upstream }: BookletSurvey, folder: string): string {
  const ids = (upstream.length > 0 ? upstream : blocks).map(({ id, kind }) => ({ id, kind }));
  const question = ids.find(({ kind }) => kind === 'question')?.id ?? ids[0]?.id ?? 'lesson.q1';
  const other = ids.find(({ kind, id }) => kind !== 'heading' && id !== question)?.id ?? question;
  return `# What we change

Here stands what is different from “${visible(title)}”.

The lessons themselves are not copied: when they are improved, so is this booklet. What you write
between the changes, like these lines, is for you alone and is never printed.

To put a block of your own in the place of another, to leave one out, and to add something, write at
the margin:

    ::::override{#${question}}
    :::question
    What stands here takes its place.
    :::
    ::::

    ::omit{#${other}}

    ::::add{after=#${question}}
    :::aside[From our church]
    What stands here is added.
    :::
    ::::

Each block has an id. This command lists them all, and the next one writes a block into this file,
so that you can change it:

    gathering customize ${visible(folder)}
    gathering customize ${visible(folder)} --change ${question}
`;
}

/**
 * A block as an override of itself, ready to be added to a changes.md; with it the notes that it points to.
 *
 * @param before - The text that it is added to.
 */
export function asOverride({ id, text, notes, hash }: Override, before: string): string {
  const newline = /\r\n/.test(before) ? '\r\n' : '\n';
  let block = dedented(text);
  let written = before;
  const copies: string[] = [];
  for (const note of notes) {
    const label = /^\s*\[\^([^\]\s]+)\]:/.exec(note)?.[1];
    if (label === undefined) continue;
    let free = label;
    for (let n = 2; written.includes(`[^${free}]:`); n++) free = `${label}-${n}`;
    const rename = (part: string) => part.replaceAll(`[^${label}]`, `[^${free}]`);
    block = rename(block);
    copies.push(rename(dedented(note)));
    written += copies.at(-1);
  }
  // A container needs more colons than any that stands in it.
  const longest = Math.max(2, ...[...block.matchAll(/^[\s>]*(:{3,})/gm)].map((match) => match[1]?.length ?? 0));
  const colons = ':'.repeat(longest + 1);
  const parts = [`${colons}override{#${id} was=${hash}}\n${block}\n${colons}`, ...copies];
  const gap = before === '' || /\n\s*\n$/.test(before) ? '' : before.endsWith('\n') ? '\n' : '\n\n';
  return `${before === '' ? '\n' : gap}${parts.join('\n\n')}\n`.replaceAll('\n', newline);
}

/** A text without the white space that all of its lines begin with. */
function dedented(text: string): string {
  const lines = text.split('\n');
  const indents = lines.filter((line) => line.trim() !== '').map((line) => /^[ \t]*/.exec(line)?.[0].length ?? 0);
  // The lines of a note that follow its first are indented.
  const least = Math.min(...indents, 100);
  return lines.map((line) => line.slice(least)).join('\n');
}

/** A date as an example, a week after the one before. */
function weekly(week: number): string {
  return new Date(Date.UTC(2027, 0, 7 + 7 * week)).toISOString().slice(0, 10);
}

/** A word of YAML: in quotation marks where it could be read as something else. */
function quoted(word: string): string {
  const plain = /^(?:\.\.(?:\/|$))*(?:[A-Za-z0-9][\w-]*(?:\/|$))*$/.test(word) && word !== '';
  return plain && !/^[\d.]+$|^(?:true|false|null|yes|no)$/i.test(word.replace(/^\.\.$/, ''))
    ? word
    : JSON.stringify(word);
}
