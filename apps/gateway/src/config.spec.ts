/** What the gateway is told: sensible without a word, and nobody gets in by a default. */
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
