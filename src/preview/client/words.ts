import type { Totals } from '../protocol.js';

/** A number with its noun. */
export function count(number: number, one: string, many = `${one}s`): string {
  return `${number.toLocaleString('en')} ${number === 1 ? one : many}`;
}

/** Minutes as people say them. */
export function duration(minutes: number): string {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  return [hours > 0 ? `${hours} h` : '', rest > 0 || hours === 0 ? `${rest} min` : ''].filter(Boolean).join(' ');
}

/** What an edition comes to, each part by itself; what there is nothing of is left out. */
export function totalsText({ pages, sheets, words, minutes }: Totals): string[] {
  return [
    count(pages, 'page'),
    ...(sheets > 0 ? [count(sheets, 'sheet')] : []),
    count(words, 'word'),
    ...(minutes > 0 ? [duration(minutes)] : []),
  ];
}

/** The name of a variable as a label: `meeting-place` is “Meeting place”. */
export function variableLabel(name: string): string {
  if (name === 'church') return 'Name of your church';
  const words = name.replace(/[-_]+/g, ' ').trim();
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** Names of variables in the order of the form: the church first. */
export function variableNames(variables: Readonly<Record<string, string>>): string[] {
  const names = Object.keys(variables);
  return [...names.filter((name) => name === 'church'), ...names.filter((name) => name !== 'church')];
}
