/** Journey: all keys of the house are replaced under load, two valid at once; nobody meets a 401 or a 5xx, and the old ones end (V9, promises F). */
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import type { Notification, NotifyTarget } from '@trunkline/contracts';
import { io } from 'socket.io-client';
import { getsMail, sendMail, Visitor } from './customer.ts';
import { type Desk, hire, signInAsAdministrator } from './desk.ts';
import { eventually } from './eventually.ts';
import { type Generation, hostToken, newGeneration, serviceToken, settingsOf } from './key-generations.ts';
import { postWebhooks } from './post-webhooks.ts';
import { ofTheHouse, type Rolled, replace, startReplica } from './roll-replicas.ts';
import { ServiceDoor } from './service-door.ts';
import { type House, startHouse } from './start-house.ts';
import { watchRequests } from './watch-requests.ts';

const services = ['channels', 'router', 'sla', 'gateway'] as const;
const [old, fresh] = [newGeneration('old'), newGeneration('fresh')];
const doors = {} as Record<(typeof services)[number], ServiceDoor>;
let robot: Server;
const heard: string[] = [];
let house: House;
let stack: Record<string, string>;
let running: Rolled[] = [];

beforeAll(async () => {
  for (const service of services) doors[service] = await ServiceDoor.open();
  robot = await openRobot();
  const env = { ...common(), ...settingsOf([old], { origins: [doors.channels.url] }), TRUNKLINE_RESTART: 'leave' };
  const own = await startHouse({ own: true, env, withinMs: 240_000 });
  const { IMAP_URL = '', SMTP_URL = '' } = JSON.parse(readFileSync(join(own.home, 'stack.json'), 'utf8')).env;
  stack = { IMAP_URL, SMTP_URL };
  const run = { ...own.run, api: doors.gateway.url, channels: doors.channels.url };
  house = { ...own, run };
  running = services.map((service) => ofTheHouse(own, service));
  for (const { service, url } of running) doors[service as 'sla'].add(url);
  await Promise.all(services.map((service) => doors[service].look()));
}, 300_000);

afterAll(async () => {
  await Promise.all(running.map((one) => one.end().catch(() => undefined)));
  await Promise.all(Object.values(doors).map((door) => door.close()));
  robot?.close();
  await house?.stop();
}, 120_000);

const common = (): Record<string, string> => ({
  ...Object.fromEntries(services.map((service) => [`${service.toUpperCase()}_URL`, doors[service].url])),
  NOTIFY_ALLOWED_HOSTS: new URL(robotUrl()).host,
  DRAIN_SECONDS: '3',
});
const robotUrl = () => `http://127.0.0.1:${(robot.address() as AddressInfo).port}/told`;

const robotOf = () => ({ name: 'Robot', kind: 'webhook', address: robotUrl(), secret: newGeneration('robot').hook });

/** Where staff's notifications go; their secret is sealed at rest. */
async function openRobot(): Promise<Server> {
  const server = createServer((request, response) => {
    heard.push(String(request.headers['webhook-signature']));
    request.resume();
    request.on('end', () => response.end('{}'));
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server;
}

/** Each service gets a new replica before its old one goes, two services at the same time. */
async function roll(valid: Generation[], kept: Generation[] = []): Promise<void> {
  const env = { ...stack, ...common(), ...settingsOf(valid, { origins: [doors.channels.url], kept }) };
  const replaceOne = async (service: (typeof services)[number]) => {
    const going = running.find((one) => one.service === service)!;
    const [next, ended] = await replace(going, () => startReplica(house, service, env), doors[service]);
    running = running.map((one) => (one === going ? next : one));
    expect([service, ended.code ?? 0]).toEqual([service, 0]);
  };
  await Promise.all([replaceOne('channels'), replaceOne('sla')]);
  await Promise.all([replaceOne('router'), replaceOne('gateway')]);
  process.stdout.write(`rolled to ${valid.map(({ kid }) => kid).join(', ')}; noticed ${JSON.stringify(noticed)}\n`);
}

/** What went wrong for people, by what was asked of them. */
const noticed: string[] = [];
async function goOn(what: string, isOver: () => boolean, turn: () => Promise<unknown>): Promise<number> {
  let turns = 0;
  for (; !isOver(); turns += 1) {
    await turn().catch((error: Error) => noticed.push(`${what}: ${error.message}`));
    await new Promise((next) => setTimeout(next, 400));
  }
  return turns;
}

/** Takes what is offered and answers each of its customers once. */
function workAt(desk: Desk): () => Promise<void> {
  const answered = new Set<string>();
  return async () => {
    for (const { id, state } of await desk.list('?assignee=me')) {
      if (state === 'offered') await desk.order(id, 'accept').catch(lateIsFine);
      else if (!answered.has(id)) {
        answered.add(id);
        await desk.say(id, `We look into it, ${id}`).catch(lateIsFine);
      }
    }
  };
}
/** Somebody was faster, or the offer ended: a 409 of the trade, not of keys. */
function lateIsFine(error: Error & { status?: number }): void {
  if (error.status !== 409) throw error;
}

/** A page whose host vouches for its user: welcomed, or turned away. */
const arriveAs = (jwt: string) => arriveBy({ jwt });

async function arriveBy(shown: { jwt: string } | { visitor: string }): Promise<'welcome' | 'refused'> {
  const socket = io(doors.channels.url, {
    path: '/chat/live',
    transports: ['websocket'],
    forceNew: true,
    auth: { site: 'demo', ...shown },
    extraHeaders: { origin: new URL(doors.channels.url).origin },
  });
  try {
    return await new Promise((resolve, reject) => {
      socket.on('welcome', () => resolve('welcome'));
      socket.on('refused', () => resolve('refused'));
      // a line that breaks while a replica goes is opened again by itself; what is said on it is a refusal
      socket.on('connect_error', (error) => (/token|refus/i.test(error.message) ? resolve('refused') : undefined));
      setTimeout(() => reject(new Error('neither welcomed nor refused')), 20_000).unref();
    });
  } finally {
    socket.disconnect();
  }
}

const askRouter = async (by: Generation) => {
  const authorization = `Bearer ${serviceToken(by, 'gateway', 'router')}`;
  return (await fetch(`${doors.router.url}/internal/incidents`, { headers: { authorization } })).status;
};
const post = (by: Generation, isOver: () => boolean) =>
  postWebhooks({
    url: `${doors.channels.url}/hooks/webhook/shop`,
    secret: by.hook,
    customers: 40,
    eachSecond: 5,
    isOver,
  });

test('every key is rotated under load: 0 × 401, 0 × 5xx, nobody loses their conversation, and the old ones are refused after', async () => {
  const administrator = await signInAsAdministrator(house);
  const agents = [await hire(house, administrator), await hire(house, administrator)];
  for (const agent of agents) await agent.comeOnline();
  const target = await administrator.ask<NotifyTarget>('/notify/targets', {
    method: 'POST',
    body: robotOf(),
  });
  const tell = () => administrator.ask<Notification>(`/notify/targets/${target.code}/test`, { method: 'POST' });
  const visitors = await Promise.all([1, 2].map(() => new Visitor(doors.channels.url).arrive()));
  const first = visitors.map(({ token }) => token!);
  const mark = `#keys-${randomUUID().slice(0, 8)}#`;
  await sendMail(house.run, { from: 'alice@customer.test', subject: `Invoice ${mark}`, text: `Where is it? ${mark}` });
  const working = agents.map(workAt);
  // before others take the agents' hands
  const answered = async () => {
    for (const work of working) await work();
    return getsMail(house, 'alice@customer.test', 'We look into it', 1_000);
  };
  const reply = await eventually(answered, { what: 'the answer by mail' });

  const watched = watchRequests([doors.gateway.url, doors.channels.url]);
  const phase = { load: true, oldSigns: true, oldSeals: true };
  let signing = old;
  const isOver = () => !phase.load;
  const loads = [
    ...working.map((work) => goOn('an agent', isOver, work)),
    ...visitors.map((visitor, at) => goOn('a visitor', isOver, () => visitor.say(`Hello again ${mark} ${at}`))),
    goOn('a host’s user', isOver, async () => {
      const met = await arriveAs(hostToken(signing, `user-${randomUUID()}`));
      if (met !== 'welcome') throw new Error(met);
    }),
    goOn(
      'a robot',
      () => !phase.oldSeals,
      async () => {
        const { state } = await tell();
        if (state !== 'sent') throw new Error(state);
      },
    ),
  ];
  const byOld = post(old, () => !phase.oldSigns);

  await roll([old, fresh]);
  signing = fresh;
  const byFresh = post(fresh, isOver);
  await roll([fresh, old]);
  // the old reply address still leads home, with nothing else that says where it belongs
  const again = `#again-${randomUUID().slice(0, 8)}#`;
  await sendMail(house.run, {
    from: 'alice@customer.test',
    to: reply.replyTo,
    subject: `Re: Invoice ${mark}`,
    text: again,
  });
  const home = await eventually(async () => findByText(administrator, again), { what: 'the answer to an old address' });
  expect((await administrator.messages(home)).some(({ text }) => text?.includes(mark))).toBe(true);
  expect(await strangerAt(reply.replyTo, administrator)).toMatchObject({ isSuspect: true });
  // whoever signs outside the house does so by the new keys now
  phase.oldSigns = false;
  phase.oldSeals = false;
  const sentByOld = await byOld;
  await roll([fresh], [old]);
  phase.load = false;
  const turns = await Promise.all(loads);
  const sent = [...sentByOld, ...(await byFresh)];
  watched.stop();

  process.stdout.write(
    `${watched.all} requests, ${watched.failed.length} failed or broken; ${sent.length} webhooks; turns ${turns.join(', ')}; noticed ${noticed.length}\n`,
  );
  // a line that broke while a replica went is no answer; who posts repeats it (a rolling restart is another journey)
  const broken = watched.failed.filter((one) => one.includes('fetch failed'));
  expect(watched.failed.filter((one) => !broken.includes(one))).toEqual([]);
  expect(noticed).toEqual([]);
  expect(sent.filter(({ acknowledgedAt }) => acknowledgedAt === null).length).toBe(broken.length);
  expect(sent.length).toBeGreaterThan(10 * broken.length);
  expect(Math.min(...turns)).toBeGreaterThan(5);

  // each visitor is who they were, by a token of the new key
  for (const [at, visitor] of visitors.entries()) {
    expect([kidOf(first[at]!), kidOf(visitor.token!)]).toEqual(['old', 'fresh']);
    expect(idIn(visitor.token!)).toBe(idIn(first[at]!));
    visitor.leave();
  }
  await refusesTheOld({ target, first: first[0]!, reply: reply.replyTo, tell, administrator });
}, 900_000);

type Left = {
  target: NotifyTarget;
  first: string;
  reply: string;
  tell: () => Promise<Notification>;
  administrator: Desk;
};

/** What the old keys signed is worth nothing any more. */
async function refusesTheOld({ target, first, reply, tell, administrator }: Left): Promise<void> {
  expect(await askRouter(fresh)).not.toBe(401);
  expect(await askRouter(old)).toBe(401);
  expect([await arriveAs(hostToken(fresh, 'user')), await arriveAs(hostToken(old, 'user'))]).toEqual([
    'welcome',
    'refused',
  ]);
  let asked = 0;
  const [once] = await post(old, () => ++asked > 2);
  expect(once?.acknowledgedAt ?? null).toBeNull();
  expect(await arriveBy({ visitor: first })).toBe('refused');
  // whose signature nobody knows any more is no address of ours: the mail stands for itself
  expect(await strangerAt(reply, administrator)).toMatchObject({ isSuspect: false });
  // what the old key sealed has to be entered again: nothing is sent unsigned
  const before = heard.length;
  expect((await tell()).state).toBe('failed');
  expect(heard.length).toBe(before);
  await administrator.ask(`/notify/targets/${target.code}`, { method: 'PUT', body: robotOf() });
  expect((await tell()).state).toBe('sent');
}

/** The conversation of one who writes to the reply address of another. */
async function strangerAt(to: string, administrator: Desk) {
  const text = `#stranger-${randomUUID().slice(0, 8)}#`;
  await sendMail(house.run, { from: `${text.slice(1, -1)}@customer.test`, to, subject: 'Mine now', text });
  const id = await eventually(async () => findByText(administrator, text), { what: 'the mail of a stranger' });
  return administrator.show(id);
}

const kidOf = (token: string) => token.split('.')[0];
const idIn = (token: string) => token.split('.')[1];

/** The conversation in which it was said. */
async function findByText(desk: Desk, text: string): Promise<string | undefined> {
  for (const { id, standard } of await desk.list('?limit=200')) {
    if (standard === 'mail' && (await desk.messages(id)).some((message) => message.text?.includes(text))) return id;
  }
}
