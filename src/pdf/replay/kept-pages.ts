import { deserialize, serialize } from 'node:v8';
import type { Cache } from '../../cache/model.js';
import { expand, squeeze } from '../../memory/squeezed.js';
import type { FontUse, PageRecord } from './page-record.js';

/** A page, in words that mean the same in every process. */
export interface KeptName {
  /** The content that it is a page of. */
  content: string;
  /** Which page of it, and all that stands around it. */
  page: string;
}

/** Pages of one file, as it was made by other processes. */
export interface KeptFile {
  of(name: KeptName): PageRecord | undefined;
  set(name: KeptName, record: PageRecord): void;
  /** To be called when the file is made: what was painted is kept. */
  close(): void;
}

/** A record as it is written down, with fonts as their places among the faces of the theme. */
type Written = Omit<PageRecord, 'fonts'> & { fonts: (Omit<FontUse, 'source'> & { face: number })[] };

/** Painted pages in a cache, those of one file and one content together. */
export class KeptPages {
  readonly #cache: Cache;
  readonly #pending: Promise<void>[] = [];

  constructor(cache: Cache) {
    this.#cache = cache;
  }

  /**
   * @param file - What tells the file from others, and all that its pages depend on beside their names.
   * @param contents - Those that it has pages of.
   * @param faces - Of the theme that the pages are set in.
   */
  async open(file: string, contents: Iterable<string>, faces: readonly unknown[]): Promise<KeptFile> {
    const keyOf = (content: string) => `pages ${file} ${content}`;
    const known = new Map(
      await Promise.all(
        [...new Set(contents)].map(async (content) => {
          const bytes = await this.#cache.get(keyOf(content));
          return [content, bytes ? decode(await expand(bytes), faces) : new Map<string, PageRecord>()] as const;
        }),
      ),
    );
    const used = new Map<string, Map<string, PageRecord>>();
    const changed = new Set<string>();
    const use = ({ content, page }: KeptName, record: PageRecord) => {
      const pages = used.get(content) ?? new Map<string, PageRecord>();
      used.set(content, pages.set(page, record));
    };
    return {
      of: (name) => {
        const record = known.get(name.content)?.get(name.page);
        if (record) use(name, record);
        return record;
      },
      set: (name, record) => {
        use(name, record);
        changed.add(name.content);
      },
      close: () => {
        for (const content of changed) {
          const bytes = encode(used.get(content) ?? new Map(), faces);
          const keep = async () => this.#cache.put(keyOf(content), await squeeze(bytes));
          this.#pending.push(keep());
        }
      },
    };
  }

  /** Answers once all is kept. */
  async settled(): Promise<void> {
    await Promise.all(this.#pending.splice(0));
  }
}

/** Pages in fonts of other themes are left out. */
function encode(records: ReadonlyMap<string, PageRecord>, faces: readonly unknown[]): Uint8Array {
  const places = new Map(faces.map((face, index) => [face, index]));
  const written = [...records].flatMap(([page, { fonts, ...record }]): [string, Written][] => {
    const known = fonts.flatMap(({ source, ...use }) => {
      const face = places.get(source);
      return face === undefined ? [] : [{ ...use, face }];
    });
    return known.length === fonts.length ? [[page, { ...record, fonts: known }]] : [];
  });
  return serialize(written);
}

function decode(bytes: Uint8Array, faces: readonly unknown[]): Map<string, PageRecord> {
  const written = deserialize(bytes) as [string, Written][];
  return new Map(
    written.map(([page, { fonts, ...record }]) => [
      page,
      { ...record, fonts: fonts.map(({ face, ...use }) => ({ ...use, source: faces[face] })) },
    ]),
  );
}
