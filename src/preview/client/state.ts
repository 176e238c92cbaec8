import { computed, type Signal, signal } from '@preact/signals';
import type { Book, Refusal, State, Totals } from '../protocol.js';
import { isNarrow } from './narrow.js';
import { oneOf, preference } from './preferences.js';
import type { Zoom } from './zoom.js';

/** What the server last told. */
export const server = signal<State | undefined>(undefined);

/** Whether the server can be heard. */
export const connection = signal<'connecting' | 'open' | 'lost'>('connecting');

/** Whether pages have been asked for that are not there yet. */
export const isWaiting = signal(false);

export const VIEWS = ['single', 'spread', 'sheets', 'side-by-side'] as const;
export type View = (typeof VIEWS)[number];
export const view = preference<View>('view', 'spread', oneOf(VIEWS));

export const zoom = preference<Zoom>('zoom', isNarrow.value ? 'width' : 'page', (value): value is Zoom => {
  return value === 'width' || value === 'page' || (typeof value === 'number' && value > 0.05 && value < 10);
});

/** What a pane shows; the second pane is there only when two editions stand side by side. */
export interface Pane {
  edition: string;
  target: string;
  book: Book | undefined;
  /** Why there is no book, or none that is up to date. */
  refusal: Refusal | undefined;
}

const empty: Pane = { edition: '', target: '', book: undefined, refusal: undefined };
export const panes: [Signal<Pane>, Signal<Pane>] = [signal(empty), signal(empty)];

/** Which of the panes are shown, by index. */
export const shown = computed<(0 | 1)[]>(() => (view.value === 'side-by-side' ? [0, 1] : [0]));

/** Page at the head of each pane, by index, and the scale it is shown in, in CSS pixels to the point. */
export const heads = [signal(0), signal(0)] as const;
export const scales = [signal(1), signal(1)] as const;

/** What the edition in the first pane comes to. */
export const totals = computed<Totals | undefined>(() => panes[0].value.book?.totals);

export const LEFT = ['pages', 'outline', 'search'] as const;
export const RIGHT = ['choices', 'messages'] as const;
export type LeftPanel = (typeof LEFT)[number];
export type RightPanel = (typeof RIGHT)[number];
export const leftPanel = preference<LeftPanel | null>('left', null, oneOf([...LEFT, null]));
export const rightPanel = preference<RightPanel | null>('right', 'choices', oneOf([...RIGHT, null]));

export const appearance = preference<'system' | 'light' | 'dark'>(
  'appearance',
  'system',
  oneOf(['system', 'light', 'dark']),
);

/** Whether single keys do something. People who speak to their computer need to switch that off (WCAG 2.2, 2.1.4). */
export const hasShortcuts = preference<boolean>('shortcuts', true, oneOf([true, false]));

/** What is shown over everything else. */
export type Dialog = { kind: 'help' } | { kind: 'overlay' } | { kind: 'refusal'; title: string; refusal: Refusal };
export const dialog = signal<Dialog | undefined>(undefined);

/** A sentence for those who hear the page. */
export const announcement = signal('');
