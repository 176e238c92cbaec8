import type { Hyphenate } from './hyphenation.js';

/** An address as it is spelled out on paper: all of it, but of a mailbox only what is written on an envelope. */
export function spelled(href: string): string {
  return href.replace(/^mailto:/i, '');
}

/** Longest piece of an address without a sign at which to divide it, in characters: no line is too short for it. */
const LONGEST_PIECE = 16;

/**
 * Divides an address where a line may end in it: before a sign, so that none at a line's end is taken for a full stop or a
 * hyphen, but behind the two slashes (Chicago Manual of Style, 17th edition, 14.18).
 */
export const divideAddress: Hyphenate = (word) =>
  word
    .split(/(?<=:\/\/)|(?<![/:])(?=[/.,;~_?#%=&+:@-])(?!:\/\/)/)
    .flatMap((piece) => piece.match(new RegExp(`.{1,${LONGEST_PIECE}}`, 'gsu')) ?? []);
