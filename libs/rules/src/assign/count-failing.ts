/** How many failed by which rule first, from the counts of the class: what a big desk shows instead of everybody. */
import type { ConversationRow } from './conversation-rows.ts';
import type { Counts } from './desk.ts';
import type { DeskInMemory } from './desk-in-memory.ts';
import { restsFromIt } from './may-take.ts';
import type { RememberedAgent } from './remembered.ts';

export function countFailing(row: ConversationRow, winner: RememberedAgent | null, desk: DeskInMemory): Counts {
  const { whoCan, waiting, agents, routedCount } = desk;
  const { onlineCount, awayCount } = whoCan;
  const one = waiting.classOf(row.slot);
  const able = one.inTurn.size;
  const counts: Counts = {
    'is-offline': routedCount - onlineCount - awayCount,
    'is-away': awayCount,
    'other-group': onlineCount - one.inGroup,
    'lacks-skill': one.inGroup - one.skilled,
    'not-this-channel': one.skilled - one.could,
    'is-full': one.could - able - one.limited,
    'had-their-share': one.limited,
    'less-suited': able - (winner ? 1 : 0),
  };
  for (const { agentId } of row.tried) {
    const agent = agents.get(agentId);
    const rests = agent && whoCan.isAble(agent.slot, one) ? restsFromIt(agent, row, desk.at) : null;
    if (!rests) continue;
    counts[rests.code] = (counts[rests.code] ?? 0) + 1;
    counts['less-suited']! -= 1;
  }
  return Object.fromEntries(Object.entries(counts).filter(([, count]) => count > 0));
}
