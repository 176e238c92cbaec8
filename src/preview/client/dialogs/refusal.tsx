import type { Refusal } from '../../protocol.js';
import { MessageList } from '../panels/message-list.js';
import { Modal } from './modal.js';

/** Why something was not done. */
export function RefusalDialog({ title, refusal }: { title: string; refusal: Refusal }) {
  return (
    <Modal title={title}>
      <p>{refusal.error}</p>
      {refusal.messages && refusal.messages.length > 0 && <MessageList messages={refusal.messages} />}
    </Modal>
  );
}
