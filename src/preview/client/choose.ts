import { signal } from '@preact/signals';
import type { Choices, Offered } from '../protocol.js';
import { putChoices, Refused } from './api.js';
import { adopt } from './book-store.js';
import { connection, server } from './state.js';

/** Choices that were made but that the server has not taken yet; undefined when it has. */
export const pending = signal<Choices | undefined>(undefined);

/** Why the last choice was not taken. */
export const refusedChoice = signal<string | undefined>(undefined);

/** The choices as they are on this page. */
export function choices(): Choices {
  return pending.value ?? server.value?.choices ?? {};
}

/** Changes one choice; `undefined` is as the booklet says. What is typed is told once typing pauses. */
export function change<K extends keyof Choices>(key: K, value: Choices[K] | undefined, isTyped = false): void {
  const { [key]: _, ...others } = choices();
  tell(value === undefined ? others : { ...others, [key]: value }, isTyped);
}

/** Gives a variable another value; the booklet's own is no choice. */
export function changeVariable(name: string, value: string | undefined, offered: Offered): void {
  const { [name]: _, ...others } = choices().variables ?? {};
  const variables = value === undefined || value === offered.variables[name] ? others : { ...others, [name]: value };
  change('variables', Object.keys(variables).length > 0 ? variables : undefined, true);
}

/** Everything as the booklet says. */
export function changeNothing(): void {
  tell({}, false);
}

let later: ReturnType<typeof setTimeout> | undefined;
let sending = new AbortController();

function tell(next: Choices, isTyped: boolean): void {
  pending.value = next;
  clearTimeout(later);
  later = setTimeout(send, isTyped ? PAUSE : 0);
}

async function send(): Promise<void> {
  const told = pending.value;
  if (!told) return;
  sending.abort();
  sending = new AbortController();
  try {
    const state = await putChoices(told, sending.signal);
    // What was typed meanwhile is told in its turn, and stays in the fields.
    if (pending.value === told) pending.value = undefined;
    refusedChoice.value = undefined;
    adopt(state);
  } catch (error) {
    if (error instanceof DOMException && error.name === 'AbortError') return;
    if (pending.value === told && error instanceof Refused) pending.value = undefined;
    if (error instanceof Refused) refusedChoice.value = error.message;
    else connection.value = 'lost';
  }
}

/** Milliseconds without a key after which a word counts as typed. */
const PAUSE = 250;
