/** Gives a conversation to a named person: a transfer needs them there and with room, a supervisor may exceed it. */
import type { Because, Role } from '@trunkline/contracts';
import { isBarred, onlyBarred } from './bar-agents.ts';
import type { EngineInput } from './engine-input.ts';
import type { Giving } from './giving.ts';
import { roomFor } from './may-take.ts';
import type { RememberedConversation } from './remembered.ts';

type Place = Extract<EngineInput, { kind: 'place' }>;

const leads: readonly (Role | undefined)[] = ['supervisor', 'administrator'];
const endings = { transferred: 'handed-over', 'taken-over': 'taken-over' } as const;
const reasons = { transferred: 'named-in-transfer', 'taken-over': 'took-over' } as const;

export function place(input: Place, giving: Giving, conversation: RememberedConversation): void {
  const { how, by } = input.body;
  const named = giving.desk.agent(input.agentId!);
  const refusal = mayPlace(input, giving, conversation);
  if (refusal || !named) {
    giving.say({ kind: 'refused', because: refusal ?? { code: 'no-such-agent', values: {} } });
    return;
  }
  if (conversation.agentId === named.id && conversation.state === 'accepted') return;
  giving.end(conversation, { code: endings[how], values: { by } });
  const given = giving.giveTo(conversation, named, { code: reasons[how], values: {} });
  conversation.state = 'accepted';
  conversation.tried = onlyBarred(conversation.tried);
  giving.say({ kind: 'assigned', ...given, how });
}

function mayPlace(input: Place, { desk }: Giving, conversation: RememberedConversation): Because | null {
  const named = desk.agent(input.agentId!);
  if (!named?.record?.active) return { code: 'no-such-agent', values: {} };
  const agent = named.record.name;
  if (conversation.tried.some((one) => one.agentId === named.id && isBarred(one)))
    return { code: 'may-not-have-it', values: { agent } };
  if (input.body.how === 'transferred' && named.presence !== 'online')
    return { code: 'agent-not-there', values: { agent } };
  const already = conversation.agentId === named.id ? conversation.held : 0;
  const isFull = roomFor(named, conversation.standard, desk) + already < conversation.weight;
  const mayExceed = input.body.goesOn || leads.includes(desk.agent(input.body.by)?.record?.role);
  return isFull && !mayExceed ? { code: 'agent-full', values: { agent } } : null;
}
