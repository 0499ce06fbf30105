/** The one line of a message that lists show. */
import type { MessageReceivedV1 } from '@trunkline/contracts';
import { oneLine } from './one-line.ts';

export const firstWords = (message: Pick<MessageReceivedV1, 'text' | 'attachments'>): string =>
  oneLine(message.text) || message.attachments.map((one) => one.name).join(', ');
