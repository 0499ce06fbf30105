/** Meta's requests: whether the signature holds, and which messages and states stand in them. Pure. */
import type { Moved, OpenedRequest, WebhookRequest } from '../channel.ts';
import { hashOf } from '../compare-secrets.ts';
import { greet, isSignedByMeta } from '../meta-graph.ts';
import { readJson } from '../read-json.ts';
import type { WhatsappConfig } from './config.ts';
import { Payload, readValue } from './payload.ts';

type Item = { account: string; key: string; raw: Buffer };

export function openRequest(request: WebhookRequest, config: WhatsappConfig): OpenedRequest {
  const greeted = greet(request, config.verifyToken);
  if (greeted) return greeted;
  if (!isSignedByMeta(request, config.secrets))
    return { kind: 'refused', because: 'wrong-signature', detail: 'not signed by Meta for this app' };
  return readRequest(request, config);
}

export function readRequest(request: WebhookRequest, config: WhatsappConfig): OpenedRequest {
  const payload = Payload.safeParse(readJson(request.body)).data;
  // signed, and not to be read: kept whole, where a person sees it
  if (!payload) return { kind: 'opened', items: [whole(request.body, config)], moved: [] };
  const values = payload.entry.flatMap(({ changes }) => changes.flatMap(({ value }) => readValue(value) ?? []));
  return { kind: 'opened', items: values.flatMap(itemsOf), moved: values.flatMap(movedOf) };
}

type Value = NonNullable<ReturnType<typeof readValue>>;

/** A reaction is no message: it asks for nothing, and is an event of the one it is about. */
function itemsOf({ metadata, contacts, messages }: Value): Item[] {
  const account = metadata.phone_number_id;
  return messages
    .filter(({ type }) => type !== 'reaction')
    .map((message) => {
      const contact = contacts.find(({ wa_id }) => wa_id === message.from) ?? contacts[0];
      const raw = Buffer.from(JSON.stringify({ numberId: account, name: contact?.profile?.name ?? null, message }));
      return { account, key: message.id ?? nameOf(raw), raw };
    });
}

const states: Record<string, Moved['to']> = { sent: 'sent', delivered: 'delivered', read: 'read', failed: 'failed' };

function movedOf({ metadata, statuses }: Value): Moved[] {
  return statuses.flatMap(({ id, status, errors }): Moved[] => {
    const to = states[status];
    const detail = errors?.map(({ code, title }) => `Meta ${code ?? ''} ${title ?? ''}`.trim()).join('; ');
    return to ? [{ account: metadata.phone_number_id, reference: id, to, detail }] : [];
  });
}

const nameOf = (raw: Buffer) => `no-id:${hashOf(raw, { algorithm: 'sha256', secret: 'no-id', encoding: 'hex' })}`;
const whole = (body: Buffer, { numberId }: WhatsappConfig): Item => ({
  account: numberId,
  key: nameOf(body),
  raw: body,
});
