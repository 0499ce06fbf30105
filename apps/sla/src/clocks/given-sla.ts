/** For specs: sla over an empty database, with a router that answers as it is told, and no doors. */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { ConversationStateNow, PolicyV1 } from '@trunkline/contracts';
import {
  AskService,
  Leases,
  LiveSettings,
  Log,
  migrateService,
  openPostgres,
  type PlatformConfig,
  Postgres,
  prepareRoles,
  type RolePasswords,
  urlOfService,
} from '@trunkline/platform';
import { defaultPolicy } from '@trunkline/rules';
import { migrations } from '../migrations/index.ts';
import { FireDue } from './fire-due.ts';
import { HoldTheLease } from './hold-the-lease.ts';
import { SetClocksConsumer } from './set-clocks.consumer.ts';

const me = { name: 'sla', instance: 'spec' } as const;
const log = new Log({ service: 'sla', instance: 'spec', level: 'silent' });

/** Limits of a second, warned of at half: clocks run for real, and nobody waits long. */
export const hastyPolicy: PolicyV1 = {
  ...defaultPolicy,
  standards: {
    ...defaultPolicy.standards,
    chat: { ...defaultPolicy.standards.chat, firstResponseSeconds: 1, nextResponseSeconds: 1 },
  },
  time: { ...defaultPolicy.time, warnAtPercent: 50, limits: [] },
};

export type GivenSla = Awaited<ReturnType<typeof givenSla>>;

type GivenDatabase = { ownerUrl: string; passwords: RolePasswords; policy?: PolicyV1 };

export async function givenSla({ ownerUrl, passwords, policy = hastyPolicy }: GivenDatabase) {
  await prepareRoles({ ownerUrl, passwords });
  await migrateService({ ownerUrl, service: 'sla', migrations });
  const url = urlOfService(ownerUrl, 'sla', passwords.sla);
  const postgres = new Postgres(await openPostgres({ url }));
  const settings = new LiveSettings(postgres, { policy }, log);
  const router = await standInRouter();
  const bytes = new Uint8Array(32).fill(7);
  const config = { SERVICE_KEYS: [{ kid: 'spec', bytes }], ROUTER_URL: router.url } as unknown as PlatformConfig;
  const due = new FireDue(postgres, new AskService(config, me, log), settings);
  const replicas: Leases[] = [];
  /** Another replica that competes for the timers. */
  const start = () => {
    const leases = new Leases(postgres, { name: 'sla', instance: `spec-${replicas.length}` }, log);
    replicas.push(leases);
    new HoldTheLease(leases, due, log).onApplicationBootstrap();
  };
  const stop = () => Promise.all(replicas.splice(0).map((leases) => leases.stop()));
  const end = async () => {
    await stop();
    await router.close();
    await postgres.close();
  };
  const clocks = new SetClocksConsumer(postgres, settings);
  return { postgres, settings, router, clocks, start, stop, end };
}

/** The router's one route that sla asks; `away` refuses as a router that is starting does. */
async function standInRouter() {
  const router = {
    states: new Map<string, ConversationStateNow>(),
    away: false,
    asked: 0,
    url: '',
    close: async () => {},
  };
  const server = createServer(async (request, response) => {
    router.asked += 1;
    let body = '';
    for await (const part of request) body += part;
    if (router.away) return response.writeHead(503).end();
    const { ids } = JSON.parse(body) as { ids: string[] };
    const items = ids.flatMap((id) => router.states.get(id) ?? []);
    const at = new Date().toISOString();
    return response.writeHead(200, { 'content-type': 'application/json' }).end(JSON.stringify({ at, items }));
  });
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
  router.url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  router.close = () => new Promise((closed) => server.close(() => closed()));
  return router;
}
