import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import { pageName } from '../book-sheaf.js';
import { Icon } from '../icons.js';
import { isNarrow } from '../narrow.js';
import { currentHit, goToHit, hits, isSearching, nextHit, query } from '../search.js';
import { leftPanel, panes } from '../state.js';
import { count } from '../words.js';

/** Search in the words of all pages. */
export function SearchPanel() {
  const field = useRef<HTMLInputElement>(null);
  const [typed, setTyped] = useState(query.value);
  const book = panes[0].value.book;
  // At once, since what is typed next belongs in it.
  useLayoutEffect(() => {
    field.current?.focus();
    field.current?.select();
  }, []);
  useEffect(() => {
    const later = setTimeout(() => {
      query.value = typed;
    }, 150);
    return () => clearTimeout(later);
  }, [typed]);
  const all = hits.value;
  const now = currentHit.value ? all.indexOf(currentHit.value) + 1 : 0;
  const found =
    typed.trim() === ''
      ? ''
      : all.length === 0
        ? isSearching.value
          ? 'Looking…'
          : 'Not found'
        : count(all.length, 'place');
  return (
    <div class="search">
      <form
        role="search"
        onSubmit={(event) => {
          event.preventDefault();
          query.value = typed;
          nextHit(1);
        }}
      >
        <label class="unseen" for="search-field">
          Search in all pages
        </label>
        <input
          id="search-field"
          ref={field}
          type="search"
          placeholder="Search in all pages"
          autocomplete="off"
          spellcheck={false}
          value={typed}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || !event.shiftKey) return;
            event.preventDefault();
            nextHit(-1);
          }}
        />
        <div class="search-steps">
          <p role="status" data-hits={all.length}>
            {now > 0 ? `${now} of ${all.length}` : found}
          </p>
          <button
            type="button"
            class="icon"
            aria-label="Previous place"
            disabled={all.length === 0}
            onClick={() => nextHit(-1)}
          >
            <Icon name="up" />
          </button>
          <button type="submit" class="icon" aria-label="Next place" disabled={all.length === 0}>
            <Icon name="down" />
          </button>
        </div>
      </form>
      {book && (
        <ol class="hits">
          {all.slice(0, MOST).map((hit, index) => (
            <li key={index}>
              <button
                type="button"
                aria-current={hit === currentHit.value ? 'true' : undefined}
                onClick={() => {
                  goToHit(hit);
                  if (isNarrow.value) leftPanel.value = null;
                }}
              >
                <span class="hit-page">{pageName(book, hit.page)}</span>
                <span class="hit-words">
                  {hit.context[0]}
                  <mark>{hit.context[1]}</mark>
                  {hit.context[2]}
                </span>
              </button>
            </li>
          ))}
        </ol>
      )}
      {all.length > MOST && <p class="nothing">The first {MOST} are listed. Next and previous go to all of them.</p>}
    </div>
  );
}

/** Places listed; a short word may stand thousands of times. */
const MOST = 200;
