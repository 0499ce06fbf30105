/** A word in writing to a caller goes out as SMS, from the number that was called. */
import type { Desk, Sent, Word } from '../channel.ts';
import { cutIntoParts } from '../cut-into-parts.ts';
import { handOver } from '../hand-over.ts';
import { sendParts } from '../send-parts.ts';
import { askTwilio } from './ask-twilio.ts';
import type { HotlineConfig } from './config.ts';

const longest = 1_600;
/** https://www.twilio.com/docs/api/errors: no number, cannot be reached from here, no mobile; the customer said STOP. */
const refusedAddress = [21211, 21212, 21606, 21612, 21614];
const saidStop = 21610;

export async function send(word: Word, { config }: Desk<HotlineConfig>): Promise<Sent> {
  const to = word.to.address;
  if (!/^\+\d{5,15}$/.test(to))
    return { kind: 'failed', because: 'address-refused', detail: 'the number was withheld' };
  const form = { To: to, From: word.account };
  return sendParts(cutIntoParts(word.text, longest), (text) =>
    handOver(() => askTwilio(config, 'Messages.json', { ...form, Body: text }), readAnswer),
  );
}

function readAnswer(body: unknown, status: number): Sent | undefined {
  const { sid = null, code = 0, message = '' } = (body ?? {}) as { sid?: string; code?: number; message?: string };
  if (status < 300) return { kind: 'sent', reference: sid };
  const detail = `Twilio ${code}: ${message}`;
  if (code === saidStop) return { kind: 'failed', because: 'opted-out', detail };
  return refusedAddress.includes(code) ? { kind: 'failed', because: 'address-refused', detail } : undefined;
}
