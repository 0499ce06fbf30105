/** What a recorded item, a recorded request or a provider's bare body says, or why it is refused. Pure but for the clock. */
import { z } from 'zod';
import type { AnyChannel, OpenedRequest, Parsed, WebhookRequest } from './channel.ts';
import { readJson } from './read-json.ts';

/** A request as it came. `now`: when it is judged (seconds, milliseconds or ISO); without it, now. */
const Recorded = z.looseObject({
  method: z.string(),
  url: z.string(),
  headers: z.record(z.string(), z.union([z.string(), z.array(z.string())])).default({}),
  body: z.unknown().optional(),
  now: z.union([z.number(), z.string()]).optional(),
});
type Recorded = z.infer<typeof Recorded>;

/** One line each; a request without any message says so, with the states in it. */
export async function parseRecorded(channel: AnyChannel, config: unknown, input: Buffer): Promise<object[]> {
  const recorded = Recorded.safeParse(readJson(input)).data;
  if (recorded && channel.openRequest) {
    const opened = channel.openRequest(requestOf(recorded), config as never, momentOf(recorded.now));
    return sayOpened(channel, config, opened);
  }
  const parsed = await channel.parse(input, config as never);
  if (parsed.kind !== 'unreadable' || !channel.readRequest) return [show(parsed)];
  const url = `https://desk.test/hooks/${channel.name}`;
  const bare = channel.readRequest({ method: 'POST', url, headers: {}, body: input }, config as never);
  return sayOpened(channel, config, bare);
}

function requestOf({ method, url, headers, body }: Recorded): WebhookRequest {
  const flat = Object.entries(headers).map(([name, value]) => [name.toLowerCase(), [value].flat().join(', ')]);
  const text = typeof body === 'string' ? body : body === undefined || body === null ? '' : JSON.stringify(body);
  const whole = URL.canParse(url) ? url : `https://desk.test${url.startsWith('/') ? '' : '/'}${url}`;
  return { method, url: whole, headers: Object.fromEntries(flat), body: Buffer.from(text) };
}

function momentOf(now: number | string | undefined): number {
  if (now === undefined) return Date.now();
  const moment = typeof now === 'string' && !/^\d+(\.\d+)?$/.test(now) ? Date.parse(now) : Number(now);
  return moment < 1e11 ? moment * 1000 : moment;
}

async function sayOpened(channel: AnyChannel, config: unknown, opened: OpenedRequest): Promise<object[]> {
  if (opened.kind === 'refused') return [opened];
  const { items, moved, answer } = opened;
  if (items.length === 0) return [{ kind: 'nothing', moved, ...(answer ? { answer } : {}) }];
  const said = [];
  for (const { account, key, raw } of items)
    said.push({ ...show(await channel.parse(raw, config as never)), account, key });
  return moved.length > 0 ? [...said, { kind: 'nothing', moved }] : said;
}

function show(item: Parsed): object {
  if (item.kind !== 'message') return item;
  const { from, text, whole, files, named = [], ...rest } = item;
  return {
    ...rest,
    from: from.address,
    name: from.name,
    ...(from.evidence ? { evidence: from.evidence } : {}),
    text: whole?.text ?? text,
    html: whole?.html ?? null,
    /** What the customer newly wrote. */
    reply: text,
    attachments: [...files.map(({ content: _bytes, ...file }) => file), ...named],
    headers: whole?.headers ?? [],
  };
}
