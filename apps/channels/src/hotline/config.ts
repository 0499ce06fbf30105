/** The hotline's own variables: off without an account; what is half set is refused with a sentence. */
import { type ConfigSpec, setting } from '@trunkline/platform';
import { publicUrl } from '../public-url.ts';

export const variables = {
  ...publicUrl,
  HOTLINE_ACCOUNT_SID: setting.text({ default: '', help: 'account at Twilio (AC…) of the hotline; empty: it is off' }),
  HOTLINE_AUTH_TOKEN: setting.text({
    default: '',
    secret: true,
    help: 'its token; two with a comma while it is replaced: the first acts, both verify',
  }),
  HOTLINE_NUMBERS: setting.text({ default: '', help: 'our numbers that are called, +4930…, with commas' }),
  HOTLINE_URL: setting.text({ default: 'https://api.twilio.com', help: 'where Twilio answers' }),
} satisfies ConfigSpec;

export type HotlineConfig = {
  account: string;
  tokens: string[];
  numbers: string[];
  api: string;
  /** Where Twilio reaches us. */
  publicUrl: string;
};

export function readHotlineConfig(values: Record<string, unknown>): HotlineConfig | null {
  const text = (name: string) => String(values[name] ?? '').trim();
  const list = (name: string) =>
    text(name)
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean);
  if (!text('HOTLINE_ACCOUNT_SID')) return null;
  const tokens = list('HOTLINE_AUTH_TOKEN');
  const numbers = list('HOTLINE_NUMBERS');
  if (tokens.length === 0) throw new Error('HOTLINE_AUTH_TOKEN is not set: it signs and verifies');
  if (numbers.length === 0) throw new Error('HOTLINE_NUMBERS names no number of ours');
  const wrong = numbers.find((number) => !/^\+[1-9]\d{6,14}$/.test(number));
  if (wrong) throw new Error(`HOTLINE_NUMBERS: ${wrong} must be written like +4930901820`);
  if (!URL.canParse(text('CHANNELS_PUBLIC_URL'))) throw new Error('CHANNELS_PUBLIC_URL is not set: Twilio signs it');
  const trim = (url: string) => url.replace(/\/$/, '');
  const publicUrl = trim(text('CHANNELS_PUBLIC_URL'));
  return { account: text('HOTLINE_ACCOUNT_SID'), tokens, numbers, api: trim(text('HOTLINE_URL')), publicUrl };
}

/** For the samples and the command line alone. */
export const sampleSettings = {
  HOTLINE_ACCOUNT_SID: 'AC00000000000000000000000000000000',
  HOTLINE_AUTH_TOKEN: 'sample-token',
  HOTLINE_NUMBERS: '+4930901820',
  HOTLINE_URL: 'http://127.0.0.1:1',
  CHANNELS_PUBLIC_URL: 'https://desk.test',
};
