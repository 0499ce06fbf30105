/** The one line of a message that lists show. */
import type { MessageReceivedV1 } from '@trunkline/contracts';

export const firstWords = (message: Pick<MessageReceivedV1, 'text' | 'attachments'>): string =>
  message.text.replace(/\s+/g, ' ').trim().slice(0, 160) || message.attachments.map((one) => one.name).join(', ');
