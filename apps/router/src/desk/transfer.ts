/** Hands a conversation on as the rules say: at once, when the customer agrees, to the supervisor, outside, or not at all. */
import { type Conversation, newId, type ReasonCode, type Transfer, type TransferId } from '@trunkline/contracts';
import { Refusal, refuse, type Tx } from '@trunkline/platform';
import { waitForStep } from '../dispatch/wait-for-step.ts';
import { saveHeld } from '../intake/conversations.store.ts';
import { sendToCustomer } from '../to-customer/send-to-customer.ts';
import { askConsent } from '../transfers/ask-consent.ts';
import { bounceToSupervisor } from '../transfers/bounce-to-supervisor.ts';
import { endAsk } from '../transfers/end-ask.ts';
import { handOn } from '../transfers/hand-on.ts';
import { type JudgedOrder, judgeOrder } from '../transfers/judge-order.ts';
import { sendOutside } from '../transfers/send-outside.ts';
import { stay, wantedOf } from '../transfers/settle-consent.ts';
import { insertTransfer, settleTransfer } from '../transfers/transfers.store.ts';
import type { GivenOrder, GiveOrder, Held } from './give-order.ts';
import { showConversation } from './show-conversation.ts';

type Order = GivenOrder & { transfer: Transfer };
/** What the engine decides: the input it waits for, and the transfer that depends on it. */
type Placing = { inputId: number; id: TransferId; isBounce: boolean };

export async function transfer(desk: GiveOrder, order: Order): Promise<Conversation> {
  const placing = await desk.held(order, (tx, held) => carryOut(tx, held, { desk, transfer: order.transfer }));
  if (placing) await waitForPlace(desk, placing);
  return showConversation(desk.postgres, order.conversationId);
}

/** Who has no room does not get it: it stays where it is, and a bounce climbs the ladder instead. */
async function waitForPlace({ postgres }: GiveOrder, { inputId, id, isBounce }: Placing): Promise<void> {
  try {
    await waitForStep(postgres, inputId);
  } catch (error) {
    if (!(error instanceof Refusal) || error.code === 'try-again') throw error;
    await settleTransfer(postgres, id, 'not-placed');
    if (!isBounce) throw error;
  }
}

type Carrying = { desk: GiveOrder; transfer: Transfer };

async function carryOut(tx: Tx, held: Held, { desk, transfer }: Carrying): Promise<Placing | null> {
  const { conversation } = held;
  const { settings } = desk;
  const order = await judgeOrder(tx, held, transfer, settings);
  const { judged, verdict, now } = order;
  if (isTheirs(held, transfer)) return null;
  switch (judged.kind) {
    case 'refused':
      return refuse(verdict.because.code as ReasonCode, verdict.because.values);
    case 'external':
      return sendOutside(tx, held, { place: judged.place, desk });
    case 'asks':
      if (transfer.consent === 'refused') return keep(tx, held, { desk, transfer, order });
      if (judged.because.code === 'ask-in-words') return refuse('ask-in-words');
      return askConsent(tx, held, { transfer, order, settings });
    case 'to-supervisor': {
      const times = Number(judged.because.values.times);
      const wanted = wantedOf({ ...transfer, summary: transfer.note }, settings.policy);
      const agent = await bounceToSupervisor(tx, held, { wanted, times, now, settings });
      return agent ? go(tx, held, { desk, transfer: { ...transfer, to: { agent } }, order }) : null;
    }
    case 'tells':
      if (verdict.text !== '' && conversation.address !== '') await tell(tx, held, verdict.text);
      return go(tx, held, { desk, transfer, order });
    case 'goes':
      return go(tx, held, { desk, transfer, order });
  }
}

const isTheirs = ({ conversation }: Held, { to }: Transfer): boolean =>
  'agent' in to && conversation.state === 'assigned' && conversation.agentId === to.agent;

type Going = Carrying & { order: JudgedOrder };

async function go(tx: Tx, held: Held, { desk, transfer, order }: Going): Promise<Placing | null> {
  const { conversation, person } = held;
  const { judged } = order;
  await endAsk(tx, conversation, 'over');
  const id = await record(tx, held, { transfer, order, state: 'done' });
  const { to, note } = transfer;
  const inputId = await handOn(tx, conversation, { to, by: person.id, note, policy: desk.settings.policy });
  return inputId === null ? null : { inputId, id, isBounce: judged.kind === 'to-supervisor' };
}

/** The customer has said no to the agent: like a no that they wrote. */
async function keep(tx: Tx, held: Held, { desk, transfer, order }: Going): Promise<null> {
  const { conversation, person } = held;
  await endAsk(tx, conversation, 'over');
  await record(tx, held, { transfer, order, state: 'refused' });
  const wanted = wantedOf({ ...transfer, summary: transfer.note }, desk.settings.policy);
  await stay(tx, conversation, { because: 'customer-refused', by: person.id, wanted });
  return null;
}

type Recorded = { transfer: Transfer; order: JudgedOrder; state: 'done' | 'refused' };

async function record(tx: Tx, { conversation, person }: Held, recorded: Recorded): Promise<TransferId> {
  const { transfer, order, state } = recorded;
  const id = newId<TransferId>();
  const { kind, because } = order.judged;
  const given = because.code === 'consent-given' ? 'given' : 'not-needed';
  await insertTransfer(tx, {
    id,
    conversationId: conversation.id,
    state,
    by: person.id,
    fromAgent: conversation.state === 'offered' ? null : conversation.agentId,
    fromQueue: conversation.queue,
    leavesGroup: order.leavesGroup && kind !== 'to-supervisor',
    consent: state === 'refused' ? 'asked' : kind === 'tells' ? 'told' : given,
    until: null,
    transfer,
  });
  return id;
}

async function tell(tx: Tx, { conversation }: Held, text: string): Promise<void> {
  conversation.version += 1;
  await saveHeld(tx, conversation);
  await sendToCustomer(tx, conversation, { kind: 'notice', spokenBy: 'desk', author: null, text });
}
