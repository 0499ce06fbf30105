/** What the engine does when people come and go, when their records or the policy change, and when time has passed. */
import type { Because, Presence } from '@trunkline/contracts';
import type { EngineInput, InputKind } from './engine-input.ts';
import type { Giving } from './giving.ts';
import type { RememberedAgent } from './remembered.ts';
import { queueOf } from './required-now.ts';

type Of<Kind extends InputKind> = Extract<EngineInput, { kind: Kind }>;

export function hearAgent(input: Of<'presence' | 'staff' | 'policy' | 'tick'>, giving: Giving): void {
  switch (input.kind) {
    case 'presence':
      changePresence(giving, giving.desk.meet(input.agentId!), input.body);
      break;
    case 'staff':
      changeRecord(input, giving);
      break;
    case 'policy':
      giving.desk.setPolicy(input.body.policy);
      break;
    case 'tick': // time has passed already, and whose room was given back is known
      for (const id of input.body.drains ?? []) giving.desk.meet(id);
  }
}

type NewPresence = { state: Presence; because: { code: string; values?: Because['values'] } };

function changePresence(giving: Giving, agent: RememberedAgent, { state, because }: NewPresence): void {
  if (agent.presence === state) return;
  const said: Because = { code: because.code, values: because.values ?? {} };
  if (state === 'online') goOnline(agent, giving, said);
  else if (state === 'away') agentAway(agent, giving, said);
  else agentGone(agent, giving, said);
}

/** Where a queue shares evenly they start with the fewest there, or whoever comes late would be given all. */
function goOnline(agent: RememberedAgent, giving: Giving, because: Because): void {
  const { desk } = giving;
  setPresence(agent, giving, { state: 'online', because });
  for (const queue of agent.record?.groups ?? []) {
    if (queueOf(desk.policy, queue)?.mode !== 'even') continue;
    const fewest = desk.fewestGiven(queue, agent);
    if (fewest !== null) desk.raiseGiven(agent, queue, fewest);
  }
}

function setPresence(agent: RememberedAgent, giving: Giving, { state, because }: NewPresence): void {
  const { desk } = giving;
  desk.setPresence(agent, state);
  const values = because.values ?? {};
  giving.say({ kind: 'presence', agentId: agent.id, state, since: desk.at, because: { code: because.code, values } });
}

/** Away: nothing new, and what rings for them goes on; what they have stays with them. */
export function agentAway(agent: RememberedAgent, giving: Giving, because: Because): void {
  setPresence(agent, giving, { state: 'away', because });
  giveBack(agent, giving, { code: 'agent-left', onlyOffers: true });
}

/** Gone: offers and live conversations go back, keys kept; mail stays theirs until its limit is near, or goes back too. */
function agentGone(agent: RememberedAgent, giving: Giving, because: Because): void {
  setPresence(agent, giving, { state: 'offline', because });
  giveBack(agent, giving, { code: because.code === 'not-seen' ? 'agent-vanished' : 'agent-left', onlyOffers: false });
}

function giveBack(agent: RememberedAgent, giving: Giving, { code, onlyOffers }: { code: string; onlyOffers: boolean }) {
  const keeps = keepsMail(agent, giving);
  for (const one of giving.desk.heldBy(agent.id)) {
    const goes = one.state === 'offered' || (!onlyOffers && (one.live || (!keeps && one.held > 0)));
    if (!goes) continue;
    giving.end(one, { code, values: {} });
    giving.putBack(one);
  }
}

/** Mail and SMS of one who is gone: kept for them while they may come back. */
export const keepsMail = ({ record }: RememberedAgent, { desk }: Giving): boolean =>
  record?.active !== false && desk.policy.assignment.whenGone === 'keep-until-warned';

function changeRecord({ body: { record } }: Of<'staff'>, giving: Giving): void {
  const agent = giving.desk.meet(record.id);
  const before = agent.record;
  if (before && routes(before) === routes(record)) agent.record = record;
  else giving.desk.setRecord(agent, record);
  if (record.active) return;
  if (agent.presence !== 'offline')
    changePresence(giving, agent, { state: 'offline', because: { code: 'signed-out' } });
  else giveBack(agent, giving, { code: 'agent-left', onlyOffers: false });
}

/** What routing reads of a record. */
const routes = ({ role, groups, skills, capacity, standards, active }: NonNullable<RememberedAgent['record']>) =>
  JSON.stringify([role, groups, Object.entries(skills).sort(), capacity, standards, active]);
