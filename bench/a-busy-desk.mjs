/** A desk of a given size, and a day on it: the same happenings for the engine and for a linear scan beside it. */
import { defaultPolicy, Engine } from '@trunkline/rules';
import { seeded } from './seeded.mjs';

const at = '2026-01-05T10:00:00.000Z';
const atMs = Date.parse(at);
const weight = 2;
const capacity = 6;
const skillsEach = 4;
const firstResponseSeconds = 60;
const id = (kind, number) => `${kind}-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const agentId = (number) => id('0190aaaa', number);
const conversationId = (number) => id('0190cccc', number);
/** Of a conversation or an agent, from its id. */
export const numberOf = (text) => Number.parseInt(text.slice(24, 36), 16);

/** Each agent has four of the skills, each conversation needs one at a level; a chat takes a third of an agent. */
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
    skills: Object.fromEntries(Array.from({ length: skillsEach }, () => [skill(), 1 + Math.floor(random() * 5)])),
    capacity,
    standards: [],
    active: true,
  }));
  /** The same for the same number. */
  const conversation = (number) => {
    const own = seeded(seed ^ Math.imul(number + 1, 0x9e3779b1));
    return { number, skill: `s${Math.floor(own() * skills)}`, level: 1 + Math.floor(own() * 3), key: atMs + number };
  };
  return { staff, conversation, random };
}

/** The engine, with everybody signed in, and the whole inputs that the dispatcher would put to it, to be heard in turn. */
export function openEngine({ staff }) {
  const engine = new Engine(defaultPolicy);
  let step = 0;
  const put = (kind, body, { conversationId = null, agentId = null, routingVersion = null }) => {
    step += 1;
    return { id: step, step, at, kind, conversationId, agentId, routingVersion, body };
  };
  for (const record of staff) {
    engine.hear(put('staff', { record }, { agentId: record.id }));
    engine.hear(put('presence', { state: 'online', because: { code: 'signed-in' } }, { agentId: record.id }));
  }
  return {
    engine,
    arrives: (one) => put('waits', bodyOf(one), { conversationId: conversationId(one.number), routingVersion: 1 }),
    leaves: (number) =>
      put('leaves', { because: 'solved' }, { conversationId: conversationId(number), routingVersion: 2 }),
  };
}

/** `conversation agent`, in the order in which they were given. */
export const givenIn = (outcomes) =>
  outcomes.flatMap((one) =>
    one.kind === 'offered' ? [`${numberOf(one.conversationId)} ${numberOf(one.agentId)}`] : [],
  );

const bodyOf = ({ skill, level, key }) => ({
  queue: 'service',
  standard: 'chat',
  language: 'en',
  requires: { [skill]: level },
  weight,
  live: true,
  orderKeyParts: {
    arrivedAt: new Date(key).toISOString(),
    firstResponseSeconds,
    boosts: [],
    boostMinutes: 0,
    orderKey: key + firstResponseSeconds * 1000,
  },
  preferredAgentId: null,
  preferredUntil: null,
  avoid: [],
});

/**
 * The same without any index, in as few words as it can be said: a newcomer looks at all agents, freed room at all who
 * wait. It begins where the engine stands, `next` conversations having come so far.
 */
export function openScan({ staff, conversation, engine, next }) {
  const agents = staff.map(({ id: one, skills }) => {
    const { load, levelSince } = engine.agent(one);
    return { skills, load, since: levelSince };
  });
  let order = agents.reduce((most, { since }) => Math.max(most, since), 0) + 2;
  const waiting = new Map();
  const holders = new Map();
  for (let number = 0; number < next; number++) {
    const known = engine.conversation(conversationId(number));
    if (known?.agentId) holders.set(number, numberOf(known.agentId));
    else if (known) waiting.set(number, conversation(number));
  }
  const level = ({ load }) => Math.floor((load * 16) / capacity);
  const has = (agent, { skill, level: least }) => (agent.skills[skill] ?? 0) >= least;
  const give = (number, agent) => {
    waiting.delete(number);
    holders.set(number, agent);
    agents[agent].load += weight;
    agents[agent].since = ++order;
    return `${number} ${agent}`;
  };
  const free = (number) => {
    const agent = holders.get(number);
    holders.delete(number);
    agents[agent].load -= weight;
    agents[agent].since = ++order;
    return agent;
  };
  const follow = (given) => {
    for (const one of given) give(...one.split(' ').map(Number));
  };
  return {
    /** What the engine did meanwhile. */
    follow: (number, one, [pulled, placed]) => {
      free(number);
      follow(pulled);
      waiting.set(one.number, one);
      follow(placed);
    },
    arrives: (one) => {
      let best = -1;
      for (let number = 0; number < agents.length; number++) {
        const agent = agents[number];
        if (agent.load + weight > capacity || !has(agent, one)) continue;
        const other = agents[best];
        if (!other || level(agent) < level(other) || (level(agent) === level(other) && agent.since < other.since))
          best = number;
      }
      if (best >= 0) return [give(one.number, best)];
      waiting.set(one.number, one);
      return [];
    },
    leaves: (number) => {
      const freed = free(number);
      let first;
      for (const one of waiting.values()) if ((!first || one.key < first.key) && has(agents[freed], one)) first = one;
      return first ? [give(first.number, freed)] : [];
    },
  };
}
