/** The same days with some people fewer for a while: they take nothing new, and finish what they have. */
import type { AgentId } from '@trunkline/contracts';
import type { Script } from '../replay/script.ts';

/** From and to are ms after each local midnight; `startsAt` is the first of them. */
export type Away = { agents: readonly AgentId[]; from: number; to: number; startsAt: number };

export function takeAway(script: Script, { agents, from, to, startsAt }: Away): Script {
  const dayMs = 86_400_000;
  const isAway = (at: number) => (at - startsAt) % dayMs >= from && (at - startsAt) % dayMs < to;
  const kept = script.people.filter(
    (one) => one.kind !== 'presence' || !agents.includes(one.agentId!) || !isAway(Date.parse(one.at)),
  );
  const added: Script['people'] = [];
  for (let midnight = startsAt; midnight < script.until; midnight += dayMs) {
    for (const agentId of agents) {
      const blank = { conversationId: null, agentId, routingVersion: null };
      const back = stateAt(script, agentId, midnight + to);
      const changes = [
        { at: midnight + from, state: 'away' as const, code: 'signed-out' },
        ...(back === 'online' ? [{ at: midnight + to, state: 'online' as const, code: 'signed-in' }] : []),
      ];
      for (const { at, state, code } of changes) {
        // staff are known from the first instant on: whoever is away from midnight goes right after that
        const id = script.people.length + added.length + 1;
        const body = { state, because: { code } };
        added.push({ ...blank, id, step: id, at: new Date(at).toISOString(), kind: 'presence', body });
      }
    }
  }
  return { ...script, people: [...kept, ...added] };
}

/** As they would be without this. */
function stateAt({ people }: Script, agentId: AgentId, at: number) {
  let state: string = 'offline';
  for (const one of people) {
    if (one.kind === 'presence' && one.agentId === agentId && Date.parse(one.at) <= at) state = one.body.state;
  }
  return state;
}
