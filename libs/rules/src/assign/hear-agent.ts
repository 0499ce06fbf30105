/** What the engine does when people come and go, when their records or the policy change, and when time has passed. */
import type { Because, Presence } from '@trunkline/contracts';
import type { EngineInput, InputKind } from './engine-input.ts';
import type { Giving } from './giving.ts';
import { capacityOf } from './may-take.ts';
import type { RememberedAgent, RememberedConversation } from './remembered.ts';

type Of<Kind extends InputKind> = Extract<EngineInput, { kind: Kind }>;

/** So many in front of each queue have their reason for waiting looked at again when people come or go. */
const reasonsLookedAt = 50;

export function hearAgent(input: Of<'presence' | 'staff' | 'policy' | 'tick'>, giving: Giving): void {
  switch (input.kind) {
    case 'presence':
      changePresence(giving, giving.desk.meet(input.agentId!), input.body);
      break;
    case 'staff':
      changeRecord(input, giving);
      break;
    case 'policy':
      giving.desk.policy = input.body.policy;
      tryAll(giving);
      break;
    case 'tick':
      timePassed(input, giving);
  }
}

type NewPresence = { state: Presence; because: { code: string; values?: Because['values'] } };

function changePresence(giving: Giving, agent: RememberedAgent, { state, because }: NewPresence): void {
  const said: Because = { code: because.code, values: because.values ?? {} };
  if (agent.presence === state) return;
  if (state === 'online') {
    goOnline(agent, giving, said);
    giving.pull([agent]);
  } else {
    const kept = giving.desk.allWaiting().filter((one) => one.preferredAgentId === agent.id);
    const back = state === 'away' ? agentAway(agent, giving, said) : agentGone(agent, giving, said);
    giving.putBack(back);
    giving.pull([], [...kept, ...back]); // what was kept for them need not be kept any longer
  }
  lookAgain(agent, giving);
}

function goOnline(agent: RememberedAgent, giving: Giving, because: Because): void {
  setPresence(agent, giving, { state: 'online', because });
  agent.missed = 0;
  agent.levelSince = giving.desk.next();
  agent.idleSince = agent.load > 0 ? null : giving.desk.at;
  for (const queue of agent.record?.groups ?? []) {
    const others = giving.desk.routed.filter(
      (one) => one !== agent && one.presence === 'online' && one.record!.groups.includes(queue),
    );
    if (others.length === 0) continue;
    const fewest = Math.min(...others.map((one) => one.given[queue] ?? 0));
    agent.given[queue] = Math.max(agent.given[queue] ?? 0, fewest); // or whoever comes late would be given all
  }
}

function setPresence(agent: RememberedAgent, giving: Giving, { state, because }: NewPresence): void {
  giving.desk.meet(agent.id).presence = state;
  const values = because.values ?? {};
  giving.say({
    kind: 'presence',
    agentId: agent.id,
    state,
    since: giving.desk.at,
    because: { code: because.code, values },
  });
}

/** Away: nothing new, and what rings for them goes on; what they have stays with them. */
export function agentAway(agent: RememberedAgent, giving: Giving, because: Because): RememberedConversation[] {
  setPresence(agent, giving, { state: 'away', because });
  const offers = giving.desk.heldBy(agent.id).filter((one) => one.state === 'offered');
  for (const offer of offers) giving.end(offer, { code: 'agent-left', values: {} });
  return offers;
}

/** Gone: offers and live conversations go back, keys kept; mail stays theirs until its limit is near. */
function agentGone(agent: RememberedAgent, giving: Giving, because: Because): RememberedConversation[] {
  setPresence(agent, giving, { state: 'offline', because });
  const back = giving.desk.heldBy(agent.id).filter((one) => one.state === 'offered' || one.live);
  const code = because.code === 'not-seen' ? 'agent-vanished' : 'agent-left';
  for (const conversation of back) giving.end(conversation, { code, values: {} });
  return back;
}

/** Why those in front wait may have changed. */
function lookAgain(agent: RememberedAgent, giving: Giving): void {
  for (const list of giving.desk.queuesFor(agent)) {
    for (const conversation of list.rows.slice(0, reasonsLookedAt)) giving.tryToGive(conversation);
  }
}

function changeRecord({ body: { record } }: Of<'staff'>, giving: Giving): void {
  const agent = giving.desk.meet(record.id);
  const before = agent.record;
  agent.record = record;
  agent.override = Math.max(0, agent.load - capacityOf(agent));
  giving.desk.rosterChanged();
  if (!record.active && agent.presence !== 'offline') {
    changePresence(giving, agent, { state: 'offline', because: { code: 'signed-out' } });
  }
  if (!before || routes(before) !== routes(record)) tryAll(giving);
}

/** What routing reads of a record. */
const routes = ({ role, groups, skills, capacity, standards, active }: NonNullable<RememberedAgent['record']>) =>
  JSON.stringify([role, groups, Object.entries(skills).sort(), capacity, standards, active]);

function tryAll(giving: Giving): void {
  for (const conversation of giving.desk.allWaiting()) giving.tryToGive(conversation);
}

function timePassed({ body }: Of<'tick'>, giving: Giving): void {
  const { at } = giving.desk;
  const isDue = (instant: string | null) => instant !== null && instant <= at;
  const due = giving.desk
    .allWaiting()
    .filter((one) => isDue(one.widenAt) || isDue(one.preferredUntil) || one.tried.some((tried) => isDue(tried.again)));
  const drains = (body.drains ?? []).map((id) => giving.desk.meet(id));
  giving.pull(drains, due);
}
