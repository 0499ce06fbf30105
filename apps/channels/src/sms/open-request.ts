/** Twilio's requests: whether the signature over address and form holds, and what stands in it. Pure. */
import webhooks from 'twilio/lib/webhooks/webhooks.js';
import type { Moved, OpenedRequest, WebhookRequest } from '../channel.ts';
import type { SmsConfig } from './config.ts';

const noAnswer = { type: 'text/xml; charset=utf-8', body: '<Response/>' };

/** Below `/hooks/sms` messages come in; below `/hooks/sms/status/<message>` what became of ours. */
export function openRequest(request: WebhookRequest, config: SmsConfig): OpenedRequest {
  const form = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
  return isSigned(request, form, config)
    ? readRequest(request, config)
    : refused('not signed by Twilio for this address');
}

export function readRequest(request: WebhookRequest, config: SmsConfig): OpenedRequest {
  const form = Object.fromEntries(new URLSearchParams(request.body.toString('utf8')));
  const account = ours(form.To, config) ?? ours(form.From, config) ?? form.To ?? '';
  const about = /\/hooks\/sms\/status\/([0-9a-f-]{36})(?:[/?]|$)/.exec(request.url)?.[1];
  if (about)
    return { kind: 'opened', items: [], moved: movedBy(form, { account, messageId: about }), answer: noAnswer };
  const key = form.MessageSid || form.SmsSid;
  // one without an id was never a message; what it says is kept all the same, under what it is
  return {
    kind: 'opened',
    items: [{ account, key: key || request.body.toString('base64url').slice(0, 500), raw: request.body }],
    moved: [],
    answer: noAnswer,
  };
}

const refused = (detail: string): OpenedRequest => ({ kind: 'refused', because: 'wrong-signature', detail });
const ours = (number: string | undefined, { numbers }: SmsConfig) => numbers.find((one) => one === number);

/** JSON bodies are signed by `bodySHA256` in the address; the port may stand there or not. */
function isSigned(
  { url, headers, body }: WebhookRequest,
  form: Record<string, string>,
  { tokens }: SmsConfig,
): boolean {
  const signature = headers['x-twilio-signature'];
  if (!signature) return false;
  return tokens.some((token) =>
    url.includes('bodySHA256=')
      ? webhooks.validateRequestWithBody(token, signature, url, body.toString('utf8'))
      : webhooks.validateRequest(token, signature, url, form),
  );
}

const states: Record<string, Moved['to']> = {
  sent: 'sent',
  delivered: 'delivered',
  read: 'read',
  undelivered: 'failed',
  failed: 'failed',
  canceled: 'failed',
};

/** `queued`, `accepted`, `sending` say nothing that is not known. */
function movedBy(form: Record<string, string>, head: { account: string; messageId: string }): Moved[] {
  const to = states[form.MessageStatus ?? form.SmsStatus ?? ''];
  if (!to) return [];
  return [{ ...head, reference: form.MessageSid, to, detail: form.ErrorCode ? `Twilio ${form.ErrorCode}` : undefined }];
}
