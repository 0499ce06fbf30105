/** What the gateway is told: sensible without a word, and nobody gets in by a default. */
import { randomBytes } from 'node:crypto';
import { readConfig } from '@trunkline/platform';
import { gatewayConfig } from './config.ts';

const least = {
  DATABASE_URL: 'postgres://trunkline_gateway:x@127.0.0.1/trunkline',
  KAFKA_BROKERS: '127.0.0.1:9092',
  SERVICE_KEYS: `a:${Buffer.alloc(32, 1).toString('base64url')}`,
};

test('V9 no administrator is there by default', () => {
  const config = readConfig(gatewayConfig, least);
  expect([config.ADMIN_EMAIL, config.ADMIN_PASSWORD]).toEqual(['', '']);
});

test('V8 a sign-in ends within a day, and sooner where it is not used', () => {
  const config = readConfig(gatewayConfig, least);
  expect(config.SESSION_HOURS).toBeLessThanOrEqual(24);
  expect(config.SESSION_IDLE_MINUTES).toBeLessThan(config.SESSION_HOURS * 60);
});

test('every wrong setting is named at once, and no value is printed', () => {
  const wrong = { ...least, SESSION_HOURS: 'long', SERVICE_KEYS: 'secret' };
  expect(() => readConfig(gatewayConfig, wrong)).toThrow(/SERVICE_KEYS[\s\S]*SESSION_HOURS/);
  expect(() => readConfig(gatewayConfig, wrong)).not.toThrow(/secret|long/);
});

const key = () => `k1:${randomBytes(32).toString('base64url')}`;
const closed = {
  TRUNKLINE_PROFILE: 'production',
  DATABASE_URL: 'postgres://trunkline_gateway:a-long-enough-word@db.test/trunkline?sslmode=verify-full',
  KAFKA_BROKERS: 'kafka.test:9093',
  KAFKA_TLS: 'on',
  KAFKA_USER: 'gateway',
  KAFKA_PASSWORD: 'a-long-enough-word',
  SERVICE_KEYS: key(),
  SEAL_KEYS: key(),
  PUBLIC_URL: 'https://desk.test',
  SMTP_URL: 'smtps://desk:a-long-enough-word@mail.test',
};

test('V27 the gateway starts in production with what is closed', () =>
  expect(readConfig(gatewayConfig, closed).PUBLIC_URL).toBe('https://desk.test'));

test.each([
  ['a console in plain', { PUBLIC_URL: 'http://desk.test' }, 'PUBLIC_URL must begin with https://'],
  ['a short first password', { ADMIN_PASSWORD: 'short' }, 'ADMIN_PASSWORD must have at least 12'],
  ['the demo’s password', { ADMIN_PASSWORD: 'demo-trunkline' }, 'ADMIN_PASSWORD must not be empty or a default'],
  [
    'a default password to send by',
    { SMTP_URL: 'smtp://desk:password@mail.test' },
    'the password of SMTP_URL must not',
  ],
  [
    'compose’s own sealing key',
    { SEAL_KEYS: 'demo:ZGVtby1vbmx5LXNlYWwta2V5LW9mLTMyLWJ5dGVzLi4' },
    'SEAL_KEYS must not hold a key out of the examples',
  ],
])('V27 the gateway does not start in production with %s', (_sentence, change, sentence) =>
  expect(() => readConfig(gatewayConfig, { ...closed, ...change })).toThrow(sentence),
);
