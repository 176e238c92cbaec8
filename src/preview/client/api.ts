import type { Book, Choices, OverlayPlan, OverlayRequest, Refusal, State } from '../protocol.js';
import { fileName } from './file-name.js';

/** The server said no, in a sentence to show. */
export class Refused extends Error {
  constructor(
    readonly status: number,
    readonly refusal: Refusal,
  ) {
    super(refusal.error);
  }
}

export function getState(signal: AbortSignal): Promise<State> {
  return ask('api/state', { signal });
}

export function getBook(edition: string, target: string, signal: AbortSignal): Promise<Book> {
  return ask(`api/book?${new URLSearchParams({ edition, target })}`, { signal });
}

export function putChoices(choices: Choices, signal: AbortSignal): Promise<State> {
  return ask('api/choices', { ...json(choices), method: 'PUT', signal });
}

/** What would be written. */
export function planOverlay(request: OverlayRequest): Promise<OverlayPlan> {
  return ask('api/overlay/plan', { ...json(request), method: 'POST' });
}

export function writeOverlay(request: OverlayRequest): Promise<OverlayPlan> {
  return ask('api/overlay', { ...json(request), method: 'POST' });
}

export function partAddress(id: string): string {
  return `api/parts/${encodeURIComponent(id)}.pdf`;
}

/** Another key, another address, so that nothing old is taken from a cache. */
export function sheetsAddress(edition: string, key: string): string {
  return `api/sheets.pdf?${new URLSearchParams({ edition, key })}`;
}

export function downloadAddress(edition: string, target: string): string {
  return `api/download?${new URLSearchParams({ edition, target })}`;
}

export const PRINT_PACK = 'api/print-pack';

/** The bytes of a file. */
export async function getFile(address: string, signal?: AbortSignal): Promise<Uint8Array> {
  const response = await send(address, signal ? { signal } : {});
  return new Uint8Array(await response.arrayBuffer());
}

/** A file to keep, with the name that the server gives it. */
export async function getDownload(address: string, otherwise: string): Promise<{ name: string; content: Blob }> {
  const response = await send(address);
  return { name: fileName(response.headers.get('Content-Disposition')) ?? otherwise, content: await response.blob() };
}

function json(value: unknown): RequestInit {
  return { headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(value) };
}

async function ask<T>(address: string, init: RequestInit): Promise<T> {
  return (await (await send(address, { ...init, cache: 'no-store' })).json()) as T;
}

async function send(address: string, init: RequestInit = {}): Promise<Response> {
  const response = await fetch(address, init);
  if (response.ok) return response;
  throw new Refused(response.status, await refusalOf(response));
}

async function refusalOf(response: Response): Promise<Refusal> {
  try {
    const body: unknown = await response.json();
    if (body && typeof body === 'object' && 'error' in body && typeof body.error === 'string') return body as Refusal;
  } catch {
    // What is no JSON comes from elsewhere than the preview; its number has to do.
  }
  return { error: `The preview answered ${response.status} ${response.statusText}`.trim() };
}
