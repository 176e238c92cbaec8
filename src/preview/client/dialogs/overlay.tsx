import { useId, useState } from 'preact/hooks';
import type { OverlayPlan } from '../../protocol.js';
import { planOverlay, Refused, writeOverlay } from '../api.js';
import { Modal } from './modal.js';

/** Keeps the choices as a booklet of one's own: first a name, then what would be written, then it is. */
export function OverlayDialog() {
  const id = useId();
  const [name, setName] = useState('');
  const [plan, setPlan] = useState<OverlayPlan>();
  const [isWritten, setWritten] = useState(false);
  const [fault, setFault] = useState<string>();
  const [isBusy, setBusy] = useState(false);

  const attempt = async (act: () => Promise<OverlayPlan>, done: () => void) => {
    setBusy(true);
    setFault(undefined);
    try {
      setPlan(await act());
      done();
    } catch (error) {
      setFault(error instanceof Refused ? error.message : 'The preview cannot be reached.');
    } finally {
      setBusy(false);
    }
  };
  const look = () =>
    attempt(
      () => planOverlay({ name: name.trim() }),
      () => {},
    );
  const write = () =>
    attempt(
      () => writeOverlay({ name: name.trim() }),
      () => setWritten(true),
    );

  if (isWritten && plan) {
    return (
      <Modal title="Your booklet is there">
        <p role="status">
          It lies in <code>{plan.folder}</code>. It builds upon this one: when the original is improved, so is yours.
        </p>
        <Files plan={plan} />
      </Modal>
    );
  }
  return (
    <Modal title="Keep as a booklet of your own">
      <p>
        This makes a new folder, an overlay, beside this booklet. It holds what you chose and nothing else. This booklet
        stays as it is.
      </p>
      <form
        class="overlay"
        onSubmit={(event) => {
          event.preventDefault();
          if (plan) write();
          else look();
        }}
      >
        <label for={id}>Name of the new folder</label>
        <input
          id={id}
          type="text"
          required
          autocomplete="off"
          spellcheck={false}
          placeholder="our-church"
          value={name}
          onInput={({ currentTarget }) => {
            setName(currentTarget.value);
            // What was shown was for another name.
            setPlan(undefined);
          }}
        />
        {fault && (
          <p class="refused" role="alert">
            {fault}
          </p>
        )}
        {plan && (
          <>
            <p role="status">
              In <code>{plan.folder}</code>, exactly this will be written:
            </p>
            <Files plan={plan} />
          </>
        )}
        <div class="actions">
          <button type="submit" class="primary" disabled={isBusy || name.trim() === ''}>
            {plan ? 'Write these files' : 'Show what will be written'}
          </button>
        </div>
      </form>
    </Modal>
  );
}

function Files({ plan }: { plan: OverlayPlan }) {
  return (
    <ul class="files">
      {plan.files.map(({ path, text }) => (
        <li key={path}>
          <h3>
            <code>{path}</code>
          </h3>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard */}
          <pre tabIndex={0} role="group" aria-label={`Text of ${path}`}>
            {text}
          </pre>
        </li>
      ))}
    </ul>
  );
}
