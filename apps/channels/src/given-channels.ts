/** For specs: channels at work on a database of its own, with its doors, and without Kafka. */
import { randomBytes } from 'node:crypto';
import { type AddressInfo, createServer } from 'node:net';
import type { INestApplication } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import {
  migrateService,
  PlatformModule,
  type PlatformOptions,
  Postgres,
  ProblemFilter,
  prepareRoles,
  type RolePasswords,
  readConfig,
  takeRaw,
  urlOfService,
} from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { AppModule } from './app.module.ts';
import { channelsConfig } from './config.ts';
import { migrations } from './migrations/index.ts';

export type GivenChannels = { app: INestApplication; postgres: Postgres; url: string; stop(): Promise<void> };

/** Two with the same `settings` on one database are two replicas. */
export async function givenChannels(options: {
  ownerUrl: string;
  passwords: RolePasswords;
  settings?: Record<string, string>;
  /** Any free one, unless a spec has to name it beforehand. */
  port?: number;
}): Promise<GivenChannels> {
  const { ownerUrl, passwords, settings = {}, port = 0 } = options;
  const config = readConfig(channelsConfig, {
    DATABASE_URL: urlOfService(ownerUrl, 'channels', passwords.channels),
    KAFKA_BROKERS: '127.0.0.1:1',
    SERVICE_KEYS: testKeys,
    FIELD_KEY: testKeys,
    MAIL_REPLY_KEYS: testKeys,
    LOG_LEVEL: 'silent',
    ...settings,
  }) as PlatformOptions['config'];
  const platform = PlatformModule.forService({ name: 'channels', config, defaults: { policy: defaultPolicy } });
  class Root {}
  const app = await NestFactory.create(
    { module: Root, imports: [platform, AppModule] },
    { logger: false, rawBody: true },
  );
  takeRaw(app, ['/hooks', '/answer']);
  app.useGlobalFilters(app.get(ProblemFilter));
  await app.listen(port, '127.0.0.1');
  return { app, postgres: app.get(Postgres), url: await app.getUrl(), stop: () => app.close() };
}

export async function migrateChannels(ownerUrl: string, passwords: RolePasswords): Promise<void> {
  await prepareRoles({ ownerUrl, passwords });
  await migrateService({ ownerUrl, service: 'channels', migrations });
}

export const testKeys = `k1:${randomBytes(32).toString('base64url')}`;

/** Waits for the fact, never for a time; the sentence is what a failing test prints. */
export async function until(what: string, isSo: () => Promise<boolean> | boolean, seconds = 20): Promise<void> {
  const end = Date.now() + seconds * 1_000;
  while (!(await isSo())) {
    if (Date.now() > end) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((next) => setTimeout(next, 20));
  }
}

/** A port that was free a moment ago, where an address has to be known before the service starts. */
export async function freePort(): Promise<number> {
  const probe = createServer();
  await new Promise<void>((ready) => probe.listen(0, '127.0.0.1', ready));
  const { port } = probe.address() as AddressInfo;
  await new Promise((done) => probe.close(done));
  return port;
}
