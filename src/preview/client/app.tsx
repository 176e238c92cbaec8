import { HelpDialog } from './dialogs/help.js';
import { OverlayDialog } from './dialogs/overlay.js';
import { RefusalDialog } from './dialogs/refusal.js';
import { Header } from './header.js';
import { isNarrow } from './narrow.js';
import { PagePosition } from './page-position.js';
import { PaneHead, TotalsLine } from './pane-head.js';
import { PaneState } from './pane-state.js';
import { toggleLeft, toggleRight } from './panel-toggles.js';
import { ChoicesPanel } from './panels/choices.js';
import { MessagesPanel } from './panels/messages.js';
import { OutlinePanel } from './panels/outline.js';
import { Panel } from './panels/panel.js';
import { SearchPanel } from './panels/search.js';
import { ThumbnailsPanel } from './panels/thumbnails.js';
import { dialog, leftPanel, rightPanel, view } from './state.js';
import { Announcements, Banner } from './status.js';
import { SheetsView } from './views/sheets.js';
import { SideBySide } from './views/side-by-side.js';
import { SingleView } from './views/single.js';
import { SpreadView } from './views/spread.js';
import { ZoomControls } from './zoom-controls.js';

/** The whole page. */
export function App() {
  return (
    <>
      <a class="skip" href="#stage">
        Skip to the pages
      </a>
      <Header />
      <div class="room">
        <Left />
        <main id="stage" tabIndex={-1} data-view={view.value} aria-label="Pages">
          <Banner />
          <Stage />
          {!isNarrow.value && (
            <div class="toolbar place">
              <PagePosition />
              {view.value !== 'side-by-side' && <TotalsLine index={0} />}
              <ZoomControls />
            </div>
          )}
        </main>
        <Right />
      </div>
      <Announcements />
      <OpenDialog />
    </>
  );
}

function Stage() {
  if (view.value === 'side-by-side') return <SideBySide />;
  return (
    <>
      <PaneHead index={0} hasTotals={isNarrow.value} />
      <PaneState index={0}>
        {(book) => {
          if (view.value === 'sheets') return <SheetsView book={book} isNarrow={isNarrow.value} />;
          return view.value === 'spread' ? <SpreadView book={book} /> : <SingleView book={book} />;
        }}
      </PaneState>
    </>
  );
}

function Left() {
  const panel = leftPanel.value;
  if (!panel) return null;
  const close = () => toggleLeft(panel);
  const titles = { pages: 'Pages', outline: 'Outline', search: 'Search' };
  return (
    <Panel name={panel} title={titles[panel]} side="left" onClose={close}>
      {panel === 'pages' && <ThumbnailsPanel />}
      {panel === 'outline' && <OutlinePanel />}
      {panel === 'search' && <SearchPanel />}
    </Panel>
  );
}

function Right() {
  const panel = rightPanel.value;
  if (!panel) return null;
  const close = () => toggleRight(panel);
  return (
    <Panel name={panel} title={panel === 'choices' ? 'Make it yours' : 'Messages'} side="right" onClose={close}>
      {panel === 'choices' ? <ChoicesPanel /> : <MessagesPanel />}
    </Panel>
  );
}

function OpenDialog() {
  const open = dialog.value;
  if (open?.kind === 'help') return <HelpDialog />;
  if (open?.kind === 'overlay') return <OverlayDialog />;
  if (open?.kind === 'refusal') return <RefusalDialog title={open.title} refusal={open.refusal} />;
  return null;
}
