/** A gateway of one's own, whole, on the stack's Postgres and Kafka, with people to sign in, for specs. */
import { randomUUID } from 'node:crypto';
import type { INestApplication } from '@nestjs/common';
import type { NewStaff, StaffV1 } from '@trunkline/contracts';
import {
  migrateService,
  Postgres,
  prepareRoles,
  prepareTopics,
  type RolePasswords,
  schemaVersionOf,
  startService,
  urlOfService,
} from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { AppModule } from './app.module.ts';
import { gatewayConfig } from './config.ts';
import { migrations } from './migrations/index.ts';
import { openDoors } from './open-doors.ts';
import { takeLongBodies } from './take-long-bodies.ts';

export const password = 'a-password-for-specs';
export const administrator = { email: 'admin@desk.test', password };
export type Answer = {
  status: number;
  body: { reason?: string; token?: string; detail?: string } & Record<string, unknown>;
  headers: Headers;
};
export type Asked = { method?: string; token?: string; body?: unknown; headers?: Record<string, string> };
export type GatewayForSpecs = Awaited<ReturnType<typeof openGateway>>;

type Database = { ownerUrl: string; drop(): Promise<void> };

/** `ADMIN_EMAIL` empty: nobody works there yet. */
export async function openGateway(database: Database, passwords: RolePasswords, changes: Record<string, string> = {}) {
  await prepareRoles({ ownerUrl: database.ownerUrl, passwords });
  await migrateService({ ownerUrl: database.ownerUrl, service: 'gateway', migrations });
  const prefix = `spec-${randomUUID().slice(0, 8)}-`;
  const brokers = process.env.KAFKA_BROKERS ?? '';
  await prepareTopics({ service: 'gateway', brokers: brokers.split(','), prefix });
  Object.assign(process.env, {
    DATABASE_URL: urlOfService(database.ownerUrl, 'gateway', passwords.gateway),
    KAFKA_TOPIC_PREFIX: prefix,
    SERVICE_KEYS: `a:${Buffer.alloc(32, 7).toString('base64url')}`,
    LOG_LEVEL: 'silent',
    ADMIN_EMAIL: administrator.email,
    ADMIN_PASSWORD: administrator.password,
    ROUTER_URL: 'http://127.0.0.1:1',
    ...changes,
  });
  const app: INestApplication = await startService({
    name: 'gateway',
    module: AppModule,
    config: gatewayConfig,
    schemaVersion: schemaVersionOf(migrations),
    defaults: { policy: defaultPolicy },
    beforeBodies: takeLongBodies,
    beforeListen: openDoors,
  });
  const url = await app.getUrl();
  await comesTrue('ready', async () => (await fetch(`${url}/health/ready`)).ok);
  const ask = (path: string, asked: Asked = {}) => askAt(url, path, asked);
  const signIn = async (who: { email: string; password: string }): Promise<string> =>
    (await ask('/sessions', { method: 'POST', body: who })).body.token as string;
  return {
    app,
    url,
    ownerUrl: database.ownerUrl,
    postgres: app.get(Postgres),
    ask,
    signIn,
    close: async () => {
      await app.close();
      await database.drop();
    },
  };
}

async function askAt(url: string, path: string, { method = 'GET', token, body, headers }: Asked): Promise<Answer> {
  const answer = await fetch(`${url}/v1${path}`, {
    method,
    headers: {
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      ...(token ? { authorization: `Bearer ${token}` } : {}),
      ...headers,
    },
    ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
  });
  const text = await answer.text();
  return { status: answer.status, body: text === '' ? {} : JSON.parse(text), headers: answer.headers };
}

/** Adds a person and signs them in. */
export async function hire(
  gateway: GatewayForSpecs,
  hired: Partial<NewStaff> = {},
): Promise<{ staff: StaffV1; token: string }> {
  const token = await gateway.signIn(administrator);
  const email = `${randomUUID().slice(0, 8)}@desk.test`;
  const body = { ...aPerson, email, ...hired };
  const staff = (await gateway.ask('/staff', { method: 'POST', token, body })).body as unknown as StaffV1;
  return { staff, token: await gateway.signIn({ email: staff.email, password }) };
}

export const aPerson = {
  name: 'Ann',
  number: '1024',
  role: 'agent',
  language: 'en',
  groups: ['service'],
  skills: {},
  capacity: 6,
  standards: [],
  password,
} as const satisfies Omit<NewStaff, 'email' | 'groups' | 'standards'> & { groups: string[]; standards: [] };

/** Waits for the fact; the sentence is what a failing test prints. */
export async function comesTrue(what: string, isSo: () => Promise<boolean> | boolean, seconds = 20): Promise<void> {
  const giveUpAt = performance.now() + seconds * 1000;
  while (!(await isSo())) {
    if (performance.now() > giveUpAt) throw new Error(`not within ${seconds} s: ${what}`);
    await new Promise((next) => setTimeout(next, 25));
  }
}
