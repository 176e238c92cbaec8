import type { Excerpt, Message } from '../../protocol.js';
import { pageName } from '../book-sheaf.js';
import { isNarrow } from '../narrow.js';
import { goToPage } from '../navigation.js';
import { pageOfMessage, placeText, sentence } from '../places.js';
import { dialog, panes, rightPanel } from '../state.js';

/** Messages about the author's files, each with its place there and on the page. */
export function MessageList({ messages }: { messages: readonly Message[] }) {
  return (
    <ol class="messages">
      {messages.map((message) => (
        <li key={`${placeText(message)} ${message.rule} ${message.found}`}>
          <MessageItem message={message} />
        </li>
      ))}
    </ol>
  );
}

function MessageItem({ message }: { message: Message }) {
  const { severity, rule, found, expected, advice, excerpt } = message;
  const book = panes[0].value.book;
  const page = book && pageOfMessage(book.places, message);
  return (
    <article class={`message ${severity}`} data-rule={rule}>
      <header>
        <span class="severity">{severity === 'error' ? 'Error' : 'Warning'}</span>
        <code class="rule">{rule}</code>
        <code class="file">{placeText(message)}</code>
      </header>
      <p class="found">{sentence(found)}</p>
      {excerpt && <ExcerptLines excerpt={excerpt} />}
      <dl>
        <dt>Expected</dt>
        <dd>{sentence(expected)}</dd>
        <dt>What to do</dt>
        <dd>{sentence(advice)}</dd>
      </dl>
      {book && page !== undefined && (
        <button
          type="button"
          class="quiet"
          onClick={() => {
            dialog.value = undefined;
            goToPage(page);
            if (isNarrow.value) rightPanel.value = null;
          }}
        >
          Show {page === 0 && !book.pages[0]?.label ? 'the cover' : pageName(book, page).toLowerCase()}
        </button>
      )}
    </article>
  );
}

function ExcerptLines({ excerpt: { from, lines, caret } }: { excerpt: Excerpt }) {
  const digits = String(from + lines.length - 1).length;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
    <pre class="excerpt" tabIndex={0} role="group" aria-label="The place in the file">
      {lines.map((line, index) => {
        const number = from + index;
        const isMeant = index === caret.at;
        return (
          <div key={number} class={isMeant ? 'meant' : undefined}>
            <span class="number">{String(number).padStart(digits)}</span>
            {isMeant ? (
              <>
                {line.slice(0, caret.start)}
                <mark>{line.slice(caret.start, Math.max(caret.end, caret.start + 1)) || ' '}</mark>
                {line.slice(Math.max(caret.end, caret.start + 1))}
                <span class="caret" aria-hidden="true">
                  <span class="number">{''.padStart(digits)}</span>
                  {line.slice(0, caret.start).replace(/[^\t]/g, ' ')}
                  {'^'.repeat(Math.max(1, caret.end - caret.start))}
                </span>
              </>
            ) : (
              line
            )}
          </div>
        );
      })}
    </pre>
  );
}
