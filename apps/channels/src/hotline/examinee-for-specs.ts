/** For the exam: callers who leave a message, as Twilio posts its transcription, signed over address and sorted form. */
import { createHmac } from 'node:crypto';
import type { Examinee, Said } from '../examinee-for-specs.ts';

const ours = '+4930901899';
const token = 'exam-token';
const phone = (customer: number) => `+4915100${String(customer).padStart(6, '0')}`;

export const examinee: Examinee = {
  settings: ({ provider, publicUrl }) => ({
    HOTLINE_ACCOUNT_SID: `AC${'0'.repeat(32)}`,
    HOTLINE_AUTH_TOKEN: token,
    HOTLINE_NUMBERS: ours,
    HOTLINE_URL: provider,
    CHANNELS_PUBLIC_URL: publicUrl,
  }),
  account: ours,
  to: phone(0),
  fact: 'call.changed',
  read: ({ voicemail }) => (voicemail as string) ?? '',
  request: (said, { publicUrl }) => signed(`${publicUrl}/hooks/hotline/voicemail?language=en`, formOf(said)),
  tooLong: 2 * 1024 * 1024,
  empty: 'taken',
  oversize: 'too-large',
  takes: () => ({ status: 201, body: { sid: `SM${Math.random()}`, status: 'queued' } }),
};

export function signed(url: string, form: Record<string, string>) {
  const sorted = Object.keys(form)
    .sort()
    .map((name) => name + form[name])
    .join('');
  const headers = {
    'content-type': 'application/x-www-form-urlencoded',
    'x-twilio-signature': createHmac('sha1', token)
      .update(url + sorted)
      .digest('base64'),
  };
  return { method: 'POST', url, headers, body: Buffer.from(new URLSearchParams(form).toString()) };
}

const formOf = ({ customer, id, text, at }: Said): Record<string, string> => ({
  CallSid: `CA${id}`,
  From: phone(customer),
  To: ours,
  TranscriptionSid: `TR${id}`,
  TranscriptionText: text,
  Timestamp: at.toUTCString(),
});
