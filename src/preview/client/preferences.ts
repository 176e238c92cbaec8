import { effect, type Signal, signal } from '@preact/signals';

/** A value that is kept in this browser. What is stored there is only taken if it passes the check. */
export function preference<T>(name: string, initial: T, isValid: (value: unknown) => value is T): Signal<T> {
  const kept = read(name);
  const value = signal(isValid(kept) ? kept : initial);
  effect(() => write(name, value.value));
  return value;
}

export function oneOf<const T extends readonly unknown[]>(values: T): (value: unknown) => value is T[number] {
  return (value): value is T[number] => values.includes(value);
}

function read(name: string): unknown {
  try {
    const kept = localStorage.getItem(PREFIX + name);
    return kept === null ? undefined : JSON.parse(kept);
  } catch {
    return undefined;
  }
}

function write(name: string, value: unknown): void {
  try {
    localStorage.setItem(PREFIX + name, JSON.stringify(value));
  } catch {
    // Private windows may have no storage; then it is forgotten with the window.
  }
}

const PREFIX = 'gathering-preview.';
