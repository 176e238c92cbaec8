import type { ComponentChildren } from 'preact';
import type { Book } from '../protocol.js';
import { Empty } from './empty.js';
import { MessageList } from './panels/message-list.js';
import { isWaiting, panes, server } from './state.js';

/** The pages of a pane, or why there are none. */
export function PaneState({ index, children }: { index: 0 | 1; children: (book: Book) => ComponentChildren }) {
  const { book, refusal } = panes[index].value;
  const state = server.value;
  if (refusal) {
    return (
      <Empty title="These pages cannot be shown">
        <p>{refusal.error}</p>
        {refusal.messages && <MessageList messages={refusal.messages} />}
      </Empty>
    );
  }
  if (book) {
    const isOld = state?.status === 'stale' || state?.status === 'failed';
    return <div class={`pane${isOld ? ' old' : ''}${isWaiting.value ? ' waiting' : ''}`}>{children(book)}</div>;
  }
  if (state?.status === 'failed') {
    return (
      <Empty title="No pages yet">
        <p>The files have errors, so no pages could be made. Mend these, save, and the pages appear here.</p>
        <MessageList messages={state.messages} />
      </Empty>
    );
  }
  return (
    <Empty title="Setting the pages…">
      <p>The first time takes a few seconds. After that, every save is shown at once.</p>
    </Empty>
  );
}
