/** For the exam: messages as Meta posts them, signed over the raw bytes. */
import { hashOf } from '../compare-secrets.ts';
import type { Examinee, Said } from '../examinee-for-specs.ts';

const number = '100000000000001';
const secret = 'exam-app-secret';
const phone = (customer: number) => `4917000${String(customer).padStart(6, '0')}`;

export const examinee: Examinee = {
  settings: ({ provider }) => ({
    WHATSAPP_NUMBER_ID: number,
    WHATSAPP_TOKEN: 'exam',
    WHATSAPP_APP_SECRET: secret,
    WHATSAPP_VERIFY_TOKEN: 'exam-word',
    GRAPH_URL: provider,
  }),
  account: number,
  to: `+${phone(0)}`,
  fact: 'message.received',
  read: ({ text }) => text as string,
  request(said, { publicUrl }) {
    const body = Buffer.from(JSON.stringify(payload(said)));
    const signature = `sha256=${hashOf(body, { algorithm: 'sha256', secret, encoding: 'hex' })}`;
    const headers = { 'content-type': 'application/json', 'x-hub-signature-256': signature };
    return { method: 'POST', url: `${publicUrl}/hooks/whatsapp`, headers, body };
  },
  tooLong: 4 * 1024 * 1024,
  empty: 'taken',
  oversize: 'too-large',
  takes: () => ({ status: 200, body: { messages: [{ id: `wamid.${Math.random()}` }] } }),
  tooLate: () => ({ status: 400, body: { error: { code: 131047, message: 'Re-engagement message' } } }),
};

const payload = ({ customer, id, text, at }: Said) => ({
  object: 'whatsapp_business_account',
  entry: [
    {
      id: '1',
      changes: [
        {
          field: 'messages',
          value: {
            messaging_product: 'whatsapp',
            metadata: { display_phone_number: '4930123456', phone_number_id: number },
            contacts: [{ profile: { name: `Customer ${customer}` }, wa_id: phone(customer) }],
            messages: [
              {
                from: phone(customer),
                id: `wamid.${id}`,
                timestamp: String(Math.floor(at.getTime() / 1000)),
                type: 'text',
                text: { body: text },
              },
            ],
          },
        },
      ],
    },
  ],
});
