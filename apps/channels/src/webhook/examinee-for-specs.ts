/** For the exam: messages as a system of the operator's posts them, signed with id and time. */
import type { Examinee } from '../examinee-for-specs.ts';
import { signatureOf } from '../sign-webhook.ts';

const secret = Buffer.alloc(32, 7);

export const examinee: Examinee = {
  settings: ({ provider }) => ({
    WEBHOOK_ACCOUNTS: JSON.stringify([
      { name: 'exam', secrets: [`whsec_${secret.toString('base64')}`], url: `${provider}/answers` },
    ]),
  }),
  account: 'exam',
  to: 'customer-0',
  fact: 'message.received',
  read: ({ text }) => text as string,
  request({ customer, id, text, at }, { publicUrl, now }) {
    const said = { from: { address: `customer-${customer}` }, text, externalId: id, sentAt: at.toISOString() };
    const body = Buffer.from(JSON.stringify(said));
    const time = String(Math.floor(now.getTime() / 1000));
    const headers = {
      'content-type': 'application/json',
      'webhook-id': `req_${id}`,
      'webhook-timestamp': time,
      'webhook-signature': signatureOf({ id: `req_${id}`, time, body }, secret),
    };
    return { method: 'POST', url: `${publicUrl}/hooks/webhook/exam`, headers, body };
  },
  signsTime: true,
  tooLong: 2 * 1024 * 1024,
  empty: 'taken',
  oversize: 'too-large',
  takes: () => ({ status: 200, body: {} }),
};
