/** For the exam: messages as Twilio posts them, signed over the address and the sorted form. */
import { createHmac } from 'node:crypto';
import type { Examinee, Said } from '../examinee-for-specs.ts';

const ours = '+15005550099';
const token = 'exam-token';
const phone = (customer: number) => `+4915100${String(customer).padStart(6, '0')}`;
const sidOf = (id: string) => `SM${Buffer.from(id).toString('hex').padStart(32, '0')}`;

export const examinee: Examinee = {
  settings: ({ provider, publicUrl }) => ({
    TWILIO_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    TWILIO_AUTH_TOKEN: token,
    TWILIO_NUMBERS: ours,
    TWILIO_URL: provider,
    CHANNELS_PUBLIC_URL: publicUrl,
  }),
  account: ours,
  to: phone(0),
  fact: 'message.received',
  read: ({ text }) => text as string,
  request(said, { publicUrl }) {
    const url = `${publicUrl}/hooks/sms`;
    const form = formOf(said);
    const signed =
      url +
      Object.keys(form)
        .sort()
        .map((name) => name + form[name])
        .join('');
    const headers = {
      'content-type': 'application/x-www-form-urlencoded',
      'x-twilio-signature': createHmac('sha1', token).update(signed).digest('base64'),
    };
    return { method: 'POST', url, headers, body: Buffer.from(new URLSearchParams(form).toString()) };
  },
  tooLong: 2 * 1024 * 1024,
  empty: 'taken',
  oversize: 'too-large',
  lists: (missed, { method, path }) =>
    method === 'GET' && path.includes('/Messages.json')
      ? { status: 200, body: { messages: missed.map(listed), next_page_uri: null } }
      : undefined,
  takes: () => ({ status: 201, body: { sid: sidOf(String(Math.random())), status: 'queued' } }),
};

const formOf = ({ customer, id, text }: Said): Record<string, string> => ({
  MessageSid: sidOf(id),
  AccountSid: `AC${'0'.repeat(32)}`,
  From: phone(customer),
  To: ours,
  Body: text,
  NumMedia: '0',
});

const listed = (said: Said) => ({
  sid: sidOf(said.id),
  from: phone(said.customer),
  to: ours,
  body: said.text,
  direction: 'inbound',
  date_created: said.at.toUTCString(),
  num_media: '0',
});
