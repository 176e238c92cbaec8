import { Icon, type IconName } from './icons.js';
import { isNarrow } from './narrow.js';
import { PagePosition } from './page-position.js';
import { toggleLeft, toggleRight } from './panel-toggles.js';
import {
  appearance,
  dialog,
  type LeftPanel,
  leftPanel,
  type RightPanel,
  rightPanel,
  server,
  VIEWS,
  type View,
  view,
} from './state.js';
import { StatusChip } from './status.js';
import { ZoomControls } from './zoom-controls.js';

/** Title and status, views, place and size, and what opens the panels. */
export function Header() {
  return (
    <header class="top">
      <div class="who">
        <h1 lang={server.value?.language}>{server.value?.title || 'Preview'}</h1>
        <StatusChip />
      </div>
      <div class="toolbar left-tools" role="group" aria-label="Find">
        <PanelToggle panel="pages" label="Pages" isOpen={leftPanel.value === 'pages'} toggle={toggleLeft} />
        <PanelToggle panel="outline" label="Outline" isOpen={leftPanel.value === 'outline'} toggle={toggleLeft} />
        <PanelToggle panel="search" label="Search" isOpen={leftPanel.value === 'search'} toggle={toggleLeft} />
      </div>
      <div class="toolbar views" role="group" aria-label="View">
        {VIEWS.map((one) => (
          <button
            key={one}
            type="button"
            class="tool"
            aria-pressed={view.value === one}
            onClick={() => {
              view.value = one;
            }}
          >
            <Icon name={one} />
            <span>{VIEW_NAMES[one]}</span>
          </button>
        ))}
      </div>
      {isNarrow.value && (
        <div class="toolbar place">
          <PagePosition />
          <ZoomControls />
        </div>
      )}
      <div class="toolbar right-tools" role="group" aria-label="Panels">
        <PanelToggle
          panel="messages"
          label="Messages"
          isOpen={rightPanel.value === 'messages'}
          toggle={toggleRight}
          badge={<Badge />}
        />
        <PanelToggle
          panel="choices"
          label="Make it yours"
          isOpen={rightPanel.value === 'choices'}
          toggle={toggleRight}
        />
      </div>
      <div class="toolbar more">
        <AppearanceToggle />
        <button
          type="button"
          class="tool bare"
          aria-label="Keyboard and help"
          title="Keyboard (?)"
          onClick={() => {
            dialog.value = { kind: 'help' };
          }}
        >
          <Icon name="help" />
        </button>
      </div>
    </header>
  );
}

const VIEW_NAMES: Record<View, string> = {
  single: 'Single',
  spread: 'Spread',
  sheets: 'Sheets',
  'side-by-side': 'Side by side',
};

interface ToggleProps<T> {
  panel: T;
  label: string;
  isOpen: boolean;
  toggle: (panel: T) => void;
  badge?: preact.JSX.Element;
}

function PanelToggle<T extends LeftPanel | RightPanel>({ panel, label, isOpen, toggle, badge }: ToggleProps<T>) {
  const icon: IconName = panel;
  return (
    <button
      type="button"
      id={`toggle-${panel}`}
      class="tool"
      aria-expanded={isOpen}
      aria-controls={isOpen ? `panel-${panel}` : undefined}
      onClick={() => toggle(panel)}
    >
      <Icon name={icon} />
      <span>{label}</span>
      {badge}
    </button>
  );
}

function Badge() {
  const messages = server.value?.messages ?? [];
  if (messages.length === 0) return null;
  const isBad = messages.some(({ severity }) => severity === 'error');
  return <span class={`badge ${isBad ? 'error' : 'warning'}`}>{messages.length}</span>;
}

function AppearanceToggle() {
  const order = ['system', 'light', 'dark'] as const;
  const now = appearance.value;
  const next = order[(order.indexOf(now) + 1) % order.length] ?? 'system';
  const names = { system: 'as the system', light: 'light', dark: 'dark' };
  return (
    <button
      type="button"
      class="tool bare"
      aria-label={`Appearance: ${names[now]}. Change to ${names[next]}`}
      title={`Appearance: ${names[now]}`}
      onClick={() => {
        appearance.value = next;
      }}
    >
      <Icon name={now} />
    </button>
  );
}
