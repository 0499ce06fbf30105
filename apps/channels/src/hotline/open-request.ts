/** Twilio's requests: whether the signature over address and form holds, and what they report of a call. Pure. */
import { leaveKey } from '@trunkline/rules';
import type { OpenedRequest, WebhookRequest } from '../channel.ts';
import { hashOf, isSame } from '../compare-secrets.ts';
import type { HotlineConfig } from './config.ts';
import { rawOf, type Step, stepOf } from './step.ts';

export function openRequest(request: WebhookRequest, config: HotlineConfig): OpenedRequest {
  if (!isSigned(request, config)) return refused('not signed by Twilio for this address');
  const step = stepOf(request);
  if (!step) return refused('no step of a call');
  const key = keyOf(step);
  const items = key === null ? [] : [{ account: accountOf(step, config), key, raw: rawOf(step) }];
  return { kind: 'opened', items, moved: [], answer: { type: 'text/xml; charset=utf-8', body: '<Response/>' } };
}

const refused = (detail: string): OpenedRequest => ({ kind: 'refused', because: 'wrong-signature', detail });

const ends = ['completed', 'busy', 'no-answer', 'failed', 'canceled'];

/** Null where the step reports nothing. A caller who waits asks again and again: that is one report. */
function keyOf({ name, given, form }: Step): string | null {
  const call = form.get('CallSid') ?? '';
  const of = (...parts: (string | null)[]) => [call, ...parts].join(':').slice(0, 500);
  if (name === 'wait') return of('ringing');
  if (name === 'instead') return given.has('closed') || form.get('Digits') === leaveKey ? of('left') : null;
  if (name === 'leg') return form.get('CallStatus') === 'in-progress' ? of('answered', given.get('call')) : null;
  if (name === 'dialled') return of('dialled', form.get('DialCallSid') ?? form.get('DialCallStatus'));
  if (name === 'status') return ends.includes(form.get('CallStatus') ?? '') ? of('over', form.get('CallStatus')) : null;
  if (name === 'recording') return of('recording', form.get('RecordingSid'), form.get('RecordingStatus'));
  if (name === 'voicemail') return of('voicemail', form.get('TranscriptionSid') ?? form.get('RecordingSid'));
  return null;
}

function accountOf({ given, form }: Step, { numbers }: HotlineConfig): string {
  const said = [given.get('account'), form.get('To'), form.get('From'), form.get('Called')];
  return numbers.find((number) => said.includes(number)) ?? numbers[0]!;
}

/** Twilio signs the address with or without the port it has by default. */
function isSigned({ url, headers, body }: WebhookRequest, { tokens }: HotlineConfig): boolean {
  const signature = headers['x-twilio-signature'];
  if (!signature || !URL.canParse(url)) return false;
  const fields = [...new URLSearchParams(body.toString('utf8'))].sort(([a], [b]) => (a < b ? -1 : Number(a > b)));
  const form = fields.map(([name, value]) => name + value).join('');
  return [url, withPort(url)].some((address) =>
    tokens.some((secret) =>
      isSame(signature, hashOf(address + form, { algorithm: 'sha1', secret, encoding: 'base64' })),
    ),
  );
}

function withPort(url: string): string {
  const { protocol, host, port } = new URL(url);
  return port ? url : url.replace(host, `${host}:${protocol === 'https:' ? 443 : 80}`);
}
