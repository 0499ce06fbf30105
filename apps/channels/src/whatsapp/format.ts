/** A word → the bodies that the Graph API takes, each text at most 4,096 characters. Pure; joined they are the text. */
import type { Word } from '../channel.ts';
import { cutIntoParts } from '../cut-into-parts.ts';

const longest = 4_096;

export const format = ({ to, text, thread }: Word): object[] =>
  cutIntoParts(text, longest).map((body, at) => ({
    messaging_product: 'whatsapp',
    recipient_type: 'individual',
    to: to.address.replace(/^\+/, ''),
    type: 'text',
    text: { body, preview_url: false },
    ...(at === 0 && thread.references.length > 0 ? { context: { message_id: thread.references.at(-1) } } : {}),
  }));
