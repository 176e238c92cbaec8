import type { FieldReference, MakeRef } from './reference.js';

/** Width and height in points. */
type Extent = readonly [width: number, height: number];

/** Nothing: the page has the lines already (ISO 32000-1, 12.7.3.3 asks for the marks around what is to be filled in). */
export function emptyAppearance(extent: Extent, resources: object, makeRef: MakeRef): FieldReference {
  return form(extent, '/Tx BMC\nEMC', resources, makeRef);
}

/** The two states of a check box. */
export interface CheckAppearances {
  Yes: FieldReference;
  Off: FieldReference;
}

/** A tick as a path, so that no font of signs is asked for, and its absence. */
export function checkAppearances(extent: Extent, makeRef: MakeRef): CheckAppearances {
  const [width, height] = extent;
  const [x, y] = [(share: number) => round(share * width), (share: number) => round(share * height)];
  const tick = [
    'q',
    `${round(Math.min(width, height) * 0.13)} w 1 J 1 j 0 G`,
    `${x(0.24)} ${y(0.5)} m ${x(0.44)} ${y(0.26)} l ${x(0.82)} ${y(0.8)} l S`,
    'Q',
  ];
  return {
    Yes: form(extent, tick.join('\n'), {}, makeRef),
    Off: form(extent, 'q\nQ', {}, makeRef),
  };
}

/** A form XObject that fills an annotation's rectangle (ISO 32000-1, 12.5.5). */
function form([width, height]: Extent, content: string, resources: object, makeRef: MakeRef): FieldReference {
  const reference = makeRef({ Subtype: 'Form', BBox: [0, 0, width, height], Resources: resources });
  // A few operators are shorter as they are.
  reference.compress = false;
  reference.write(content);
  reference.end();
  return reference;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
