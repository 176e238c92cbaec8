import type { Channel } from './model.js';

/** Where in a PDF something is. */
export interface Place {
  channel: Channel;
  where: string;
}

/** Where what a dictionary holds under a key belongs, by the keys of ISO 32000. */
export function placeInside(place: Place, key: string): Place {
  switch (key) {
    case 'Annots':
      return { ...place, channel: 'annotation' };
    // A list of marked content’s properties, among a page’s resources.
    case 'Properties':
      return { ...place, channel: 'alternative text' };
    case 'Outlines':
      return { channel: 'outline', where: 'the outline' };
    case 'Dests':
      return { channel: 'destination', where: 'the named destinations' };
    case 'EmbeddedFiles':
    case 'AF':
      return { channel: 'attachment', where: 'the attachments' };
    case 'PageLabels':
      return { channel: 'page label', where: 'the page labels' };
    case 'AcroForm':
      return { channel: 'form field', where: 'the form' };
    case 'StructTreeRoot':
      return STRUCTURE;
    case 'JavaScript':
    case 'JS':
      return { channel: 'other', where: place.where === 'the catalogue' ? 'a script' : `a script of ${place.where}` };
    default:
      return place;
  }
}

const STRUCTURE: Place = { channel: 'alternative text', where: 'the structure tree' };

/** What a dictionary says of itself. */
export interface Kind {
  type: string;
  /** Name of the attached file that it describes; undefined when it describes none. */
  name: string | undefined;
  isField: boolean;
}

/** Where a dictionary belongs, given where it was met. */
export function placeOf(place: Place, { type, name, isField }: Kind): Place {
  if (name !== undefined) return { channel: 'attachment', where: `the attachment “${name}”` };
  if (isField) return { ...place, channel: 'form field' };
  switch (type) {
    case 'Annot':
      return { ...place, channel: 'annotation' };
    case 'EmbeddedFile':
      return place.channel === 'attachment' ? place : { channel: 'attachment', where: place.where };
    case 'Metadata':
      return {
        channel: 'xmp',
        where: /^(?:the catalogue|object )/.test(place.where) ? 'the metadata' : `the metadata of ${place.where}`,
      };
    case 'Outlines':
      return { channel: 'outline', where: 'the outline' };
    case 'StructElem':
    case 'StructTreeRoot':
      return STRUCTURE;
    default:
      return place;
  }
}
