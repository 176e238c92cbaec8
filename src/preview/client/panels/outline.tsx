import { pageName } from '../book-sheaf.js';
import { isNarrow } from '../narrow.js';
import { goToPage } from '../navigation.js';
import { heads, leftPanel, panes } from '../state.js';

/** The outline of the first pane's book; the line that one is reading is marked. */
export function OutlinePanel() {
  const book = panes[0].value.book;
  if (!book) return <p class="nothing">There are no pages yet.</p>;
  const here = book.outline.findLastIndex(({ page }) => page <= heads[0].value);
  return (
    <ol class="outline">
      {book.outline.map(({ title, level, page }, index) => (
        <li key={index} class={`level-${Math.min(level, 4)}`}>
          <button
            type="button"
            aria-current={index === here ? 'location' : undefined}
            onClick={() => {
              goToPage(page);
              if (isNarrow.value) leftPanel.value = null;
            }}
          >
            <span class="outline-title">{title}</span>
            <span class="outline-page">
              <span class="unseen">{pageName(book, page)}</span>
              <span aria-hidden="true">{book.pages[page]?.label}</span>
            </span>
          </button>
        </li>
      ))}
    </ol>
  );
}
