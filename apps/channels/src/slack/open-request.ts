/** Slack's requests: whether signature and time hold, and what customers said in them. Pure. */
import type { OpenedRequest, WebhookRequest } from '../channel.ts';
import { hashOf, isSame } from '../compare-secrets.ts';
import { readJson } from '../read-json.ts';
import type { SlackConfig } from './config.ts';
import { Envelope } from './event.ts';
import { itemsOf } from './items-of.ts';

/** https://docs.slack.dev/authentication/verifying-requests-from-slack; from the future it is no truer. */
const longestAwaySeconds = 300;

export function openRequest(request: WebhookRequest, config: SlackConfig, now: number): OpenedRequest {
  const problem = problemOf(request, config.secrets, now);
  return problem ? { kind: 'refused', because: 'wrong-signature', detail: problem } : readRequest(request, config);
}

export function readRequest(request: WebhookRequest, config: SlackConfig): OpenedRequest {
  const body = readJson(request.body);
  const envelope = Envelope.safeParse(body).data;
  if (envelope?.type === 'url_verification')
    return opened([], { type: 'text/plain; charset=utf-8', body: envelope.challenge ?? '' });
  if (envelope) return opened(itemsOf(envelope, config));
  // a form is a command or a button, and asks for nothing here; what should have been an event is kept whole
  return opened(isForm(request) ? [] : [{ account: '', key: nameOf(request.body), raw: request.body }]);
}

function problemOf({ headers, body }: WebhookRequest, secrets: string[], now: number): string | undefined {
  const time = headers['x-slack-request-timestamp'] ?? '';
  const given = headers['x-slack-signature'] ?? '';
  if (!/^\d{1,12}$/.test(time) || !given) return 'time or signature is missing';
  if (Math.abs(now / 1000 - Number(time)) > longestAwaySeconds) return 'the time signed is more than 5 minutes away';
  const signed = Buffer.concat([Buffer.from(`v0:${time}:`), body]);
  const isSigned = secrets.some((secret) =>
    isSame(given, `v0=${hashOf(signed, { algorithm: 'sha256', secret, encoding: 'hex' })}`),
  );
  return isSigned ? undefined : 'not signed by Slack for this app';
}

type Opened = Extract<OpenedRequest, { kind: 'opened' }>;
const opened = (items: Opened['items'], answer?: Opened['answer']): OpenedRequest => ({
  kind: 'opened',
  items,
  moved: [],
  ...(answer ? { answer } : {}),
});
const isForm = ({ headers }: WebhookRequest) =>
  (headers['content-type'] ?? '').startsWith('application/x-www-form-urlencoded');
const nameOf = (body: Buffer) => `raw:${hashOf(body, { algorithm: 'sha256', secret: 'no-id', encoding: 'hex' })}`;
