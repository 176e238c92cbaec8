import type { Style } from '@react-pdf/stylesheet';
import { createElement, type ReactElement, type ReactNode } from 'react';
import type { FlowProps } from './flow.js';
import { type Hyphenate, undivided } from './hyphenation.js';
import type { Artifact, Field, Tag } from './tag.js';

/*
 * The few node types that pages are made of. They are react-pdf's own primitives, named here because its components'
 * types do not let the page maker's props through.
 */

interface ElementProps extends FlowProps {
  style?: Style | Style[];
  children?: ReactNode;
}

/** A box: stacks its children, or sets them in a row. */
export function Box(props: ElementProps): ReactElement {
  return createElement('VIEW', props);
}

/** A paragraph: the only thing that holds text. `hyphenate` is absent for text that is never divided. */
export function Para({ hyphenate, ...props }: ElementProps & { hyphenate?: Hyphenate | undefined }): ReactElement {
  return createElement('TEXT', { ...props, hyphenationCallback: hyphenate ?? undivided });
}

/** A run inside a paragraph; with `href` it is a link. */
export function Span(props: {
  style?: Style;
  href?: string;
  tag?: Tag;
  artifact?: Artifact;
  field?: Field;
  children?: ReactNode;
}): ReactElement {
  return createElement('TEXT', props);
}

/** A picture of a known size in points. With a tag it is a figure that has words of its own; without, it is for the eye only. */
export function Picture(props: {
  data: Uint8Array;
  format: 'png' | 'jpeg' | 'svg';
  style: Style;
  tag?: Tag;
}): ReactElement {
  const { data, format, style, tag } = props;
  const source = {
    data: Buffer.from(data.buffer, data.byteOffset, data.byteLength),
    format: format === 'jpeg' ? 'jpg' : format,
  };
  const image = createElement('IMAGE', { src: source, style });
  // react-pdf makes another node of an image that is a drawing, which has none of its props.
  return tag ? createElement('VIEW', { tag }, image) : image;
}
