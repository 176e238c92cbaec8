import type { EditionDefinition } from '../booklet/model.js';
import { wordsOf } from '../booklet/words.js';
import type { Phase } from '../build-types.js';
import type { Checked } from '../diagnostics/diagnostic.js';
import { bookletOutline } from '../document/book.js';
import { editionLabel } from '../document/edition-label.js';
import type { Setting } from '../document/setting.js';
import type { Size } from '../geometry/frame.js';
import { formsFor, type PageForm } from '../geometry/targets.js';
import { dateWords, labelWords } from '../labels/words.js';
import { bindPages } from '../layout/book.js';
import { type Withheld, withheldWords } from '../leaks/withheld.js';
import { documentDate } from '../pdf/document-date.js';
import { type PaintOptions, paint } from '../pdf/paint.js';
import type { PaintTarget } from '../pdf/target.js';
import type { World } from '../world/model.js';
import { layOutFurniture } from './furniture.js';
import { knownPages } from './known-pages.js';
import { type EditionsRequest, type LaidEdition, layOutEditions } from './lay-out.js';
import { type Anchors, anchorsOf } from './manifest/anchors.js';
import { BuildMemory } from './memory.js';
import type { Prepared, Tell } from './prepare.js';
import { beginFieldFont, screenConformance } from './screen.js';

/** A finished edition in one of its forms: its pages one by one, and what must not be found in them. */
export interface Finished extends Checked<{ edition: EditionDefinition; pages: number; bytes: Uint8Array }> {
  form: PageForm;
  trim: Size;
  /** Where everything that can be named came to stand. */
  anchors: Anchors;
  setting: Setting;
  /** How readers cite each page; empty for the cover. */
  pageLabels: string[];
  /** Paints the same pages for print. */
  paint(target: PaintTarget): Promise<Uint8Array>;
  /** From the edition's first layout to its last page painted. */
  milliseconds: number;
  withheld: Withheld;
}

/**
 * Edition, document, layout and pdf for every edition that is asked for, in every form that its targets take. What participants
 * get comes first, so that it can be looked through while others are made.
 */
export async function* makeEditions(
  world: World,
  prepared: Prepared,
  request: EditionsRequest,
  tell: Tell,
  memory: BuildMemory = new BuildMemory(),
): AsyncGenerator<Finished> {
  const { booklet, labels, scripture } = prepared;
  const forms = formsFor(booklet.targets);
  for (const { theme } of prepared.looks.values()) beginFieldFont(world, theme);
  for await (const { edition, form, laid, milliseconds } of layOutEditions(world, prepared, request, tell, {
    forms,
    memory,
    atOnce: true,
  })) {
    const at = (phase: Phase) => tell({ booklet: booklet.id, edition: edition.name, phase });
    const start = world.now();
    const bytes = await paintEdition(world, prepared, laid, memory, undefined, at);
    const spent = milliseconds + world.now() - start;
    at('read-back');
    yield {
      value: { edition, pages: laid.assembly.pages.length, bytes },
      form,
      trim: laid.frame.trim,
      anchors: anchorsOf(laid.content, laid.assembly),
      setting: laid.setting,
      pageLabels: laid.assembly.pages.map(({ label }) => label),
      paint: (target) => paintEdition(world, prepared, laid, memory, target),
      milliseconds: spent,
      withheld: withheldWords({
        lessons: prepared.lessons,
        chapters: [...prepared.front, ...prepared.back].filter((part) => part.kind === 'chapter'),
        edition,
        ...(booklet.bible ? { bible: booklet.bible } : {}),
        publicTexts: [
          ...wordsOf(booklet),
          ...labelWords(labels),
          ...dateWords(booklet.language),
          ...[...scripture.translations.values()].flatMap(({ name, notice }) => [name, notice]),
        ],
      }),
      messages: laid.messages,
    };
  }
}

/** Paints the pages of an edition, with all that a PDF says of itself; `tell` hears of its two phases. */
export async function paintEdition(
  world: World,
  { booklet, labels }: Prepared,
  { content, assembly, frame, setting }: LaidEdition,
  memory: BuildMemory,
  target?: PaintTarget,
  tell: (phase: Phase) => void = () => {},
): Promise<Uint8Array> {
  tell('furniture');
  const furniture = await layOutFurniture(assembly, frame, setting, memory);
  tell('paint');
  const pages = bindPages(assembly, furniture, frame);
  const options: PaintOptions = {
    metadata: {
      title: booklet.title,
      authors: booklet.authors,
      subject: [booklet.subtitle, editionLabel(content.edition, labels)].filter(Boolean).join(' · '),
      language: booklet.language,
      direction: booklet.direction,
      date: documentDate(booklet.date, world.env('SOURCE_DATE_EPOCH')),
      creator: 'Gathering',
    },
    outline: bookletOutline(content, setting),
    cover: labels.cover,
    ...(frame.alone ? { alone: true } : {}),
  };
  if (target) return paint(pages, { ...options, target });
  const screen = await screenConformance(world, setting);
  const name = [booklet.id, content.edition.name, screen.fields ? 'fields' : ''];
  const known = await knownPages({ name, assembly, pages, frame, setting }, memory);
  const bytes = await paint(pages, { ...options, screen, ...(known ? { known } : {}) });
  known?.close();
  return bytes;
}
