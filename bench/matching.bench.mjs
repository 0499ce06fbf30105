/** How well the engine matches: a chained desk simulated on it, beside the pooled desk (Erlang C) and one queue a kind. */
import { defaultPolicy, Engine, forecastWait } from '@trunkline/rules';
import { meanWait } from './erlang-c.mjs';
import { seeded } from './seeded.mjs';
import { median } from './sum-up.mjs';

const agents = 120;
const kinds = 10;
const skillsEach = 3;
const service = 300_000;
const batches = 10;
const loads = [
  { load: 0.9, most: 1.7, arrivals: { quick: 40_000, full: 300_000 } },
  { load: 0.97, most: 1.2, arrivals: { quick: 80_000, full: 600_000 } },
];

export async function matching({ quick, seed }) {
  const rows = [];
  for (const { load, most, arrivals } of loads) {
    const count = arrivals[quick ? 'quick' : 'full'];
    const runs = [0, 1, 2, 3, 4].map((more) => simulate({ load, count, seed: seed + more }));
    rows.push(...judge(runs, { load, most }));
  }
  const notes = [
    `${agents} agents, ${kinds} kinds of work, ${skillsEach} skills each, chained; one conversation each; arrivals and handling as random as can be; 5 seeds.`,
    'The pooled desk plays the same arrivals and handlings: chained ÷ pooled is free of most of their luck; its ± is 95 % over batches.',
    'A forecast is made for each who has to wait, on arrival; its range promises 60 %.',
  ];
  return { title: 'matching: the right person for each, and the least wait for all', seed, rows, notes };
}

const agentId = (number) => `0190aaaa-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const conversationId = (number) => `0190cccc-0000-7000-8000-${number.toString(16).padStart(12, '0')}`;
const queueOf = (kind) => `kind-${kind % kinds}`;
const kindsOf = (agent) => Array.from({ length: skillsEach }, (_, more) => (agent + more) % kinds);
/** Of those who can do one kind, so many can do the other too, by how far apart they are in the chain. */
const perKind = (agents * skillsEach) / kinds;
const sharedBy = (apart) => (agents / kinds) * Math.max(0, skillsEach - Math.min(apart, kinds - apart));

const policy = {
  ...defaultPolicy,
  routing: { rules: [], otherwise: queueOf(0) },
  queues: Array.from({ length: kinds }, (_, kind) => ({
    ...defaultPolicy.queues[0],
    code: queueOf(kind),
    mode: 'longest-idle',
    direct: ['chat'],
    widensTo: null,
  })),
};

function openDesk(startsAt) {
  const engine = new Engine(policy);
  let step = 0;
  const hear = (at, kind, about, body) => {
    step += 1;
    if (step % 1_000 === 0) engine.beginBatch();
    const iso = new Date(startsAt + at).toISOString();
    const nobody = { conversationId: null, agentId: null, routingVersion: null };
    return engine.hear({ id: step, step, at: iso, kind, ...nobody, ...about, body });
  };
  for (let number = 0; number < agents; number += 1) {
    const id = agentId(number);
    const record = {
      id,
      email: `a${number}@desk.test`,
      name: `Agent ${number}`,
      number: String(number),
      role: 'agent',
      language: 'en',
      groups: kindsOf(number).map(queueOf),
      skills: {},
      capacity: 2,
      standards: [],
      active: true,
    };
    hear(0, 'staff', { agentId: id }, { record });
    hear(0, 'presence', { agentId: id }, { state: 'online', because: { code: 'signed-in' } });
  }
  return {
    arrives: (at, number, kind) => {
      const arrivedAt = new Date(startsAt + at).toISOString();
      const body = {
        queue: queueOf(kind),
        standard: 'chat',
        language: 'en',
        requires: {},
        weight: 2,
        live: true,
        orderKeyParts: {
          arrivedAt,
          firstResponseSeconds: 60,
          boosts: [],
          boostMinutes: 0,
          orderKey: startsAt + at + 60_000,
        },
        preferredAgentId: null,
        preferredUntil: null,
        avoid: [],
      };
      return hear(at, 'waits', { conversationId: conversationId(number), routingVersion: 1 }, body);
    },
    leaves: (at, number) =>
      hear(at, 'leaves', { conversationId: conversationId(number), routingVersion: 2 }, { because: 'solved' }),
  };
}

const numberOf = ({ conversationId: id }) => Number.parseInt(id.slice(24), 16);
const agentOf = ({ agentId: id }) => Number.parseInt(id.slice(24), 16);

/** Waits in ms, by the number of the caller: chained on the engine, pooled, and with one queue a kind. */
function simulate({ load, count, seed }) {
  const random = seeded(seed);
  const draw = (mean) => -Math.log(1 - random()) * mean;
  const times = new Float64Array(count);
  const handlings = new Float64Array(count);
  const asked = new Uint8Array(count);
  let now = 0;
  for (let number = 0; number < count; number += 1) {
    now += draw(service / (agents * load));
    times[number] = now;
    handlings[number] = draw(service);
    asked[number] = Math.floor(random() * kinds);
  }
  const plan = { times, handlings, asked, count };
  return {
    chained: playEngine(plan),
    pooled: playQueue(plan, () => 0, [agents]),
    separate: playQueue(plan, (number) => asked[number], Array(kinds).fill(agents / kinds)),
  };
}

function playEngine({ times, handlings, asked, count }) {
  const desk = openDesk(Date.UTC(2026, 0, 5));
  const waits = new Float64Array(count);
  const ends = openHeap();
  const forecasts = openForecasts();
  const used = process.cpuUsage();
  const take = (at, outcomes) => {
    for (const one of outcomes) {
      if (one.kind !== 'assigned') continue;
      const number = numberOf(one);
      waits[number] = at - times[number];
      forecasts.taken(number, asked[number], waits[number]);
      ends.put(at + handlings[number], number, agentOf(one));
    }
  };
  for (let next = 0; next < count || ends.size > 0; ) {
    if (next < count && times[next] <= ends.nextAt) {
      const number = next;
      next += 1;
      const outcomes = desk.arrives(times[number], number, asked[number]);
      if (!outcomes.some(({ kind }) => kind === 'assigned')) forecasts.waits(number, asked[number]);
      take(times[number], outcomes);
    } else {
      const { at, number, agent } = ends.take();
      forecasts.finished(agent, handlings[number]);
      take(at, desk.leaves(at, number));
    }
  }
  const { user, system } = process.cpuUsage(used);
  return { waits, forecasts: forecasts.figures(), processorSeconds: (user + system) / 1e6 };
}

/** First come, first served by the first who is free; `groupOf` says which group serves whom. */
function playQueue({ times, handlings, count }, groupOf, sizes) {
  const waits = new Float64Array(count);
  const free = sizes.map((size) => {
    const heap = openHeap();
    for (let server = 0; server < size; server += 1) heap.put(0, server, 0);
    return heap;
  });
  for (let number = 0; number < count; number += 1) {
    const group = free[groupOf(number)];
    const { at } = group.take();
    const begins = Math.max(at, times[number]);
    waits[number] = begins - times[number];
    group.put(begins + handlings[number], number, 0);
  }
  return { waits };
}

/** What the one who waits is told on arrival, held against what came. */
function openForecasts() {
  const waiting = Array.from({ length: kinds }, () => 0);
  const told = new Map();
  const lately = Array.from({ length: kinds }, () => []);
  const counts = new Map();
  return {
    waits: (number, kind) => {
      const others = waiting.flatMap((count, other) =>
        count > 0 && other !== kind ? [{ count, agents: perKind, shared: sharedBy(Math.abs(other - kind)) }] : [],
      );
      const finished = lately[kind].map((ms) => ms / 1000);
      told.set(number, forecastWait({ before: waiting[kind], others, inHand: perKind, finished }));
      waiting[kind] += 1;
    },
    taken: (number, kind, waited) => {
      const forecast = told.get(number);
      if (!forecast) return;
      told.delete(number);
      waiting[kind] -= 1;
      if (forecast.kind !== 'range') return;
      const known = counts.get(kind) ?? { told: 0, held: 0, sooner: 0, later: 0 };
      counts.set(kind, known);
      const seconds = waited / 1000;
      known.told += 1;
      if (seconds < forecast.low) known.sooner += 1;
      else if (seconds > forecast.high) known.later += 1;
      else known.held += 1;
    },
    finished: (agent, ms) => {
      for (const kind of kindsOf(agent)) {
        lately[kind].push(ms);
        if (lately[kind].length > 60) lately[kind].shift();
      }
    },
    figures: () => [...counts.values()],
  };
}

function openHeap() {
  const heap = [];
  return {
    get size() {
      return heap.length;
    },
    get nextAt() {
      return heap.length === 0 ? Number.POSITIVE_INFINITY : heap[0].at;
    },
    put: (at, number, agent) => {
      const entry = { at, number, agent };
      let place = heap.push(entry) - 1;
      while (place > 0 && heap[(place - 1) >> 1].at > at) {
        heap[place] = heap[(place - 1) >> 1];
        place = (place - 1) >> 1;
      }
      heap[place] = entry;
    },
    take: () => {
      const first = heap[0];
      const last = heap.pop();
      if (heap.length === 0) return first;
      let place = 0;
      for (;;) {
        let below = place * 2 + 1;
        if (below >= heap.length) break;
        if (below + 1 < heap.length && heap[below + 1].at < heap[below].at) below += 1;
        if (heap[below].at >= last.at) break;
        heap[place] = heap[below];
        place = below;
      }
      heap[place] = last;
      return first;
    },
  };
}

/** The desk starts empty: the first tenth of each run says nothing. */
const settled = (waits) => waits.subarray(Math.floor(waits.length / 10));
const meanOf = (waits) => waits.reduce((sum, one) => sum + one, 0) / waits.length;

function judge(runs, { load, most }) {
  const pooled = meanWait({ servers: agents, load, service });
  const parts = runs.map(({ chained, pooled: pool, separate }) => ({
    chained: settled(chained.waits),
    pool: settled(pool.waits),
    separate: settled(separate.waits),
  }));
  const controlled = parts.map(({ chained, pool }) => meanOf(chained) / meanOf(pool));
  const raw = parts.map(({ chained }) => meanOf(chained) / pooled);
  const apart = parts.map(({ chained, separate }) => meanOf(separate) / meanOf(chained));
  const name = `load ${load}`;
  const error = `± ${marginOf(parts).toFixed(3)}`;
  const told = runs.flatMap(({ chained }) => chained.forecasts);
  const share = (of) => told.map((one) => (100 * one[of]) / one.told);
  const cost = runs.map(({ chained }, at) => (chained.processorSeconds / (2 * runs[at].chained.waits.length)) * 1e6);
  return [
    {
      what: `${name}: mean wait, chained ÷ pooled desk of the same arrivals`,
      unit: '×',
      figure: over(controlled),
      goal: { most },
      note: error,
    },
    {
      what: `${name}: mean wait, chained ÷ Erlang C (${(pooled / 1000).toFixed(2)} s)`,
      unit: '×',
      figure: over(raw),
      goal: { most },
      note: `± ${spreadOf(raw).toFixed(3)}`,
    },
    { what: `${name}: mean wait, one queue a kind ÷ chained`, unit: '×', figure: over(apart), goal: { least: 10 } },
    {
      what: `${name}: forecasts that held, by queue and seed (60 % promised)`,
      unit: '%',
      figure: over(share('held')),
      goal: { least: 55, most: 65 },
      note: `sooner ${median(share('sooner')).toFixed(0)} %, later ${median(share('later')).toFixed(0)} %`,
    },
    { what: `${name}: processor time an input, this simulation included`, unit: 'µs', figure: over(cost) },
  ];
}

const over = (rounds) => ({ median: median(rounds), min: Math.min(...rounds), max: Math.max(...rounds), rounds });
const spreadOf = (values) => {
  const mean = values.reduce((sum, one) => sum + one, 0) / values.length;
  const variance = values.reduce((sum, one) => sum + (one - mean) ** 2, 0) / (values.length - 1);
  return (1.96 * Math.sqrt(variance)) / Math.sqrt(values.length);
};

/** 95 %, by the batches of all seeds: of a ratio of sums, not of ratios. */
function marginOf(parts) {
  const sums = parts.flatMap(({ chained, pool }) => {
    const size = Math.floor(chained.length / batches);
    return Array.from({ length: batches }, (_, at) => {
      const cut = (waits) => waits.subarray(at * size, (at + 1) * size).reduce((sum, one) => sum + one, 0);
      return { chained: cut(chained), pool: cut(pool) };
    });
  });
  const total = (of) => sums.reduce((sum, one) => sum + one[of], 0);
  const ratio = total('chained') / total('pool');
  const mean = total('pool') / sums.length;
  const variance = sums.reduce((sum, one) => sum + (one.chained - ratio * one.pool) ** 2, 0) / (sums.length - 1);
  return (1.96 * Math.sqrt(variance / sums.length)) / mean;
}
