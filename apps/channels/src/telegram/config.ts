/** Telegram's own variables: off without a bot's token; what is half set is refused with a sentence. */
import { type ConfigSpec, setting } from '@trunkline/platform';
import { publicUrl } from '../public-url.ts';

export const variables = {
  ...publicUrl,
  TELEGRAM_TOKEN: setting.text({
    default: '',
    secret: true,
    help: 'the bot’s token, 123456:ABC…; empty: Telegram is off',
  }),
  TELEGRAM_SECRET: setting.text({
    default: '',
    secret: true,
    help: 'word that Telegram sends with each request (A–Z, a–z, 0–9, _ and -); two with a comma while it is replaced',
  }),
  TELEGRAM_URL: setting.text({ default: 'https://api.telegram.org', help: 'where the Bot API answers' }),
} satisfies ConfigSpec;

export type TelegramConfig = { bot: string; token: string; secrets: string[]; api: string; publicUrl: string };

export function readTelegramConfig(values: Record<string, unknown>): TelegramConfig | null {
  const text = (name: string) => String(values[name] ?? '').trim();
  const token = text('TELEGRAM_TOKEN');
  if (!token) return null;
  const [, bot] = /^(\d{3,20}):[\w-]+$/.exec(token) ?? [];
  if (!bot) throw new Error('TELEGRAM_TOKEN must look like 123456:ABC…');
  const secrets = text('TELEGRAM_SECRET')
    .split(',')
    .map((part) => part.trim())
    .filter(Boolean);
  if (secrets.length === 0) throw new Error('TELEGRAM_SECRET is not set: without it anybody could post');
  if (!secrets.every((secret) => /^[\w-]{16,256}$/.test(secret)))
    throw new Error('TELEGRAM_SECRET must be 16 to 256 of A–Z, a–z, 0–9, _ and -');
  const trim = (url: string) => url.replace(/\/$/, '');
  return { bot, token, secrets, api: trim(text('TELEGRAM_URL')), publicUrl: trim(text('CHANNELS_PUBLIC_URL')) };
}

/** For the samples and the command line alone. */
export const sampleSettings = {
  TELEGRAM_TOKEN: '123456:sample',
  TELEGRAM_SECRET: 'sample-word-of-the-bot',
  TELEGRAM_URL: 'http://127.0.0.1:1',
};
