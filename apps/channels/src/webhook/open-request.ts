/** A system's request: whose account it is, whether the signature holds, and what stands in it. Pure. */
import type { Moved, OpenedRequest, WebhookRequest } from '../channel.ts';
import { readJson } from '../read-json.ts';
import { problemIn } from '../sign-webhook.ts';
import type { WebhookConfig } from './config.ts';
import { problemOf, SaidMessage, SaidStatus, Several } from './said.ts';

type Opened = Extract<OpenedRequest, { kind: 'opened' }>;
type Item = Opened['items'][number];
type Problem = { at: string; problem: string };

/** The account stands in the address: `/hooks/webhook/<account>`. */
export function openRequest(request: WebhookRequest, { accounts }: WebhookConfig, now: number): OpenedRequest {
  const name = nameIn(request);
  const account = accounts.get(name);
  // who has no account learns no more than who signs wrongly
  const problem = problemIn(request, account?.secrets ?? [], now);
  if (!account || problem)
    return { kind: 'refused', because: 'wrong-signature', detail: problem ?? 'there is no such account' };
  return read(request, { account: name, id: request.headers['webhook-id']! });
}

export function readRequest(request: WebhookRequest, { accounts }: WebhookConfig): OpenedRequest {
  const account = nameIn(request) || [...accounts.keys()][0]!;
  return read(request, { account, id: request.headers['webhook-id'] ?? 'unsigned' });
}

const nameIn = ({ url }: WebhookRequest) => /\/hooks\/webhook\/([a-z0-9-]{1,60})\/?(?:\?|$)/.exec(url)?.[1] ?? '';

type Of = { account: string; id: string };

function read({ body }: WebhookRequest, of: Of): OpenedRequest {
  const json = readJson(body);
  const several = Several.safeParse(json).data;
  const isSeveral = several?.messages !== undefined || several?.statuses !== undefined;
  const messages = isSeveral ? (several.messages ?? []) : [json];
  const items = messages.map((message, at) => itemOf(message, { ...of, body, at: isSeveral ? at : null }));
  const statuses = (several?.statuses ?? []).map((one) => SaidStatus.safeParse(one));
  const moved = statuses.flatMap(({ data }): Moved[] =>
    data ? [{ account: of.account, messageId: data.messageId, to: data.status, detail: data.detail }] : [],
  );
  const problems = [
    ...messages.flatMap((one, at) => problemsOf(SaidMessage.safeParse(one), `messages.${at}`)),
    ...statuses.flatMap((one, at) => problemsOf(one, `statuses.${at}`)),
  ];
  const answer = JSON.stringify({ messages: items.length, statuses: moved.length, unreadable: problems });
  return { kind: 'opened', items, moved, answer: { type: 'application/json', body: answer } };
}

type Checked = ReturnType<typeof SaidMessage.safeParse> | ReturnType<typeof SaidStatus.safeParse>;
const problemsOf = ({ error }: Checked, at: string): Problem[] => (error ? [{ at, problem: problemOf(error) }] : []);

/** Its own id makes it one; without, a replay of the same request does, and an equal one is only marked. */
function itemOf(message: unknown, { account, id, at, body }: Of & { at: number | null; body: Buffer }): Item {
  const raw = message === undefined ? body : Buffer.from(JSON.stringify(message));
  const own = SaidMessage.safeParse(message).data?.externalId;
  if (own !== undefined) return { account, key: `id:${own}`, raw };
  return { account, key: `request:${id}${at === null ? '' : `#${at}`}`, raw, hasOwnKey: true };
}
