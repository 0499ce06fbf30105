/** A call without a telephone system: answered from its first moment by who opens it, whatever else they have. */
import { type Conversation, type ConversationId, type NewCall, newId, type StaffV1 } from '@trunkline/contracts';
import { answerOnce, refuse, type Tx } from '@trunkline/platform';
import { may, queueOfCall } from '@trunkline/rules';
import type { GiveOrder } from '../desk/give-order.ts';
import { showConversation } from '../desk/show-conversation.ts';
import { waitForStep } from '../dispatch/wait-for-step.ts';
import { askTheTime } from '../intake/ask-the-time.ts';
import { byHandChannel } from './heard-call.ts';
import { takeCall } from './take-call.ts';

type Opened = { conversationId: ConversationId; inputId: number | null };
type Opening = { by: string; call: NewCall; idempotencyKey: string | null };

export async function openByHand(desk: GiveOrder, { by, call, idempotencyKey }: Opening): Promise<Conversation> {
  const person = desk.person(by);
  const verdict = may({ person, does: 'open-call' });
  if (!verdict.ok) refuse(verdict.because);
  const queue = chooseQueue(desk, person, call);
  const key = idempotencyKey === null ? undefined : `call ${idempotencyKey}`;
  const { conversationId, inputId } = await desk.postgres.transaction((tx) =>
    answerOnce(tx, { person: by, key }, () => open(tx, desk, { person, call, queue })),
  );
  if (inputId !== null) await waitForStep(desk.postgres, inputId);
  return showConversation(desk.postgres, conversationId);
}

function chooseQueue({ settings: { policy } }: GiveOrder, person: StaffV1, { queue }: NewCall): string {
  const usual = queueOfCall({ account: 'by-hand', language: person.language, topic: null }, policy);
  const chosen = queue ?? (person.groups.includes(usual) || person.role === 'administrator' ? usual : person.groups[0]);
  if (chosen === undefined || !policy.queues.some(({ code, archived }) => code === chosen && !archived))
    refuse('no-such-queue', { queue: chosen ?? '' });
  if (person.role !== 'administrator' && !person.groups.includes(chosen)) refuse('not-your-group');
  return chosen;
}

type With = { person: StaffV1; call: NewCall; queue: string };

async function open(tx: Tx, desk: GiveOrder, { person, call, queue }: With): Promise<Opened> {
  const { direction, name = null } = call;
  const known = await takeCall(
    tx,
    {
      receiptId: null,
      channel: byHandChannel,
      account: 'by-hand',
      call: newId(),
      state: 'answered',
      direction,
      address: call.address.replace(/[\s()/.-]/g, ''),
      name,
      dialled: '',
      language: person.language,
      topic: null,
      agent: person.number,
      recordingUrl: null,
      voicemail: null,
      seconds: null,
      at: await askTheTime(tx),
      byHand: { agentId: person.id, queue },
    },
    desk,
  );
  const [input] = await tx.query<{ id: string }>(
    `SELECT max(id) AS id FROM dispatch_input WHERE conversation_id = $1 AND kind = 'place'`,
    [known.conversationId],
  );
  return { conversationId: known.conversationId, inputId: input?.id == null ? null : Number(input.id) };
}
