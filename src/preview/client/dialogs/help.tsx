import { SHORTCUTS } from '../shortcuts.js';
import { hasShortcuts } from '../state.js';
import { Modal } from './modal.js';

/** What can be done with the keyboard. */
export function HelpDialog() {
  return (
    <Modal title="Keyboard">
      <table class="shortcuts">
        <tbody>
          {SHORTCUTS.map(({ keys, what }) => (
            <tr key={what}>
              <th scope="row">
                {keys.map((key) => (
                  <kbd key={key}>{key}</kbd>
                ))}
              </th>
              <td>{what}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <label class="check">
        <input
          type="checkbox"
          checked={hasShortcuts.value}
          onChange={({ currentTarget }) => {
            hasShortcuts.value = currentTarget.checked;
          }}
        />
        <span>Single keys do something (switch this off if you speak to your computer)</span>
      </label>
    </Modal>
  );
}
