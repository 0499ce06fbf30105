/** How soon a supervisor's screen hears that a matter is sensitive, with two hundred agents' screens open beside it. */
import { openAlertFloor } from './alert-floor.mjs';
import { sayAtPace, until } from './say-at-pace.mjs';
import { seeded } from './seeded.mjs';
import { overRounds, percentile } from './sum-up.mjs';

/** So many the issue asks for. */
export const agentsOfAlerts = 200;
const everyMs = 100;
const sizes = { quick: { times: 1, each: 30 }, full: { times: 2, each: 60 } };
/** ms: within five seconds, whatever the percentile. */
const goal = { most: 5_000 };

/** `house` was opened with `agentsOfAlerts`: their screens hear all that is said meanwhile. */
export async function alerts({ quick, seed, house }) {
  const { times, each } = sizes[quick ? 'quick' : 'full'];
  const random = seeded(seed);
  const floor = await openAlertFloor(house, each);
  const play = async (deed, name) => {
    const heard = [];
    const things = Array.from({ length: each }, (_, at) => ({ mark: `${name}-${at}`, at }));
    const say = async ({ mark, at }) => heard.push(await floor[deed](at, mark));
    await sayAtPace(things, { everyMs, random, say });
    const isHeard = () => heard.every((one) => floor.heardAt(one) !== undefined);
    await until(isHeard, { what: `every ${deed} on the supervisor’s screen`, withinMs: 60_000 });
    const waits = heard.map((one) => floor.heardAt(one) - one.saidAt);
    await floor.clear();
    return waits;
  };
  const rounds = { mark: [], note: [], complain: [], ask: [], leave: [] };
  try {
    await play('mark', 'w');
    for (let time = 0; time < times; time += 1) {
      for (const deed of ['mark', 'note', 'note', 'mark', 'complain', 'complain', 'ask', 'leave']) {
        rounds[deed].push(await play(deed, `${deed}${rounds[deed].length}`));
      }
    }
  } finally {
    floor.close();
  }
  return {
    title: `alerts: sensitive → the supervisor’s screen, with ${house.staff.length} agents’ screens open`,
    seed,
    rows: [
      ...rowsOf('marked by an agent', rounds.mark, goal),
      ...rowsOf('  a note, the same way', rounds.note),
      ...rowsOf('found by its words', rounds.complain, goal),
      ...rowsOf('the supervisor asked', rounds.ask, goal),
      ...rowsOf('a complaint broken off', rounds.leave, { most: 10_000 }),
    ],
    notes,
  };
}

const notes = [
  'One each 100 ms. Marked: from the agent’s order (HTTP) to the alert’s hint on the supervisor’s socket; a note goes the same way.',
  'Asked: from the agent’s question to its hint. Broken off: from the instant at which the rule counts it so (3 s after the socket went).',
  'Found: from a visitor’s complaint on the chat’s socket to the hint; services, sockets and parts share the machine.',
];

const rowsOf = (what, samples, bound) =>
  [0.5, 0.99, 1].map((share) => ({
    what: `${what}, ${share === 1 ? 'slowest' : `p${share * 100}`}`,
    unit: 'ms',
    figure: overRounds(samples.map((one) => percentile(one, share))),
    ...(bound ? { goal: bound } : {}),
  }));
