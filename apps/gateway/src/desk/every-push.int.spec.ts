/** A45: every fact that is hinted at to screens, heard by sockets of six roles and two groups: who hears of it may see it. */
import { readFileSync } from 'node:fs';
import { type AgentId, type LiveChange, newId, Role, type StaffV1 } from '@trunkline/contracts';
import { type Act, acts, may } from '@trunkline/rules';
import { freshDatabase, testPasswords } from '@trunkline/testing';
import { io, type Socket } from 'socket.io-client';
import { AppModule } from '../app.module.ts';
import { comesTrue, type GatewayForSpecs, hire, openGateway } from '../gateway-for-specs.ts';
import { DeskSocket } from './desk.socket.ts';

type Kind = LiveChange['kind'];
/** Which act lets somebody see what stands behind a push; null: what everybody signed in is told. */
const behind: Record<Kind, Act | null> = {
  conversation: 'see-conversation',
  deadline: 'see-deadlines',
  ticket: 'see-tickets',
  'follow-up': 'see-follow-up',
  customer: 'list-customers',
  visitor: 'see-conversation',
  agent: 'list-customers',
  escalation: 'see-escalation',
  sign: 'see-sign',
  incident: 'see-incident',
  consult: 'see-escalation',
  'call-back': 'see-conversation',
  directive: 'see-conversation',
  settings: null,
  everything: null,
};

type Consumer = { prototype: Record<string, (batch: unknown[]) => Promise<unknown>> };
/** Each method that hears facts on every replica, with the types it hears: drawn from the gateway itself. */
const hearing = (Reflect.getMetadata('controllers', AppModule) as Consumer[]).flatMap((consumer) =>
  Object.getOwnPropertyNames(consumer.prototype).flatMap((name) => {
    const method = consumer.prototype[name] as object;
    const types = (Reflect.getMetadata('microservices:pattern', method) as string[][] | undefined)?.flat();
    const how = Reflect.getMetadata('microservices:pattern_extras', method) as { every?: string } | undefined;
    return types && how?.every === 'replica' ? types.map((type) => ({ consumer, name, type })) : [];
  }),
);

let gateway: GatewayForSpecs;
const screens: { person: StaffV1; socket: Socket; heard: LiveChange[] }[] = [];
beforeAll(async () => {
  gateway = await openGateway(await freshDatabase(), testPasswords);
  for (const role of Role.options)
    for (const group of ['service', 'payments']) {
      const { staff, token } = await hire(gateway, { role, groups: [group] });
      const socket = io(gateway.url, {
        path: '/v1/live',
        transports: ['websocket'],
        reconnection: false,
        forceNew: true,
        extraHeaders: { authorization: `Bearer ${token}` },
      });
      const heard: LiveChange[] = [];
      socket.on('changed', (change: LiveChange) => heard.push(change));
      screens.push({ person: staff, socket, heard });
    }
  await comesTrue('all are told to fetch all', () => screens.every(({ heard }) => heard.length > 0));
}, 120_000);
afterAll(async () => {
  for (const { socket } of screens) socket.disconnect();
  await gateway?.close();
});

/** One for all: what says no group is of the group that was said of it before. */
const conversationId = newId();

/** The fact's golden example, about a conversation of the group `service` that nobody here has. */
function example(type: string) {
  const file = new URL(`../../../../libs/contracts/examples/${type.replaceAll('.', '-')}.v1.json`, import.meta.url);
  const data = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>;
  for (const name of ['queue', 'callBackQueue']) if (name in data) data[name] = 'service';
  if ('queues' in data) data.queues = ['service'];
  for (const name of ['agentId', 'ownerId', 'followerId', 'takenBy']) if (data[name]) data[name] = newId<AgentId>();
  if ('conversationId' in data) data.conversationId = conversationId;
  return data;
}

test('A45 there is something to hear, and every kind of it is known', () => {
  expect(hearing.length).toBeGreaterThan(30);
});

test.each(hearing.map(({ type, ...rest }) => [type, rest] as const))(
  'A45 of %s hears who may see it, and nobody else',
  async (type, { consumer, name }) => {
    for (const { heard } of screens) heard.length = 0;
    const data = example(type);
    const method = gateway.app.get(consumer as never) as Record<string, (batch: unknown[]) => Promise<unknown>>;
    await method[name]!([{ id: newId(), type, source: 'spec', at: new Date().toISOString(), key: newId(), data }]);
    const mark = newId();
    gateway.app.get(DeskSocket).push('everybody', { kind: 'settings', id: mark, version: 0 });
    await comesTrue('all heard the mark after it', () =>
      screens.every(({ heard }) => heard.some(({ id }) => id === mark)),
    );
    const kinds = new Set(
      screens.flatMap(({ heard }) => heard.filter(({ id }) => id !== mark).map(({ kind }) => kind)),
    );
    for (const kind of kinds) {
      const does = behind[kind];
      if (does === null) continue;
      const { thing } = acts[does];
      const about = thing === 'none' ? undefined : { queue: 'service' };
      const hears = screens.map(({ heard }) => heard.some((change) => change.kind === kind));
      const should = screens.map(({ person }) => may({ person, does, thing: about }).ok);
      const row = (given: boolean[]) =>
        Object.fromEntries(screens.map(({ person }, at) => [`${person.role} of ${person.groups}`, given[at]]));
      expect([kind, row(hears)]).toEqual([kind, row(should)]);
    }
  },
);
