import { useEffect, useState } from 'preact/hooks';
import { Icon } from './icons.js';
import { goToPage, step } from './navigation.js';
import { heads, panes, view } from './state.js';

/** Which page one is on, and a way to any other. */
export function PagePosition() {
  const book = panes[0].value.book;
  const here = heads[0].value;
  const label = book?.pages[here]?.label || (here === 0 ? 'Cover' : String(here + 1));
  const [text, setText] = useState(label);
  useEffect(() => setText(label), [label]);
  const isSheets = view.value === 'sheets';
  const go = () => {
    const page = book ? pageCalled(book.pages, text) : undefined;
    if (page === undefined) setText(label);
    else goToPage(page);
  };
  const move = (by: number) => {
    step.value = { pane: 0, by };
  };
  return (
    <form
      class="position"
      aria-label="Page"
      onSubmit={(event) => {
        event.preventDefault();
        go();
      }}
    >
      <button type="button" class="icon" aria-label="Previous" onClick={() => move(-1)} disabled={!book}>
        <Icon name="up" />
      </button>
      <button type="button" class="icon" aria-label="Next" onClick={() => move(1)} disabled={!book}>
        <Icon name="down" />
      </button>
      {!isSheets && (
        <>
          <input
            type="text"
            aria-label="Page number"
            inputMode="text"
            autocomplete="off"
            value={text}
            disabled={!book}
            onInput={({ currentTarget }) => setText(currentTarget.value)}
            onFocus={({ currentTarget }) => currentTarget.select()}
            onBlur={() => setText(label)}
          />
          <span class="of">of {book?.pages.length ?? '–'}</span>
        </>
      )}
    </form>
  );
}

/** The page that readers call so; a number that no page has counts from the cover. */
function pageCalled(pages: readonly { label: string }[], text: string): number | undefined {
  const name = text.trim().toLowerCase();
  if (name === 'cover') return 0;
  const page = pages.findIndex(({ label }) => label.toLowerCase() === name);
  if (page !== -1) return page;
  const number = Number.parseInt(name, 10);
  return number >= 1 && number <= pages.length ? number - 1 : undefined;
}
