/** A wrong environment is named whole, a right one becomes typed values. */
import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { ConfigError, describeConfig, platformConfig, readConfig, setting } from './config.ts';

const key = Buffer.alloc(32, 7).toString('base64url');
const enough = {
  DATABASE_URL: 'postgres://trunkline_router:hush@127.0.0.1:5432/trunkline',
  KAFKA_BROKERS: '127.0.0.1:9092',
  SERVICE_KEYS: `new:${key},old:${key}`,
};

test('what is set is read by its type, what is not takes its default', () => {
  const config = readConfig(
    { ...platformConfig, RING: setting.seconds({ default: 20, help: 'how long an offer rings' }) },
    enough,
  );
  expect(config.PORT).toBe(0);
  expect(config.RING).toBe(20);
  expect(config.KAFKA_TOPICS).toBe('auto');
  expect(config.SERVICE_KEYS.map(({ kid, bytes }) => [kid, bytes.length])).toEqual([
    ['new', 32],
    ['old', 32],
  ]);
});

test('an empty variable counts as one that is not set', () => {
  expect(readConfig(platformConfig, { ...enough, LOG_LEVEL: '' }).LOG_LEVEL).toBe('info');
});

test('all wrong variables are named at once, and no value is shown', () => {
  const wrong = {
    DATABASE_URL: 'hush-hush',
    PORT: '70000',
    SERVICE_KEYS: 'a:hush-hush',
    LOG_LEVEL: 'loud',
    KAFKA_TOPICS: 'mine',
  };
  let said = '';
  try {
    readConfig(platformConfig, wrong);
  } catch (error) {
    expect(error).toBeInstanceOf(ConfigError);
    said = (error as ConfigError).message;
  }
  for (const name of ['DATABASE_URL', 'KAFKA_BROKERS', 'PORT', 'SERVICE_KEYS', 'LOG_LEVEL', 'KAFKA_TOPICS'])
    expect(said).toContain(name);
  expect(said).not.toContain('hush-hush');
});

test.each([
  ['a port that is no number', setting.port({ help: '' }), 'http'],
  ['seconds with a fraction', setting.seconds({ help: '' }), '1.5'],
  ['a negative count', setting.count({ help: '' }), '-1'],
  ['an address without a scheme', setting.url({ help: '' }), 'localhost:80'],
  ['a flag that is neither on nor off', setting.flag({ help: '' }), 'maybe'],
  ['a key of 31 bytes', setting.keys({ help: '' }), `a:${Buffer.alloc(31).toString('base64url')}`],
  ['a key without a name', setting.keys({ help: '' }), key],
  ['text that is no JSON', setting.json(z.array(z.string()), { help: '' }), '[oops'],
  ['JSON of another shape', setting.json(z.array(z.string()), { help: '' }), '{"a":1}'],
])('%s is refused', (_sentence, entry, text) => {
  expect(() => readConfig({ IT: entry }, { IT: text })).toThrow(/IT /);
});

test('faults on purpose are refused in production', () => {
  const env = { ...enough, TRUNKLINE_PROFILE: 'production', FAULT_POINTS: 'relay.after-send=kill' };
  expect(() => readConfig(platformConfig, env)).toThrow('FAULT_POINTS must be empty in production');
});

const closed = {
  ...enough,
  TRUNKLINE_PROFILE: 'production',
  DATABASE_URL: 'postgres://trunkline_router:a-long-enough-word@db.test/trunkline?sslmode=verify-full',
  KAFKA_TLS: 'on',
  KAFKA_USER: 'router',
  KAFKA_PASSWORD: 'a-long-enough-word',
  SERVICE_KEYS: `a:${randomBytes(32).toString('base64url')}`,
};

test('V27 what is encrypted and has secrets of its own starts in production', () =>
  expect(readConfig(platformConfig, closed).KAFKA_TLS).toBe(true));

test.each<[string, Record<string, string>, string]>([
  ['Kafka in plain', { KAFKA_TLS: 'off' }, 'KAFKA_TLS must be on in production'],
  ['Kafka without a user', { KAFKA_USER: '' }, 'KAFKA_USER must be set in production'],
  ['a short password to Kafka', { KAFKA_PASSWORD: 'short' }, 'KAFKA_PASSWORD must have at least 12 characters'],
  [
    'Postgres in plain',
    { DATABASE_URL: 'postgres://r:a-long-enough-word@db.test/t' },
    'must end in ?sslmode=verify-full',
  ],
  [
    'a certificate of Postgres that nobody checks',
    { DATABASE_URL: 'postgres://r:a-long-enough-word@db.test/t?sslmode=require' },
    'must end in ?sslmode=verify-full',
  ],
  [
    'a default password to Postgres',
    { DATABASE_URL: 'postgres://r:postgres@db.test/t?sslmode=verify-full' },
    'the password of DATABASE_URL must not be empty or a default',
  ],
  [
    'the key of the demo',
    { SERVICE_KEYS: `demo:${Buffer.from('demo-only-service-key-of-32-bytes').toString('base64url')}` },
    'SERVICE_KEYS must not hold a key out of the examples',
  ],
  [
    'a key of one byte over and over, behind a good one',
    { SERVICE_KEYS: `${closed.SERVICE_KEYS},b:${Buffer.alloc(32, 9).toString('base64url')}` },
    'SERVICE_KEYS must not hold a key out of the examples',
  ],
])('V27 %s is refused in production', (_sentence, change, sentence) =>
  expect(() => readConfig(platformConfig, { ...closed, ...change })).toThrow(sentence),
);

test('the example file explains each variable and holds no secret', () => {
  const text = describeConfig({
    ...platformConfig,
    TOKEN: setting.text({ default: 'hush', secret: true, help: 'a token' }),
  });
  expect(text).toContain('# the least that is logged (one of debug, info, warn, error, silent)\nLOG_LEVEL=info\n');
  expect(text).toContain('# Postgres, as the role of this service (address, required)\nDATABASE_URL=\n');
  expect(text).not.toContain('hush');
});

const bucket = {
  ...platformConfig,
  S3_ENDPOINT: setting.text({ default: '', help: '' }),
  S3_SECRET_ACCESS_KEY: setting.text({ default: '', secret: true, help: '' }),
};

test.each<[string, Record<string, string>, string | null]>([
  ['a bucket by TLS', { S3_ENDPOINT: 'https://s3.test' }, null],
  ['a proxy to it beside the service', { S3_ENDPOINT: 'http://127.0.0.1:9000' }, null],
  ['no bucket at all', { S3_SECRET_ACCESS_KEY: '' }, null],
  ['a bucket in plain', { S3_ENDPOINT: 'http://s3.test' }, 'S3_ENDPOINT must begin with https:// in production'],
  ['a short key', { S3_ENDPOINT: 'https://s3.test', S3_SECRET_ACCESS_KEY: 'x' }, 'S3_SECRET_ACCESS_KEY must have at'],
])('V27 in production, files in %s', (_sentence, change, sentence) => {
  const reading = () => readConfig(bucket, { ...closed, S3_SECRET_ACCESS_KEY: 'a-long-enough-word', ...change });
  if (sentence) expect(reading).toThrow(sentence);
  else expect(reading).not.toThrow();
});
