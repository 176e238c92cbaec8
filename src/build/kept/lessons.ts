import { createHash } from 'node:crypto';
import { DefaultDeserializer, DefaultSerializer } from 'node:v8';
import type { Position } from 'unist';
import type { Cache } from '../../cache/model.js';
import type { Checked } from '../../diagnostics/diagnostic.js';
import { fromPlain, type PlainDiagnostic, toPlain } from '../../diagnostics/plain.js';
import type { Lesson } from '../../lesson/model.js';
import { expand, squeeze } from '../../memory/squeezed.js';

/** A lesson as its file says, and where that states its duration. */
export interface FileLesson {
  lesson: Lesson;
  duration: Position | undefined;
}

/** All that a lesson is made from beside its pictures, and beside the program. */
export interface LessonFacts {
  /** Path as the author knows it, for messages. */
  file: string;
  /** Text of the file. */
  source: string;
  number: number;
  /** The id that it has where its front matter gives none. */
  id: string;
  variables: Record<string, string>;
}

/** The bytes of pictures by their paths within the booklet's folder; undefined for those that are not there. */
type Pictures = ReadonlyMap<string, Uint8Array | undefined>;

/** Finds pictures by their paths. */
export type ReadPictures = (paths: readonly string[]) => Promise<Pictures>;

/** Makes the lesson with the pictures that it asks for. */
type MakeLesson = (read: ReadPictures) => Promise<Checked<FileLesson>>;

/** What is written down of a lesson. Where its file lies is not: it is the same lesson anywhere. */
interface Entry extends FileLesson {
  /** The pictures that were asked for. */
  paths: string[];
  /** What they were, so that it is seen when one is another. */
  digest: string;
  messages: PlainDiagnostic[];
}

/** Stands for the path of the lesson's file. */
const HERE = '';

/**
 * Lessons in a cache, as they are before overlays change them and scripture is set. A lesson is found by its text and all else that
 * it was made from; then its pictures are read, and it is made anew where any of them is another than before.
 */
export class KeptLessons {
  readonly #cache: Cache;
  readonly #pending: Promise<void>[] = [];

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /** The lesson that was made from these facts before, or else the one that is made now. */
  async recall(facts: LessonFacts, read: ReadPictures, make: MakeLesson): Promise<Checked<FileLesson>> {
    const { file, source, number, id, variables } = facts;
    const key = `lesson ${digestOf(JSON.stringify([source, number, id, Object.entries(variables)]))}`;
    const kept = await this.#cache.get(key);
    const known = kept && (await this.#held(await expand(kept), file, read));
    if (known) return known;
    let paths: readonly string[] = [];
    let pictures: Pictures = new Map();
    const made = await make(async (asked) => {
      paths = asked;
      pictures = await read(asked);
      return pictures;
    });
    const { lesson, duration } = made.value;
    const entry: Entry = {
      paths: [...paths],
      digest: digestOfPictures(pictures),
      lesson: { ...lesson, file: HERE },
      duration,
      messages: made.messages.map((message) => ({ ...toPlain(message), file: HERE })),
    };
    const bytes = written(entry, pictures);
    // Squeezed beside what comes next.
    const put = squeeze(bytes).then((less) => this.#cache.put(key, less));
    this.#pending.push(put);
    return made;
  }

  /** Answers once all that was made is kept. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending.splice(0));
  }

  async #held(bytes: Uint8Array, file: string, read: ReadPictures): Promise<Checked<FileLesson> | undefined> {
    const deserializer = new LessonDeserializer(bytes);
    deserializer.readHeader();
    const { paths, digest } = deserializer.readValue() as Pick<Entry, 'paths' | 'digest'>;
    const pictures = await read(paths);
    if (digestOfPictures(pictures) !== digest) return undefined;
    deserializer.pictures = [...pictures.values()];
    const { lesson, duration, messages } = deserializer.readValue() as Omit<Entry, 'paths' | 'digest'>;
    return {
      value: { lesson: { ...lesson, file }, duration },
      messages: messages.map((message) => fromPlain({ ...message, file })),
    };
  }
}

function written({ paths, digest, ...rest }: Entry, pictures: Pictures): Uint8Array {
  const serializer = new LessonSerializer([...pictures.values()]);
  serializer.writeHeader();
  serializer.writeValue({ paths, digest });
  serializer.writeValue(rest);
  return serializer.releaseBuffer();
}

/** Writes a picture as its place among the files that were read for it, so that its bytes are not kept once more. */
class LessonSerializer extends DefaultSerializer {
  readonly #pictures: readonly (Uint8Array | undefined)[];

  constructor(pictures: readonly (Uint8Array | undefined)[]) {
    super();
    this.#pictures = pictures;
  }

  /** @throws Where bytes are in a lesson that are those of no file; there are none. */
  _writeHostObject(bytes: Uint8Array): void {
    const index = this.#pictures.indexOf(bytes);
    if (index < 0) throw new Error('a lesson has bytes that were not read for it');
    this.writeUint32(index);
  }
}

class LessonDeserializer extends DefaultDeserializer {
  pictures: readonly (Uint8Array | undefined)[] = [];

  _readHostObject(): Uint8Array | undefined {
    return this.pictures[this.readUint32()];
  }
}

function digestOfPictures(pictures: Pictures): string {
  return digestOf(JSON.stringify([...pictures].map(([path, bytes]) => [path, bytes ? digestOf(bytes) : null])));
}

function digestOf(data: string | Uint8Array): string {
  return createHash('sha256').update(data).digest('base64url');
}
