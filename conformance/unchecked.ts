/** Something that kept files from being checked at all, which is not the same as a file that failed. */
export class Unchecked extends Error {}
