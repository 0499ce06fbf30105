/** How many failed by which rule first, from the counts of the class: what a big desk shows instead of everybody. */
import type { Indexes } from './choose-in-turn.ts';
import type { ConversationRow } from './conversation-row.ts';
import type { Counts } from './desk.ts';
import { restsFromIt } from './may-take.ts';
import type { RememberedAgent } from './remembered.ts';

export function countFailing(row: ConversationRow, winner: RememberedAgent | null, desk: Indexes): Counts {
  const { whoCan, waiting, agents, routedCount } = desk;
  const { onlineCount, awayCount } = whoCan;
  const one = waiting.classOf(row.slot);
  const resting: Counts = {};
  let able = one.inTurn.size - (winner ? 1 : 0);
  for (const { agentId } of row.tried) {
    const agent = agents.get(agentId);
    const rests = agent && whoCan.isAble(agent.slot, one) ? restsFromIt(agent, row, desk.at) : null;
    if (!rests) continue;
    resting[rests.code] = (resting[rests.code] ?? 0) + 1;
    able -= 1;
  }
  const counts: Counts = {};
  const count = (code: string, many = 0) => {
    if (many > 0) counts[code] = many;
  };
  count('declined-it-before', resting['declined-it-before']);
  count('had-their-share', one.limited);
  count('has-no-phone', one.phoneless);
  count('is-away', awayCount);
  count('is-full', one.could - one.inTurn.size - one.limited);
  count('is-offline', routedCount - onlineCount - awayCount);
  count('lacks-skill', one.inGroup - one.skilled);
  count('less-suited', able);
  count('may-not-have-it', resting['may-not-have-it']);
  count('missed-it-before', resting['missed-it-before']);
  count('not-this-channel', one.skilled - one.could - one.phoneless);
  count('other-group', onlineCount - one.inGroup);
  return counts;
}
