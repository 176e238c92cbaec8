import type { Position } from 'unist';
import type { BookletLayer } from './layers.js';
import type { BookletYaml } from './schema.js';

/** Where something stands, and in which of several files. */
export interface Said {
  /** Path of the file as the author knows it. */
  file: string;
  place: Position | undefined;
}

/** What a chain of `booklet.yaml` says together, as if it were one file, and where each part of it is said. */
export interface MergedYaml {
  says: BookletYaml;
  /** The folder of the layer that says what stands at a path; that of the booklet itself where nobody does. */
  folderOf(path: PropertyKey[]): string;
  said(path: PropertyKey[], key?: boolean): Said;
  /** The same for some characters of a value, as `placeIn` of a checked YAML text. */
  saidIn(path: PropertyKey[], text: string, occurrence?: number): Said;
}

/** Keys whose values are laid over each other name by name; of all others the topmost value counts. */
const BY_NAME = ['variables', 'labels', 'copies', 'design'] as const;

/**
 * Lays booklets that extend each other over each other.
 *
 * @param layers - The booklet itself first, the one that extends no other last.
 */
export function mergeLayers(layers: readonly BookletLayer[]): MergedYaml {
  const [top, bottom] = [layers[0], layers.at(-1)];
  if (!top || !bottom) throw new Error('no layers to merge');
  const ownerOf = ([key, name]: readonly PropertyKey[]) => {
    if (key === undefined) return undefined;
    const named = name !== undefined && (BY_NAME as readonly PropertyKey[]).includes(key);
    return layers.find((layer) => layer.placeOf(named ? [key, name] : [key], true) !== undefined);
  };

  // What no layer says has its default in each of them.
  const says = { ...bottom.says } as Record<string, unknown>;
  for (const layer of [...layers].reverse()) {
    for (const [key, value] of Object.entries(layer.says)) {
      if (layer.placeOf([key], true) === undefined) continue;
      const below = (BY_NAME as readonly string[]).includes(key) ? (says[key] as object) : undefined;
      says[key] = below ? Object.fromEntries([...Object.entries(below), ...Object.entries(value as object)]) : value;
    }
  }
  const { extends: _own, ...rest } = says;
  return {
    says: { ...(rest as BookletYaml), ...(top.says.extends === undefined ? {} : { extends: top.says.extends }) },
    folderOf: (path) => (ownerOf(path) ?? top).folder,
    said(path, key) {
      const layer = ownerOf(path) ?? top;
      return { file: layer.file, place: layer.placeOf(path, key) };
    },
    saidIn(path, text, occurrence) {
      const layer = ownerOf(path) ?? top;
      return { file: layer.file, place: layer.placeIn(path, text, occurrence) };
    },
  };
}
