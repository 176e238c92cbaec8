/** Drawings of one line each, on a square of 24. */
const PATHS = {
  pages: 'M4 5h7v14H4zM13 5h7v14h-7z',
  outline: 'M4 6h10M8 10h12M8 14h9M4 18h12',
  search: 'M10.5 4a6.5 6.5 0 1 0 0 13 6.5 6.5 0 0 0 0-13zM15.5 15.5 20 20',
  choices: 'M4 7h9M17 7h3M4 17h3M11 17h9M15 5v4M9 15v4',
  messages: 'M12 4 3 19h18zM12 10v4M12 16.5v.5',
  single: 'M7 4h10v16H7z',
  spread: 'M3 6h9v13H3zM12 6h9v13h-9z',
  sheets: 'M3 8h18v11H3zM5 5h14M12 8v11',
  'side-by-side': 'M3 5h7v14H3zM14 5h7v14h-7z',
  up: 'm6 14 6-6 6 6',
  down: 'm6 10 6 6 6-6',
  minus: 'M6 12h12',
  plus: 'M6 12h12M12 6v12',
  close: 'M6 6l12 12M18 6 6 18',
  reset: 'M5 9h9a5 5 0 0 1 0 10H9M5 9l4-4M5 9l4 4',
  download: 'M12 4v11M7 11l5 5 5-5M5 20h14',
  help: 'M9 9.5a3 3 0 1 1 4.5 2.6c-1 .6-1.5 1.2-1.5 2.4M12 17.5v.5',
  light:
    'M12 8a4 4 0 1 0 0 8 4 4 0 0 0 0-8zM12 3v2M12 19v2M3 12h2M19 12h2M5.6 5.6 7 7M17 17l1.4 1.4M5.6 18.4 7 17M17 7l1.4-1.4',
  dark: 'M19 14.5A7.5 7.5 0 0 1 9.5 5a7.5 7.5 0 1 0 9.5 9.5z',
  system: 'M12 4a8 8 0 1 0 0 16zM12 4a8 8 0 0 1 0 16',
} as const;

export type IconName = keyof typeof PATHS;

export function Icon({ name }: { name: IconName }) {
  return (
    <svg class="drawing" viewBox="0 0 24 24" aria-hidden="true" focusable="false">
      <path d={PATHS[name]} />
    </svg>
  );
}
