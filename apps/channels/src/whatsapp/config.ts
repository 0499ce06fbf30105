/** WhatsApp's own variables: off without a number; what is half set is refused with a sentence. */
import { type ConfigSpec, setting } from '@trunkline/platform';
import { z } from 'zod';

const secret = (help: string) => setting.text({ default: '', secret: true, help });

const Template = z.strictObject({
  name: z.string().regex(/^[a-z0-9_]{1,512}$/),
  language: z.string().regex(/^[a-z]{2,3}(_[A-Za-z]{2,4})?$/),
  text: z.string().min(1).max(1024),
});
type Template = z.infer<typeof Template>;

export const variables = {
  WHATSAPP_NUMBER_ID: setting.text({
    default: '',
    help: 'phone number id at Meta (not the number); empty: WhatsApp is off',
  }),
  WHATSAPP_TOKEN: secret('access token that may send for the number'),
  WHATSAPP_APP_SECRET: secret('secret of the app that signs webhooks; two with a comma while it is replaced'),
  WHATSAPP_VERIFY_TOKEN: secret('the word agreed with Meta when the webhook was entered there'),
  WHATSAPP_TEMPLATES: setting.json(z.array(Template).max(100), {
    default: [],
    help: 'JSON: [{name, language, text}], templates approved by Meta, without blanks to fill: what may go out after 24 hours',
  }),
  GRAPH_URL: setting.text({ default: 'https://graph.facebook.com/v25.0', help: 'where Meta’s Graph API answers' }),
} satisfies ConfigSpec;

export type WhatsappConfig = {
  numberId: string;
  token: string;
  secrets: string[];
  verifyToken: string;
  templates: Template[];
  api: string;
};

export function readWhatsappConfig(values: Record<string, unknown>): WhatsappConfig | null {
  const text = (name: string) => String(values[name] ?? '').trim();
  if (!text('WHATSAPP_NUMBER_ID')) return null;
  for (const name of ['WHATSAPP_TOKEN', 'WHATSAPP_APP_SECRET', 'WHATSAPP_VERIFY_TOKEN'])
    if (!text(name)) throw new Error(`${name} is not set, and WHATSAPP_NUMBER_ID is`);
  const secrets = text('WHATSAPP_APP_SECRET')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  const api = text('GRAPH_URL').replace(/\/$/, '');
  return {
    numberId: text('WHATSAPP_NUMBER_ID'),
    token: text('WHATSAPP_TOKEN'),
    secrets,
    verifyToken: text('WHATSAPP_VERIFY_TOKEN'),
    templates: (values.WHATSAPP_TEMPLATES ?? []) as Template[],
    api,
  };
}

/** For the samples and the command line alone. */
export const sampleSettings = {
  WHATSAPP_NUMBER_ID: '000000000000000',
  WHATSAPP_TOKEN: 'sample',
  WHATSAPP_APP_SECRET: 'sample-secret',
  WHATSAPP_VERIFY_TOKEN: 'sample-word',
  GRAPH_URL: 'http://127.0.0.1:1',
};
