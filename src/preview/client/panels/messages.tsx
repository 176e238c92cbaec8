import { server } from '../state.js';
import { count } from '../words.js';
import { MessageList } from './message-list.js';

/** Everything that is wrong with the files, errors first. */
export function MessagesPanel() {
  const messages = server.value?.messages ?? [];
  const errors = messages.filter(({ severity }) => severity === 'error');
  const warnings = messages.filter(({ severity }) => severity === 'warning');
  if (messages.length === 0) return <p class="nothing">No problems were found.</p>;
  return (
    <>
      <p class="panel-summary">
        {[
          errors.length > 0 ? count(errors.length, 'error') : '',
          warnings.length > 0 ? count(warnings.length, 'warning') : '',
        ]
          .filter(Boolean)
          .join(', ')}
      </p>
      <MessageList messages={[...errors, ...warnings]} />
    </>
  );
}
