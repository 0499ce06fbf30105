/** A word → the body that the Graph API takes. Pure; a text has at most 4,096 characters there, more is refused by it. */
import type { Word } from '../channel.ts';

export const format = ({ to, text, thread }: Word) => ({
  messaging_product: 'whatsapp',
  recipient_type: 'individual',
  to: to.address.replace(/^\+/, ''),
  type: 'text',
  text: { body: text, preview_url: false },
  ...(thread.references.length > 0 ? { context: { message_id: thread.references.at(-1) } } : {}),
});
