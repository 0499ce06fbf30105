/** For the exam: callers who leave a message, as a telephone system posts it under its signature. */
import { createHash } from 'node:crypto';
import type { Examinee } from '../examinee-for-specs.ts';
import { signatureOf } from '../sign-webhook.ts';

const secret = `whsec_${'RXhh'.repeat(8)}`;
const key = Buffer.from(secret.slice(6), 'base64');

export const examinee: Examinee = {
  settings: () => ({ PBX_SECRETS: secret }),
  account: '+4930901898',
  to: '+4915100000000',
  fact: 'call.changed',
  read: ({ voicemail }) => (voicemail as string) ?? '',
  request({ customer, id, text, at }, { publicUrl, now }) {
    const report = {
      call: createHash('sha1').update(id).digest('hex'),
      state: 'missed',
      from: `+4915100${String(customer).padStart(6, '0')}`,
      to: '+4930901898',
      voicemail: text,
      at: at.toISOString(),
    };
    const body = Buffer.from(JSON.stringify(report));
    const time = String(Math.floor(now.getTime() / 1000));
    const headers = {
      'content-type': 'application/json',
      'webhook-id': id,
      'webhook-timestamp': time,
      'webhook-signature': signatureOf({ id, time, body }, key),
    };
    return { method: 'POST', url: `${publicUrl}/hooks/pbx`, headers, body };
  },
  signsTime: true,
  tooLong: 2 * 1024 * 1024,
  empty: 'taken',
  oversize: 'too-large',
};
