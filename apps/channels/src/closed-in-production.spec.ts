/** V27, V28: in production channels starts with no plain line, no word that is short or known, and no key out of the examples. */
import { randomBytes } from 'node:crypto';
import { readConfig } from '@trunkline/platform';
import { channelsConfig } from './config.ts';

const key = () => `k1:${randomBytes(32).toString('base64url')}`;
const word = () => randomBytes(18).toString('hex');
const hook = () => `whsec_${randomBytes(24).toString('base64')}`;

/** Everything that channels may be told, encrypted and with secrets of its own. */
const closed: Record<string, string> = {
  TRUNKLINE_PROFILE: 'production',
  DATABASE_URL: `postgres://trunkline_channels:${word()}@db.test/trunkline?sslmode=verify-full`,
  KAFKA_BROKERS: 'kafka.test:9093',
  KAFKA_TLS: 'on',
  KAFKA_USER: 'channels',
  KAFKA_PASSWORD: word(),
  SERVICE_KEYS: key(),
  FIELD_KEY: key(),
  CHANNELS_PUBLIC_URL: 'https://chat.test',
  IMAP_URL: `imaps://desk:${word()}@mail.test`,
  SMTP_URL: `smtps://desk:${word()}@mail.test`,
  MAIL_REPLY_KEYS: key(),
  WEBCHAT_SITES: JSON.stringify([{ site: 'shop', origins: ['https://shop.test'], keys: [word()] }]),
  WEBCHAT_VISITOR_KEYS: key(),
  TWILIO_AUTH_TOKEN: word(),
  SLACK_SIGNING_SECRET: word(),
  TELEGRAM_SECRET: word(),
  WHATSAPP_APP_SECRET: word(),
  WHATSAPP_VERIFY_TOKEN: word(),
  HOTLINE_AUTH_TOKEN: word(),
  WEBHOOK_ACCOUNTS: JSON.stringify([{ name: 'shop', secrets: [hook()], url: 'https://shop.test/answers' }]),
  PBX_SECRETS: hook(),
  PBX_URL: 'https://pbx.test',
};
const reading = (change: Record<string, string>) => () => readConfig(channelsConfig, { ...closed, ...change });

test('what is closed everywhere starts', () => expect(reading({})).not.toThrow());

const addresses = Object.entries(channelsConfig)
  .filter(([, { fallback }]) => typeof fallback === 'string' && fallback.startsWith('https://'))
  .map(([name]) => name);
const plain = [...addresses, 'CHANNELS_PUBLIC_URL', 'PBX_URL', 'S3_ENDPOINT'];

test('every provider that is spoken to by HTTP is among those tried', () =>
  expect(addresses.length).toBeGreaterThanOrEqual(5));

test.each(plain)('V27 %s in plain is refused in production', (name) =>
  expect(reading({ [name]: 'http://somewhere.test' })).toThrow(`${name} must begin with https:// in production`),
);

test.each([
  ['WEBHOOK_ACCOUNTS', [{ name: 'shop', secrets: [hook()], url: 'http://shop.test/answers' }]],
  ['WEBCHAT_SITES', [{ site: 'shop', origins: ['http://shop.test'], keys: [] }]],
])('V27 an address in plain within %s is refused in production', (name, value) =>
  expect(reading({ [name]: JSON.stringify(value) })).toThrow(`${name} must begin with https:// in production`),
);

const chosen = Object.keys(closed).filter((name) => /_(PASSWORD|SECRET|VERIFY_TOKEN|AUTH_TOKEN)$/.test(name));
test.each(chosen)('V9 a short %s is refused in production, as the second of two too', (name) => {
  expect(reading({ [name]: 'too-short' })).toThrow(`${name} must have at least 12 characters`);
  expect(reading({ [name]: 'changeme' })).toThrow(`${name} must not be empty or a default`);
  if (name !== 'KAFKA_PASSWORD') expect(reading({ [name]: `${word()},too-short` })).toThrow(name);
});

const keys = Object.entries(channelsConfig)
  .filter(([, { kind }]) => kind === 'keys')
  .map(([name]) => name);
test.each(keys)('V9 no key of the demo, and none that is no key, is taken for %s in production', (name) => {
  const demo = `demo:${Buffer.from('demo-only-whatever-key-of-32-bytes').toString('base64url')}`;
  for (const bad of [demo, `${key()},${demo}`, `z:${Buffer.alloc(32).toString('base64url')}`])
    expect(reading({ [name]: bad })).toThrow(`${name} must not hold a key out of the examples`);
});

test.each([
  [
    'the key of the demo’s site',
    {
      WEBCHAT_SITES: closed.WEBCHAT_SITES!.replace(/"keys":\["\w+/, '"keys":["demo-only-site-key-of-at-least-32-bytes'),
    },
    'WEBCHAT_SITES must not hold a key',
  ],
  ['the demo’s shop', { DEMO: 'on' }, 'DEMO must be off in production'],
  [
    'a default password to the mailbox',
    { IMAP_URL: 'imaps://desk:secret@mail.test' },
    'the password of IMAP_URL must not',
  ],
  ['a short password to send by', { SMTP_URL: 'smtps://desk:short@mail.test' }, 'the password of SMTP_URL must have'],
])('V27 %s is refused in production', (_sentence, change, sentence) => expect(reading(change)).toThrow(sentence));

test('a proxy beside the service may be spoken to plainly, and no value is ever printed', () => {
  expect(reading({ TWILIO_URL: 'http://127.0.0.1:9000' })).not.toThrow();
  expect(reading({ TELEGRAM_SECRET: 'hushhush' })).not.toThrow(/hushhush/);
});
