/** Makes of a text the request that each kind of target takes, signed as its documentation says. Pure. */
import { createHmac } from 'node:crypto';
import type { Post } from './post-out.ts';
import type { Text } from './say-notification.ts';
import type { ToSay } from './to-say.ts';

export type WebKind = 'slack' | 'webhook' | 'wecom' | 'dingtalk' | 'feishu';
export type ToPost = {
  kind: WebKind;
  address: string;
  secret: string | null;
  /** Of the notification: the same at each try. */
  id: string;
  escalationId: string | null;
  attempt: number;
  said: ToSay;
  text: Text;
  /** ms */
  now: number;
};

const json = { 'content-type': 'application/json; charset=utf-8' };
const hmac = (key: string | Buffer, text: string) => createHmac('sha256', key).update(text, 'utf8').digest('base64');
const plain = ({ title, lines }: Text) => [title, ...lines].join('\n');

export function formatPost(post: ToPost): Post {
  return formats[post.kind](post);
}

const formats: Record<WebKind, (post: ToPost) => Post> = {
  /** Three characters mean something in Slack's text. */
  slack: ({ address, text }) => {
    const escaped = plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    return { address, headers: json, body: JSON.stringify({ text: escaped }) };
  },
  /** Standard Webhooks 1.0: `id.timestamp.body` under the key that follows `whsec_`. */
  webhook: ({ address, secret, id, escalationId, attempt, said, text, now }) => {
    const { kind, ...particulars } = said;
    const body = JSON.stringify({
      type: kind === 'test' ? 'notification.test' : 'escalation.raised',
      timestamp: new Date(now).toISOString(),
      data: { notificationId: id, attempt, escalationId, ...particulars, link: text.link, text: plain(text) },
    });
    const timestamp = String(Math.floor(now / 1000));
    const key = Buffer.from((secret ?? '').replace(/^whsec_/, ''), 'base64');
    const signature = `v1,${hmac(key, `${id}.${timestamp}.${body}`)}`;
    return {
      address,
      headers: { ...json, 'webhook-id': id, 'webhook-timestamp': timestamp, 'webhook-signature': signature },
      body,
    };
  },
  /** A text of at most 2,048 bytes. */
  wecom: ({ address, text }) => ({
    address,
    headers: json,
    body: JSON.stringify({ msgtype: 'text', text: { content: cut(plain(text), 2_048) } }),
  }),
  /** Signed in the query: milliseconds and the secret, under the secret. */
  dingtalk: ({ address, secret, text, now }) => {
    const url = new URL(address);
    if (secret !== null) {
      url.searchParams.set('timestamp', String(now));
      url.searchParams.set('sign', hmac(secret, `${now}\n${secret}`));
    }
    const body = JSON.stringify({ msgtype: 'text', text: { content: cut(plain(text), 20_000) } });
    return { address: url.href, headers: json, body };
  },
  /** Signed in the body: nothing, under seconds and the secret. */
  feishu: ({ address, secret, text, now }) => {
    const timestamp = String(Math.floor(now / 1000));
    const signed = secret === null ? {} : { timestamp, sign: hmac(`${timestamp}\n${secret}`, '') };
    const body = JSON.stringify({ ...signed, msg_type: 'text', content: { text: cut(plain(text), 20_000) } });
    return { address, headers: json, body };
  },
};

/** At most so many bytes, no character in halves. */
function cut(text: string, bytes: number): string {
  if (Buffer.byteLength(text) <= bytes) return text;
  return Buffer.from(text)
    .subarray(0, bytes)
    .toString('utf8')
    .replace(/\uFFFD+$/, '');
}
