/** Hands a word to WhatsApp as a text; outside the customer's 24 hours Meta refuses it, and says so. */
import type { Desk, Sent, Word } from '../channel.ts';
import { handOver } from '../hand-over.ts';
import { askGraph } from '../meta-graph.ts';
import { sendParts } from '../send-parts.ts';
import type { WhatsappConfig } from './config.ts';
import { format } from './format.ts';

/** https://developers.facebook.com/docs/whatsapp/cloud-api/support/error-codes */
const windowClosed = [131047];
const refusedAddress = [131026, 131030];
const tooFast = [130429, 131056, 80007, 4];

export const send = (word: Word, { config }: Desk<WhatsappConfig>): Promise<Sent> =>
  sendParts(format(word, config), (part) =>
    handOver(() => askGraph(config, `${config.numberId}/messages`, part), readAnswer),
  );

type Answer = { messages?: { id: string }[]; error?: { code?: number; message?: string } };

function readAnswer(body: unknown, status: number): Sent | undefined {
  const { messages, error } = (body ?? {}) as Answer;
  if (status < 300 && messages?.[0]) return { kind: 'sent', reference: messages[0].id };
  const [code, detail] = [error?.code ?? 0, `Meta ${error?.code ?? status}: ${error?.message ?? ''}`];
  if (windowClosed.includes(code)) return { kind: 'failed', because: 'reply-window-closed', detail };
  if (refusedAddress.includes(code)) return { kind: 'failed', because: 'address-refused', detail };
  return tooFast.includes(code) ? { kind: 'retry', because: 'provider-away', detail } : undefined;
}
