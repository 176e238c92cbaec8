import type { Message } from '../protocol.js';

/** What cannot be done as it was asked: with the status of HTTP, a sentence to show, and messages about the author's files. */
export class Refused extends Error {
  override name = 'Refused';

  constructor(
    readonly status: 400 | 404 | 409 | 422,
    message: string,
    readonly messages?: Message[],
  ) {
    super(message);
  }
}
