/** For the exam: events as Slack posts them, signed over the raw bytes and the time. */
import { hashOf } from '../compare-secrets.ts';
import type { Examinee, Said } from '../examinee-for-specs.ts';

const team = 'T00EXAM';
const secret = 'exam-signing-secret';
const room = (customer: number) => `D00EXAM${customer}`;
const user = (customer: number) => `U00EXAM${customer}`;

const tsOf = ({ id, at }: Said) => {
  const micros = [...id].reduce((sum, sign) => (sum * 31 + sign.charCodeAt(0)) % 1_000_000, 7);
  return `${Math.floor(at.getTime() / 1000)}.${String(micros).padStart(6, '0')}`;
};
const messageOf = (said: Said) => ({
  type: 'message',
  user: user(said.customer),
  text: escaped(said.text),
  ts: tsOf(said),
});
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export const examinee: Examinee = {
  settings: ({ provider }) => ({
    SLACK_BOT_TOKEN: 'xoxb-exam',
    SLACK_SIGNING_SECRET: secret,
    SLACK_URL: `${provider}/api`,
  }),
  account: team,
  to: user(0),
  fact: 'message.received',
  read: ({ text }) => text as string,
  request(said, { publicUrl, now }) {
    const event = { ...messageOf(said), channel: room(said.customer), channel_type: 'im' };
    const body = Buffer.from(
      JSON.stringify({ type: 'event_callback', team_id: team, event_id: `Ev${said.id}`, event }),
    );
    const time = String(Math.floor(now.getTime() / 1000));
    const signed = Buffer.concat([Buffer.from(`v0:${time}:`), body]);
    const headers = {
      'content-type': 'application/json',
      'x-slack-request-timestamp': time,
      'x-slack-signature': `v0=${hashOf(signed, { algorithm: 'sha256', secret, encoding: 'hex' })}`,
    };
    return { method: 'POST', url: `${publicUrl}/hooks/slack`, headers, body };
  },
  signsTime: true,
  tooLong: 2 * 1024 * 1024,
  empty: 'taken',
  oversize: 'too-large',
  lists(missed, { path, body }) {
    const asked = new URLSearchParams(body);
    if (path.endsWith('/auth.test')) return ok({ team_id: team, user_id: 'U00BOT' });
    if (path.endsWith('/conversations.list')) {
      const rooms = new Set(missed.map(({ customer }) => room(customer)));
      return ok({ channels: [...rooms].map((id) => ({ id })) });
    }
    if (!path.endsWith('/conversations.history') || missed.length === 0) return undefined;
    const said = missed.filter(({ customer }) => room(customer) === asked.get('channel'));
    return ok({ messages: said.map(messageOf) });
  },
  takes: ({ path }) =>
    path.endsWith('/chat.postMessage')
      ? ok({
          channel: room(0),
          ts: `${Math.floor(Date.now() / 1000)}.${String(Math.random()).slice(2, 8).padEnd(6, '0')}`,
        })
      : { status: 404, body: { ok: false, error: 'unknown_method' } },
};

const ok = (body: object) => ({ status: 200, body: { ok: true, ...body } });
