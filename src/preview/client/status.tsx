import { messageSentence, placeText } from './places.js';
import { announcement, connection, isWaiting, panes, rightPanel, server } from './state.js';

/** In a word whether what one sees is what the files say. */
export function StatusChip() {
  const [kind, text] = statusText();
  return (
    <p class={`status ${kind}`} data-status={kind}>
      <span class="dot" aria-hidden="true" />
      {text}
    </p>
  );
}

/** What keeps pages from being up to date, over them. */
export function Banner() {
  const state = server.value;
  if (connection.value === 'lost') {
    return (
      <div class="banner lost" role="alert">
        <p>
          <strong>The preview cannot be reached.</strong> Is its command still running? These pages may be out of date;
          the connection is tried again by itself.
        </p>
      </div>
    );
  }
  const first = state?.messages.find(({ severity }) => severity === 'error');
  if (state?.status !== 'stale' && !(state?.status === 'failed' && panes[0].value.book)) return null;
  return (
    <div class="banner stale" role="alert">
      <p>
        <strong>These pages are as they were before an error.</strong>{' '}
        {first && (
          <>
            {messageSentence(first)} <code>{placeText(first)}</code>
          </>
        )}
      </p>
      {rightPanel.value !== 'messages' && (
        <button
          type="button"
          onClick={() => {
            rightPanel.value = 'messages';
          }}
        >
          Show all messages
        </button>
      )}
    </div>
  );
}

/** For those who hear the page. */
export function Announcements() {
  return (
    <p class="unseen" role="status" aria-live="polite">
      {announcement.value}
    </p>
  );
}

function statusText(): [kind: string, text: string] {
  const state = server.value;
  if (connection.value === 'lost') return ['lost', 'Not connected'];
  if (!state || connection.value === 'connecting') return ['working', 'Connecting…'];
  if (state.status === 'working') return ['working', 'Setting pages…'];
  if (state.status === 'failed') return ['failed', 'Has errors'];
  if (state.status === 'stale') return ['stale', 'Not up to date'];
  return isWaiting.value ? ['working', 'Setting pages…'] : ['fresh', 'Up to date'];
}
