/** Whose turn it is for one of a class: who knows the customer, who is first in turn, then who let it go longest ago. */
import type { AgentRow, AgentRows } from './agent-rows.ts';
import type { ConversationRows } from './conversation-rows.ts';
import type { Choice } from './desk.ts';
import { nearest, smallDesk } from './explain.ts';
import { restsFromIt } from './may-take.ts';
import { whyFirst } from './order-agents.ts';
import type { Waiting } from './waiting.ts';
import type { WhoCan } from './who-can.ts';

/** What a look at one class needs of the desk. */
export type Indexes = {
  rows: ConversationRows;
  agents: AgentRows;
  whoCan: WhoCan;
  waiting: Waiting;
  routedCount: number;
  at: string;
};

/** Somebody must be able to take it now. */
export function chooseInTurn(slot: number, desk: Indexes): Choice {
  const { rows, agents, whoCan, waiting } = desk;
  const row = rows.row(slot);
  const one = waiting.classOf(slot);
  const most = desk.routedCount <= smallDesk ? Number.POSITIVE_INFINITY : nearest + 1;
  const { tried } = row;
  const able: AgentRow[] = [];
  one.inTurn.visit((agent) => {
    const next = agents.row(agent);
    if (tried.length === 0 || tried.every(({ agentId }) => agentId !== next.id)) able.push(next);
    return able.length >= most;
  });
  const isFresh = able.length > 0;
  for (const { agentId } of tried) {
    const agent = agents.get(agentId);
    if (agent && !restsFromIt(agent, row, desk.at) && whoCan.isAble(agent.slot, one)) able.push(agent);
  }
  if (waiting.isKeptPlace(slot)) {
    const winner = agents.get(row.preferredAgentId!)!;
    const because = { code: 'knows-the-customer', values: {} };
    return { winner, because, behind: able.filter((agent) => agent !== winner) };
  }
  const isOnly = one.inTurn.size - waiting.resting(slot, one) === 1;
  return { winner: able[0]!, because: whyFirst(isOnly || !isFresh, one.mode), behind: able.slice(1) };
}
