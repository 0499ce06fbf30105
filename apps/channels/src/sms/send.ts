/** Hands a word to Twilio, part by part; nobody who said STOP is written to. */
import type { Desk, Sent, Word } from '../channel.ts';
import { handOver } from '../hand-over.ts';
import { sendParts } from '../send-parts.ts';
import { askTwilio } from './ask-twilio.ts';
import type { SmsConfig } from './config.ts';
import { format } from './format.ts';
import { isOptedOut } from './opt-outs.store.ts';

/** https://www.twilio.com/docs/api/errors: the customer said STOP; not a number; cannot be reached from here. */
const saidStop = 21610;
const refusedAddress = [21211, 21612, 21614];

export async function send(word: Word, desk: Desk<SmsConfig>): Promise<Sent> {
  if (await isOptedOut(desk.postgres, { account: word.account, address: word.to.address }))
    return { kind: 'failed', because: 'opted-out', detail: 'the customer said STOP' };
  return sendParts(format(word), (part) => sendPart(word, part, desk.config));
}

function sendPart(word: Word, text: string, config: SmsConfig): Promise<Sent> {
  const callback = `${config.publicUrl}/hooks/sms/status/${word.messageId}`;
  const form = { To: word.to.address, From: word.account, Body: text, StatusCallback: callback };
  return handOver(() => askTwilio(config, 'Messages.json', { form }), readAnswer);
}

function readAnswer(body: unknown, status: number): Sent | undefined {
  const { sid = null, code = 0, message = '' } = (body ?? {}) as { sid?: string; code?: number; message?: string };
  if (status < 300) return { kind: 'sent', reference: sid };
  const detail = `Twilio ${code}: ${message}`;
  if (code === saidStop) return { kind: 'failed', because: 'opted-out', detail };
  return refusedAddress.includes(code) ? { kind: 'failed', because: 'address-refused', detail } : undefined;
}
