/** Hands a word to Twilio, and says honestly what can be known: sent, surely not taken, refused, or unknown. */
import type { Desk, Sent, Word } from '../channel.ts';
import { askTwilio } from './ask-twilio.ts';
import type { SmsConfig } from './config.ts';
import { format } from './format.ts';
import { isOptedOut } from './opt-outs.store.ts';

/** https://www.twilio.com/docs/api/errors: the customer said STOP; not a number; cannot be reached from here. */
const refusedAddress = [21610, 21211, 21612, 21614];

type Answer = { status: number; body: { sid?: string; code?: number; message?: string } };

export async function send(word: Word, desk: Desk<SmsConfig>): Promise<Sent> {
  if (await isOptedOut(desk.postgres, { account: word.account, address: word.to.address }))
    return { kind: 'failed', because: 'opted-out', detail: 'the customer said STOP' };
  let last: Sent = { kind: 'failed', because: 'nothing-to-send', detail: 'no text' };
  for (const [at, part] of format(word).entries()) {
    last = await sendPart(word, part, desk.config);
    // what went out before cannot be taken back: nobody may send the whole again by himself
    if (last.kind !== 'sent') return at === 0 ? last : { kind: 'unknown', detail: `part ${at + 1} did not go out` };
  }
  return last;
}

async function sendPart(word: Word, text: string, config: SmsConfig): Promise<Sent> {
  try {
    return judge(await post(word, text, config));
  } catch (error) {
    const { code = '', message } = ((error as Error).cause ?? error) as { code?: string; message: string };
    const wasNeverThere = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN', 'EHOSTUNREACH'].includes(code);
    const detail = `${code} ${message}`.trim();
    return wasNeverThere ? { kind: 'retry', because: 'provider-away', detail } : { kind: 'unknown', detail };
  }
}

async function post(word: Word, text: string, config: SmsConfig): Promise<Answer> {
  const callback = `${config.publicUrl}/hooks/sms/status/${word.messageId}`;
  const form = { To: word.to.address, From: word.account, Body: text, StatusCallback: callback };
  const answer = await askTwilio(config, 'Messages.json', { form });
  return { status: answer.status, body: (await answer.json().catch(() => ({}))) as Answer['body'] };
}

/** A server's own failure may come after it had taken the word: its callback, or a person, will tell. */
function judge({ status, body }: Answer): Sent {
  const detail = `Twilio ${status} ${body.code ?? ''} ${body.message ?? ''}`.trim();
  if (status < 300) return { kind: 'sent', reference: body.sid ?? null };
  if (status === 429 || status === 503) return { kind: 'retry', because: 'provider-away', detail };
  if (status >= 500) return { kind: 'unknown', detail };
  const because = refusedAddress.includes(body.code ?? 0) ? 'address-refused' : 'provider-refused';
  return { kind: 'failed', because: body.code === 21610 ? 'opted-out' : because, detail };
}
