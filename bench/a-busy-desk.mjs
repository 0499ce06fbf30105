/** A desk of a given size, and a day on it: the same happenings for the engine and for the linear scan beside it. */
import { defaultPolicy, Engine } from '@trunkline/rules';
import { LinearOracle } from '../libs/rules/dist/assign/linear-oracle.js';
import { seeded } from './seeded.mjs';

const at = '2026-01-05T10:00:00.000Z';
const weight = 2;
const id = (kind, number) => `${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const agentId = (number) => id('0190aaaa', number);
const conversationId = (number) => id('0190cccc', number);

/** Each agent has some of the skills, each conversation needs one at a level. `fill`: how many chats an agent may have. */
export function planDesk({ agents, skills, seed }) {
  const random = seeded(seed);
  const skill = () => `s${Math.floor(random() * skills)}`;
  const staff = Array.from({ length: agents }, (_, number) => ({
    id: agentId(number),
    email: `a${number}@desk.test`,
    name: `Agent ${number}`,
    number: String(number),
    role: 'agent',
    language: 'en',
    groups: ['service'],
    skills: Object.fromEntries(Array.from({ length: 8 }, () => [skill(), 1 + Math.floor(random() * 5)])),
    capacity: 6,
    standards: [],
    active: true,
  }));
  const conversation = (number) => ({
    number,
    requires: { [skill()]: 1 + Math.floor(random() * 3) },
    key: Date.parse(at) + number,
  });
  return { staff, conversation, random };
}

/** The engine, as the dispatcher drives it. */
export function openEngine({ staff }) {
  const engine = new Engine(defaultPolicy);
  let step = 0;
  const hear = (kind, body, about) => {
    step += 1;
    const nobody = { conversationId: null, agentId: null, routingVersion: null };
    return engine.hear({ id: step, step, at, kind, ...nobody, ...about, body });
  };
  const given = (outcomes) =>
    outcomes.flatMap((one) => (one.kind === 'offered' ? [`${one.conversationId} → ${one.agentId}`] : []));
  for (const record of staff) {
    hear('staff', { record }, { agentId: record.id });
    hear('presence', { state: 'online', because: { code: 'signed-in' } }, { agentId: record.id });
  }
  return {
    arrives: (one) =>
      given(hear('waits', bodyOf(one), { conversationId: conversationId(one.number), routingVersion: 1 })),
    leaves: (number) =>
      given(hear('leaves', { because: 'solved' }, { conversationId: conversationId(number), routingVersion: 2 })),
    beginBatch: () => engine.beginBatch(),
  };
}

const bodyOf = ({ requires, key }) => ({
  queue: 'service',
  standard: 'chat',
  language: 'en',
  requires,
  weight,
  live: true,
  orderKeyParts: { arrivedAt: at, firstResponseSeconds: 60, boosts: [], boostMinutes: 0, orderKey: key },
  preferredAgentId: null,
  preferredUntil: null,
  avoid: [],
});

/** The slow truth that the engine is tested against: everybody, for everyone who waits, after every input. */
export function openScan({ staff }) {
  const scan = new LinearOracle(defaultPolicy);
  for (const record of staff) {
    scan.agents.set(record.id, {
      record,
      isOnline: false,
      load: 0,
      given: {},
      levelSince: 0,
      lastGiven: 0,
      idleSince: null,
    });
    scan.online(record.id, at);
  }
  let arrival = 0;
  const add = ({ number, requires, key }) => {
    arrival += 1;
    const name = conversationId(number);
    scan.items.set(name, { name, queue: 'service', requires, weight, key, arrival, missedBy: [], agent: null });
  };
  return {
    /** Settles the newcomer alone: those who wait already gained nothing by it. */
    fill: (one) => {
      const others = [...scan.items.entries()].filter(([, item]) => item.agent === null);
      for (const [name] of others) scan.items.delete(name);
      add(one);
      scan.settle(at);
      for (const [name, item] of others) scan.items.set(name, item);
    },
    arrives: (one) => {
      add(one);
      return scan.settle(at);
    },
    leaves: (number) => {
      const item = scan.items.get(conversationId(number));
      scan.items.delete(item.name);
      if (item.agent) scan.load(item.agent, -weight, at);
      return scan.settle(at);
    },
  };
}

export const numberOf = (given) => Number.parseInt(given.slice(24, 36), 16);
