/** SMS's own variables: off without an account; what is half set is refused with a sentence. */
import { type ConfigSpec, setting } from '@trunkline/platform';
import { publicUrl } from '../public-url.ts';

export const variables = {
  ...publicUrl,
  TWILIO_ACCOUNT_SID: setting.text({ default: '', help: 'account at Twilio (AC…); empty: SMS is off' }),
  TWILIO_AUTH_TOKEN: setting.text({
    default: '',
    secret: true,
    help: 'its token; two with a comma while it is replaced: the first sends, both verify',
  }),
  TWILIO_NUMBERS: setting.text({ default: '', help: 'our numbers, +4915…, with commas' }),
  TWILIO_URL: setting.text({ default: 'https://api.twilio.com', help: 'where Twilio answers' }),
} satisfies ConfigSpec;

export type SmsConfig = {
  account: string;
  tokens: string[];
  numbers: string[];
  api: string;
  /** Where Twilio reaches us; status callbacks go there. */
  publicUrl: string;
};

export function readSmsConfig(values: Record<string, unknown>): SmsConfig | null {
  const text = (name: string) => String(values[name] ?? '').trim();
  const list = (name: string) =>
    text(name)
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  if (!text('TWILIO_ACCOUNT_SID')) return null;
  const tokens = list('TWILIO_AUTH_TOKEN');
  const numbers = list('TWILIO_NUMBERS');
  if (tokens.length === 0) throw new Error('TWILIO_AUTH_TOKEN is not set: it signs and verifies');
  if (numbers.length === 0) throw new Error('TWILIO_NUMBERS names no number of ours');
  const wrong = numbers.find((number) => !/^\+[1-9]\d{6,14}$/.test(number));
  if (wrong) throw new Error(`TWILIO_NUMBERS: ${wrong} must be written like +4915112345678`);
  // without it nobody could know which address was signed
  if (!URL.canParse(text('CHANNELS_PUBLIC_URL'))) throw new Error('CHANNELS_PUBLIC_URL is not set: Twilio signs it');
  const trim = (url: string) => url.replace(/\/$/, '');
  const publicUrl = trim(text('CHANNELS_PUBLIC_URL'));
  return { account: text('TWILIO_ACCOUNT_SID'), tokens, numbers, api: trim(text('TWILIO_URL')), publicUrl };
}

/** For the samples and the command line alone. */
export const sampleSettings = {
  TWILIO_ACCOUNT_SID: 'AC00000000000000000000000000000000',
  TWILIO_AUTH_TOKEN: 'sample-token',
  TWILIO_NUMBERS: '+15005550006',
  TWILIO_URL: 'http://127.0.0.1:1',
  CHANNELS_PUBLIC_URL: 'https://desk.test',
};
