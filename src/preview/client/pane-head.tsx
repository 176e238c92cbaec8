import { useId } from 'preact/hooks';
import { choose } from './book-store.js';
import { panes, server } from './state.js';
import { totalsText } from './words.js';

/** What a pane shows: which edition, for what, and what it comes to. */
export function PaneHead({ index, hasTotals }: { index: 0 | 1; hasTotals: boolean }) {
  const pane = panes[index].value;
  const offered = server.value?.offered;
  const edition = useId();
  const target = useId();
  if (!offered) return <div class="pane-head" />;
  return (
    <div class="pane-head">
      <div class="inline-field">
        <label for={edition}>What people get</label>
        <select
          id={edition}
          value={pane.edition}
          onChange={({ currentTarget }) => choose(index, { edition: currentTarget.value })}
        >
          {offered.editions.map(({ value, label, about }) => (
            <option key={value} value={value} title={about}>
              {label}
            </option>
          ))}
        </select>
      </div>
      <div class="inline-field">
        <label for={target}>Made for</label>
        <select
          id={target}
          value={pane.target}
          onChange={({ currentTarget }) => choose(index, { target: currentTarget.value })}
        >
          {offered.targets.map(({ value, label, about }) => (
            <option key={value} value={value} title={about}>
              {label}
            </option>
          ))}
        </select>
      </div>
      {hasTotals && <TotalsLine index={index} />}
    </div>
  );
}

/** What an edition comes to. */
export function TotalsLine({ index }: { index: 0 | 1 }) {
  const { book, edition } = panes[index].value;
  return (
    <p class="totals" data-totals={index}>
      {book?.edition === edition && totalsText(book.totals).map((text) => <span key={text}>{text}</span>)}
    </p>
  );
}
